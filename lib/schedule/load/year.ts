import { dayNumber, positionOf } from "./days.ts";
import { countedMinutes, gradeOf, lessonsTaken, notProcedure, procedureOf } from "./procedure.ts";
import type { LoadContext, NotProcedureReason, PlacedWork } from "./shapes.ts";

/** A placement with all that the rules ask about it again and again. */
export interface Item {
  readonly work: PlacedWork;
  readonly day: number;
  /** The day on the scale of gaps (`positionOf`). */
  readonly position: number;
  readonly notProcedure: NotProcedureReason | null;
  readonly procedure: string;
  readonly grades: readonly number[];
  readonly lessons: number;
  readonly counted: number;
}

/** A schedule sorted for the rules. */
export interface Year {
  readonly context: LoadContext;
  readonly items: readonly Item[];
  /** Procedures by `parallelKey`, by day. */
  readonly byParallel: ReadonlyMap<string, readonly Item[]>;
  /** All works by class and day: `classDayKey`. */
  readonly byClassDay: ReadonlyMap<string, readonly Item[]>;
  readonly position: (day: number) => number;
}

export const parallelKey = (grade: number, subject: string): string => `${grade}|${subject}`;
export const classDayKey = (classLabel: string, day: number): string => `${day}|${classLabel}`;

/** By day, then by id: the order of everything that the rules print, whatever order the works came in. */
export function byDay(a: Item, b: Item): number {
  return a.day - b.day || (a.work.id < b.work.id ? -1 : a.work.id > b.work.id ? 1 : 0);
}

export function itemOf(context: LoadContext, position: (day: number) => number, work: PlacedWork): Item {
  const day = dayNumber(work.on);
  const grades = new Set<number>();
  for (const label of work.classes) {
    const grade = gradeOf(label);
    if (grade !== null) grades.add(grade);
  }
  return {
    work,
    day,
    position: position(day),
    notProcedure: notProcedure(work, context.parameters),
    procedure: procedureOf(work),
    grades: [...grades],
    lessons: lessonsTaken(work, context.parameters),
    counted: countedMinutes(work, context.parameters),
  };
}

/** Sorts a schedule once so that each rule looks only at the works that it can concern. */
export function indexYear(context: LoadContext, placed: readonly PlacedWork[]): Year {
  const position = positionOf(context);
  const items = placed.map((work) => itemOf(context, position, work)).sort(byDay);
  const byParallel = new Map<string, Item[]>();
  const byClassDay = new Map<string, Item[]>();
  for (const item of items) {
    if (item.notProcedure === null)
      for (const grade of item.grades) put(byParallel, parallelKey(grade, item.work.subject), item);
    for (const label of new Set(item.work.classes)) put(byClassDay, classDayKey(label, item.day), item);
  }
  return { context, items, byParallel, byClassDay, position };
}

function put(map: Map<string, Item[]>, key: string, item: Item): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
