import type { ReadTx } from "../../platform/access/as-viewer.ts";
import { type Definition, definitionsOf, type StoredVersion } from "./definitions.ts";
import { schoolYearOf } from "./period.ts";

/** Adopted versions of indicators that the viewer may see, in the order of the catalogue. */
export function readVersions(tx: ReadTx): Promise<StoredVersion[]> {
  return tx.$queryRaw`
    SELECT v.id AS "versionId", i.id AS "indicatorId", i.code, i.region_id AS "regionId", i.municipality_id AS "municipalityId", i.school_id AS "schoolId",
      v.effective_from::text AS "effectiveFrom", v.effective_to::text AS "effectiveTo", v.unit, v.numerator, v.denominator, v.condition, v.aggregation, v.period
    FROM indicator_version v JOIN indicator i ON i.id = v.indicator_id
    WHERE v.status = 'adopted' ORDER BY i.family, i.position, i.id, v.version`;
}

/** Definitions of school years, by year. */
export async function readDefinitions(
  tx: ReadTx,
  schoolYears: readonly number[],
): Promise<Map<number, Definition[]>> {
  const versions = await readVersions(tx);
  return new Map(schoolYears.map((year) => [year, definitionsOf(versions, schoolYearOf(year).end)]));
}
