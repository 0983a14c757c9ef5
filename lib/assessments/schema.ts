import { z } from "zod";
import { levels, seasons, workKinds } from "./rules.ts";
import { subjects } from "./subjects.ts";

// Messages of these schemas are keys of messages/…/assessments.json under `fields`.
const key = (name: string) => ({ error: `assessments.fields.${name}` });
const number = (name: string, from: number, to: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,4}$/, key(name))
    .transform(Number)
    .pipe(z.number().min(from, key(name)).max(to, key(name)));
const id = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const day = z
  .union([z.literal(""), z.iso.date(key("day"))], key("day"))
  .optional()
  .transform((text) => text || null);
const ticked = z
  .string()
  .optional()
  .transform((text) => text === "on");
const note = z.string().trim().max(1000, key("note")).default("");

const identity = {
  kind: z.enum(workKinds, key("kind")),
  year: number("year", 2015, 2100),
  season: z.enum(seasons, key("season")),
  gradeTested: number("grade", 1, 11),
  subject: z.enum(subjects, key("subject")),
  level: z.enum(levels, key("level")),
};
const gradeWriting = z.union([z.literal("").transform(() => null), number("grade", 1, 12)]).optional();
const maxScore = number("maxScore", 1, 500);
const window = { opensOn: day, closesOn: day };
const windowInOrder = (input: { opensOn: string | null; closesOn: string | null }) =>
  input.opensOn === null || input.closesOn === null || input.opensOn <= input.closesOn;
const tasks = z.string().max(20_000, key("tasks")).default("");

export const addWorkSchema = z
  .object({ ...identity, gradeWriting, maxScore, ...window, tasks, note })
  .refine(windowInOrder, { path: ["closesOn"], ...key("window") });
export type AddWorkInput = z.infer<typeof addWorkSchema>;

export const editWorkSchema = z
  .object({ workId: id, version: id, gradeWriting, maxScore, ...window, tasks, checked: ticked, note })
  .refine(windowInOrder, { path: ["closesOn"], ...key("window") });
export type EditWorkInput = z.infer<typeof editWorkSchema>;

/** The number in a page's address. */
export const workIdSchema = id;

export const removeWorkSchema = z.object({ workId: id, version: id });

/** `baseEdition` is the edition that the person saw, 0 when there was none. */
export const adoptScaleSchema = z.object({
  workId: id,
  baseEdition: id,
  scale: z.string().trim().min(1, key("scale")).max(500, key("scale")),
  source: z.string().trim().min(3, key("source")).max(500, key("source")),
  note,
  needsCheck: ticked,
});
export type AdoptScaleInput = z.infer<typeof adoptScaleSchema>;

const count = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)
  .optional()
  .catch(undefined);

/** Filters in the address of the list; what cannot be read is as if it were not there. */
export const workFilterSchema = z.object({
  year: z
    .union([
      z.literal("all"),
      z
        .string()
        .regex(/^\d{4}$/)
        .transform(Number),
    ])
    .optional()
    .catch(undefined),
  subject: z.enum(subjects).optional().catch(undefined),
  grade: z
    .string()
    .regex(/^([1-9]|1[01])$/)
    .transform(Number)
    .optional()
    .catch(undefined),
  kind: z.enum(workKinds).optional().catch(undefined),
  // What a file has just brought, said once over the list.
  added: count,
  changed: count,
});
export type WorkFilter = z.infer<typeof workFilterSchema>;

const score = z.number().int().min(0).max(500);
const dayText = z.iso.date().nullable();

/** One work as a file describes it; also what the review of a file posts back, where it is checked like a file. */
export const workDraftSchema = z.object({
  kind: z.enum(workKinds),
  year: z.number().int().min(2015).max(2100),
  season: z.enum(seasons),
  gradeTested: z.number().int().min(1).max(11),
  gradeWriting: z.number().int().min(1).max(12),
  subject: z.enum(subjects),
  level: z.enum(levels),
  maxScore: score.min(1),
  opensOn: dayText,
  closesOn: dayText,
  note: z.string().max(1000),
  /** null: the file says nothing of tasks */
  tasks: z
    .array(
      z.object({
        code: z.string().min(1).max(20),
        max: z.number().int().min(1).max(100),
        difficulty: z.enum(["Б", "П", "В"]).nullable(),
        codifier: z.string().max(300),
        skill: z.string().max(300),
      }),
    )
    .max(100)
    .nullable(),
  tasksNeedCheck: z.boolean(),
  /** null: the file says nothing of a scale */
  scale: z
    .object({
      min3: score,
      min4: score,
      min5: score,
      disputed: z.array(score).max(20),
      source: z.string().max(500),
      note: z.string().max(1000),
      needsCheck: z.boolean(),
    })
    .nullable(),
});
export type WorkDraft = z.infer<typeof workDraftSchema>;
export type ScaleDraft = NonNullable<WorkDraft["scale"]>;
export type { TaskDraft } from "./task-text.ts";

/** Beside the files: the year of rows that state none. */
export const reviewWorksSchema = z.object({
  year: z.union([z.literal("").transform(() => undefined), number("year", 2015, 2100)]),
});

/** What the review of a file posts: the works that were shown, as JSON. */
export const applyWorksSchema = z.object({
  works: z
    .string()
    .max(900_000)
    .transform((text, context) => {
      const drafts = z.array(workDraftSchema).max(500).safeParse(parsed(text));
      if (drafts.success) return drafts.data;
      context.addIssue({ code: "custom", message: "assessments.fields.works" });
      return z.NEVER;
    }),
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // refused by the schema
  }
}
