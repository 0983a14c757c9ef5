import { z } from "zod";
import { type SectionKey, sectionKeys } from "./contents.ts";

const id = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const line = (error: string) =>
  z.string().trim().min(2, { error }).max(200, { error: "acts.fields.tooLong" });
const words = z.string().trim().max(300, { error: "acts.fields.tooLong" });
const day = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { error: "acts.fields.day" })
  // 31 April is no day.
  .refine((text) => new Date(`${text}T00:00:00Z`).toISOString().startsWith(text), {
    error: "acts.fields.day",
  })
  .transform((text) => text as `${number}-${number}-${number}`);
/** An act and the state of it that the form was opened on. */
const ofAct = { actId: id, revision: id };

export const startActSchema = z.object({
  schoolYear: z
    .string()
    .regex(/^20\d\d$/)
    .transform(Number),
});

export const editActSchema = z.object({
  ...ofAct,
  title: line("acts.fields.title"),
  approvedBy: line("acts.fields.approvedBy"),
  consideredBy: line("acts.fields.consideredBy"),
});
export type EditActInput = z.infer<typeof editActSchema>;

export const editSectionSchema = z.object({
  ...ofAct,
  key: z.enum(sectionKeys as [SectionKey, ...SectionKey[]]),
  /** A tick that is not there comes as nothing. */
  included: z
    .literal("yes")
    .optional()
    .transform((tick) => tick === "yes"),
  text: z.string().trim().max(10_000, { error: "acts.fields.textLong" }),
});
export type EditSectionInput = z.infer<typeof editSectionSchema>;

export const addMeasureSchema = z.object({
  ...ofAct,
  text: words.min(3, { error: "acts.fields.measure" }),
  performer: words.min(2, { error: "acts.fields.performer" }),
  due: words.min(2, { error: "acts.fields.due" }),
  output: words,
});
export type AddMeasureInput = z.infer<typeof addMeasureSchema>;

export const removeMeasureSchema = z.object({ ...ofAct, position: id });
export const deleteActSchema = z.object(ofAct);

export const adoptActSchema = z
  .object({
    ...ofAct,
    orderNumber: z
      .string()
      .trim()
      .min(1, { error: "acts.fields.orderNumber" })
      .max(40, { error: "acts.fields.tooLong" }),
    adoptedOn: day,
    effectiveFrom: day,
  })
  .refine((input) => input.effectiveFrom >= input.adoptedOn, {
    path: ["effectiveFrom"],
    error: "acts.fields.effectiveBeforeAdopted",
  });
export type AdoptActInput = z.infer<typeof adoptActSchema>;

/** What the column `sections` holds: only what differs from the portal's own act. */
export const storedSections = z.partialRecord(
  z.enum(sectionKeys as [SectionKey, ...SectionKey[]]),
  z.object({ included: z.boolean(), text: z.string() }),
);
export const storedMeasures = z.array(
  z.object({ text: z.string(), performer: z.string(), due: z.string(), output: z.string() }),
);
