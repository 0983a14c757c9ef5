import { inTransaction, type WriteTx } from "../../platform/access/as-viewer.ts";
import { systemViewer } from "../../platform/access/viewer.ts";
import type { Jobs } from "../../platform/jobs/enqueue.ts";
import { log } from "../../platform/log.ts";
import { readDefinitions } from "./definition-reads.ts";
import type { Definition } from "./definitions.ts";
import { factKey, readFacts } from "./fact-reads.ts";
import { isOfKind, partsOf, periodOf, type ValuePeriod, wholeYear } from "./period.ts";
import { type PlacedSchool, schoolValues } from "./school-values.ts";
import {
  removeFormerPeriods,
  type StoredSchoolValue,
  writeAreaValues,
  writeSchoolValues,
} from "./value-writes.ts";

/** Schools of one transaction: enough to keep statements few, little enough to keep them short. */
const SCHOOLS_AT_ONCE = 40;
/** Parts that are computed beside each other: the database works on one while the other is prepared. */
const PARTS_AT_ONCE = 3;
// One computing at a time; the number is ours, nothing else takes it.
const COMPUTING_LOCK = 7_431;

export interface Recomputed {
  schools: number;
  values: number;
  changed: number;
}

interface Change {
  schoolId: number;
  schoolYear: number;
}

/** Computes what has changed since the last time. What changes meanwhile waits for its own job. */
export async function computeChanged(now: Date): Promise<Recomputed> {
  return inTransaction(systemViewer, async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(${COMPUTING_LOCK})::text`;
    const noted = await tx.$queryRaw<Change[]>`
      WITH noted AS (DELETE FROM indicator_change RETURNING school_id, school_year)
      SELECT DISTINCT school_id AS "schoolId", school_year::int AS "schoolYear" FROM noted ORDER BY 1, 2`;
    const changes = await withFollowingYears(tx, noted);
    if (changes.length === 0) return { schools: 0, values: 0, changed: 0 };
    const definitions = await readDefinitions(tx, withPrevious(changes));
    const done = await computeSchools(tx, changes, definitions, now);
    return { ...done, changed: done.changed + (await computeAreas(tx, changes, now)) };
  });
}

/** A year's value may look at the year before it, so later years that have values follow an earlier one. */
async function withFollowingYears(tx: WriteTx, noted: readonly Change[]): Promise<Change[]> {
  if (noted.length === 0) return [];
  const ids = [...new Set(noted.map(({ schoolId }) => schoolId))];
  const kept = await tx.$queryRaw<Change[]>`
    SELECT DISTINCT unit_id AS "schoolId", extract(year FROM period_start - interval '8 months')::int AS "schoolYear" FROM indicator_value
    WHERE unit_kind = 'school' AND unit_id = ANY (${ids}::int[])`;
  const first = new Map<number, number>();
  for (const { schoolId, schoolYear } of noted)
    first.set(schoolId, Math.min(schoolYear, first.get(schoolId) ?? schoolYear));
  const later = kept.filter(({ schoolId, schoolYear }) => schoolYear > (first.get(schoolId) ?? schoolYear));
  const all = new Map([...noted, ...later].map((one) => [factKey(one.schoolId, one.schoolYear), one]));
  return [...all.values()].sort((a, b) => a.schoolId - b.schoolId || a.schoolYear - b.schoolYear);
}

/** Computes everything anew: all schools, all years in which anything is known of them. Equals what computing by changes leaves. */
export async function recomputeAll(now: Date): Promise<Recomputed> {
  const changes = await inTransaction(systemViewer, async (tx) => {
    await tx.$executeRaw`DELETE FROM indicator_change`;
    return tx.$queryRaw<Change[]>`
      SELECT school_id AS "schoolId", school_year::int AS "schoolYear" FROM (
        SELECT school_id, school_year FROM summary WHERE class_label = '*' UNION SELECT school_id, year - 1 FROM exam_summary WHERE class_label = '*'
        UNION SELECT school_id, year - 1 FROM exam_register UNION SELECT school_id, year - 1 FROM exam_subject_register
        UNION SELECT school_id, year FROM school_class UNION SELECT school_id, school_year FROM indicator_fact
        UNION SELECT unit_id, extract(year FROM period_start - interval '8 months')::int FROM indicator_value WHERE unit_kind = 'school') known ORDER BY 1, 2`;
  });
  const ids = [...new Set(changes.map(({ schoolId }) => schoolId))];
  const total: Recomputed = { schools: 0, values: 0, changed: 0 };
  const definitions = await inTransaction(systemViewer, (tx) => readDefinitions(tx, withPrevious(changes)));
  const parts = Array.from({ length: Math.ceil(ids.length / SCHOOLS_AT_ONCE) }, (_, i) =>
    ids.slice(i * SCHOOLS_AT_ONCE, (i + 1) * SCHOOLS_AT_ONCE),
  );
  await besideEachOther(parts, async (part) => {
    const done = await recomputePart(new Set(part), changes, definitions, now);
    total.schools += done.schools;
    total.values += done.values;
    total.changed += done.changed;
  });
  // Areas of different years do not meet either.
  await besideEachOther([...new Set(changes.map(({ schoolYear }) => schoolYear))], async (year) => {
    const ofYear = changes.filter(({ schoolYear }) => schoolYear === year);
    const changed = await inTransaction(systemViewer, async (tx) => {
      await tx.$queryRaw`SELECT pg_advisory_xact_lock_shared(${COMPUTING_LOCK})::text`;
      return computeAreas(tx, ofYear, now);
    });
    total.changed += changed;
  });
  return total;
}

async function besideEachOther<T>(parts: readonly T[], work: (part: T) => Promise<void>): Promise<void> {
  const waiting = [...parts];
  const next = async () => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) await work(part);
  };
  await Promise.all(Array.from({ length: PARTS_AT_ONCE }, next));
}

/** The years of the changes and two before each, because a formula may look back and so may what it uses. */
function withPrevious(changes: readonly Change[]): number[] {
  const years = new Set(changes.map(({ schoolYear }) => schoolYear));
  return [...new Set([...years].flatMap((year) => [year - 2, year - 1, year]))];
}

/** Parts of different schools do not meet, so they share the lock; a computing of changes waits for them. */
function recomputePart(
  part: ReadonlySet<number>,
  changes: readonly Change[],
  definitions: ReadonlyMap<number, readonly Definition[]>,
  now: Date,
): Promise<Recomputed> {
  const mine = changes.filter(({ schoolId }) => part.has(schoolId));
  return inTransaction(systemViewer, async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock_shared(${COMPUTING_LOCK})::text`;
    return computeSchools(tx, mine, definitions, now);
  });
}

