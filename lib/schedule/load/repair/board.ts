import { clash, shareClass } from "../clash.ts";
import { dayOfNumber } from "../days.ts";
import { ownConflicts } from "../own-rules.ts";
import { daysFor, lessonsFor } from "../places.ts";
import { noLessonsOn } from "../school-days.ts";
import type { LoadContext } from "../shapes.ts";
import { type Item, itemOf } from "../year.ts";

/** A group of works that can stand against each other, as the searches see it. Pieces are named by their place in `items`. */
export interface Board {
  readonly items: readonly Item[];
  /** May be moved: not set from above, not past, and some other place exists for it. */
  readonly movable: readonly boolean[];
  /** Stands on a day or lesson where it may not stand whatever the others do. */
  readonly wrong: readonly boolean[];
  /** Pieces that clash with a piece as the schedule stands now. */
  readonly now: readonly (readonly number[])[];
  /** Other places of a piece where nothing but other works could forbid it, nearest first. */
  readonly places: (piece: number) => readonly Item[];
  /** Pieces that a piece would meet at one of its places if they all stayed. */
  readonly meets: (piece: number, place: number) => readonly number[];
  readonly clash: (a: Item, b: Item) => boolean;
}

export function boardOf(
  context: LoadContext,
  position: (day: number) => number,
  items: readonly Item[],
): Board {
  const clashes = (a: Item, b: Item) => clash(a, b, context.parameters);
  const now = items.map((item, i) =>
    items.flatMap((other, j) => (i !== j && clashes(item, other) ? [j] : [])),
  );
  const places = memo((piece: number) => placesOf(context, position, items, piece));
  const meetsAt = memo((at: number) => {
    const piece = at % items.length;
    const place = places(piece)[Math.floor(at / items.length)]!;
    return items.flatMap((other, j) => (j !== piece && clashes(place, other) ? [j] : []));
  });
  const meets: Board["meets"] = (piece, place) => meetsAt(place * items.length + piece);
  const wrong = items.map((item) =>
    ownConflicts(context, item).some((one) => one.movable && one.weight === "conflict"),
  );
  const free = items.map(({ work }) => !work.fixed && (context.today === null || work.on >= context.today));
  const movable = movableOf(free, (piece) => wrong[piece]! || now[piece]!.length > 0, places, meets);
  return {
    items,
    movable,
    wrong,
    now,
    places,
    meets,
    clash: clashes,
  };
}

/**
 * Of the pieces that the school may move those that have somewhere to go. One that has not stays, and then stands in the way of
 * others, so the question is asked until nothing changes. Pieces out of trouble are not asked: most never have to move.
 */
function movableOf(
  free: readonly boolean[],
  troubled: (piece: number) => boolean,
  places: Board["places"],
  meets: Board["meets"],
): boolean[] {
  const movable = [...free];
  for (let changed = true; changed; ) {
    changed = false;
    for (let piece = 0; piece < movable.length; piece += 1) {
      if (!movable[piece] || !troubled(piece)) continue;
      if (places(piece).some((_, place) => meets(piece, place).every((other) => movable[other]))) continue;
      movable[piece] = false;
      changed = true;
    }
  }
  return movable;
}

function placesOf(
  context: LoadContext,
  position: (day: number) => number,
  items: readonly Item[],
  piece: number,
): Item[] {
  const { work, day: from } = items[piece]!;
  const every = lessonsMatter(items, piece);
  const found: Item[] = [];
  for (const day of daysFor(context, work, context.year)) {
    // A day without lessons is no place at any lesson of it.
    if (work.kind !== "exam" && work.classes.some((label) => noLessonsOn(context, label, day) !== null))
      continue;
    for (const lesson of lessonsFor(context, work, day)) {
      if (day === from && lesson === work.lesson) continue;
      const item = itemOf(context, position, { ...work, on: dayOfNumber(day), lesson });
      if (ownConflicts(context, item).some((one) => one.movable)) continue;
      found.push(item);
      if (!every) break;
    }
  }
  // A stable sort: lessons of one day keep their order of preference.
  return found.sort((a, b) => Math.abs(a.day - from) - Math.abs(b.day - from) || b.day - a.day);
}

/** Between procedures of different works the day alone decides, so one lesson of a day stands for all of them. */
function lessonsMatter(items: readonly Item[], piece: number): boolean {
  const item = items[piece]!;
  return items.some(
    (other, j) =>
      j !== piece &&
      (item.notProcedure !== null || other.notProcedure !== null || item.procedure === other.procedure) &&
      shareClass(item, other),
  );
}

function memo<T>(compute: (key: number) => T): (key: number) => T {
  const known = new Map<number, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}
