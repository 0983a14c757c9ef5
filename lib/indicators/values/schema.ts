import { z } from "zod";
import { factOf } from "../formula/facts.ts";
import { bankPeriods } from "./bank.ts";
import { readFactText } from "./fact-text.ts";
import { entryGroups, groupOf } from "./needed-facts.ts";
import { isPart, wholeYear } from "./period.ts";
import { readUnit } from "./unit.ts";

const one = z.union([z.string(), z.array(z.string()).transform((list) => list[0] ?? "")]);

/** Parts of the addresses of values. */
export const valueParams = z.object({
  unit: one.transform(readUnit).nullable().catch(null),
  year: one
    .pipe(z.string().regex(/^20\d\d$/))
    .transform(Number)
    .nullable()
    .catch(null),
  part: one.pipe(z.string().refine(isPart)).catch(wholeYear),
  all: one.transform((text) => text === "1").catch(false),
});

export const idText = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

const schoolYearText = z
  .string()
  .regex(/^20\d\d$/)
  .transform(Number);
/** A form without the field is that of the whole year. */
const partText = z.string().refine(isPart, "indicatorValues.refused.partOfYear").default(wholeYear);
const note = z.string().trim().max(500, "indicatorValues.fields.note");

/** A form of entered values: `f-<code>` holds what was typed, `n-<code>` the version that the form showed. */
export const entrySchema = z
  .object({ schoolId: idText, schoolYear: schoolYearText, part: partText, note })
  .catchall(z.string().max(60))
  .transform((form, context) => {
    const values = Object.entries(form).flatMap(([name, text]) => {
      if (!name.startsWith("f-") || typeof text !== "string") return [];
      const code = name.slice(2);
      if (groupOf(code) === null) return [];
      const read = readFactText(text, factOf(code));
      if (!read.ok) {
        context.addIssue({ code: "custom", path: [name], message: `indicatorValues.${read.key}` });
        return [];
      }
      const version = Number(form[`n-${code}`] ?? 0);
      return [{ code, value: read.value, version: Number.isInteger(version) ? version : 0, note: form.note }];
    });
    const { schoolId, schoolYear, part } = form;
    return { schoolId, schoolYear, part, values, origin: "entered" as const };
  });

export const dutySchema = z.object({
  schoolId: idText,
  schoolYear: schoolYearText,
  part: partText,
  group: z.enum(entryGroups),
  personId: z
    .string()
    .regex(/^\d{1,9}$/, "indicatorValues.fields.person")
    .transform(Number),
  dueOn: z.iso.date("indicatorValues.fields.day"),
});

const list = z
  .string()
  .max(600)
  .transform((text) => text.split(/[,;\s]+/).filter((part) => part !== ""))
  .catch([]);

/** What an address asks of the bank. */
export const bankParams = z.object({
  codes: list.transform((codes) => codes.filter((code) => code.length <= 40).slice(0, 60)),
  years: list.transform((years) =>
    years
      .filter((year) => /^20\d\d$/.test(year))
      .map(Number)
      .slice(0, 12),
  ),
  period: z.enum(bankPeriods).catch("year"),
  units: z.enum(["below", "own"]).catch("below"),
  rows: z.enum(["units", "indicators"]).catch("units"),
});

export const freezeSchema = z.object({
  unit: z.string().transform(readUnit),
  title: z.string().trim().min(1, "indicatorValues.bank.titleMissing").max(200),
  codes: bankParams.shape.codes,
  years: bankParams.shape.years,
  period: bankParams.shape.period,
  units: bankParams.shape.units,
  rows: bankParams.shape.rows,
});
