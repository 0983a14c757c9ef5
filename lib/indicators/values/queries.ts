import "server-only";
import { asViewer, type ReadTx } from "../../platform/access/as-viewer.ts";
import { permit } from "../../platform/access/permissions.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { readLines } from "./line-reads.ts";
import { schoolYearOn } from "./period.ts";
import { type FactTask, readFactTasks } from "./task-queries.ts";
import { type NamedValueUnit, namedUnit, type ValueUnit } from "./unit.ts";
import type { ValueLine } from "./value-view.ts";

export interface UnitValues {
  unit: NamedValueUnit;
  /** School years with any value, newest first. */
  years: number[];
  schoolYear: number;
  lines: ValueLine[];
  /** What is missing and who owes it; of schools only. */
  tasks: FactTask[];
  /** How many facts are missing in all of them. */
  missing: number;
  /** Units directly below, in the natural order of names. */
  below: { kind: "municipality" | "school"; id: number; name: string }[];
}

/** Everything a unit has in a school year; the newest year with values when none is asked for. `today` is `YYYY-MM-DD`. */
export function getUnitValues(
  viewer: Viewer,
  unit: ValueUnit,
  asked: number | null,
  today: string,
): Promise<UnitValues> {
  permit(viewer, "indicators.read");
  return asViewer(viewer, async (tx) => {
    const named = await namedUnit(tx, viewer, unit);
    const { years, fullYear } = await yearsOf(tx, named);
    const schoolYear = asked ?? fullYear ?? years[0] ?? schoolYearOn(today);
    const owed =
      named.kind === "school" ? await readFactTasks(tx, { ...named, id: named.id }, schoolYear, today) : [];
    return {
      unit: named,
      years: years.includes(schoolYear) ? years : [schoolYear, ...years].sort((a, b) => b - a),
      schoolYear,
      lines: await readLines(tx, named, schoolYear),
      tasks: owed,
      missing: owed.reduce((sum, { missing }) => sum + missing, 0),
      below: await unitsBelow(tx, named),
    };
  });
}

/** Years with any value, newest first; `fullYear` is the newest that has at least a quarter of what the fullest has: a year just begun is not the one to open with. */
async function yearsOf(tx: ReadTx, { kind, id }: NamedValueUnit) {
  const rows = await tx.$queryRaw<{ year: number; values: number }[]>`
    SELECT extract(year FROM period_start - interval '8 months')::int AS year, count(*)::int AS values FROM indicator_value
    WHERE unit_kind = ${kind} AND unit_id = ${id} AND state = 'value' GROUP BY 1 ORDER BY 1 DESC`;
  const most = Math.max(0, ...rows.map(({ values }) => values));
  const fullYear = rows.find(({ values }) => 4 * values >= most)?.year ?? null;
  return { years: rows.map(({ year }) => year), fullYear };
}

function unitsBelow(tx: ReadTx, { kind, id }: NamedValueUnit): Promise<UnitValues["below"]> {
  if (kind === "school") return Promise.resolve([]);
  return kind === "region"
    ? tx.$queryRaw`SELECT 'municipality' AS kind, id, name FROM municipality WHERE region_id = ${id} ORDER BY name COLLATE natural_order, id`
    : tx.$queryRaw`SELECT 'school' AS kind, id, name FROM school WHERE municipality_id = ${id} AND closed_on IS NULL ORDER BY name COLLATE natural_order, id`;
}

/** Regions to choose from, for who works with all of them. */
export function listValueRegions(viewer: Viewer): Promise<{ id: number; name: string }[]> {
  permit(viewer, "indicators.read");
  return asViewer(viewer, (tx) =>
    tx.region.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } }),
  );
}
