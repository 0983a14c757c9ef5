import { z } from "zod";
import { classLabelParts } from "../schools/class-rules.ts";
import { workKinds, workLevels } from "./load/shapes.ts";
import { scheduleSubjects } from "./subjects.ts";

// Messages of these schemas are keys of messages/…/schedule.json under `fields`.
const key = (name: string) => ({ error: `schedule.fields.${name}` });
export const idParam = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const number = (name: string, from: number, to: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,4}$/, key(name))
    .transform(Number)
    .pipe(z.number().min(from, key(name)).max(to, key(name)));
const optional = (name: string, from: number, to: number) =>
  z
    .union([z.literal("").transform(() => null), number(name, from, to)])
    .optional()
    .transform((value) => value ?? null);
export const day = z.iso.date(key("day")).transform((text) => text as `${number}-${number}-${number}`);
const dayOrNone = z
  .union([z.literal("").transform(() => null), day])
  .optional()
  .transform((value) => value ?? null);
const line = (longest: number, name: string) =>
  z
    .string()
    .default("")
    .transform((text) => text.replace(/\s+/g, " ").trim())
    .pipe(z.string().max(longest, key(name)));
const ticked = z
  .string()
  .optional()
  .transform((text) => text === "on");
const subject = z.enum(scheduleSubjects, key("subject"));
const yearNumber = number("year", 2000, 2100);
const place = { schoolId: idParam, year: yearNumber };

/** «12:2.3»: a clause as the picker of regulations names it; empty: none. */
const clause = z
  .string()
  .default("")
  .transform((text, context) => {
    if (text === "") return null;
    const match = /^(\d{1,9})(?::(.{1,100}))?$/.exec(text);
    if (match) return { regulationId: Number(match[1]), clauseKey: match[2] ?? null };
    context.addIssue({ code: "custom", message: "schedule.fields.clause" });
    return z.NEVER;
  });
const workId = z
  .union([z.literal("").transform(() => null), idParam])
  .optional()
  .transform((value) => value ?? null);

/** Classes of one parallel as boxes: at least one. */
const classes = z
  .array(z.string().max(10))
  .optional()
  .transform((labels, context) => {
    const parts = (labels ?? []).map(classLabelParts);
    const grades = new Set(parts.map((part) => part?.grade));
    if (parts.length > 0 && !parts.includes(null) && grades.size === 1)
      return { grade: parts[0]!.grade, labels: [...new Set(parts.map((part) => part!.label))] };
    context.addIssue({ code: "custom", message: "schedule.fields.classes" });
    return z.NEVER;
  });

const lesson = optional("lesson", 1, 12);
const minutes = number("minutes", 1, 600);
const content = {
  kind: z.enum(workKinds, key("kind")),
  title: line(200, "title").pipe(z.string().min(2, key("title"))),
  subject,
  minutes,
  lesson,
  wholeClass: ticked,
  clause,
  workId,
  note: line(500, "note"),
};

/** A new work of the school; `accept`: the person has seen the conflicts and places it all the same. */
export const placeWorkSchema = z.object({ ...place, ...content, classes, on: day, accept: ticked });
export type PlaceWorkInput = z.infer<typeof placeWorkSchema>;

export const editWorkSchema = z.object({
  ...place,
  ...content,
  id: idParam,
  version: idParam,
  classes,
  on: day,
  accept: ticked,
});
export type EditWorkInput = z.infer<typeof editWorkSchema>;

export const moveWorkSchema = z.object({
  ...place,
  id: idParam,
  version: idParam,
  on: day,
  lesson,
  accept: ticked,
});
export type MoveWorkInput = z.infer<typeof moveWorkSchema>;

export const removeWorkSchema = z.object({ ...place, id: idParam, version: idParam });

/** Days that a school chooses within a window: one line a class, as lists of equal length; an empty day takes the placement back. */
export const chooseDaysSchema = z
  .object({
    ...place,
    windowId: idParam,
    label: z.array(z.string().max(10)).min(1),
    on: z.array(dayOrNone),
    lesson: z.array(lesson),
    subject: z.array(z.union([z.literal(""), subject])),
    accept: ticked,
  })
  .refine(
    ({ label, on, lesson, subject }) => [on, lesson, subject].every((list) => list.length === label.length),
    { ...key("days"), path: ["on"] },
  );
export type ChooseDaysInput = z.infer<typeof chooseDaysSchema>;

const time = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;

/** The school's year: its days, lessons and how it reads the rules. */
export const planSchema = z
  .object({
    ...place,
    version: idParam,
    startsOn: day,
    endsOn: day,
    secondHalfOn: dayOrNone,
    lessonMinutes: number("lessonMinutes", 20, 90),
    bells: z
      .string()
      .default("")
      .transform((text, context) => {
        const parts = text.split(/[\s,;]+/).filter(Boolean);
        if (parts.length <= 12 && parts.every((part) => time.test(part)))
          return parts.map((part) =>
            part.replace(time, (_, hour: string, minute: string) => `${hour.padStart(2, "0")}:${minute}`),
          );
        context.addIssue({ code: "custom", message: "schedule.fields.bells" });
        return z.NEVER;
      }),
    gapDays: number("gapDays", 1, 60),
    gapCountsHolidays: ticked,
    reading: z.enum(["parallel", "class"]),
    timeCountedIn: z.enum(["lessons", "minutes"]),
  })
  .refine(({ startsOn, endsOn }) => startsOn < endsOn, { path: ["endsOn"], ...key("endsOn") })
  .refine(
    ({ startsOn, endsOn, secondHalfOn: half }) => half === null || (startsOn <= half && half <= endsOn),
    {
      path: ["secondHalfOn"],
      ...key("secondHalfOn"),
    },
  );