async function computeSchools(
  tx: WriteTx,
  changes: readonly Change[],
  definitions: ReadonlyMap<number, readonly Definition[]>,
  now: Date,
): Promise<Recomputed> {
  const ids = [...new Set(changes.map(({ schoolId }) => schoolId))];
  const schools = await tx.$queryRaw<PlacedSchool[]>`
    SELECT s.id, m.id AS "municipalityId", m.region_id AS "regionId" FROM school s JOIN municipality m ON m.id = s.municipality_id
    WHERE s.id = ANY (${ids}::int[]) ORDER BY s.id`;
  const total: Recomputed = { schools: schools.length, values: 0, changed: 0 };
  for (let from = 0; from < schools.length; from += SCHOOLS_AT_ONCE) {
    const part = schools.slice(from, from + SCHOOLS_AT_ONCE);
    const values = await valuesOf(tx, part, changes, definitions, withPrevious(changes));
    total.values += values.length;
    total.changed += await writeSchoolValues(tx, values, now);
    const units = { kind: "school" as const, ids: part.map(({ id }) => id) };
    total.changed += await removeFormerPeriods(tx, units, yearsOf(definitions, changes));
  }
  return total;
}

/** Definitions of the years that are computed; those of the years before them are only looked at. */
function yearsOf(definitions: ReadonlyMap<number, readonly Definition[]>, changes: readonly Change[]) {
  const years = new Set(changes.map(({ schoolYear }) => schoolYear));
  return new Map([...definitions].filter(([year]) => years.has(year)));
}

