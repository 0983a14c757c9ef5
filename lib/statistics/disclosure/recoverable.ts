import { type Blocks, blocksOf } from "./blocks.ts";
import { Overflow } from "./exact-arithmetic.ts";
import { indexTable, type LinkedSystem } from "./linked-system.ts";
import { solveExactly } from "./rational-elimination.ts";
import { eliminate } from "./sparse-elimination.ts";
import type { Table } from "./table.ts";

/** The hidden cells and the slacks of a table as blocks; a RangeError for a broken table or an unknown hidden id. */
export function hiddenBlocks(
  table: Table,
  hidden: ReadonlySet<string>,
): { system: LinkedSystem; blocks: Blocks } {
  const system = indexTable(table);
  const open = new Uint8Array(system.index.keys.length);
  open.fill(1, system.cells);
  for (const id of hidden) {
    const at = system.index.find(id);
    if (at < 0) throw new RangeError(`An unknown cell is hidden: ${id}`);
    open[at] = 1;
  }
  return { system, blocks: blocksOf(system, open) };
}

/**
 * Which hidden cells follow from the shown ones by adding and subtracting sums alone: the check that a pattern of suppression
 * is safe, independent of how the pattern was found. Elimination in whole numbers, so there is no rounding that could
 * hide a disclosure: a cell is left out because a solution was seen in which it changes, and named because taking all named
 * cells away lowers the rank by exactly their number.
 *
 * It does not use that counts cannot be negative; `undecided` and `auditSuppression` do.
 *
 * Units: counts. Never null. R: none known; `qr(a)$rank` with and without a column decides it for small tables.
 * Source: Cox (1980), JASA 75:377–385.
 *
 * @throws RangeError for a broken table or an unknown hidden id.
 * @example recoverable(table, hidden).size // must be 0 before anything is published
 */
export function recoverable(table: Table, hidden: ReadonlySet<string>): Set<string> {
  const { system, blocks } = hiddenBlocks(table, hidden);
  const found = recoverableColumns(system, blocks);
  return new Set(found.map((column) => system.index.ids[blocks.columns[column]!]!));
}

/** The columns that follow, of all blocks. */
export function recoverableColumns(system: LinkedSystem, blocks: Blocks): number[] {
  const found: number[] = [];
  const scratch = new Uint8Array(blocks.columns.length);
  for (let block = 0; block + 1 < blocks.blockColumn.length; block++)
    for (const column of recoverableOf(system, blocks, block, scratch))
      if (blocks.columns[column]! < system.cells) found.push(column);
  return found;
}

function recoverableOf(
  system: LinkedSystem,
  blocks: Blocks,
  block: number,
  scratch: Uint8Array,
): readonly number[] {
  try {
    const { rank, zeros } = eliminate(blocks, block, null, 1);
    let candidates = zeros;
    for (let seed = 2; candidates.length > 0; seed++) {
      for (const column of candidates) scratch[column] = 1;
      const left = eliminate(blocks, block, scratch, seed).rank;
      for (const column of candidates) scratch[column] = 0;
      // Each of them follows exactly if all together hold as many independent equations as they are.
      if (left + candidates.length === rank) break;
      const again = new Set(eliminate(blocks, block, null, seed).zeros);
      candidates = candidates.filter((column) => again.has(column));
    }
    return candidates;
  } catch (error) {
    if (!(error instanceof Overflow)) throw error;
    return [...solveExactly(system, blocks, block).keys()];
  }
}

/**
 * Hidden cells that follow from the shown ones, and from which (see `recoverable`): what to tell an editor who asks why a
 * pattern is not safe. A cell may follow in several ways; one is named.
 *
 * @returns for each hidden cell that follows, the shown cells it follows from. Empty = nothing follows.
 * @throws RangeError for a broken table or an unknown hidden id.
 * @example deductions({ cells: [n = 24, a = 3, b = 21], equations: [{ total: n, parts: [a, b] }] }, new Set([a])) // a ← [n, b]
 */
export function deductions(table: Table, hidden: ReadonlySet<string>): Map<string, readonly string[]> {
  const { system, blocks } = hiddenBlocks(table, hidden);
  const found = new Map<string, readonly string[]>();
  const scratch = new Uint8Array(blocks.columns.length);
  for (let block = 0; block + 1 < blocks.blockColumn.length; block++) {
    if (recoverableOf(system, blocks, block, scratch).length === 0) continue;
    for (const [column, from] of solveExactly(system, blocks, block)) {
      const at = blocks.columns[column]!;
      if (at < system.cells)
        found.set(
          system.index.ids[at]!,
          from.map((known) => system.index.ids[known]!),
        );
    }
  }
  return found;
}
