import type { WriteTx } from "../../platform/access/as-viewer.ts";
import { areaRule, type Definition } from "./definitions.ts";
import type { ValuePeriod } from "./period.ts";
import type { SchoolValue } from "./school-values.ts";

/** A school's value of a school year or a part of it, ready to be stored. */
export interface StoredSchoolValue extends SchoolValue {
  readonly schoolId: number;
  readonly period: ValuePeriod;
  readonly origin: "computed" | "entered" | "imported";
}

// A row that would not change is not touched: `computed_at` says since when the value is what it is.
const onConflict = `ON CONFLICT (unit_kind, unit_id, period_start, indicator_id) DO UPDATE SET period_end = EXCLUDED.period_end,
    version_id = EXCLUDED.version_id, state = EXCLUDED.state, value = EXCLUDED.value, numerator = EXCLUDED.numerator, denominator = EXCLUDED.denominator,
    reason = EXCLUDED.reason, missing = EXCLUDED.missing, schools = EXCLUDED.schools, schools_due = EXCLUDED.schools_due, origin = EXCLUDED.origin, computed_at = EXCLUDED.computed_at
  WHERE (indicator_value.period_end, indicator_value.version_id, indicator_value.state, indicator_value.value, indicator_value.numerator, indicator_value.denominator, indicator_value.reason,
      indicator_value.missing, indicator_value.schools, indicator_value.schools_due, indicator_value.origin)
    IS DISTINCT FROM (EXCLUDED.period_end, EXCLUDED.version_id, EXCLUDED.state, EXCLUDED.value, EXCLUDED.numerator, EXCLUDED.denominator, EXCLUDED.reason,
      EXCLUDED.missing, EXCLUDED.schools, EXCLUDED.schools_due, EXCLUDED.origin)`;

/** Rows of one statement: larger ones take more memory and no less time. */
const ROWS_AT_ONCE = 20_000;

/** Stores values of schools; answers how many changed. */
export async function writeSchoolValues(
  tx: WriteTx,
  values: readonly StoredSchoolValue[],
  now: Date,
): Promise<number> {
  await planForMany(tx);
  let changed = 0;
  for (let from = 0; from < values.length; from += ROWS_AT_ONCE)
    changed += await writePart(tx, values.slice(from, from + ROWS_AT_ONCE), now);
  return changed;
}

function writePart(tx: WriteTx, values: readonly StoredSchoolValue[], now: Date): Promise<number> {
  const column = (cell: (value: StoredSchoolValue) => string | number | null) => arrayText(values.map(cell));
  // Arrays as texts that the portal writes: the driver would take longer over each of a hundred thousand numbers, and JSON
  // takes the database longer to read. What is stored already in the same form is left out before the insert, so that it is
  // not even locked; it is looked up by the schools of the part, never by reading all of the table.
  return tx.$executeRawUnsafe(
    `INSERT INTO indicator_value (unit_kind, unit_id, period_start, period_end, indicator_id, version_id, state, value, numerator, denominator, reason, missing, schools, schools_due, origin, computed_at)
    SELECT 'school', s, b, e, i, r, t, v, n, d, w, m, (t = 'value')::int, 1, o, $14
    FROM (SELECT s, b, e, i, r, t, v, n, d, w, coalesce(string_to_array(nullif(m, ''), ' '), '{}') AS m, o
      FROM unnest($1::text::int[], $2::text::date[], $3::text::date[], $4::text::int[], $5::text::int[], $6::text::text[], $7::text::float8[], $8::text::float8[],
        $9::text::float8[], $10::text::text[], $11::text::text[], $12::text::text[]) AS j(s, b, e, i, r, t, v, n, d, w, m, o)) fresh
    LEFT JOIN (SELECT * FROM indicator_value WHERE unit_kind = 'school' AND unit_id = ANY ($13::int[])) old
      ON old.unit_id = s AND old.period_start = b AND old.indicator_id = i
    WHERE old.unit_id IS NULL OR (old.period_end, old.version_id, old.state, old.value, old.numerator, old.denominator, old.reason, old.missing, old.origin)
      IS DISTINCT FROM (e, r, t, v, n, d, w, m, o)
    ${onConflict}`,
    ...[
      column((value) => value.schoolId),
      column((value) => value.period.start),
      column((value) => value.period.end),
      column((value) => value.definition.indicatorId),
      column((value) => value.definition.versionId),
      column((value) => value.state),
      column((value) => value.value),
      column((value) => value.numerator),
      column((value) => value.denominator),
      column((value) => quoted(value.reason)),
      column((value) => quoted(value.missing.join(" "))),
      column((value) => value.origin),
    ],
    [...new Set(values.map(({ schoolId }) => schoolId))],
    now,
  );
}

/**
 * For this transaction alone: parts are compared and sorted in memory, and by hash. The planner takes an array for ten rows and
 * would look each of its thousands up by itself.
 */
