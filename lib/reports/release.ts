import { countSensitivity, groupSensitivity } from "../statistics/disclosure/primary.ts";
import { suppress } from "../statistics/disclosure/suppress.ts";
import type { Cell, Equation } from "../statistics/disclosure/table.ts";
import { type Counts, innerEquations, type Measure, measures } from "./measures.ts";

/** A unit of the area that a release stands in. Children add up to their parent; the list of children is complete. */
export interface ReleaseUnit {
  /** `school-12`, `municipality-3`, `region-1`. */
  key: string;
  parent: string | null;
  counts: Counts;
  /** True when this release shows the unit. */
  shown: boolean;
}

/** The last public value of a cell in the ledger of earlier releases. */
export type Ledger = ReadonlyMap<string, number>;

/** The id of a cell: unit and measure. */
export function cellId(unit: string, measure: Measure): string {
  return `${unit} ${measure}`;
}

export interface Release {
  /** Cells of the shown units that must not be shown. */
  hidden: ReadonlySet<string>;
  /** Small numbers that earlier releases have given away already; publishing must stop and a person must look. */
  exposed: readonly string[];
}

/**
 * Decides what a release of one work may show. Everything a reader could lay side by side is one system of sums: the
 * marks of each unit, the schools of the municipality, the municipalities of the region, whatever was published before,
 * and the difference to it when a number has changed since (one late pupil must not follow from two editions).
 */
export function decideRelease(units: readonly ReleaseUnit[], ledger: Ledger): Release {
  const cells: Cell[] = [];
  const equations: Equation[] = [];
  const alreadyPublished = new Set<string>();
  const notReleased = new Set<string>();
  for (const unit of units) {
    for (const measure of measures) {
      const id = cellId(unit.key, measure);
      const value = unit.counts[measure];
      cells.push({ id, value, sensitive: isSensitive(measure, unit.counts) });
      const before = ledger.get(id);
      if (before === value) alreadyPublished.add(id);
      else if (before !== undefined)
        addDifference(id, before, value, cells, equations, alreadyPublished, notReleased);
      if (!unit.shown && before !== value) notReleased.add(id);
    }
    equations.push(...innerEquations((measure) => cellId(unit.key, measure)));
  }
  for (const parent of units) {
    const children = units.filter((unit) => unit.parent === parent.key);
    if (children.length === 0) continue;
    for (const measure of measures)
      equations.push({
        total: cellId(parent.key, measure),
        parts: children.map((child) => cellId(child.key, measure)),
      });
  }
  const { hidden, exposed } = suppress({ cells, equations }, { alreadyPublished, notReleased });
  const shown = new Set(
    units
      .filter((unit) => unit.shown)
      .flatMap((unit) => measures.map((measure) => cellId(unit.key, measure))),
  );
  return { hidden: new Set([...hidden].filter((id) => shown.has(id))), exposed: [...exposed].sort() };
}

/** A sum of scores is as telling as the group is small; counts have their own rule. */
function isSensitive(measure: Measure, counts: Counts): boolean {
  if (measure === "n" || measure === "score") return groupSensitivity(counts.n) !== null;
  return countSensitivity(counts[measure], counts.n) !== null;
}

/** The number was another one in an earlier edition: what came or went between the two is a cell of its own. */
function addDifference(
  id: string,
  before: number,
  value: number,
  cells: Cell[],
  equations: Equation[],
  published: Set<string>,
  notReleased: Set<string>,
): void {
  const old = `${id} before`;
  const difference = `${id} difference`;
  const size = Math.abs(value - before);
  cells.push(
    { id: old, value: before, sensitive: false },
    { id: difference, value: size, sensitive: groupSensitivity(size) !== null },
  );
  published.add(old);
  notReleased.add(difference);
  equations.push(
    value > before ? { total: id, parts: [old, difference] } : { total: old, parts: [id, difference] },
  );
}
