import type { WriteTx } from "../../platform/access/as-viewer.ts";
import { areaRule, type Definition } from "./definitions.ts";
import { schoolYearOf } from "./period.ts";
import type { SchoolValue } from "./school-values.ts";

/** A school's value of a school year, ready to be stored. */
export interface StoredSchoolValue extends SchoolValue {
  readonly schoolId: number;
  readonly schoolYear: number;
  readonly origin: "computed" | "entered" | "imported";
}

// A row that would not change is not touched: `computed_at` says since when the value is what it is.
const onConflict = `ON CONFLICT (unit_kind, unit_id, period_start, indicator_id) DO UPDATE SET period_end = EXCLUDED.period_end,
    version_id = EXCLUDED.version_id, state = EXCLUDED.state, value = EXCLUDED.value, numerator = EXCLUDED.numerator, denominator = EXCLUDED.denominator,
    reason = EXCLUDED.reason, missing = EXCLUDED.missing, schools = EXCLUDED.schools, schools_due = EXCLUDED.schools_due, origin = EXCLUDED.origin, computed_at = EXCLUDED.computed_at
  WHERE (indicator_value.version_id, indicator_value.state, indicator_value.value, indicator_value.numerator, indicator_value.denominator, indicator_value.reason,
      indicator_value.missing, indicator_value.schools, indicator_value.schools_due, indicator_value.origin)
    IS DISTINCT FROM (EXCLUDED.version_id, EXCLUDED.state, EXCLUDED.value, EXCLUDED.numerator, EXCLUDED.denominator, EXCLUDED.reason,
      EXCLUDED.missing, EXCLUDED.schools, EXCLUDED.schools_due, EXCLUDED.origin)`;

/** Rows of one statement: larger ones take more memory and no less time. */
const ROWS_AT_ONCE = 10_000;

/** Stores values of schools; answers how many changed. */
export async function writeSchoolValues(
  tx: WriteTx,
  values: readonly StoredSchoolValue[],
  now: Date,
): Promise<number> {
  let changed = 0;
  for (let from = 0; from < values.length; from += ROWS_AT_ONCE)
    changed += await writePart(tx, values.slice(from, from + ROWS_AT_ONCE), now);
  return changed;
}

function writePart(tx: WriteTx, values: readonly StoredSchoolValue[], now: Date): Promise<number> {
  const rows = values.map((value) => ({
    ...{
      s: value.schoolId,
      y: value.schoolYear,
      i: value.definition.indicatorId,
      r: value.definition.versionId,
    },
    ...{ t: value.state, v: value.value, n: value.numerator, d: value.denominator, w: value.reason },
    ...{ m: value.missing.join(" "), o: value.origin },
  }));
  // One text instead of eleven arrays: the driver would write each of a hundred thousand numbers by itself. What is stored
  // already in the same form is left out before the insert, so that it is not even locked.
  return tx.$executeRawUnsafe(
    `INSERT INTO indicator_value (unit_kind, unit_id, period_start, period_end, indicator_id, version_id, state, value, numerator, denominator, reason, missing, schools, schools_due, origin, computed_at)
    SELECT 'school', s, make_date(y, 9, 1), make_date(y + 1, 8, 31), i, r, t, v, n, d, w, m, (t = 'value')::int, 1, o, $2
    FROM (SELECT s, y, i, r, t, v, n, d, w, coalesce(string_to_array(nullif(m, ''), ' '), '{}') AS m, o
      FROM json_to_recordset($1::json) AS j(s int, y int, i int, r int, t text, v float8, n float8, d float8, w text, m text, o text)) fresh
    LEFT JOIN indicator_value old ON old.unit_kind = 'school' AND old.unit_id = s AND old.period_start = make_date(y, 9, 1) AND old.indicator_id = i
    WHERE old.unit_id IS NULL OR (old.version_id, old.state, old.value, old.numerator, old.denominator, old.reason, old.missing, old.origin)
      IS DISTINCT FROM (r, t, v, n, d, w, m, o)
    ${onConflict}`,
    JSON.stringify(rows),
    now,
  );
}

/**
 * Counts the values of areas anew from the values of their schools: numerators and denominators are added, never values.
 * What is not additive has no value in an area and says so; silence of schools is counted, not hidden.
 */
export async function writeAreaValues(
  tx: WriteTx,
  areas: { kind: "municipality" | "region"; ids: readonly number[] },
  schoolYear: number,
  definitions: readonly Definition[],
  now: Date,
): Promise<number> {
  if (definitions.length === 0 || areas.ids.length === 0) return 0;
  const { start, end } = schoolYearOf(schoolYear);
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
        JOIN indicator_value v ON v.indicator_id = r.indicator_id AND v.unit_kind = 'school' AND v.period_start = $3::date
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