async function valuesOf(
  tx: WriteTx,
  schools: readonly PlacedSchool[],
  changes: readonly Change[],
  definitions: ReadonlyMap<number, readonly Definition[]>,
  years: readonly number[],
): Promise<StoredSchoolValue[]> {
  const ids = schools.map(({ id }) => id);
  const facts = await readFacts(tx, ids, years, partsAsked(definitions, years));
  const imported = await importedFacts(tx, ids);
  const asked = Map.groupBy(changes, ({ schoolId }) => schoolId);
  return schools.flatMap((school) =>
    (asked.get(school.id) ?? []).flatMap(({ schoolYear }) =>
      schoolValues(school, schoolYear, definitions, facts).map((value) => ({
        ...value,
        schoolId: school.id,
        period: periodOf(schoolYear, value.part),
        origin: originOf(value.definition, (code) =>
          imported.has(`${factKey(school.id, schoolYear, value.part)}:${code}`),
        ),
      })),
    ),
  );
}

/** Periods that are parts of years, of the years in which some indicator has them; none for a catalogue of yearly ones. */
function partsAsked(
  definitions: ReadonlyMap<number, readonly Definition[]>,
  years: readonly number[],
): ValuePeriod[] {
  return years.flatMap((year) =>
    [...new Set((definitions.get(year) ?? []).map(({ period }) => period))]
      .flatMap(partsOf)
      .filter((part) => part !== wholeYear)
      .map((part) => periodOf(year, part)),
  );
}

function originOf({ formula, facts }: Definition, isImported: (code: string) => boolean) {
  if (formula !== null) return "computed" as const;
  return facts.some(isImported) ? ("imported" as const) : ("entered" as const);
}

async function importedFacts(tx: WriteTx, schoolIds: number[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ key: string }[]>`
    SELECT concat_ws(':', school_id, school_year, nullif(part, ''), code) AS key FROM indicator_fact
    WHERE school_id = ANY (${schoolIds}::int[]) AND origin = 'imported' AND code LIKE 'value:%'`;
  return new Set(rows.map(({ key }) => key));
}

async function computeAreas(tx: WriteTx, changes: readonly Change[], now: Date): Promise<number> {
  const ids = [...new Set(changes.map(({ schoolId }) => schoolId))];
  const areas = await tx.$queryRaw<{ municipalities: number[]; regions: number[] }[]>`
    SELECT array_agg(DISTINCT m.id) AS municipalities, array_agg(DISTINCT m.region_id) AS regions
    FROM school s JOIN municipality m ON m.id = s.municipality_id WHERE s.id = ANY (${ids}::int[])`;
  const areasOf = { municipality: areas[0]?.municipalities ?? [], region: areas[0]?.regions ?? [] };
  const years = [...new Set(changes.map(({ schoolYear }) => schoolYear))].sort((a, b) => a - b);
  const definitions = await readDefinitions(tx, years);
  let changed = 0;
  for (const year of years) {
    // What one school or one municipality owns is not summed above it.
    const all = (definitions.get(year) ?? []).filter(({ schoolId }) => schoolId === null);
    const forRegion = all.filter(({ municipalityId }) => municipalityId === null);
    for (const part of [wholeYear, ...partsAsked(definitions, [year]).map((period) => period.part)]) {
      const period = periodOf(year, part);
      const mine = (list: readonly Definition[]) => list.filter((one) => isOfKind(part, one.period));
      for (const [kind, list] of [
        ["municipality", all],
        ["region", forRegion],
      ] as const)
        changed += await writeAreaValues(tx, { kind, ids: areasOf[kind] }, period, mine(list), now);
    }
  }
  for (const kind of ["municipality", "region"] as const)
    changed += await removeFormerPeriods(tx, { kind, ids: areasOf[kind] }, definitions);
  return changed;
}

/** Follows changed facts. */
export async function computeInBackground(_: Jobs["indicators.compute"], now: Date): Promise<void> {
  log("info", "indicators.compute", { ...(await computeChanged(now)) });
}

/** Once a night: what nobody has announced, such as a version that begins today. */
export async function recomputeInBackground(_: Jobs["indicators.recompute"], now: Date): Promise<void> {
  log("info", "indicators.recompute", { ...(await recomputeAll(now)) });
}
