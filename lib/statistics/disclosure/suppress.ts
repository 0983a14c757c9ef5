import { type Blocks, blocksOf } from "./blocks.ts";
import { ClosedPaths } from "./closed-paths.ts";
import { checkProtection, indexTable, type LinkedSystem } from "./linked-system.ts";
import { MoveSearch } from "./move-search.ts";
import { Proofs } from "./proofs.ts";
import { Protector } from "./protector.ts";
import { knownRoom, type ReaderKnowledge, refuseFalse } from "./reader-knowledge.ts";

export { isSafe } from "./audit.ts";

import { suppressBlock } from "./suppress-blocks.ts";
import type { Cell, Table } from "./table.ts";

/** The reasons as numbers, from 1; 0 = shown. */
const REASONS = ["sensitive", "linked", "notReleased"] as const;
const SENSITIVE = 1;
const LINKED = 2;
const NOT_RELEASED = 3;

/** A proof goes through eight to fifteen columns and often serves several that need one: memory is taken for so many of each. */
const ENTRIES_PER_NEED = 5;

/** Why a cell is hidden. For the editor only: a reader who knows which cells are small knows more than he should. */
export type HiddenBecause = (typeof REASONS)[number];

/** A pattern of suppression. Publishable only while `exposed` is empty. */
export interface Suppression {
  /** All cells that must not be shown. */
  readonly hidden: ReadonlySet<string>;
  /** For each of them: sensitive itself, hidden so that a sensitive one does not follow, or not part of the release. */
  readonly because: ReadonlyMap<string, HiddenBecause>;
  /**
   * Sensitive cells that nothing is known to protect any more: they, or all that they follow from, are public already. (Or, in
   * a table too large for the exact method, no protection was found.)
   */
  readonly exposed: ReadonlySet<string>;
}

export interface SuppressOptions {
  /** Cells that earlier releases have shown: everybody knows them, hiding them now protects nothing. */
  readonly alreadyPublished?: ReadonlySet<string>;
  /** Cells that neither this release nor an earlier one shows (other schools of a published municipality). */
  readonly notReleased?: ReadonlySet<string>;
  /** How wide the interval must be left in which a reader can place a sensitive cell; 1 = it does not follow exactly. */
  readonly protection?: number;
  /** What a reader knows of hidden cells because the page says why they are hidden. */
  readonly knowledge?: ReaderKnowledge;
}

/**
 * Complementary (secondary) suppression over linked tables: hides the sensitive cells, and as many others as it takes that
 * no sensitive one follows from what is shown: neither by adding and subtracting sums nor because counts are whole, not
 * negative and within what a reader knows. Each sensitive cell gets a proof, another table that fits all that is shown and
 * in which it has another value (for a wider `protection`: two tables so far apart); all proofs are added up at the end.
 *
 * Minimises lost information: the sum over the hidden cells of `cost`. Heuristic: for each sensitive cell the cheapest
 * exchange of counts that a bounded search finds is hidden; in the end every cell that is not needed is shown again, the
 * dearest first. The pattern is safe, not the cheapest possible: finding that one is NP-hard. Linear in the table for tables
 * of many small blocks; the same for any order of cells, equations and parts.
 *
 * Deterministic; does not change its arguments. A RangeError for a table whose sums do not hold.
 * Units: counts. Never null. R: `sdcTable::protectTable(method = "GAUSS"/"HYPERCUBE")` has the same aim, with other heuristics.
 * Source: Willenborg and de Waal (2001), Elements of Statistical Disclosure Control, §6; Cox (1980), JASA 75:377–385;
 * Fischetti and Salazar (2000), JASA 95:916–928.
 *
 * @example suppress({ cells: [n = 24, a = 3 (sensitive), b = 9, c = 12], equations: [{ total: n, parts: [a, b, c] }] }).hidden // a, b
 */
