import { z } from "zod";
import { examKinds } from "./subjects.ts";

const idText = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
export const importIdSchema = z.object({ importId: idText });
export const idParam = idText;

/** What a person states about a protocol that leaves it open. */
export interface GivenExam {
  examKind?: (typeof examKinds)[number];
  login?: string;
}

/** The same as fields of a form; blank = not said. */
export const examAnswerSchema = z.object({
  importId: idText,
  examKind: z.union([z.literal("").transform(() => undefined), z.enum(examKinds)]).optional(),
  login: z
    .union([
      z.literal("").transform(() => undefined),
      z
        .string()
        .regex(/^(?:edu|sch)?\d{6}$/i, { error: "results.fields.login" })
        .transform((text) => text.slice(-6)),
    ])
    .optional(),
});

/** Parts of the addresses of the analysis. */
export const examParams = z.object({
  unit: z
    .string()
    .regex(/^(region|municipality|school)-\d{1,9}$/)
    .transform((text) => {
      const [kind, id] = text.split("-");
      return { kind: kind as "region" | "municipality" | "school", id: Number(id) };
    })
    .nullable()
    .catch(null),
  class: z.string().trim().min(1).max(12).nullable().catch(null),
  year: z
    .string()
    .regex(/^20\d\d$/)
    .transform(Number)
    .nullable()
    .catch(null),
  /** From which test score a result counts as high: the reports of ФИПИ say 81, many regions 80. */
  high: z.enum(["80", "81"]).transform(Number).catch(81),
});
export type ExamParams = z.infer<typeof examParams>;

const countField = z
  .string()
  .trim()
  .regex(/^\d{0,5}$/, { error: "exams.fields.count" })
  .transform((text) => (text === "" ? null : Number(text)));

/** What a school enters by hand for a year: graduates, certificates, medals. */
export const registerSchema = z.object({
  schoolId: idText,
  year: idText,
  grade: z.enum(["9", "11"]).transform(Number),
  version: idText,
  graduates: countField,
  noAttestat: countField,
  distinction: countField,
  nextGrade: countField.optional().default(null),
  medalsFirst: countField.optional().default(null),
  medalsSecond: countField.optional().default(null),
  medalsConfirmed: countField.optional().default(null),
});
export type RegisterInput = z.infer<typeof registerSchema>;

/** What a school enters by hand for a subject. */
export const subjectRegisterSchema = z.object({
  schoolId: idText,
  examId: idText,
  version: idText,
  yearlyLower: countField.optional().default(null),
  yearlySame: countField.optional().default(null),
  yearlyHigher: countField.optional().default(null),
  profilePupils: countField.optional().default(null),
  profileChose: countField.optional().default(null),
});
export type SubjectRegisterInput = z.infer<typeof subjectRegisterSchema>;

const point = z
  .string()
  .trim()
  .regex(/^\d{1,3}$/, { error: "exams.fields.points" })
  .transform(Number);
/** A region's own scale of marks. */
export const scaleSchema = z.object({
  examId: idText,
  edition: idText,
  maxPrimary: point,
  min3: point,
  min4: point,
  min5: point,
  source: z.string().trim().min(3, { error: "exams.fields.source" }).max(300),
});
export type ScaleInput = z.infer<typeof scaleSchema>;
