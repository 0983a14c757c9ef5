import { countSensitivity, groupSensitivity } from "../statistics/disclosure/primary.ts";
import type { Cell, Equation } from "../statistics/disclosure/table.ts";
import { type Counts, innerEquations, type Measure, measures } from "./measures.ts";
import { cellId, type Ledger, type ReleaseUnit } from "./release-units.ts";

/** Everything that a reader could lay side by side: all editions of all reports about a work, and the sums that hold. */
export interface ReleaseTable {
  cells: Cell[];
  equations: Equation[];
  alreadyPublished: Set<string>;
  notReleased: Set<string>;
}

/** The table of a release; `units` are complete below each parent (see `joinUnknown`). */
export function releaseTable(units: readonly ReleaseUnit[], ledger: Ledger): ReleaseTable {
  const table: ReleaseTable = {
    cells: [],
    equations: [],
    alreadyPublished: new Set(),
    notReleased: new Set(),
  };
  for (const unit of units) addUnit(table, unit, ledger);
  for (const parent of units) {
    const children = units.filter((unit) => unit.parent === parent.key);
    if (children.length === 0) continue;
    for (const measure of measures)
      table.equations.push({
        total: cellId(parent.key, measure),
        parts: children.map((child) => cellId(child.key, measure)),
      });
    addEarlierSums(table, parent, children, ledger);
  }
  return table;
}

function addUnit(table: ReleaseTable, unit: ReleaseUnit, ledger: Ledger): void {
  for (const measure of measures) {
    const id = cellId(unit.key, measure);
    const value = unit.counts[measure];
    const sensitive = isSensitive(measure, unit.counts);
    const earlier = ledger.get(id) ?? [];
    table.cells.push({ id, value, sensitive });
    // A number that has become telling since (all of a group that shrank) is not repeated, though it was public once.
    const known = earlier.includes(value) && !sensitive;
    if (known) table.alreadyPublished.add(id);
    else if (!unit.shown) table.notReleased.add(id);
    for (const before of earlier) {
      if (before === value) continue;
      table.cells.push({ id: wasId(id, before), value: before, sensitive: false });
      table.alreadyPublished.add(wasId(id, before));
      // Between two public numbers there is nothing left to protect.
      if (!known) addDifference(table, unit, measure, before, pupilsChanged(unit, ledger));
    }
  }
  table.equations.push(...innerEquations((measure) => cellId(unit.key, measure)));
}

/** A sum of scores is as telling as the group is small; counts have their own rule. */
function isSensitive(measure: Measure, counts: Counts): boolean {
  if (measure === "n" || measure === "score") return groupSensitivity(counts.n) !== null;
  return countSensitivity(counts[measure], counts.n) !== null;
}

const wasId = (id: string, before: number) => `${id} was ${before}`;

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
  const sensitive = measure === "score" ? changed < 10 : groupSensitivity(size) !== null;
  table.cells.push({ id: difference, value: size, sensitive });
  table.notReleased.add(difference);
  table.equations.push(
    value > before ? { total: id, parts: [old, difference] } : { total: old, parts: [id, difference] },
  );
}

/** At least so many pupils have come, gone or changed their mark since the last edition: whom a change of scores may be about. */
function pupilsChanged(unit: ReleaseUnit, ledger: Ledger): number {
  return Math.max(
    ...measures.map((measure) => {
      const [before] = ledger.get(cellId(unit.key, measure)) ?? [];
      return measure === "score" || before === undefined ? 0 : Math.abs(unit.counts[measure] - before);
    }),
  );
}

/**
 * A sum of an earlier edition, from which a child that is shown for the first time now could be taken away, although the
 * parent's own number has changed since: what would be left is a cell of its own.
 */
function addEarlierSums(
  table: ReleaseTable,
  parent: ReleaseUnit,
  children: readonly ReleaseUnit[],
  ledger: Ledger,
): void {
  let pupilsLeft = Number.POSITIVE_INFINITY;
  for (const measure of measures) {
    const before = ledger.get(cellId(parent.key, measure))?.find((old) => old !== parent.counts[measure]);
    if (before === undefined) continue;
    const parts: string[] = [];
    let left = before;
    let isNew = false;
    for (const child of children) {
      const id = cellId(child.key, measure);
      const published = ledger.get(id) ?? [];
      if (published.length === 0 && !child.shown) continue;
      const value = child.counts[measure];
      const last = published.includes(value) ? value : (published[0] ?? value);
      parts.push(last === value ? id : wasId(id, last));
      left -= last;
      isNew ||= published.length === 0;
    }
    if (!isNew || left < 0) continue;
    if (measure === "n") pupilsLeft = left;
    const rest = `rest of ${wasId(cellId(parent.key, measure), before)}`;
    const base = measure === "score" ? pupilsLeft : left;
    table.cells.push({ id: rest, value: left, sensitive: base < 10 && left > 0 });
    table.notReleased.add(rest);
    table.equations.push({ total: wasId(cellId(parent.key, measure), before), parts: [...parts, rest] });
  }
}
