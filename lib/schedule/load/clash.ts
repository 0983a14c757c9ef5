import type { LoadParameters } from "./parameters.ts";
import type { Item } from "./year.ts";

/** Whether some class writes both. */
export function shareClass(a: Item, b: Item): boolean {
  return a.work.classes.some((label) => b.work.classes.includes(label));
}

/**
 * Days between two procedures if they are nearer than the rule allows, else null.
 *
 * «По каждому предмету в одной параллели не чаще 1 раза в 2,5 недели» (letter of 06.08.2021). Classes of a parallel sit on
 * different days, so the day of a procedure is not one day. We read: (1) placements of the same work are one procedure
 * however many days it takes; (2) the gap of two procedures is that between their nearest days, whichever classes those
 * belong to. That is the strict reading: who keeps it keeps every other. With `reading: "class"` only days of the same
 * class count, which is what pupils feel.
 */
export function gapBelow(a: Item, b: Item, parameters: LoadParameters): number | null {
  const gap = Math.abs(a.position - b.position);
  if (gap >= parameters.gapDays || a.work.subject !== b.work.subject || a.procedure === b.procedure)
    return null;
  if (a.notProcedure !== null || b.notProcedure !== null) return null;
  const near =
    parameters.reading === "class" ? shareClass(a, b) : a.grades.some((grade) => b.grades.includes(grade));
  return near ? gap : null;
}

/** Two different procedures of one class on one day: «не более одной в день для класса» (letter of 06.08.2021). */
export function sameDayProcedures(a: Item, b: Item): boolean {
  return (
    a.day === b.day &&
    a.notProcedure === null &&
    b.notProcedure === null &&
    a.procedure !== b.procedure &&
    shareClass(a, b)
  );
}

/** Two works of one class that take the same lesson (ours: nobody writes two at once), procedures or not. */
export function sameLessons(a: Item, b: Item): boolean {
  const [first, second] = [a.work.lesson, b.work.lesson];
  if (a.day !== b.day || first === null || second === null) return false;
  return first < second + b.lessons && second < first + a.lessons && shareClass(a, b);
}

/** Whether two placements cannot both stay where they are. */
export function clash(a: Item, b: Item, parameters: LoadParameters): boolean {
  return gapBelow(a, b, parameters) !== null || sameDayProcedures(a, b) || sameLessons(a, b);
}