export type PlanInput = z.infer<typeof planSchema>;

/** Hours and weeks as a person types or pastes them: a line a row. Read by plan-text.ts. */
export const hoursSchema = z.object({ ...place, version: idParam, lines: z.string().max(20_000) });
export const weeksSchema = hoursSchema;

export const breakSchema = z
  .object({
    ...place,
    kind: z.enum(["holiday", "workday"]),
    from: day,
    to: dayOrNone,
    asWeekday: optional("weekday", 1, 7),
    title: line(200, "breakTitle").pipe(z.string().min(2, key("breakTitle"))),
  })
  .refine(({ from, to }) => to === null || from <= to, { path: ["to"], ...key("breakTo") });
export type BreakInput = z.infer<typeof breakSchema>;
export const removeBreakSchema = z.object({ id: idParam });

/** A work that an office announces. */
export const announceSchema = z
  .object({
    id: workId,
    version: z
      .union([z.literal("").transform(() => 0), idParam])
      .optional()
      .transform((value) => value ?? 0),
    year: yearNumber,
    level: z.enum(
      workLevels.filter((level) => level !== "school") as ["federal", "regional", "municipal"],
      key("level"),
    ),
    kind: z.enum(workKinds, key("kind")),
    title: line(200, "title").pipe(z.string().min(2, key("title"))),
    grade: number("grade", 1, 12),
    subject: z.union([z.literal(""), subject]),
    options: z
      .array(subject)
      .optional()
      .transform((list) => list ?? []),
    opensOn: day,
    closesOn: dayOrNone,
    minutes,
    lesson,
    wholeClass: ticked,
    clause,
    workId,
    note: line(500, "note"),
  })
  .refine(({ opensOn, closesOn }) => closesOn === null || opensOn <= closesOn, {
    path: ["closesOn"],
    ...key("closesOn"),
  })
  .refine(({ subject: one, options }) => (one === "") === options.length > 1, {
    path: ["subject"],
    ...key("subjectOrOptions"),
  });
export type AnnounceInput = z.infer<typeof announceSchema>;
export const removeAnnouncedSchema = z.object({ id: idParam, version: idParam });

export const areaBreakSchema = z
  .object({
    year: yearNumber,
    kind: z.enum(["holiday", "workday"]),
    from: day,
    to: dayOrNone,
    asWeekday: optional("weekday", 1, 7),
    title: line(200, "breakTitle").pipe(z.string().min(2, key("breakTitle"))),
  })
  .refine(({ from, to }) => to === null || from <= to, { path: ["to"], ...key("breakTo") });
export const publicHolidaysSchema = z.object({ year: yearNumber });

/** `fingerprint`: of the draft that the person saw; another draft is not published. */
export const publishSchema = z.object({
  ...place,
  fingerprint: z.string().max(100),
  base: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number),
  reason: line(500, "reason"),
  confirmed: ticked,
});
export type PublishInput = z.infer<typeof publishSchema>;

/** A move of the repair, as it was proposed. */
export const acceptMoveSchema = z.object({ ...place, id: idParam, version: idParam, on: day, lesson });

/** `fingerprint`: of the review that the person saw. */
export const applyImportSchema = z.object({ importId: idParam, fingerprint: z.string().max(100) });
export const dropImportSchema = z.object({ importId: idParam });

const yearParam = z
  .string()
  .regex(/^20\d\d$/)
  .transform(Number)
  .optional()
  .catch(undefined);

/** Filters in the address; what cannot be read is as if it were not there. */
export const scheduleFilterSchema = z.object({
  year: yearParam,
  view: z.enum(["list", "grid"]).catch("list"),
  /** «2026-11», or the whole year; nothing: what `monthShown` takes. */
  month: z
    .union([z.literal("all"), z.string().regex(/^20\d\d-(0[1-9]|1[012])$/)])
    .optional()
    .catch(undefined),
  class: z.string().max(10).optional().catch(undefined),
  grade: z
    .string()
    .regex(/^([1-9]|1[012])$/)
    .transform(Number)
    .optional()
    .catch(undefined),
  subject: z.enum(scheduleSubjects).optional().catch(undefined),
  level: z.enum(workLevels).optional().catch(undefined),
});
export type ScheduleFilter = z.infer<typeof scheduleFilterSchema>;

export const areaFilterSchema = scheduleFilterSchema.extend({
  municipality: idParam.optional().catch(undefined),
  school: idParam.optional().catch(undefined),
});
export type AreaFilter = z.infer<typeof areaFilterSchema>;

/** What the form of a new work is opened with. */
export const newWorkParams = z.object({
  year: yearParam,
  on: z.iso.date().optional().catch(undefined),
  class: z.string().max(10).optional().catch(undefined),
  grade: z
    .string()
    .regex(/^([1-9]|1[012])$/)
    .transform(Number)
    .optional()
    .catch(undefined),
});

/** Whose works a file holds, or a template is for; with `from` it holds timetables that begin on that day. */
export const uploadParams = z.object({
  school: idParam,
  year: yearNumber,
  from: day.nullish(),
  kind: z.enum(["works", "timetable"]).catch("works"),
});
