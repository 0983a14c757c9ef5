import type { Interval } from "../interval.ts";
import { Dictionary } from "./dictionary.ts";
import { checkTable, type Table } from "./table.ts";

/** Hidden cells that are linked with each other by sums, and those sums with the shown cells moved to the right side. */
interface Component {
  readonly ids: readonly string[];
  readonly values: readonly number[];
  readonly dictionary: Dictionary;
}

/** Groups the hidden cells into components: cells of different components say nothing about each other. */
function components(table: Table, hidden: ReadonlySet<string>): Component[] {
  const cells = checkTable(table);
  const leader = new Map<string, string>([...hidden].map((id) => [id, id]));
  const find = (id: string): string => {
    let at = id;
    while (leader.get(at) !== at) at = leader.get(at)!;
    leader.set(id, at);
    return at;
  };
  const linked = table.equations
    .map(({ total, parts }) => ({ total, parts, unknown: [total, ...parts].filter((id) => hidden.has(id)) }))
    .filter(({ unknown }) => unknown.length > 0);
  for (const { unknown } of linked) for (const id of unknown) leader.set(find(id), find(unknown[0]!));
  const equations = Map.groupBy(linked, ({ unknown }) => find(unknown[0]!));
  return [...Map.groupBy(hidden, find)].map(([first, ids]) => {
    const column = new Map(ids.map((id, i) => [id, i]));
    const rows = (equations.get(first) ?? []).map(({ total, parts, unknown }) => {
      const row = Array<number>(ids.length + 1).fill(0);
      for (const part of parts) if (hidden.has(part)) row[column.get(part)!] = 1;
      if (hidden.has(total)) row[column.get(total)!] = -1;
      row[ids.length] = unknown.reduce((sum, id) => sum + row[column.get(id)!]! * cells.get(id)!.value, 0);
      return row;
    });
    const dictionary = new Dictionary(rows, ids.length);
    dictionary.makeFeasible();
    return { ids, values: ids.map((id) => cells.get(id)!.value), dictionary };
  });
}

/**
 * What a reader can work out about each hidden cell: the least and the greatest value it can have, given all shown cells,
 * all sums, and that no count is negative. A single point means that hiding was in vain. Exact (whole-number simplex);
 * the bounds are those of the linear programme, between which the whole solutions lie.
 *
 * Units: those of the cells; `high` is Infinity where nothing bounds the cell. R: `lpSolve::lp("min"/"max", …)$objval`.
 * Source: Willenborg and de Waal (2001), Elements of Statistical Disclosure Control, §6 (feasibility intervals).
 *
 * @example feasibleIntervals({ cells: [n = 5, a = 3, b = 2], equations: [{ total: n, parts: [a, b] }] }, new Set([a, b])) // a: 0–5, b: 0–5
 */
export function feasibleIntervals(table: Table, hidden: ReadonlySet<string>): Map<string, Interval> {
  const intervals = new Map<string, Interval>();
  for (const { ids, dictionary } of components(table, hidden)) {
    ids.forEach((id, column) => {
      const bound = (direction: 1 | -1) => {
        if (!dictionary.extreme(column, direction)) return Number.POSITIVE_INFINITY;
        const { numerators, denominator } = dictionary.corner();
        return numerators[column]! / denominator;
      };
      intervals.set(id, { low: bound(-1), high: bound(1) });
    });
  }
  return intervals;
}

/**
 * The hidden cells among `ids` that are NOT proved safe. A cell is proved safe by a witness: other whole, non-negative
 * counts for all hidden cells that fit every shown cell and every sum, in which this cell has another value. So each
 * answer "safe" can be checked by plain addition, and no rounding is in it.
 *
 * @returns cells whose value follows, or for which no witness was found; empty = all proved safe.
 * @example undecided({ cells: [n = 0, a = 0, b = 0], equations: [{ total: n, parts: [a, b] }] }, new Set([a, b]), [a]) // Set { a }
 */
export function undecided(table: Table, hidden: ReadonlySet<string>, ids: Iterable<string>): Set<string> {
  const open = new Set([...ids].filter((id) => hidden.has(id)));
  for (const component of components(table, hidden)) {
    const { dictionary } = component;
    const lookForWitness = () => {
      const { numerators, denominator } = dictionary.corner();
      if (numerators.some((numerator) => numerator % denominator !== 0)) return;
      component.ids.forEach((id, i) => {
        if (numerators[i]! / denominator !== component.values[i]) open.delete(id);
      });
    };
    component.ids.forEach((id, column) => {
      const enough = () => {
        if (open.has(id)) lookForWitness();
        return !open.has(id);
      };
      // Nothing bounds a cell that can grow for ever: it may as well be one more.
      if (!enough() && !dictionary.extreme(column, 1, enough)) open.delete(id);
      if (!enough()) dictionary.extreme(column, -1, enough);
    });
  }
  return open;
}
