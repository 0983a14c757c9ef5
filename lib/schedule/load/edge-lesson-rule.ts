import { ofOne } from "./conflict.ts";
import { gradeOf } from "./procedure.ts";
import { lastLesson } from "./school-days.ts";
import type { Conflict, LoadContext } from "./shapes.ts";
import { dayOfTimetable, isTaught, timetableOn } from "./timetable.ts";
import type { Item } from "./year.ts";

/**
 * «Не проводить на первом и последнем уроках, за исключением предметов, по которым не более одного урока в неделю и этот
 * урок первый или последний» (letter of 06.08.2021, handbook §5.5, rule 4). A work of several lessons touches the edge when
 * any of them does. A work without a lesson, and a class whose last lesson is not known, are reported as not checked.
 */
export function edgeLessonConflicts(context: LoadContext, item: Item): Conflict[] {
  const { lesson } = item.work;
  if (lesson === null || item.notProcedure !== null) return [];
  const end = lesson + item.lessons - 1;
  const first: string[] = [];
  const last: string[] = [];
  for (const label of item.work.classes) {
    if (singleLesson(context, item, label) !== null) continue;
    if (lesson <= context.parameters.firstLesson) first.push(label);
    const of = lastLesson(context, label, item.day);
    if (of !== null && end >= of) last.push(label);
  }
  return [
    ...(first.length > 0 ? [ofOne("firstLesson", item, first, { lesson })] : []),
    ...(last.length > 0 ? [ofOne("lastLesson", item, last, { lesson: end })] : []),
  ];
}

/**
 * The exception of a subject with so few lessons that it has no other: `known` when the timetable shows its only lesson
 * here, `assumed` when only the number of lessons a week is known, null when there is no exception.
 */
export function singleLesson(
  context: LoadContext,
  item: Item,
  classLabel: string,
): "known" | "assumed" | null {
  const { subject, lesson } = item.work;
  const few = context.parameters.fewLessonsPerWeek;
  const timetable = timetableOn(context, classLabel, item.day);
  if (timetable) {
    const lessons = timetable.flat().filter((taught) => isTaught(taught, subject)).length;
    const here = isTaught(dayOfTimetable(context, classLabel, item.day)?.[(lesson ?? 0) - 1], subject);
    return here && lessons <= few ? "known" : null;
  }
  const weekly = context.lessonsPerWeek[String(gradeOf(classLabel))]?.[subject];
  return weekly !== undefined && weekly > 0 && weekly <= few ? "assumed" : null;
}
