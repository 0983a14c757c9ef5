import type { Board } from "./board.ts";
import { type Budget, spend } from "./exact.ts";
import { type Fate, standing } from "./problem.ts";

/** A repair found by steps, perhaps not the smallest and perhaps not a whole one. */
export interface Stepped {
  readonly fates: readonly Fate[];
  /** Clashes and wrong places that it leaves and that are not unavoidable. */
  readonly left: number;
  readonly moves: number;
}

/** Steps for each piece before giving up, and for each piece without getting any further. */
const STEPS = 6;
const PATIENCE = 2;

/**
 * Moves, again and again, the piece with the most clashes to the place where it has the fewest (the nearest among equals), not
 * touching the last moved pieces; then takes back every move that turned out needless. Stops where the budget ends, with the best so
 * far. Always the same answer.
 */
export function stepwise(board: Board, budget: Budget): Stepped {
  const size = board.items.length;
  const fates: Fate[] = board.items.map(() => null);
  const waits = new Map<number, number>();
  let counts = countAll(board, fates);
  let best = judged(fates, counts);
  let since = 0;
  for (let step = 0; step < STEPS * size && since < PATIENCE * size && best.left > 0; step += 1) {
    const piece = worst(board, counts, (one) => (waits.get(one) ?? -1) < step);
    if (piece === null) break;
    if (!spend(budget, (size + board.places(piece).length) * (movedOf(fates) + 1))) break;
    fates[piece] = bestPlace(board, fates, piece);
    waits.set(piece, step + 2);
    counts = countAll(board, fates);
    const here = judged(fates, counts);
    const better = here.left < best.left || (here.left === best.left && here.moves < best.moves);
    since = better ? 0 : since + 1;
    if (better) best = here;
  }
  return withoutNeedless(board, best, budget);
}

function movedOf(fates: readonly Fate[]): number {
  return fates.filter((fate) => typeof fate === "number").length;
}

/** How many pieces a piece would stand against with this fate, its own wrong place counted as one. */
function faults(board: Board, fates: readonly Fate[], piece: number, fate: Fate): number {
  const at = typeof fate === "number" ? board.places(piece)[fate]! : board.items[piece]!;
  let count = typeof fate !== "number" && board.wrong[piece] ? 1 : 0;
  for (const other of typeof fate === "number" ? board.meets(piece, fate) : board.now[piece]!)
    if (typeof fates[other] !== "number") count += 1;
  for (let other = 0; other < fates.length; other += 1)
    if (other !== piece && typeof fates[other] === "number" && board.clash(at, standing(board, fates, other)))
      count += 1;
  return count;
}

/** The faults of each piece that may move; those between pieces that stay anyway are nobody's. */
function countAll(board: Board, fates: readonly Fate[]): number[] {
  return fates.map((fate, piece) => (board.movable[piece] ? faults(board, fates, piece, fate) : 0));
}

function judged(fates: readonly Fate[], faulty: readonly number[]): Stepped {
  return {
    fates: [...fates],
    left: faulty.reduce((sum, count) => sum + count, 0),
    moves: movedOf(fates),
  };
}

function worst(board: Board, counts: readonly number[], may: (piece: number) => boolean): number | null {
  let found: number | null = null;
  let most = 0;
  for (const [piece, count] of counts.entries()) {
    if (count <= most || !may(piece) || board.places(piece).length === 0) continue;
    found = piece;
    most = count;
  }
  return found;
}

function bestPlace(board: Board, fates: readonly Fate[], piece: number): Fate {
  let best: Fate = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (let place = 0; place < board.places(piece).length && fewest > 0; place += 1) {
    if (place === fates[piece]) continue;
    const count = faults(board, fates, piece, place);
    if (count < fewest) {
      best = place;
      fewest = count;
    }
  }
  return best;
}

function withoutNeedless(board: Board, stepped: Stepped, budget: Budget): Stepped {
  let best = stepped;
  for (let piece = 0; piece < best.fates.length; piece += 1) {
    if (best.fates[piece] === null) continue;
    if (!spend(budget, best.fates.length * (best.moves + 1))) break;
    const fates = best.fates.map((fate, i) => (i === piece ? null : fate));
    const trial = judged(fates, countAll(board, fates));
    if (trial.left <= best.left) best = trial;
  }
  return best;
}
