import type { Board } from "./board.ts";
import { leastMoves } from "./bound.ts";
import { type Fate, isFree, problemOf, standing } from "./problem.ts";

/** Counts down how often a search may still look at a piece. A count and not a clock, so that the answer is always the same. */
export interface Budget {
  left: number;
}

/** Takes looks from a budget; false when it has come to its end. */
export function spend(budget: Budget, looks: number): boolean {
  budget.left -= looks;
  return budget.left >= 0;
}

/** A repair, the proof that none exists with so few moves, or neither. */
export type Searched = { kind: "found"; fates: readonly Fate[] } | { kind: "none" } | { kind: "cut" };

/** How many moves every repair of the board needs at least. */
export function lowerBound(board: Board): number {
  const problem = problemOf(
    board,
    board.items.map(() => null),
  );
  return problem.forced.size + leastMoves(problem.open);
}

/**
 * Looks for a repair with at most `most` moves; complete unless the budget ends. Of two that clash at least one moves, so it
 * branches on which, and on its places; what has been decided to stay or where to go is not decided again. A branch is left
 * as soon as its bound passes `most`.
 */
export function search(board: Board, most: number, budget: Budget): Searched {
  const fates: Fate[] = board.items.map(() => null);
  const moved: number[] = [];

  function go(): "found" | "none" | "cut" {
    if (!spend(budget, board.items.length)) return "cut";
    const { forced, open, dead } = problemOf(board, fates);
    if (dead || moved.length + forced.size + leastMoves(open) > most) return "none";
    if (forced.size > 0) return tryPlaces(fewestPlaces(board, forced), forced);
    const branch = mostClashes(open);
    if (branch === null) return "found";
    const first = tryPlaces(branch, forced);
    if (first !== "none") return first;
    fates[branch] = "kept";
    const second = go();
    if (second !== "found") fates[branch] = null;
    return second;
  }

  function tryPlaces(piece: number, forced: ReadonlySet<number>): "found" | "none" | "cut" {
    // Each place is held against all that have been moved.
    if (!spend(budget, board.places(piece).length * (moved.length + 1))) return "cut";
    for (const place of ordered(board, fates, piece, forced, most - moved.length)) {
      fates[piece] = place;
      moved.push(piece);
      const outcome = go();
      if (outcome !== "none") return outcome;
      moved.pop();
      fates[piece] = null;
    }
    return "none";
  }

  const kind = go();
  return kind === "found" ? { kind, fates: [...fates] } : { kind };
}

/** Places of a piece that clash with nothing decided, those that push the fewest others first (nearest first among equals). */
function ordered(
  board: Board,
  fates: readonly Fate[],
  piece: number,
  forced: ReadonlySet<number>,
  left: number,
): number[] {
  const places = board.places(piece);
  const waiting = forced.size - (forced.has(piece) ? 1 : 0);
  const usable: { place: number; pushes: number }[] = [];
  for (let place = 0; place < places.length; place += 1) {
    let pushes = 0;
    let possible = true;
    for (const other of board.meets(piece, place)) {
      if (typeof fates[other] === "number") continue;
      if (!isFree(board, fates, other)) possible = false;
      else if (!forced.has(other)) pushes += 1;
    }
    if (!possible || 1 + waiting + pushes > left) continue;
    const meetsMoved = fates.some(
      (fate, other) => typeof fate === "number" && board.clash(places[place]!, standing(board, fates, other)),
    );
    if (!meetsMoved) usable.push({ place, pushes });
  }
  return usable.sort((a, b) => a.pushes - b.pushes || a.place - b.place).map(({ place }) => place);
}

function fewestPlaces(board: Board, pieces: ReadonlySet<number>): number {
  let best = -1;
  for (const piece of pieces)
    if (best < 0 || board.places(piece).length < board.places(best).length) best = piece;
  return best;
}

function mostClashes(open: ReadonlyMap<number, ReadonlySet<number>>): number | null {
  let best: number | null = null;
  for (const [piece, others] of open)
    if (best === null || others.size > (open.get(best)?.size ?? 0)) best = piece;
  return best;
}
