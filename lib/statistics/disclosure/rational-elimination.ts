import type { Blocks } from "./blocks.ts";
import type { LinkedSystem } from "./linked-system.ts";

/** An equation among columns, "sum of coefficient · column = constant", with unknown and known columns kept apart. */
interface Row {
  readonly unknown: Map<number, bigint>;
  readonly known: Map<number, bigint>;
}

/**
 * Solves a block by Gauss–Jordan elimination in whole numbers of any size: slow, never rounded, and it keeps account of what
 * each result was made from.
 *
 * @returns for each column of the block that follows, the known columns of the system that it follows from.
 */
export function solveExactly(
  { rowStart, rowColumn, rowCoefficient }: LinkedSystem,
  { columns, rows, blockColumn, blockRow }: Blocks,
  block: number,
): Map<number, number[]> {
  const place = new Map<number, number>();
  for (let c = blockColumn[block]!; c < blockColumn[block + 1]!; c++) place.set(columns[c]!, c);
  const pivots = new Map<number, Row>();
  for (let r = blockRow[block]!; r < blockRow[block + 1]!; r++) {
    const row: Row = { unknown: new Map(), known: new Map() };
    for (let e = rowStart[rows[r]!]!; e < rowStart[rows[r]! + 1]!; e++) {
      const column = place.get(rowColumn[e]!);
      const coefficient = BigInt(rowCoefficient[e]!);
      if (column === undefined) row.known.set(rowColumn[e]!, coefficient);
      else row.unknown.set(column, coefficient);
    }
    for (const column of [...row.unknown.keys()]) {
      const pivot = pivots.get(column);
      if (pivot) eliminate(row, pivot, column);
    }
    const [column] = row.unknown.keys();
    if (column === undefined) continue;
    for (const pivot of pivots.values()) eliminate(pivot, row, column);
    pivots.set(column, row);
  }
  const found = new Map<number, number[]>();
  for (const [column, { unknown, known }] of pivots)
    if (unknown.size === 1) found.set(column, [...known.keys()]);
  return found;
}

/** Takes the pivot's column out of `row` without fractions, then divides by what all coefficients have in common. */
function eliminate(row: Row, pivot: Row, column: number): void {
  const inRow = row.unknown.get(column);
  if (inRow === undefined) return;
  const inPivot = pivot.unknown.get(column)!;
  let common = 0n;
  for (const side of ["unknown", "known"] as const) {
    for (const [at, coefficient] of row[side]) row[side].set(at, coefficient * inPivot);
    for (const [at, coefficient] of pivot[side]) {
      const sum = (row[side].get(at) ?? 0n) - inRow * coefficient;
      if (sum === 0n) row[side].delete(at);
      else row[side].set(at, sum);
    }
    for (const coefficient of row[side].values())
      common = common === 1n ? 1n : greatestDivisor(common, coefficient);
  }
  if (common <= 1n) return;
  for (const side of [row.unknown, row.known])
    for (const [at, coefficient] of side) side.set(at, coefficient / common);
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y) [x, y] = [y, x % y];
  return x;
}
