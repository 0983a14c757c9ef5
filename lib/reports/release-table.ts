import { countSensitivity, groupSensitivity, PUBLIC_RULE } from "../statistics/disclosure/primary.ts";
import type { Cell, Equation } from "../statistics/disclosure/table.ts";
import { type Counts, innerEquations, type Measure, measures } from "./measures.ts";
import { type PublicPast, wasId } from "./release-past.ts";
import { earlierSums } from "./release-past-sums.ts";
import { cellId, type ReleaseUnit } from "./release-units.ts";

/** Everything that a reader could lay side by side: all editions of all reports about a work, and the sums that hold. */
export interface ReleaseTable {
  cells: Cell[];
  equations: Equation[];
  alreadyPublished: Set<string>;
  notReleased: Set<string>;
}

/**
 * The table of a release; `units` are complete below each parent (see `joinUnknown`). `anew`: units of which nothing need be
 * shown again that was public before, so that readers are not told that it still holds.
 */
export function releaseTable(
  units: readonly ReleaseUnit[],
  past: PublicPast,
  anew: ReadonlySet<string> = new Set(),
): ReleaseTable {
  const table: ReleaseTable = {
    cells: [],
    equations: [...sumsOf(units)],
    alreadyPublished: new Set(),
    notReleased: new Set(),
  };
  for (const unit of units) addUnit(table, unit, past, !anew.has(unit.key));
  earlierSums(table, [...table.equations], past);
  return table;
}

/** The sums that hold at any time: inside each unit, and between a unit and its children. */
function sumsOf(units: readonly ReleaseUnit[]): Equation[] {
  return units.flatMap(({ key }) => {
    const children = units.filter((unit) => unit.parent === key);
    const sums = measures.map((measure) => ({
      total: cellId(key, measure),
      parts: children.map((child) => cellId(child.key, measure)),
    }));
    return [...innerEquations((measure) => cellId(key, measure)), ...(children.length > 0 ? sums : [])];
  });
}

function addUnit(table: ReleaseTable, unit: ReleaseUnit, past: PublicPast, stands: boolean): void {
  for (const measure of measures) {
    const id = cellId(unit.key, measure);
    const value = unit.counts[measure];
    const sensitive =
      isSensitive(measure, unit.counts) ||
      (value === 0 && (unit.members ?? []).some((member) => isSensitive(measure, member)));
    table.cells.push({ id, value, sensitive });
    // Nobody knows that a number is again what it was before the last edition; and one that has become telling since (all
    // of a group that shrank) is not repeated, though it was public once.
    const known = stands && past.newest.get(id) === value && !sensitive;
    if (known) table.alreadyPublished.add(id);
    else if (!unit.shown) table.notReleased.add(id);
    for (const before of past.valuesOf(id)) {
      if (known && before === value) continue;
      table.cells.push({ id: wasId(id, before), value: before, sensitive: false });
      table.alreadyPublished.add(wasId(id, before));
      // Between two public numbers there is nothing left to protect.
      if (!known && before !== value) addDifference(table, unit, measure, before, pupilsChanged(unit, past));
    }
  }
}

/** A sum of scores is as telling as the group is small; counts have their own rule. */
function isSensitive(measure: Measure, counts: Counts): boolean {
  if (measure === "n" || measure === "score") return groupSensitivity(counts.n) !== null;
  return countSensitivity(counts[measure], counts.n) !== null;
}

/** The number was another one in an earlier edition: what came or went between the two is a cell of its own. */
function addDifference(
  table: ReleaseTable,
  unit: ReleaseUnit,
  measure: Measure,
  before: number,
  changed: number,
): void {
  const id = cellId(unit.key, measure);
  const value = unit.counts[measure];
  const [old, difference] = [wasId(id, before), `${id} since ${before}`];
  const size = Math.abs(value - before);
  const sensitive = measure === "score" ? changed < PUBLIC_RULE.leastBase : groupSensitivity(size) !== null;
  table.cells.push({ id: difference, value: size, sensitive });
  table.notReleased.add(difference);
  table.equations.push(
    value > before ? { total: id, parts: [old, difference] } : { total: old, parts: [id, difference] },
  );
}

/** At least so many pupils have come, gone or changed their mark since the last edition: whom a change of scores may be about. */
function pupilsChanged(unit: ReleaseUnit, past: PublicPast): number {
  return Math.max(
    ...measures.map((measure) => {
      const [before] = past.valuesOf(cellId(unit.key, measure));
      return measure === "score" || before === undefined ? 0 : Math.abs(unit.counts[measure] - before);
    }),
  );
}
