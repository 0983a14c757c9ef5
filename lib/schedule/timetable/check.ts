import type { Day } from "../../platform/clock.ts";
import type { SchoolYear } from "../facts.ts";
import { dayNumber } from "../load/days.ts";
import type { ClassTimetable } from "../load/shapes.ts";
import type { FileTimetable, TimetableReading } from "./file.ts";
import { readLesson } from "./lessons.ts";
import { countLessons, differingLessons, type LessonPlace, weekOf } from "./week.ts";

/** What keeps a class out; its sentence is `timetable.problem.<code>`. */
export interface TimetableProblem {
  code: "unknownClass" | "subject" | "repeated" | "twice";
  params: Record<string, string | number>;
}

/**
 * A class of the review. `new`: it has had no timetable by that day; `changed`, `same`: against the one in force then; `empty`: its
 * column holds nothing, and nothing happens to it; `out`: left out as a whole, because half a timetable would mislead the rules.
 */
export interface CheckedTimetable {
  label: string;
  state: "new" | "changed" | "same" | "empty" | "out";
  problems: TimetableProblem[];
  days: ClassTimetable;
  lessons: number;
  differences: (LessonPlace & { before: readonly string[]; after: readonly string[] })[];
}

/** Judges the classes of a file against the school's year. Pure: the review and the command that applies it come to the same answer. */
export function checkTimetables(
  facts: SchoolYear,
  reading: Pick<TimetableReading, "classes">,
  from: Day,
  names: ReadonlyMap<string, string>,
): CheckedTimetable[] {
  const seen = new Set<string>();
  return reading.classes.map((column) => {
    const repeated = seen.has(column.label);
    seen.add(column.label);
    return checkClass(facts, column, from, { repeated, names });
  });
}

function checkClass(
  facts: SchoolYear,
  { label, lessons }: FileTimetable,
  from: Day,
  { repeated, names }: { repeated: boolean; names: ReadonlyMap<string, string> },
): CheckedTimetable {
  const read = lessons.map((one) => ({ ...one, read: readLesson(one.text, names) }));
  const problems: TimetableProblem[] = [];
  if (!facts.classes.some((one) => one.label === label)) problems.push({ code: "unknownClass", params: {} });
  if (repeated) problems.push({ code: "repeated", params: {} });
  const places = new Set<string>();
  for (const { day, lesson, cell, read: outcome } of read) {
    const place = `${day} ${lesson}`;
    if (places.has(place)) problems.push({ code: "twice", params: { cell } });
    places.add(place);
    if (!outcome.ok) problems.push({ code: "subject", params: { cell, text: outcome.text } });
  }
  const days = weekOf(
    read.map(({ day, lesson, read: outcome }) => ({
      day,
      lesson,
      subjects: outcome.ok ? outcome.subjects : [],
    })),
  );
  const before = inForce(facts, label, from);
  const differences = before === null ? [] : differingLessons(before, days);
  const count = countLessons(days);
  const state =
    problems.length > 0
      ? "out"
      : count === 0
        ? "empty"
        : before === null
          ? "new"
          : differences.length > 0
            ? "changed"
            : "same";
  return { label, state, problems, days, lessons: count, differences };
}

/** The timetable of a class that holds on a day; null when none has begun by then. */
export function inForce(
  facts: Pick<SchoolYear, "timetables">,
  label: string,
  on: Day,
): ClassTimetable | null {
  const by = dayNumber(on);
  return facts.timetables.findLast((one) => one.label === label && dayNumber(one.from) <= by)?.days ?? null;
}
