import type { Locale } from "#messages/load.ts";
import type { Translate } from "#messages/translate.ts";
import { subjectName } from "../assessments/work-title.ts";
import { formatNumber, NO_BREAK } from "../platform/format/number.ts";
import type { RuleContent } from "./content.ts";
import { wholeSchool } from "./facts.ts";
import type { NumberLine, Unit } from "./found.ts";
import { unitOf } from "./measures.ts";
import { type Measure, type Parameters, templates } from "./templates.ts";

/** How the views of checks speak. */
export interface CheckWords {
  readonly t: Translate;
  readonly locale: Locale;
}

/** What stands for a rule's words: those of its version, or of the portal's own rule in the reader's language. */
type Worded = { code: string; title: string; text: string };

export function ruleTitle(t: Translate, rule: Worded): string {
  return rule.title || t(`checks.starting.${rule.code}.title`);
}

export function ruleText(t: Translate, rule: Worded): string {
  return rule.text || t(`checks.starting.${rule.code}.text`);
}

/** «опубликованная методика: ФИОКО 2026, с. 11», «правило портала». */
export function sourceText(t: Translate, content: Pick<RuleContent, "origin" | "citation">): string {
  const origin = t(`checks.origin.${content.origin}`);
  return content.citation ? `${origin}: ${content.citation}` : origin;
}

/** What the rule looks for as one sentence, made of its template and settings, so that it cannot differ from what is computed. */
export function ruleSentence(
  words: CheckWords,
  { kind, parameters }: Pick<RuleContent, "kind" | "parameters">,
): string {
  const { t } = words;
  const spoken = Object.fromEntries(
    templates[kind].map((setting) => {
      const value = parameters[setting.name] ?? setting.usual;
      if (setting.type === "number") {
        const isLimit = setting.name === "limit" || setting.name === "margin";
        if (!isLimit) return [setting.name, value];
        return [setting.name, limitText(words, kind, parameters, Number(value))];
      }
      // Two settings choose a form of the sentence; the others are spoken by their own words.
      if (setting.name === "side" || setting.name === "of") return [setting.name, value];
      return [setting.name, t(`checks.choices.${setting.name}.${value}`)];
    }),
  );
  return t(`checks.sentence.${kind}`, spoken);
}

function limitText(
  words: CheckWords,
  kind: RuleContent["kind"],
  parameters: Parameters,
  value: number,
): string {
  const measure = parameters.measure as Measure | undefined;
  if (kind === "figureBeyond" || kind === "outlierRange")
    return quantity(words, value, measure ? unitOf(measure) : "plain");
  if (kind === "changedFromLastYear")
    return quantity(words, value, measure === "meanMark" ? "mark" : "points");
  return plainNumber(words, value);
}

/** A number behind a finding: its words and its value with the unit. */
export function numberText(words: CheckWords, line: NumberLine): { term: string; value: string } {
  const { name, value, unit, year } = line;
  return {
    term: words.t(`checks.numbers.${name}`, { year: String(year ?? "") }),
    value: quantity(words, value, unit),
  };
}

function quantity(words: CheckWords, value: number, unit: Unit): string {
  if (unit === "count") return formatNumber(value, { locale: words.locale });
  if (unit === "percent") return `${shortNumber(words, value, 1)}${NO_BREAK}%`;
  if (unit === "points") return words.t("format.points", { value: shortNumber(words, value, 1) });
  return shortNumber(words, value, 2);
}

/** As many decimals as the value has, at most so many: a limit of 40 is «40», not «40,0». */
function shortNumber({ locale }: CheckWords, value: number, most: number): string {
  const needed = [0, 1, 2].find((decimals) => Number(value.toFixed(decimals)) === value) ?? most;
  return formatNumber(value, { locale, decimals: Math.min(needed, most) });
}

/** A limit as people type it. */
export function plainNumber(words: CheckWords, value: number): string {
  return shortNumber(words, value, 2);
}

/** «класс 4А», «школа в целом». */
export function placeText(t: Translate, classLabel: string): string {
  const label = classLabel === wholeSchool ? "whole" : classLabel || "none";
  return t("checks.where", { label });
}

/** «Математика, Русский язык; 4, 5 классы» — what a rule is about; all works when nothing is named. */
export function scopeText(
  t: Translate,
  content: Pick<RuleContent, "workKinds" | "subjects" | "grades">,
): string {
  const parts = [
    content.workKinds.map((kind) => t(`assessments.kind.${kind}`)).join(", "),
    content.subjects.map((subject) => subjectName(t, subject)).join(", "),
    content.grades.length > 0 ? `${t("checks.draft.grades")}: ${content.grades.join(", ")}` : "",
  ].filter(Boolean);
  return parts.length > 0 ? parts.join("; ") : t("checks.rules.all");
}
