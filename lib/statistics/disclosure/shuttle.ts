import type { Blocks } from "./blocks.ts";

/** How often one row is used at most; bounds that creep together slowly are left as they are then. */
const LOOKS = 30;

/**
 * The shuttle algorithm: bounds of what a reader can place each column between, found by running to and fro between rows
 * and columns. What all other columns of a row can take together at most, this one must take at least. The true interval is
 * never wider than these bounds, but may be narrower; work is linear in the entries of the rows.
 *
 * @returns how far each column can go up and down from its true value at most, in whole numbers.
 * Source: Buzzigoli and Giusti (1999), An algorithm to calculate the lower and upper bounds of the elements of an array
 * given its marginals, Statistical Data Protection, Eurostat, 131–147.
 */
export function shuttleBounds(
  blocks: Blocks,
  room: { readonly up: Float64Array; readonly down: Float64Array },
): { up: Float64Array; down: Float64Array } {
  const up = room.up.slice();
  const down = room.down.slice();
  const { rowStart, rowColumn, rowCoefficient, columnStart, columnRow } = blocks;
  const rows = rowStart.length - 1;
  const looks = new Int32Array(rows);
  const queue: number[] = [];
  const queued = new Uint8Array(rows);
  const enqueue = (row: number) => {
    if (queued[row] || looks[row]! >= LOOKS) return;
    queued[row] = 1;
    queue.push(row);
  };
  for (let row = 0; row < rows; row++) enqueue(row);
  for (let next = 0; next < queue.length; next++) {
    const row = queue[next]!;
    queued[row] = 0;
    looks[row]!++;
    // What the row can add up to at most, upwards and downwards; columns without bound are counted apart.
    const most = [0, 0];
    const endless = [0, 0];
    for (let e = rowStart[row]!; e < rowStart[row + 1]!; e++) {
      for (const side of [0, 1] as const) {
        const way = reach(rowCoefficient[e]!, up[rowColumn[e]!]!, down[rowColumn[e]!]!, side);
        if (way === Number.POSITIVE_INFINITY) endless[side]!++;
        else most[side]! += way;
      }
    }
    if (endless[0]! > 1 && endless[1]! > 1) continue;
    for (let e = rowStart[row]!; e < rowStart[row + 1]!; e++) {
      const column = rowColumn[e]!;
      const coefficient = rowCoefficient[e]!;
      for (const side of [0, 1] as const) {
        // What this column takes to one side the others must give back on the other.
        const own = reach(coefficient, up[column]!, down[column]!, (1 - side) as 0 | 1);
        const isEndless = own === Number.POSITIVE_INFINITY;
        if (endless[1 - side]! > (isEndless ? 1 : 0)) continue;
        const others = most[1 - side]! - (isEndless ? 0 : own);
        const limit = Math.floor(others / Math.abs(coefficient));
        const bounds = coefficient > 0 === (side === 0) ? up : down;
        if (limit >= bounds[column]!) continue;
        const before = reach(coefficient, up[column]!, down[column]!, side);
        bounds[column] = limit;
        if (before === Number.POSITIVE_INFINITY) endless[side]!--;
        most[side]! += Math.abs(coefficient) * limit - (before === Number.POSITIVE_INFINITY ? 0 : before);
        for (let at = columnStart[column]!; at < columnStart[column + 1]!; at++) enqueue(columnRow[at]!);
      }
    }
  }
  return { up, down };
}

/** How far coefficient · column can go: up for side 0, down for side 1. */
function reach(coefficient: number, up: number, down: number, side: 0 | 1): number {
  const way = coefficient > 0 === (side === 0) ? up : down;
  return way === 0 ? 0 : Math.abs(coefficient) * way;
}
