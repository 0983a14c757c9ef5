import { z } from "zod";
import { unitCodes } from "./units.ts";
import {
  addressees,
  aggregations,
  directions,
  families,
  instruments,
  objects,
  performers,
  periods,
  ruleKinds,
  sources,
} from "./vocabulary.ts";

const key = (name: string) => `indicators.fields.${name}`;
const id = z
  .string()
  .regex(/^\d{1,9}$/, { error: key("id") })
  .transform(Number);
const day = z.iso.date({ error: key("day") });
const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: key("long") });
const text = (most: number) => line(most).transform((words) => words.replaceAll("\r\n", "\n"));
const chosen = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: key("choose") });
const list = z
  .union([z.array(z.string()), z.string().transform((one) => (one === "" ? [] : [one]))])
  .optional()
  .transform((all) => all ?? []);
/** A whole number of a field without letters; `z.coerce` would read an empty field as 0. */
const whole = (least: number, most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,4}$/, { error: key("whole") })
    .transform(Number)
    .refine((value) => value >= least && value <= most, { error: key("whole") });
/** A number as people write it: comma or point, a minus, no thousands. */
const number = z
  .string()
  .trim()
  .regex(/^[-−]?\d{1,9}([.,]\d{1,6})?$/, { error: key("number") })
  .transform((typed) => Number(typed.replace("−", "-").replace(",", ".")));
const formula = text(1000).transform((typed) => (typed === "" ? null : typed));
/** A word of the list, or the unit's own words beside it: the own words win. */
const worded = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.union([z.literal(""), z.enum(values)], { error: key("choose") });

const content = {
  name: line(400).min(3, { error: key("name") }),
  nameUk: line(400).min(3, { error: key("nameUk") }),
  definition: text(2000).refine((words) => words !== "", { error: key("definition") }),
  definitionUk: text(2000),
  object: chosen(objects),
  unit: z.enum(unitCodes, { error: key("choose") }),
  decimals: whole(0, 4),
  direction: chosen(directions),
  numerator: formula,
  denominator: formula,
  condition: formula,
  aggregation: chosen(aggregations),
  period: chosen(periods),
  dueDays: whole(0, 366),
  source: worded(sources),
  sourceOwn: line(200),
  instrument: worded(instruments),
  instrumentOwn: line(200),
  performer: worded(performers),
  performerOwn: line(200),
  addressees: list.pipe(z.array(z.enum(addressees, { error: key("choose") }))),
  addresseesOwn: line(300),
  effectiveFrom: day,
  note: text(1000),
};

function rules(input: { denominator: string | null; numerator: string | null; aggregation: string }) {
  return input.denominator === null || input.aggregation !== "sum";
}
const ratioRule = { error: key("ratioSummed"), path: ["aggregation"] };

/** A new indicator of one's own unit: a code that nobody else in the unit has, and the first draft of what it means. */
export const addIndicatorSchema = z
  .object({
    code: z
      .string()
      .trim()
      .regex(/^[A-Za-zА-Яа-яІіЇїЄєҐґ0-9][A-Za-zА-Яа-яІіЇїЄєҐґ0-9.-]{0,19}$/u, { error: key("code") }),
    ...content,
  })
  .refine(rules, ratioRule);
export type AddIndicatorInput = z.infer<typeof addIndicatorSchema>;

/** The draft of an indicator's next version; `revision` is the one that the form was opened on, 0 when there was no draft. */
export const saveDraftSchema = z
  .object({ indicatorId: id, revision: whole(0, 9999), ...content })
  .refine(rules, ratioRule);
export type SaveDraftInput = z.infer<typeof saveDraftSchema>;
export type IndicatorContent = Omit<SaveDraftInput, "indicatorId" | "revision">;

/** Taking over an indicator of the portal or of a unit above, to change it for one's own. */
export const adaptSchema = z.object({ indicatorId: id });
export const dropDraftSchema = z.object({ indicatorId: id, revision: whole(1, 9999) });
export const adoptVersionSchema = z.object({ indicatorId: id, revision: whole(1, 9999) });

export const adoptIndicatorSchema = z.object({ indicatorId: id, adoptedOn: day, note: text(500) });
export type AdoptIndicatorInput = z.infer<typeof adoptIndicatorSchema>;
export const endAdoptionSchema = z.object({ indicatorId: id, endedOn: day });
export type EndAdoptionInput = z.infer<typeof endAdoptionSchema>;

/** New borders of levels of one's unit; `version` is the newest one that the form was opened on. */
export const setThresholdsSchema = z.object({
  indicatorId: id,
  version: whole(0, 9999),
  effectiveFrom: day,
  optimal: number,
  sufficient: number,
  acceptable: number,
  citation: line(300),
  note: text(500),
});
export type SetThresholdsInput = z.infer<typeof setThresholdsSchema>;

/** The same borders typed into the address of the preview; what is no number leaves the preview empty. */
export const previewSchema = z.object({ optimal: number, sufficient: number, acceptable: number });

export const setTargetSchema = z.object({
  indicatorId: id,
  /** First year of the school year. */
  schoolYear: whole(2000, 2100),
  target: number,
  note: text(500),
  revision: whole(0, 9999),
});
export type SetTargetInput = z.infer<typeof setTargetSchema>;

/** A clause of a regulation as the picker sends it: `12:2.3.1`. */
export const clausePairSchema = z
  .string()
  .regex(/^\d{1,9}:[\p{L}\d.-]{1,80}$/u, { error: key("clause") })
  .transform((pair) => {
    const at = pair.indexOf(":");
    return { regulationId: Number(pair.slice(0, at)), clauseKey: pair.slice(at + 1) };
  });
export const linkClauseSchema = z
  .object({
    indicatorId: id,
    clause: z.union([z.literal("").transform(() => null), clausePairSchema]),
    citation: line(400),
    ruleKind: chosen(ruleKinds),
  })
  .refine(({ clause, citation }) => clause !== null || citation !== "", {
    error: key("basis"),
    path: ["citation"],
  });
export type LinkClauseInput = z.infer<typeof linkClauseSchema>;
export const dropLinkSchema = z.object({ basisId: id });

const asked = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values).optional().catch(undefined);

/** What the catalogue is asked for, from its address. A value that is none is as if it were not there. */
export const catalogueFilterSchema = z.object({
  q: z.string().trim().max(200).catch(""),
  family: asked(families),
  object: asked(objects),
  rule: asked(ruleKinds),
  adopted: asked(["yes", "no"]),
  data: asked(["yes", "no"]),
  owner: asked(["portal", "above", "own", "below"]),
  page: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .catch(1),
});
export type CatalogueFilter = z.infer<typeof catalogueFilterSchema>;
