import type { Board } from "./board.ts";
import { type Fate, standing } from "./problem.ts";

/** A repair found by steps, perhaps not the smallest and perhaps not a whole one. */
export interface Stepped {
  readonly fates: readonly Fate[];
  /** Clashes and wrong places that it leaves and that are not unavoidable. */
  readonly left: number;
  readonly moves: number;
}

/** Steps for each piece before giving up. */
const STEPS = 6;

/**
 * Moves, again and again, the piece with the most clashes to the place where it has the fewest (the nearest among equals), not
 * touching the last moved pieces; then takes back every move that turned out needless. Always the same answer.
 */
export function stepwise(board: Board): Stepped {
  const fates: Fate[] = board.items.map(() => null);
  const waits = new Map<number, number>();
  let best: Stepped = judged(board, fates);
  for (let step = 0; step < STEPS * board.items.length && best.left > 0; step += 1) {
    const piece = worst(board, fates, (one) => (waits.get(one) ?? -1) < step);
    if (piece === null) break;
    fates[piece] = bestPlace(board, fates, piece);
    waits.set(piece, step + 2);
    const now = judged(board, fates);
    if (now.left < best.left || (now.left === best.left && now.moves < best.moves)) best = now;
  }
  return withoutNeedless(board, best);
}

/** How many pieces a piece stands against, its own wrong place counted as one. */
function faults(board: Board, fates: readonly Fate[], piece: number): number {
  const at = standing(board, fates, piece);
  let count = fates[piece] === null && board.wrong[piece] ? 1 : 0;
  for (let other = 0; other < fates.length; other += 1) {
    if (other === piece || (!board.movable[piece] && !board.movable[other])) continue;
    if (board.clash(at, standing(board, fates, other))) count += 1;
  }
  return count;
}

function judged(board: Board, fates: readonly Fate[]): Stepped {
  let left = 0;
  for (let piece = 0; piece < fates.length; piece += 1)
    if (board.movable[piece]) left += faults(board, fates, piece);
  return { fates: [...fates], left, moves: fates.filter((fate) => typeof fate === "number").length };
}

function worst(board: Board, fates: readonly Fate[], may: (piece: number) => boolean): number | null {
  let found: number | null = null;
  let most = 0;
  for (let piece = 0; piece < fates.length; piece += 1) {
    if (!board.movable[piece] || !may(piece) || board.places(piece).length === 0) continue;
    const count = faults(board, fates, piece);
    if (count > most) {
      found = piece;
      most = count;
    }
  }
  return found;
}

function bestPlace(board: Board, fates: readonly Fate[], piece: number): Fate {
  const trial = [...fates];
  let best: Fate = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (let place = 0; place < board.places(piece).length && fewest > 0; place += 1) {
    if (place === fates[piece]) continue;
    trial[piece] = place;
    const count = faults(board, trial, piece);
    if (count < fewest) {
      best = place;
      fewest = count;
    }
  }
  return best;
}

function withoutNeedless(board: Board, stepped: Stepped): Stepped {
  let best = stepped;
  for (let piece = 0; piece < best.fates.length; piece += 1) {
    if (best.fates[piece] === null) continue;
    const trial = judged(
      board,
      best.fates.map((fate, i) => (i === piece ? null : fate)),
    );
    if (trial.left <= best.left) best = trial;
  }
  return best;
}
