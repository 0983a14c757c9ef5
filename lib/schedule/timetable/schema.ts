import { z } from "zod";
import { day, idParam } from "../schema.ts";
import { readLesson } from "./lessons.ts";
import { lessonNames } from "./names.ts";
import { lessonField, MOST_LESSONS, SCHOOL_DAYS, weekOf } from "./week.ts";

const year = z
  .string()
  .regex(/^20\d\d$/)
  .transform(Number);
const place = { schoolId: idParam, year };
const label = z.string().trim().min(1).max(10);

/** The week of a class as its form sends it: a field a lesson. Every one that is no subject is marked. */
export const timetableSchema = z
  .object({ ...place, version: idParam, label, from: day })
  .catchall(z.union([z.string(), z.array(z.string())]))
  .transform((form, context) => {
    const names = lessonNames();
    const lessons = [];
    for (let weekday = 1; weekday <= SCHOOL_DAYS; weekday += 1)
      for (let lesson = 1; lesson <= MOST_LESSONS; lesson += 1) {
        const field = lessonField(weekday, lesson);
        const text = form[field];
        if (typeof text !== "string") continue;
        const read = readLesson(text, names);
        if (read.ok) lessons.push({ day: weekday, lesson, subjects: read.subjects });
        else context.addIssue({ code: "custom", message: "schedule.fields.lessonSubject", path: [field] });
      }
    if (lessons.every(({ subjects }) => subjects.length === 0))
      context.addIssue({ code: "custom", message: "schedule.fields.emptyWeek", path: [lessonField(1, 1)] });
    const { schoolId, year, version, label, from } = form;
    return { schoolId, year, version, label, from, days: weekOf(lessons) };
  });
export type TimetableInput = z.infer<typeof timetableSchema>;

export const removeTimetableSchema = z.object({ ...place, version: idParam, label, from: day });
export type RemoveTimetableInput = z.infer<typeof removeTimetableSchema>;

/** A table that was copied out of a spreadsheet. */
export const pasteTimetableSchema = z.object({
  ...place,
  from: day,
  // Not trimmed: a tab at the end of the last row is an empty cell of it.
  table: z
    .string()
    .max(200_000)
    .refine((text) => text.trim() !== "", { error: "schedule.fields.pastedTable" }),
});

/** `fingerprint`: of the review that the person saw. */
export const applyTimetableSchema = z.object({ importId: idParam, fingerprint: z.string().max(100) });

/** Whose timetable a page shows. */
export const timetableParams = z.object({
  class: label.optional().catch(undefined),
  from: day.optional().catch(undefined),
});
