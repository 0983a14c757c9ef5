import type { LoadParameters } from "./parameters.ts";
import type { NotProcedureReason, PlacedWork } from "./shapes.ts";

/**
 * Why a work is no assessment procedure, or null when it is one: «контрольные, проверочные, диагностические работы,
 * выполняемые всеми обучающимися класса одновременно, не менее 30 минут» (letter of 06.08.2021, handbook §5.5).
 * What is no procedure stands in the schedule and loads nobody. An exam of the ГИА is left out by us: its day is no school day.
 */
export function notProcedure(work: PlacedWork, parameters: LoadParameters): NotProcedureReason | null {
  if (work.kind === "exam") return "exam";
  if (!work.wholeClass) return "notWholeClass";
  return work.minutes < parameters.procedureMinutes ? "tooShort" : null;
}

/** The name under which all placements of one work are one procedure. Prefixes keep a work's name apart from an id. */
export function procedureOf(work: PlacedWork): string {
  return work.work === null ? `one:${work.id}` : `work:${work.work}`;
}

/** The parallel of a class: the digits in front of its name; null when there are none. */
export function gradeOf(classLabel: string): number | null {
  const digits = /^\d+/.exec(classLabel)?.[0];
  return digits === undefined ? null : Number(digits);
}

/** How many lessons in a row a work takes. */
export function lessonsTaken(work: PlacedWork, parameters: LoadParameters): number {
  return Math.max(1, Math.ceil(work.minutes / parameters.lessonMinutes));
}

/** Minutes of the subject's year that a work takes: whole lessons, or exactly its minutes (a parameter). */
export function countedMinutes(work: PlacedWork, parameters: LoadParameters): number {
  return parameters.timeCountedIn === "minutes"
    ? work.minutes
    : lessonsTaken(work, parameters) * parameters.lessonMinutes;
}