export function suppress(table: Table, options: SuppressOptions = {}): Suppression {
  const { alreadyPublished = new Set(), notReleased = new Set(), protection = 1, knowledge = {} } = options;
  checkProtection(protection);
  const system = indexTable(table);
  const { cells } = table;
  const count = system.index.keys.length;
  // A column of a published cell is known; slacks and all others may be unknown to a reader.
  const open = new Uint8Array(count).fill(1);
  const cost = new Float64Array(count);
  const because = new Uint8Array(cells.length);
  const exposed = new Set<string>();
  let anything = false;
  for (let i = 0; i < cells.length; i++) {
    const { id, sensitive, value, cost: own } = cells[i]!;
    if (alreadyPublished.size > 0 && alreadyPublished.has(id)) {
      open[i] = 0;
      if (sensitive) exposed.add(id);
      continue;
    }
    if (sensitive) {
      because[i] = SENSITIVE;
      anything = true;
    } else if (notReleased.size > 0 && notReleased.has(id)) because[i] = NOT_RELEASED;
    cost[i] = because[i] === 0 ? (own ?? value + 1) + 0 : 0;
  }
  if (anything) protectAll(system, table, { open, cost, because, exposed, protection, knowledge });
  const hidden = new Set<string>();
  for (let i = 0; i < cells.length; i++) if (because[i]! > 0) hidden.add(system.index.ids[i]!);
  let reasons: Map<string, HiddenBecause> | null = null;
  return {
    hidden,
    // Few ask for the reasons of hundreds of thousands of cells: they are written down for the first who does.
    get because() {
      reasons ??= reasonsOf(cells, because);
      return reasons;
    },
    exposed,
  };
}

function reasonsOf(cells: readonly Cell[], because: Uint8Array): Map<string, HiddenBecause> {
  const reasons = new Map<string, HiddenBecause>();
  because.forEach((reason, i) => {
    if (reason > 0) reasons.set(cells[i]!.id, REASONS[reason - 1]!);
  });
  return reasons;
}

interface Work {
  readonly open: Uint8Array;
  readonly cost: Float64Array;
  readonly because: Uint8Array;
  readonly exposed: Set<string>;
  readonly protection: number;
  readonly knowledge: ReaderKnowledge;
}

/** Completes `because` and `exposed`. */
function protectAll(system: LinkedSystem, { cells }: Table, work: Work): void {
  const { open, cost, because, exposed, protection, knowledge } = work;
  const blocks = blocksOf(system, open, cost);
  const { columns } = blocks;
  const room = knownRoom(system, cells, columns, (at) => {
    if (at >= cells.length || because[at] === NOT_RELEASED) return undefined;
    return because[at] === SENSITIVE ? knowledge.sensitive : knowledge.linked;
  });
  refuseFalse(system, columns, room, (at) => because[at] === SENSITIVE);
  let needy = 0;
  const needs = new Float64Array(columns.length);
  const costs = new Float64Array(columns.length);
  const hideable = new Uint8Array(columns.length);
  for (let c = 0; c < columns.length; c++) {
    const at = columns[c]!;
    costs[c] = cost[at]!;
    if (at >= cells.length) continue;
    if (because[at] === SENSITIVE)
      needs[c] = (system.hasOwnTerms ? cells[at]!.protection : undefined) ?? protection;
    if (needs[c]! > 0) needy++;
    hideable[c] = because[at] === 0 && !room.false[c] ? 1 : 0;
  }
  const search = new MoveSearch(blocks, room.up, room.down, costs, hideable);
  for (let c = 0; c < columns.length; c++)
    if (columns[c]! >= cells.length || because[columns[c]!] !== 0) search.hide(c);
  const proofs = new Proofs(columns.length, ENTRIES_PER_NEED * needy);
  const paths = new ClosedPaths(blocks, search, proofs, needs, costs, hideable);
  paths.proveSafe();
  const protector = new Protector(blocks, search, proofs, needs, hideable, paths);
  const isLinked = (column: number) => hideable[column] === 1;
  for (let block = 0; block + 1 < blocks.blockColumn.length; block++) {
    if (!hasNeed(blocks, block, needs)) continue;
    for (const column of suppressBlock(blocks, block, needs, costs, { search, proofs, protector }, isLinked))
      exposed.add(system.index.ids[columns[column]!]!);
  }
  proofs.verify(blocks, search, room);
  for (let c = 0; c < columns.length; c++)
    if (search.isHidden(c) && hideable[c]) because[columns[c]!] = LINKED;
}

function hasNeed({ blockColumn }: Blocks, block: number, needs: Float64Array): boolean {
  for (let c = blockColumn[block]!; c < blockColumn[block + 1]!; c++) if (needs[c]! > 0) return true;
  return false;
}
