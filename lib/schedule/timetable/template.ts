import type { Translate } from "#messages/translate.ts";
import type { Day } from "../../platform/clock.ts";
import { writeXlsx } from "../../platform/spreadsheet-export/write-xlsx.ts";
import type { SchoolYear } from "../facts.ts";
import { subjectKey } from "../subjects.ts";
import { inForce } from "./check.ts";
import { lessonSubjects, writeLesson } from "./lessons.ts";
import { SCHOOL_DAYS, USUAL_LESSONS } from "./week.ts";

/**
 * The portal's own file for timetables: a row for each lesson of the week, a column for each class, filled with what is in force on a
 * day; and the names of subjects. `t`: over all namespaces.
 */
export function timetableTemplate(
  t: Translate,
  facts: SchoolYear,
  on: Day,
  yearName: string,
): { name: string; bytes: Uint8Array } {
  const names = (code: string) => t(subjectKey(code));
  const weeks = facts.classes.map(({ label }) => inForce(facts, label, on));
  const longest = Math.max(
    USUAL_LESSONS,
    ...weeks.flatMap((days) => (days ?? []).map(({ length }) => length)),
  );
  const rows = Array.from({ length: SCHOOL_DAYS }, (_, day) =>
    Array.from({ length: longest }, (_, lesson) => [
      t(`schedule.weekday.long.${day + 1}`),
      lesson + 1,
      ...weeks.map((days) => writeLesson(days?.[day]?.[lesson] ?? [], names) || null),
    ]),
  ).flat();
  const bytes = writeXlsx([
    {
      name: t("timetable.template.sheet"),
      columns: [
        { header: t("timetable.template.day"), width: 14 },
        { header: t("timetable.template.lesson"), width: 7 },
        ...facts.classes.map(({ label }) => ({ header: label, width: 20 })),
      ],
      rows,
    },
    {
      name: t("schedule.template.lists"),
      columns: [{ header: t("schedule.template.subjects"), width: 36 }],
      rows: lessonSubjects.map((code) => [names(code)]),
      notes: ["cell", "groups", "free", "classes"].map((key) => t(`timetable.template.notes.${key}`)),
    },
  ]);
  const year = yearName.replace("/", "-");
  return {
    name: `${t("timetable.template.fileName", { school: facts.school.name, year })}.xlsx`,
    bytes,
  };
}
