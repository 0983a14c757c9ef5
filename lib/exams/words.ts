import type { Locale } from "#messages/load.ts";
import type { Translate } from "#messages/translate.ts";
import { formatCount, formatInterval, formatNumber, formatPercent } from "../platform/format/number.ts";
import type { ExamFigure } from "./measures.ts";

/** How the views of this feature speak. */
export interface ExamWords {
  readonly t: Translate & { has?(key: string): boolean };
  readonly locale: Locale;
  readonly timeZone: string;
}

export type FigureText = { kind: "value"; text: string } | { kind: "absent" };

/** The value with its unit, or the word that there is none. */
export function figureText(words: ExamWords, figure: ExamFigure): FigureText {
  const { value, unit, decimals } = figure;
  if (value === null) return { kind: "absent" };
  const style = { locale: words.locale, decimals };
  return {
    kind: "value",
    text: unit === "percent" ? formatPercent(value, style) : formatNumber(value, style),
  };
}

/** «от 41 до 66 %». */
export function intervalText(words: ExamWords, { interval, unit, decimals }: ExamFigure): string | null {
  if (!interval) return null;
  const inFormat: Translate = (key, values) => words.t(`format.${key}`, values);
  const style = { locale: words.locale, decimals, unit: unit === "percent" ? "percent" : "plain" } as const;
  return formatInterval(inFormat, interval, style);
}

/** «14 из 24», or how many people a mean is about. */
export function baseText(words: ExamWords, { part, base, unit }: ExamFigure): string | null {
  const inFormat: Translate = (key, values) => words.t(`format.${key}`, values);
  if (part !== null) return formatCount(inFormat, part, base, { locale: words.locale });
  return unit === "people" ? null : words.t("exams.people", { count: base });
}

export function figureName({ t }: ExamWords, { name, params }: ExamFigure): string {
  return t(`exams.figures.${name}.name`, params);
}

export function countText({ locale }: ExamWords, count: number): string {
  return formatNumber(count, { locale });
}

/** «ЕГЭ, русский язык, 2025». */
export function examTitle(
  { t }: ExamWords,
  exam: { kind: string; subject: string; variant: string; year: number },
): string {
  return t("exams.examTitle", {
    kind: t(`exams.kind.${exam.kind}`),
    subject: subjectText({ t }, exam),
    year: String(exam.year),
  });
}

export function subjectText(
  { t }: Pick<ExamWords, "t">,
  { subject, variant }: { subject: string; variant: string },
): string {
  const name = t(`exams.subject.${subject}`);
  return variant === "" ? name : t("exams.variant", { name, variant });
}
