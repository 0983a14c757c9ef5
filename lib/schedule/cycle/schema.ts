import { z } from "zod";
import type { Day } from "../../platform/clock.ts";
import { addressees, performers } from "./template.ts";

const id = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const day = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { error: "cycle.fields.day" })
  // 31 April is no day, though the parser would make it 1 May.
  .refine(isDay, { error: "cycle.fields.day" })
  .transform((text) => text as Day);
function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
const text = z.string().trim().max(1000, { error: "cycle.fields.long" });
const needed = text.min(3, { error: "cycle.fields.needed" });
const url = z
  .string()
  .trim()
  .max(500, { error: "cycle.fields.long" })
  .regex(/^($|https?:\/\/\S+$|\/[^/\s]\S*$)/, { error: "cycle.fields.url" });

/** A school year's cycle made from the template, without the lines due before `from`. */
export const startCycleSchema = z.object({
  year: z
    .string()
    .regex(/^20\d\d$/)
    .transform(Number),
  from: day,
});
export type StartCycleInput = z.infer<typeof startCycleSchema>;

/** «12:2.3»: a clause as the picker names it; empty: none. */
const clause = z
  .string()
  .default("")
  .transform((value, context) => {
    if (value === "") return null;
    const match = /^(\d{1,9}):(.{1,100})$/.exec(value);
    if (match) return { regulationId: Number(match[1]), clauseKey: String(match[2]) };
    context.addIssue({ code: "custom", message: "cycle.fields.clause" });
    return z.NEVER;
  });

const content = {
  title: needed,
  output: needed,
  basis: text,
  clause,
  performer: z.enum(performers),
  /** Empty: nobody by name. */
  performerId: z
    .string()
    .regex(/^(\d{1,9})?$/)
    .transform((one) => (one === "" ? null : Number(one))),
  addressees: z.array(z.enum(addressees)).default([]),
  dueOn: day,
};

/** A line of the school's own. */
export const addItemSchema = z.object({ planId: id, ...content });
export type AddItemInput = z.infer<typeof addItemSchema>;

/** Words, performer, addressees and day of a line, with the version that the form was opened on. */
export const editItemSchema = z.object({ itemId: id, version: id, ...content });
export type EditItemInput = z.infer<typeof editItemSchema>;

/** What became of a line. Done asks for the day and what shows it, left out for the reason. */
export const reportItemSchema = z
  .object({
    itemId: id,
    version: id,
    status: z.enum(["planned", "underway", "done", "dropped"]),
    doneOn: z.union([z.literal("").transform(() => null), day]).default(null),
    evidence: text.default(""),
    document: text.default(""),
    documentUrl: url.default(""),
    reason: text.default(""),
  })
  .superRefine((input, context) => {
    const miss = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (input.status === "done" && input.doneOn === null) miss("doneOn", "cycle.fields.doneOn");
    if (input.status === "done" && input.evidence.length < 3) miss("evidence", "cycle.fields.evidence");
    if (input.status === "dropped" && input.reason.length < 5) miss("reason", "cycle.fields.reason");
  });
export type ReportItemInput = z.infer<typeof reportItemSchema>;
