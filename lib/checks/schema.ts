import { z } from "zod";
import { workKinds } from "../assessments/rules.ts";
import { subjects } from "../assessments/subjects.ts";
import type { Day } from "../platform/clock.ts";
import { severities } from "./content.ts";
import { type Kind, kinds, type Parameters, templates } from "./templates.ts";

const whole = (least: number, most: number, key: string) =>
  z
    .string({ error: key })
    .regex(/^\d{1,9}$/, { error: key })
    .transform(Number)
    .refine((value) => value >= least && value <= most, { error: key });
const id = whole(1, 2_147_483_647, "checks.fields.form");
const version = whole(0, 1_000_000, "checks.fields.form");
const text = (least: number, most: number, short: string, long: string) =>
  z.string({ error: short }).trim().min(least, { error: short }).max(most, { error: long });
/** Boxes of a group arrive as a list, one box alone as a list too; none: absent. */
const some = <T extends z.ZodType>(one: T) => z.array(one).optional().default([]);
/** `own-12`, or the name of a rule that came with the portal. */
export const codeSchema = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, { error: "checks.fields.form" });

/** The form of a rule. The settings of its template arrive as `set.<name>`; decimal comma and point are both read. */
export const draftSchema = z
  .looseObject({
    /** "" for a new rule. */
    code: z.union([z.literal(""), codeSchema]),
    basedOn: version,
    /** The version of the draft that the form was opened on; 0 when there was none. */
    draftVersion: version,
    kind: z.enum(kinds, { error: "checks.fields.form" }),
    title: text(3, 200, "checks.fields.title", "checks.fields.titleLong"),
    text: text(10, 2000, "checks.fields.text", "checks.fields.textLong"),
    severity: z.enum(severities, { error: "checks.fields.severity" }),
    priority: whole(1, 99, "checks.fields.priority"),
    workKinds: some(z.enum(workKinds, { error: "checks.fields.form" })),
    subjects: some(z.enum(subjects, { error: "checks.fields.form" })),
    grades: some(whole(1, 11, "checks.fields.form")),
  })
  .transform((input, context) => ({ ...input, parameters: readSettings(input.kind, input, context) }));
export type DraftInput = z.infer<typeof draftSchema>;

function readSettings(
  kind: Kind,
  input: Record<string, unknown>,
  context: z.core.$RefinementCtx,
): Parameters {
  const read: Record<string, number | string> = {};
  for (const setting of templates[kind]) {
    const name = `set-${setting.name}`;
    const typed = String(input[name] ?? "").trim();
    const value = setting.type === "choice" ? typed : toNumber(typed);
    const fits =
      setting.type === "choice"
        ? (setting.choices as readonly string[]).includes(typed)
        : typeof value === "number" &&
          value >= setting.least &&
          value <= setting.most &&
          isOnStep(value, setting.step);
    if (fits && value !== null) read[setting.name] = value;
    else context.addIssue({ code: "custom", path: [name], message: `checks.fields.${setting.type}` });
  }
  return read;
}

/** A number as people type it: «12», «−0,5». Anything else is no number. */
function toNumber(typed: string): number | null {
  return /^[-−]?\d{1,4}([.,]\d{1,2})?$/.test(typed)
    ? Number(typed.replace("−", "-").replace(",", "."))
    : null;
}

const isOnStep = (value: number, step: number) => step !== 1 || Number.isInteger(value);

const dayText = z
  .string({ error: "checks.fields.effectiveOn" })
  .regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { error: "checks.fields.effectiveOn" })
  .refine((day) => !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day), {
    error: "checks.fields.effectiveOn",
  })
  .transform((day) => day as Day);

/** Adopting a draft from a day on. */
export const adoptSchema = z.object({
  code: codeSchema,
  draftVersion: version,
  effectiveOn: dayText,
  reason: text(5, 1000, "checks.fields.reason", "checks.fields.reasonLong"),
});
export type AdoptInput = z.infer<typeof adoptSchema>;

/** Switching a rule off from a day on. */
export const switchOffSchema = z.object({
  code: codeSchema,
  basedOn: version,
  effectiveOn: dayText,
  reason: text(5, 1000, "checks.fields.reason", "checks.fields.reasonLong"),
});
export type SwitchOffInput = z.infer<typeof switchOffSchema>;

export const dropDraftSchema = z.object({ code: codeSchema });

/** What is said or decided about a finding; only closing needs no words. */
export const actSchema = z
  .object({
    findingId: id,
    /** The version of the finding that the page showed. */
    version,
    act: z.enum(["ask", "answer", "close", "confirm", "reopen"], { error: "checks.fields.form" }),
    text: z.string({ error: "checks.fields.words" }).trim().max(2000, { error: "checks.fields.wordsLong" }),
  })
  .refine((input) => input.act === "close" || input.text.length >= 5, {
    path: ["text"],
    error: "checks.fields.words",
  });
export type ActInput = z.infer<typeof actSchema>;
