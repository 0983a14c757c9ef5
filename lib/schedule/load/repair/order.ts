import { clash } from "../clash.ts";
import { byDay, type Item, type Year } from "../year.ts";

interface Moved {
  readonly from: Item;
  readonly to: Item;
}

/**
 * Moves in an order in which each finds its new place free of those that still stand at their old ones, so that a person may
 * accept them one by one. Works that change places with each other have no such order; then the earliest goes first.
 */
export function inSafeOrder(year: Year, moves: readonly Moved[]): Moved[] {
  const waiting = [...moves].sort((a, b) => byDay(a.from, b.from));
  const ordered: Moved[] = [];
  while (waiting.length > 0) {
    const safe = waiting.findIndex((move) =>
      waiting.every((other) => other === move || !clash(move.to, other.from, year.context.parameters)),
    );
    ordered.push(...waiting.splice(Math.max(0, safe), 1));
  }
  return ordered;
}
