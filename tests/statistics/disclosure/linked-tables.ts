import fc from "fast-check";
import type { Cell, Equation, Table } from "#lib/statistics/disclosure/table.ts";

/** One sum: the first number is the total, the others are its parts; those named in `sensitive` are. */
export function oneSum(values: Record<string, number>, sensitive: readonly string[] = []): Table {
  const [total, ...parts] = Object.keys(values);
  return {
    cells: Object.entries(values).map(([id, value]) => ({ id, value, sensitive: sensitive.includes(id) })),
    equations: [{ total: total!, parts }],
  };
}

/**
 * The table of all margins of counts over some dimensions: `sizes` categories each, `values` of the innermost cells in
 * order. Ids are the categories with "*" for a total: "0|1|*".
 */
export function marginsTable(
  sizes: readonly number[],
  values: readonly number[],
  isSensitive: (value: number, id: string) => boolean,
): Table {
  const counts = new Map<string, number>();
  values.forEach((value, i) => {
    const at = sizes.map((size, d) => {
      const below = sizes.slice(d + 1).reduce((product, other) => product * other, 1);
      return String(Math.floor(i / below) % size);
    });
    for (let mask = 0; mask < 2 ** sizes.length; mask++) {
      const id = at.map((category, d) => (mask & (1 << d) ? "*" : category)).join("|");
      counts.set(id, (counts.get(id) ?? 0) + value);
    }
  });
  const cells: Cell[] = [...counts].map(([id, value]) => ({ id, value, sensitive: isSensitive(value, id) }));
  const equations: Equation[] = [...counts.keys()].flatMap((total) =>
    total.split("|").flatMap((category, d, at) =>
      category === "*"
        ? [
            {
              total,
              parts: Array.from({ length: sizes[d]! }, (_, k) => at.with(d, String(k)).join("|")),
            },
          ]
        : [],
    ),
  );
  return { cells, equations };
}

/** Small two-way tables with margins; any cell may be sensitive. */
export const twoWayTables = fc
  .record({
    values: fc.array(fc.nat({ max: 3 }), { minLength: 6, maxLength: 6 }),
    marks: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
  })
  .map(({ values, marks }): Table => {
    let next = 0;
    return marginsTable([2, 3], values, () => marks[next++] ?? false);
  });

/** Schools × subjects × marks with all margins; small counts are sensitive. */
export const threeWayTables = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 4 }))
  .chain((sizes) => {
    const count = sizes[0] * sizes[1] * sizes[2];
    return fc.record({
      sizes: fc.constant(sizes),
      values: fc.array(fc.oneof(fc.nat(4), fc.nat(40)), { minLength: count, maxLength: count }),
      least: fc.integer({ min: 2, max: 8 }),
    });
  })
  .map(({ sizes, values, least }) => marginsTable(sizes, values, (value) => value > 0 && value < least));

/** Schools in municipalities × subjects × marks, with the totals of each municipality and of the region; small counts are sensitive. */
export const hierarchicalTables = fc
  .record({
    schools: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
    subjects: fc.integer({ min: 1, max: 3 }),
    marks: fc.integer({ min: 2, max: 4 }),
    values: fc.array(fc.oneof(fc.nat(4), fc.nat(12), fc.nat(60)), { minLength: 40, maxLength: 160 }),
    least: fc.integer({ min: 2, max: 10 }),
  })
  .map(({ schools, subjects, marks, values, least }): Table => {
    const isSensitive = (value: number) => value > 0 && value < least;
    let next = 0;
    const areas = schools.map((count) =>
      marginsTable(
        [count, subjects, marks],
        Array.from({ length: count * subjects * marks }, () => values[next++ % values.length]!),
        isSensitive,
      ),
    );
    const named = (area: number, id: string) => `${area}: ${id}`;
    const cells = areas.flatMap((table, area) =>
      table.cells.map((cell) => ({ ...cell, id: named(area, cell.id) })),
    );
    const equations = areas.flatMap((table, area) =>
      table.equations.map(({ total, parts }) => ({
        total: named(area, total),
        parts: parts.map((part) => named(area, part)),
      })),
    );
    // The region's cells are called as the totals of a municipality are, and add up as these do.
    for (const { id } of areas[0]!.cells.filter((cell) => cell.id.startsWith("*"))) {
      const value = areas.reduce((sum, table) => sum + table.cells.find((cell) => cell.id === id)!.value, 0);
      cells.push({ id, value, sensitive: isSensitive(value) });
      equations.push({ total: id, parts: areas.map((_, area) => named(area, id)) });
    }
    const ofTotals = ({ total, parts }: Equation) => [total, ...parts].every((id) => id.startsWith("*"));
    return { cells, equations: [...equations, ...areas[0]!.equations.filter(ofTotals)] };
  });

/** The ids of the sensitive cells. */
export function sensitiveIn(table: Table): Set<string> {
  return new Set(table.cells.filter((cell) => cell.sensitive).map((cell) => cell.id));
}

/**
 * Between which whole values each hidden cell of a two-way table of 2 × 3 lies, by trying all tables with entries from 0 to
 * `most`; `bounds`: what a reader knows of hidden cells.
 */
export function intervalsByTrying(
  table: Table,
  hidden: ReadonlySet<string>,
  most: number,
  bounds: { low: number; high: number } = { low: 0, high: Number.POSITIVE_INFINITY },
): Map<string, { low: number; high: number }> {
  const value = new Map(table.cells.map((cell) => [cell.id, cell.value]));
  const inner = ["0|0", "0|1", "0|2", "1|0", "1|1", "1|2"];
  const margins = ["0|*", "1|*", "*|0", "*|1", "*|2", "*|*"].map((id) => ({
    id,
    parts: inner.flatMap((part, i) => (fits(id, part) ? [i] : [])),
  }));
  const found = new Map<string, { low: number; high: number }>();
  const note = (id: string, is: number) => {
    const { low, high } = found.get(id) ?? { low: is, high: is };
    found.set(id, { low: Math.min(low, is), high: Math.max(high, is) });
  };
  const trial = inner.map((id) => value.get(id)!);
  const tryFrom = (i: number): void => {
    if (i < inner.length) {
      if (!hidden.has(inner[i]!)) {
        tryFrom(i + 1);
        return;
      }
      const own = trial[i]!;
      for (let entry = Math.max(0, bounds.low); entry <= Math.min(most, bounds.high); entry++) {
        trial[i] = entry;
        tryFrom(i + 1);
      }
      trial[i] = own;
      return;
    }
    const sums = margins.map(({ parts }) => parts.reduce((sum, part) => sum + trial[part]!, 0));
    const agrees = margins.every(({ id }, m) =>
      hidden.has(id) ? sums[m]! >= bounds.low && sums[m]! <= bounds.high : sums[m] === value.get(id),
    );
    if (!agrees) return;
    for (const [i, id] of inner.entries()) if (hidden.has(id)) note(id, trial[i]!);
    for (const [m, { id }] of margins.entries()) if (hidden.has(id)) note(id, sums[m]!);
  };
  tryFrom(0);
  return found;
}

/** Is the inner cell a part of the margin? */
function fits(margin: string, part: string): boolean {
  return margin.split("|").every((category, d) => category === "*" || category === part.split("|")[d]);
}
