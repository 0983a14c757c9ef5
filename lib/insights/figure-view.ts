import type { Interval } from "../statistics/interval.ts";
import type { Summary } from "../statistics/summary.ts";
import { type AddressedUnit, howHref } from "./addresses.ts";
import type { FigureRule, MeasuredWork, Workings } from "./figure.ts";
import { figure } from "./figures.ts";
import {
  countText,
  type FigureText,
  intervalText,
  numberText,
  percentText,
  pupilsText,
  type Words,
} from "./words.ts";

/** What all views of one page are made from. */
export interface Viewing {
  readonly words: Words;
  readonly unit: AddressedUnit;
  readonly work: MeasuredWork & { readonly id: number };
}

/** A figure ready to be drawn as a tile or a cell, with the way to «Как это посчитано». */
export interface FigureView {
  key: string;
  label: string;
  /** With its unit: «58,3 %», «15,8 из 24». */
  text: FigureText;
  interval: { words: string; shape: Interval & { from: number; to: number; value: number } } | null;
  /** «14 из 24» or «24 участника»; null where the figure is the number of pupils itself. */
  base: string | null;
  href: string;
}

/** A figure of these pupils in words. */
export function figureView({ words, unit, work }: Viewing, key: string, summary: Summary): FigureView {
  const rule = figure(work, key);
  const workings = rule.compute(summary);
  const { value, interval } = workings;
  return {
    key,
    label: figureName(words, rule),
    text: figureText(words, rule, workings),
    interval:
      value === null || interval === null || rule.scale === null
        ? null
        : { words: figureInterval(words, rule, interval), shape: { ...rule.scale, ...interval, value } },
    base: baseText(words, rule, workings),
    href: howHref(unit, work.id, key),
  };
}

function baseText(words: Words, { unit }: FigureRule, { part, base }: Workings): string | null {
  if (part !== null) return countText(words, part, base);
  return unit === "people" ? null : pupilsText(words, base);
}

/** The name of a figure: «Качество знаний». */
export function figureName({ t }: Words, rule: FigureRule): string {
  return t(`insights.figures.${rule.name}.name`, rule.params);
}

/** The value with its unit, or the word that there is none. */
export function figureText(words: Words, rule: FigureRule, { value }: Pick<Workings, "value">): FigureText {
  return value === null ? { kind: "absent" } : { kind: "value", text: valueText(words, rule, value) };
}

/** A value as its figure is written. */
export function valueText(words: Words, rule: FigureRule, value: number): string {
  const decimals = rule.decimals === "half" ? (Number.isInteger(value) ? 0 : 1) : rule.decimals;
  if (rule.unit === "percent") return percentText(words, value, decimals);
  const number = numberText(words, value, decimals);
  return rule.unit === "points"
    ? words.t("insights.pointsOf", { value: number, max: rule.params.max ?? "" })
    : number;
}

/** Bounds are written with fewer decimals than the value: their own uncertainty is larger than that. */
export function figureInterval(words: Words, rule: FigureRule, interval: Interval): string {
  return rule.unit === "percent"
    ? intervalText(words, interval, "percent")
    : intervalText(words, interval, "plain", rule.unit === "coefficient" ? 2 : 1);
}