async function planForMany(tx: WriteTx): Promise<void> {
  await tx.$executeRaw`SET LOCAL work_mem = '32MB'`;
  await tx.$executeRaw`SET LOCAL enable_nestloop = off`;
}

const arrayText = (cells: readonly (string | number | null)[]): string =>
  `{${cells.map((cell) => (cell === null ? "NULL" : String(cell))).join(",")}}`;

/** A word of an array: an empty one and one with spaces or quotes stand in quotes. */
const quoted = (text: string): string => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;

/**
 * Counts the values of areas anew from the values of their schools: numerators and denominators are added, never values.
 * What is not additive has no value in an area and says so; silence of schools is counted, not hidden.
 */
export async function writeAreaValues(
  tx: WriteTx,
  areas: { kind: "municipality" | "region"; ids: readonly number[] },
  { start, end }: ValuePeriod,
  definitions: readonly Definition[],
  now: Date,
): Promise<number> {
  if (definitions.length === 0 || areas.ids.length === 0) return 0;
  await planForMany(tx);
  const rules = definitions.map(areaRule);
  const area = areas.kind === "region" ? "m.region_id" : "s.municipality_id";
  return tx.$executeRawUnsafe(
    `INSERT INTO indicator_value (unit_kind, unit_id, period_start, period_end, indicator_id, version_id, state, value, numerator, denominator, reason, missing, schools, schools_due, origin, computed_at)
    SELECT $1, area_id, $3::date, $4::date, indicator_id, version_id,
      CASE WHEN reason = '' THEN 'value' WHEN reason = 'missing' THEN 'absent' ELSE 'notApplicable' END,
      CASE WHEN reason = '' THEN CASE WHEN ratio THEN n * multiplier / nullif(d, 0) ELSE n END END,
      CASE WHEN reason = '' THEN n END, CASE WHEN reason = '' AND ratio THEN d END, reason, '{}', CASE WHEN reason = '' THEN having_value ELSE 0 END, due, 'computed', $10
    FROM (
      SELECT t.*, CASE WHEN NOT adds THEN 'notAdditive' WHEN having_value = 0 AND absent_ones > 0 THEN 'missing' WHEN having_value = 0 THEN 'condition'
        WHEN ratio AND d = 0 THEN 'zero' ELSE '' END AS reason
      FROM (
        SELECT ${area} AS area_id, v.indicator_id, r.version_id, r.adds, r.ratio, r.multiplier,
          sum(v.numerator ORDER BY v.unit_id) AS n, sum(v.denominator ORDER BY v.unit_id) AS d,
          count(*) FILTER (WHERE v.state = 'value')::int AS having_value, count(*) FILTER (WHERE v.state = 'absent')::int AS absent_ones,
          count(*) FILTER (WHERE v.state <> 'notApplicable')::int AS due
        FROM unnest($5::int[], $6::int[], $7::bool[], $8::bool[], $9::float8[]) AS r(indicator_id, version_id, adds, ratio, multiplier)
        JOIN indicator_value v ON v.indicator_id = r.indicator_id AND v.unit_kind = 'school' AND v.period_start = $3::date AND v.period_end = $4::date
        JOIN school s ON s.id = v.unit_id JOIN municipality m ON m.id = s.municipality_id
        WHERE ${area} = ANY ($2::int[])
        GROUP BY ${area}, v.indicator_id, r.version_id, r.adds, r.ratio, r.multiplier) t) counted
    ${onConflict}`,
    areas.kind,
    [...areas.ids],
    start,
    end,
    definitions.map((d) => d.indicatorId),
    definitions.map((d) => d.versionId),
    rules.map((r) => r.adds),
    rules.map((r) => r.ratio),
    rules.map((r) => r.multiplier),
    now,
  );
}

/** Where the periods of an indicator have changed (a year became half-years), the values of its former version in that year go. */
export async function removeFormerPeriods(
  tx: WriteTx,
  units: { kind: "municipality" | "region" | "school"; ids: readonly number[] },
  definitions: ReadonlyMap<number, readonly Definition[]>,
): Promise<number> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT indicator_id AS id FROM indicator_version WHERE status = 'adopted' GROUP BY indicator_id HAVING count(DISTINCT period) > 1`;
  const several = new Set(rows.map(({ id }) => id));
  const now = [...definitions].flatMap(([year, list]) =>
    list.filter(({ indicatorId }) => several.has(indicatorId)).map((one) => ({ year, ...one })),
  );
  if (now.length === 0) return 0;
  return tx.$executeRaw`
    DELETE FROM indicator_value v
    USING unnest(${now.map(({ year }) => year)}::int[], ${now.map((d) => d.indicatorId)}::int[], ${now.map((d) => d.versionId)}::int[]) AS d(year, indicator_id, version_id)
    WHERE v.unit_kind = ${units.kind} AND v.unit_id = ANY (${[...units.ids]}::int[]) AND v.indicator_id = d.indicator_id AND v.version_id <> d.version_id
      AND v.period_start BETWEEN make_date(d.year, 9, 1) AND make_date(d.year + 1, 8, 31)`;
}
