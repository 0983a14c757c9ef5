import type { ReadTx } from "../platform/access/as-viewer.ts";
import { schoolYearOf } from "../platform/clock.ts";
import { found } from "../platform/errors.ts";
import { wholeSchool } from "../results/summary-writes.ts";
import { countsOf, type Measure } from "./measures.ts";
import type { Publication } from "./release-past.ts";
import { addCounts, cellId, type ReleaseUnit } from "./release-units.ts";
import type { Snapshot, UnitKind } from "./snapshot.ts";

/** A unit that a report shows. */
export interface ShownPlace {
  kind: UnitKind;
  id: number;
  name: string;
}

export const placeKey = (place: { kind: string; id: number }) => `${place.kind}-${place.id}`;

/** The unit of a report, and after it the areas that it is compared with. */
export async function readPlaces(
  tx: ReadTx,
  report: { schoolId: number | null; municipalityId: number | null; regionId: number | null },
): Promise<{ unit: Snapshot["unit"]; own: ShownPlace; areas: ShownPlace[] }> {
  const one = async <T>(id: number | null, read: (id: number) => Promise<T | null>) =>
    id === null ? null : found(await read(id));
  const region = found(await one(report.regionId, (id) => tx.region.findUnique({ where: { id } })));
  const municipality = await one(report.municipalityId, (id) =>
    tx.municipality.findUnique({ where: { id } }),
  );
  const school = await one(report.schoolId, (id) => tx.school.findUnique({ where: { id } }));
  const places: ShownPlace[] = [];
  if (school) places.push({ kind: "school", id: school.id, name: school.name });
  if (municipality) places.push({ kind: "municipality", id: municipality.id, name: municipality.name });
  places.push({ kind: "region", id: region.id, name: region.name });
  const [own, ...areas] = places as [ShownPlace, ...ShownPlace[]];
  return {
    unit: {
      kind: own.kind,
      name: own.name,
      slug: school?.slug ?? municipality?.slug ?? null,
      municipality: school ? (municipality?.name ?? null) : null,
      region: region.name,
    },
    own,
    areas,
  };
}

/** What a unit's results are besides the counts that are released. */
export interface UnitFacts {
  /** Pupils with a usable total: the base of the per cent of work done. */
  scored: number;
  markDifferences: number;
  schools: number;
}

export interface RegionUnits {
  units: ReleaseUnit[];
  facts: ReadonlyMap<string, UnitFacts>;
}

/**
 * Every school of the region with results of a work, and the areas as sums of their schools, so that all sums hold by
 * construction. Empty when nobody has results. `shown`: keys of the units that the release shows.
 */
export async function readUnits(
  tx: ReadTx,
  regionId: number,
  workId: number,
  shown: ReadonlySet<string>,
): Promise<RegionUnits> {
  const rows = await tx.$queryRaw<
    {
      school_id: number;
      municipality_id: number;
      marks: [number, number, number, number];
      score_sum: bigint;
      scored: number;
      mark_differences: number;
    }[]
  >`SELECT s.school_id, c.municipality_id, s.marks, s.score_sum, s.scored, s.mark_differences
    FROM summary s JOIN school c ON c.id = s.school_id JOIN municipality m ON m.id = c.municipality_id
    WHERE m.region_id = ${regionId} AND s.work_id = ${workId} AND s.class_label = ${wholeSchool} ORDER BY s.school_id`;
  const units = new Map<string, ReleaseUnit>();
  const facts = new Map<string, UnitFacts>();
  for (const row of rows) {
    const counts = countsOf({ marks: row.marks, scoreSum: Number(row.score_sum) });
    const region = placeKey({ kind: "region", id: regionId });
    const municipality = placeKey({ kind: "municipality", id: row.municipality_id });
    const line = [
      { key: region, parent: null },
      { key: municipality, parent: region },
      { key: placeKey({ kind: "school", id: row.school_id }), parent: municipality },
    ];
    for (const { key, parent } of line) {
      const known = units.get(key);
      const sum = known ? addCounts(known.counts, counts) : counts;
      units.set(key, { key, parent, counts: sum, shown: shown.has(key) });
      const fact = facts.get(key) ?? { scored: 0, markDifferences: 0, schools: 0 };
      facts.set(key, {
        scored: fact.scored + row.scored,
        markDifferences: fact.markDifferences + row.mark_differences,
        schools: fact.schools + 1,
      });
    }
  }
  return { units: [...units.values()], facts };
}

/** What every edition has shown and hidden of this work, the oldest first; a withdrawn one has been seen and counts as well. */
export async function readHistory(tx: ReadTx, workId: number): Promise<Publication[]> {
  const cells = await tx.$queryRaw<
    {
      report_id: number;
      version: number;
      unit_kind: string;
      unit_id: number;
      measure: Measure;
      value: number | null;
    }[]
  >`SELECT c.report_id, c.version, c.unit_kind, c.unit_id, c.measure, c.value
    FROM published_cell c JOIN report_version v ON v.report_id = c.report_id AND v.version = c.version
    WHERE c.work_id = ${workId} ORDER BY v.published_at, c.report_id, c.version`;
  const editions = Map.groupBy(cells, ({ report_id, version }) => `${report_id}/${version}`);
  return [...editions.values()].map(
    (own) =>
      new Map(
        own.map(({ unit_kind, unit_id, measure, value }) => [
          cellId(placeKey({ kind: unit_kind, id: unit_id }), measure),
          value,
        ]),
      ),
  );
}

/** Open schools of an area that have a class of the grade that writes a work, but no results of it. */
export async function countMissingSchools(
  tx: ReadTx,
  area: ShownPlace,
  work: { id: number; year: number; season: string; gradeWriting: number },
): Promise<number> {
  if (area.kind === "school") return 0;
  const schoolYear = schoolYearOf(work.year, work.season === "autumn" ? "autumn" : "spring");
  const [row] = await tx.$queryRaw<{ missing: number }[]>`
    SELECT count(*)::int AS missing FROM school c JOIN municipality m ON m.id = c.municipality_id
    WHERE c.closed_on IS NULL AND ${area.id} = CASE WHEN ${area.kind} = 'region' THEN m.region_id ELSE m.id END
      AND EXISTS (SELECT FROM school_class k WHERE k.school_id = c.id AND k.year = ${schoolYear} AND k.grade = ${work.gradeWriting})
      AND NOT EXISTS (SELECT FROM summary s WHERE s.school_id = c.id AND s.work_id = ${work.id})`;
  return row?.missing ?? 0;
}
