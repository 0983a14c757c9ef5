import type { ReadTx } from "../../platform/access/as-viewer.ts";
import { readDefinitions } from "./definition-reads.ts";
import type { Definition } from "./definitions.ts";
import { definitionsFor, type PlacedSchool } from "./school-values.ts";

/**
 * By what a school is measured in a year: the indicators that it or an area above it has adopted. Who has adopted none is
 * measured by приказ 1324 alone, because its list is asked of every school (self-examination).
 */
export async function readMeasured(
  tx: ReadTx,
  school: PlacedSchool,
  schoolYear: number,
): Promise<{ all: Definition[]; measured: Definition[] }> {
  const definitions = (await readDefinitions(tx, [schoolYear])).get(schoolYear) ?? [];
  const all = definitionsFor(school, definitions);
  const rows = await tx.$queryRaw<{ id: number; adopted: boolean; norm: boolean }[]>`
    SELECT i.id, i.family = 'order1324' AS norm, EXISTS (SELECT FROM indicator_adoption a WHERE a.indicator_id = i.id AND a.ended_on IS NULL
      AND (a.school_id = ${school.id} OR a.municipality_id = ${school.municipalityId} OR a.region_id = ${school.regionId})) AS adopted
    FROM indicator i`;
  const adopted = new Set(rows.flatMap(({ id, adopted }) => (adopted ? [id] : [])));
  const norm = new Set(rows.flatMap(({ id, norm }) => (norm ? [id] : [])));
  const chosen = adopted.size > 0 ? adopted : norm;
  return { all, measured: all.filter(({ indicatorId }) => chosen.has(indicatorId)) };
}
