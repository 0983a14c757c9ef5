import type { Item } from "../year.ts";
import type { Board } from "./board.ts";

/** What is decided about a piece during the search: nothing yet, that it keeps its place, or its new place. */
export type Fate = null | "kept" | number;

/** What the decisions taken so far still leave to do. */
export interface Problem {
  /** Must move: stands wrong, or against something that stays. */
  readonly forced: ReadonlySet<number>;
  /** Clashes of which either side may move. */
  readonly open: ReadonlyMap<number, ReadonlySet<number>>;
  /** Two that stay stand against each other: no way on from here. */
  readonly dead: boolean;
}

/**
 * Reads what is left. Clashes and faults in which nothing can move at all are not part of the problem: they stay whatever is
 * done and are told to the person.
 */
export function problemOf(board: Board, fates: readonly Fate[]): Problem {
  const forced = new Set<number>();
  const open = new Map<number, Set<number>>();
  let dead = false;
  const join = (a: number, b: number) => {
    const known = open.get(a);
    if (known) known.add(b);
    else open.set(a, new Set([b]));
  };
  for (let i = 0; i < fates.length; i += 1) {
    const fate = fates[i]!;
    if (typeof fate === "number") {
      for (const other of board.meets(i, fate)) {
        if (typeof fates[other] === "number") continue;
        if (isFree(board, fates, other)) forced.add(other);
        else dead = true;
      }
      continue;
    }
    if (isFree(board, fates, i)) {
      if (board.wrong[i]) forced.add(i);
      for (const other of board.now[i]!) {
        if (typeof fates[other] === "number") continue;
        if (isFree(board, fates, other)) join(i, other);
        else forced.add(i);
      }
    } else if (fate === "kept" && board.wrong[i]) dead = true;
  }
  for (const piece of forced) open.delete(piece);
  for (const [piece, others] of open) {
    const left = new Set([...others].filter((other) => !forced.has(other)));
    if (left.size > 0) open.set(piece, left);
    else open.delete(piece);
  }
  return { forced, open, dead };
}

/** May still be moved by the search. */
export function isFree(board: Board, fates: readonly Fate[], piece: number): boolean {
  return fates[piece] === null && board.movable[piece]!;
}

/** Where a piece stands under the decisions. */
export function standing(board: Board, fates: readonly Fate[], piece: number): Item {
  const fate = fates[piece]!;
  return typeof fate === "number" ? board.places(piece)[fate]! : board.items[piece]!;
}
