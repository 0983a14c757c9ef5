import { z } from "zod";

const idText = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

/** What a person answers about a report: which work it is about, whether it prints per cent or counts. Blank takes an answer back. */
export const reportAnswerSchema = z.object({
  importId: idText,
  workId: z.union([z.literal("").transform(() => undefined), idText]).optional(),
  shares: z.union([z.literal("").transform(() => undefined), z.enum(["percent", "counts"])]).optional(),
});
export type ReportAnswer = z.infer<typeof reportAnswerSchema>;

export const reportIdSchema = z.object({ importId: idText });

/** Which school a printed name means; blank = none of ours, the row stays under its printed name. */
export const nameDecisionSchema = z.object({
  name: z.string().min(1).max(400),
  place: z.string().max(400),
  schoolId: z.union([z.literal("").transform(() => null), idText]),
});
export type NameDecision = z.infer<typeof nameDecisionSchema>;

/** A unit in an address: `school-12`. */
export const unitParam = z
  .string()
  .regex(/^(region|municipality|school)-\d{1,9}$/)
  .transform((text) => {
    const [kind, id] = text.split("-");
    return { kind: kind as "region" | "municipality" | "school", id: Number(id) };
  });
export type ReportUnit = z.infer<typeof unitParam>;

export const idParam = idText;
export const reportsParams = z.object({
  work: idText.optional().catch(undefined),
  exam: z.enum(["ege", "egeApplications", "objectivity"]).optional().catch(undefined),
  year: z
    .string()
    .regex(/^20\d\d$/)
    .transform(Number)
    .optional()
    .catch(undefined),
  /** A subject of ЕГЭ. */
  subject: z
    .string()
    .regex(/^[A-Z]{2,3}$/)
    .optional()
    .catch(undefined),
  page: idText.catch(1),
  all: z.literal("1").optional().catch(undefined),
});
