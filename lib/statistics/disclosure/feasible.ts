import type { Interval } from "../interval.ts";
import type { Blocks } from "./blocks.ts";
import { withDictionary } from "./component.ts";
import type { LinkedSystem } from "./linked-system.ts";
import { MoveSearch } from "./move-search.ts";
import { Proofs } from "./proofs.ts";
import { Protector } from "./protector.ts";
import { type KnownRoom, knownRoom, type ReaderKnowledge, refuseFalse } from "./reader-knowledge.ts";
import { hiddenBlocks } from "./recoverable.ts";
import type { Table } from "./table.ts";

/** The largest block, hidden cells times sums, whose intervals are worked out exactly. */
const MOST_ENTRIES = 4_000_000;

/** What all questions about a pattern of hidden cells start from. */
export interface Pattern {
  readonly system: LinkedSystem;
  readonly blocks: Blocks;
  readonly room: KnownRoom;
}

/** The hidden cells with what a reader knows of them; a RangeError for a broken table or a false statement. */
export function patternOf(
  table: Table,
  hidden: ReadonlySet<string>,
  knowledge: ReaderKnowledge = {},
): Pattern {
  const { system, blocks } = hiddenBlocks(table, hidden);
  const room = knownRoom(system, table.cells, blocks.columns, (at) =>
    at >= system.cells ? undefined : table.cells[at]!.sensitive ? knowledge.sensitive : knowledge.linked,
  );
  refuseFalse(system, blocks.columns, room, () => true);
  return { system, blocks, room };
}

/**
 * What a reader can work out about each hidden cell: the least and the greatest value it can have, given all shown cells,
 * all sums, and what is known of hidden counts (that they are not negative, unless `knowledge` or the cells say more). A
 * single point means that hiding was in vain. Exact (whole-number simplex); the bounds are those of the linear programme,
 * between which the whole solutions lie.
 *
 * For blocks beyond some two thousand linked hidden cells it throws a RangeError: use `auditSuppression`.
 * Units: those of the cells; `high` is Infinity where nothing bounds the cell. R: `lpSolve::lp("min"/"max", …)$objval`.
 * Source: Willenborg and de Waal (2001), Elements of Statistical Disclosure Control, §6 (feasibility intervals).
 *
 * @example feasibleIntervals({ cells: [n = 5, a = 3, b = 2], equations: [{ total: n, parts: [a, b] }] }, new Set([a, b])) // a: 0–5, b: 0–5
 */
export function feasibleIntervals(
  table: Table,
  hidden: ReadonlySet<string>,
  knowledge: ReaderKnowledge = {},
): Map<string, Interval> {
  const { system, blocks, room } = patternOf(table, hidden, knowledge);
  const intervals = new Map<string, Interval>();
  for (let block = 0; block + 1 < blocks.blockColumn.length; block++) {
    const columns = range(blocks.blockColumn[block]!, blocks.blockColumn[block + 1]!);
    const rows = range(blocks.blockRow[block]!, blocks.blockRow[block + 1]!);
    if (columns.length * rows.length > MOST_ENTRIES)
      throw new RangeError(`Too many linked hidden cells for exact intervals: ${columns.length}`);
    const own = { up: columns.map((c) => room.up[c]!), down: columns.map((c) => room.down[c]!) };
    withDictionary(blocks, { columns, rows }, own, (dictionary) => {
      columns.forEach((column, i) => {
        const at = blocks.columns[column]!;
        if (at >= system.cells) return;
        const bound = (direction: 1 | -1) =>
          dictionary.extreme(i, direction)
            ? system.values[at]! + dictionary.valueOf(i)
            : direction * Number.POSITIVE_INFINITY;
        intervals.set(system.index.ids[at]!, { low: bound(-1), high: bound(1) });
      });
    });
  }
  return intervals;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

export interface ProtectionOptions {
  /** How wide the interval of a cell must be at least; 1 = it does not follow exactly. Cells may say their own. */
  readonly protection?: number;
  readonly knowledge?: ReaderKnowledge;
}

/**
 * The hidden cells among `ids` that are NOT proved safe. A cell is proved safe by a witness: other whole counts for all
 * hidden cells that fit every shown cell, every sum and what a reader knows, in which this cell has another value (or
 * two witnesses that lie `protection` apart). Each witness is added up, so no rounding is in the answer "safe".
 *
 * @returns cells whose value follows or lies too narrow, or for which no witness was found; empty = all proved safe.
 * @example undecided({ cells: [n = 0, a = 0, b = 0], equations: [{ total: n, parts: [a, b] }] }, new Set([a, b]), [a]) // Set { a }
 */
export function undecided(
  table: Table,
  hidden: ReadonlySet<string>,
  ids: Iterable<string>,
  { protection = 1, knowledge = {} }: ProtectionOptions = {},
): Set<string> {
  const pattern = patternOf(table, hidden, knowledge);
  const asked = new Set([...ids].filter((id) => hidden.has(id)));
  const needs = needsOf(table, pattern, (id) => asked.has(id), protection);
  const { refuted, open } = decide(pattern, needs);
  return new Set(
    [...refuted, ...open].map((column) => pattern.system.index.ids[pattern.blocks.columns[column]!]!),
  );
}

/** How wide the interval of each column must be; 0 for those that need no protection. */
export function needsOf(
  table: Table,
  { system, blocks }: Pattern,
  isAsked: (id: string) => boolean,
  protection: number,
): Float64Array {
  const needs = new Float64Array(blocks.columns.length);
  for (let c = 0; c < needs.length; c++) {
    const cell = blocks.columns[c]! < system.cells ? table.cells[blocks.columns[c]!]! : undefined;
    if (cell && isAsked(cell.id)) needs[c] = cell.protection ?? protection;
  }
  return needs;
}

/** Which of the columns in need are shown by exact bounds to be too narrow, and which are neither that nor proved safe. */
export function decide(
  { blocks, room }: Pattern,
  needs: Float64Array,
): { refuted: number[]; open: number[] } {
  const search = new MoveSearch(
    blocks,
    room.up,
    room.down,
    new Float64Array(needs.length),
    new Uint8Array(needs.length),
  );
  for (let column = 0; column < needs.length; column++) search.hide(column);
  const proofs = new Proofs(needs.length);
  const protector = new Protector(blocks, search, proofs, needs, new Uint8Array(needs.length));
  const found = { refuted: [] as number[], open: [] as number[] };
  const hard: number[] = [];
  for (let column = 0; column < needs.length; column++)
    if (needs[column]! > 0 && !protector.checkQuickly(column)) hard.push(column);
  for (const column of hard) {
    const verdict = protector.checkHard(column);
    if (verdict !== "proved") found[verdict].push(column);
  }
  proofs.verify(blocks, search, room);
  return found;
}
