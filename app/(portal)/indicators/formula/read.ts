import { z } from "zod";
import { factText, type Joint, joined, joints } from "#lib/indicators/formula/builder.ts";
import type { FormulaTexts } from "#lib/indicators/formula/formula.ts";
import { unitCodes } from "#lib/indicators/units.ts";
import { aggregations } from "#lib/indicators/vocabulary.ts";

const text = z.string().max(1_200).catch("");
const id = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .nullable()
  .catch(null);

/** What the address of the editor holds: the formula itself, so that it can be shown to somebody by a link. */
export const formulaParams = z.object({
  code: z.string().max(40).catch(""),
  numerator: text,
  denominator: text,
  condition: text,
  unit: z.enum(unitCodes).catch("percent"),
  aggregation: z.enum(aggregations).catch("sum"),
  school: id,
  year: id,
  indicator: id,
  add: z.string().max(60).catch(""),
  to: z.enum(["numerator", "denominator", "condition"]).catch("numerator"),
  how: z.enum(Object.keys(joints) as [Joint, ...Joint[]]).catch("plus"),
  subject: z.string().max(4).catch(""),
  grade: id,
});
export type FormulaParams = z.infer<typeof formulaParams>;

/** The texts with the fact that was picked, if one was. */
export function withPicked(params: FormulaParams): FormulaTexts {
  const { add, to, how, subject, grade } = params;
  const texts = {
    ...{ code: params.code, unit: params.unit, aggregation: params.aggregation },
    ...{ numerator: params.numerator, denominator: params.denominator, condition: params.condition },
  };
  return add === ""
    ? texts
    : { ...texts, [to]: joined(texts[to], how, factText(add, subject.trim().toUpperCase(), grade)) };
}
