import { z } from "zod";

const id = z
  .string()
  .regex(/^\d{1,9}$/, { error: "reports.fields.id" })
  .transform(Number);
const title = z
  .string()
  .trim()
  .min(5, { error: "reports.fields.title" })
  .max(200, { error: "reports.fields.titleLong" });
const foreword = z.string().trim().max(3000, { error: "reports.fields.forewordLong" });
const list = z
  .union([z.array(z.string()), z.string().transform((one) => (one === "" ? [] : [one]))])
  .optional();

/** A new draft. The unit is `school-12`, `municipality-3` or `region-1`, as in the analysis. */
export const createReportSchema = z.object({
  unit: z
    .string()
    .regex(/^(school|municipality|region)-\d{1,9}$/, { error: "reports.fields.unit" })
    .transform((text) => {
      const [kind, unitId] = text.split("-");
      return { kind: kind as "school" | "municipality" | "region", id: Number(unitId) };
    }),
  year: z
    .string()
    .regex(/^20\d\d$/, { error: "reports.fields.year" })
    .transform(Number),
  title,
});
export type CreateReportInput = z.infer<typeof createReportSchema>;

/** Changes of a draft; `version` is the one that the form was opened on. */
export const editReportSchema = z.object({
  reportId: id,
  version: id,
  title,
  foreword,
  workIds: list.transform((ids) => (ids ?? []).filter((text) => /^\d{1,9}$/.test(text)).map(Number)),
});
export type EditReportInput = z.infer<typeof editReportSchema>;

/** Publishing: a note is needed from the second edition on; each warning is confirmed by its key. */
export const publishReportSchema = z.object({
  reportId: id,
  version: id,
  note: z
    .string()
    .trim()
    .max(1000, { error: "reports.fields.noteLong" })
    .optional()
    .transform((text) => text ?? ""),
  confirmed: list.transform((keys) => keys ?? []),
  /** Of the preview that the person saw; absent from programs, which have seen none. */
  fingerprint: z.string().optional(),
});
export type PublishReportInput = z.infer<typeof publishReportSchema>;

export const deleteReportSchema = z.object({ reportId: id, version: id });
export type DeleteReportInput = z.infer<typeof deleteReportSchema>;

export const withdrawReportSchema = z.object({
  reportId: id,
  edition: id,
  reason: z
    .string()
    .trim()
    .min(5, { error: "reports.fields.reason" })
    .max(1000, { error: "reports.fields.reasonLong" }),
});
export type WithdrawReportInput = z.infer<typeof withdrawReportSchema>;
