import type { Blocks } from "./blocks.ts";
import type { MoveSearch } from "./move-search.ts";
import type { Proofs } from "./proofs.ts";
import type { Protector } from "./protector.ts";

/** A column on which more proofs rest than this stays hidden without another look: showing it would move them all. */
const MOST_LOST = 400;

/** Up to so many columns a block is searched for the cheapest move also where a closed path is at hand. */
const THOROUGH = 5_000;

/**
 * Protects the columns of one block: first each in turn, hiding the cheapest others it takes; then every column that was
 * hidden for others only, the dearest first, is shown again if all proofs that rested on it can be replaced.
 *
 * @returns columns for which no protection was found.
 */
export function suppressBlock(
  blocks: Blocks,
  block: number,
  needs: Float64Array,
  costs: Float64Array,
  { search, proofs, protector }: { search: MoveSearch; proofs: Proofs; protector: Protector },
  isLinked: (column: number) => boolean,
): number[] {
  const [from, to] = [blocks.blockColumn[block]!, blocks.blockColumn[block + 1]!];
  const hard: number[] = [];
  for (let column = from; column < to; column++)
    if (needs[column]! > 0 && !protector.protect(column, to - from <= THOROUGH)) hard.push(column);
  const unprotected = hard.filter((column) => protector.protectHard(column) !== "proved");
  for (const column of unprotected) needs[column] = 0;
  const linked: number[] = [];
  for (let column = from; column < to; column++)
    if (search.isHidden(column) && isLinked(column)) linked.push(column);
  linked.sort((a, b) => costs[b]! - costs[a]! || a - b);
  for (const column of linked) showAgain(blocks, column, needs, search, proofs, protector);
  return unprotected;
}

function showAgain(
  blocks: Blocks,
  column: number,
  needs: Float64Array,
  search: MoveSearch,
  proofs: Proofs,
  protector: Protector,
): void {
  search.show(column);
  if (!leavesAlone(blocks, column, search, needs)) {
    const { lost, undo } = proofs.without(column);
    const open = lost.filter((other) => needs[other]! > 0 && !protector.isProved(other));
    if (open.length <= MOST_LOST && open.every((other) => protector.check(other) === "proved")) return;
    undo();
  }
  search.hide(column);
}

/**
 * Does showing the column leave a protected one alone in a row, or one that is then known leave it alone, and so on? The
 * quickest way to see that it must stay hidden.
 */
function leavesAlone(
  { columnStart, columnRow, rowStart, rowColumn }: Blocks,
  shown: number,
  search: MoveSearch,
  needs: Float64Array,
): boolean {
  // Mostly there is nothing to follow.
  let isAlone = false;
  for (let e = columnStart[shown]!; e < columnStart[shown + 1]! && !isAlone; e++)
    isAlone = search.hiddenIn(columnRow[e]!) <= 1;
  if (!isAlone) return false;
  const known = new Set([shown]);
  for (const column of known) {
    for (let e = columnStart[column]!; e < columnStart[column + 1]!; e++) {
      const row = columnRow[e]!;
      if (search.hiddenIn(row) > known.size) continue;
      let alone = -1;
      let others = 0;
      for (let at = rowStart[row]!; at < rowStart[row + 1]! && others < 2; at++) {
        const other = rowColumn[at]!;
        if (!search.isHidden(other) || known.has(other)) continue;
        alone = other;
        others++;
      }
      if (others !== 1) continue;
      if (needs[alone]! > 0) return true;
      known.add(alone);
    }
  }
  return false;
}
