import type { Locale } from "#messages/load.ts";
import type { Translate } from "#messages/translate.ts";
import { schoolYear } from "../../platform/format/day.ts";
import { formatNumber, NO_BREAK } from "../../platform/format/number.ts";
import { isUnit, units } from "../units.ts";
import { wholeYear, type YearPart } from "./period.ts";
import type { ValueView } from "./value-view.ts";

/** How the pages of values speak to their reader; `t` over all namespaces. */
export interface ValueWords {
  readonly t: Translate;
  readonly locale: Locale;
  readonly timeZone: string;
}

interface Measured {
  readonly unit: string;
  readonly decimals: number;
}

/** A number in its indicator's unit: «79,0 %», «40 чел.», «да». */
export function numberText(words: ValueWords, value: number, { unit, decimals }: Measured): string {
  if (unit === "yesNo") return words.t(value === 1 ? "indicatorValues.yes" : "indicatorValues.no");
  const whole = isUnit(unit) && units[unit].whole && Number.isInteger(value);
  const number = formatNumber(value, { locale: words.locale, decimals: whole ? 0 : decimals });
  const name = isUnit(unit) ? words.t(`indicatorValues.units.${unit}`) : unit;
  return name === "" ? number : `${number}${NO_BREAK}${name}`;
}

/** A value or the words of its silence; 0 is a value. */
export function valueText(
  words: ValueWords,
  value: Pick<ValueView, "value" | "reason">,
  measured: Measured,
): string {
  if (value.value !== null) return numberText(words, value.value, measured);
  return words.t(`indicatorValues.reasons.${value.reason === "" ? "missing" : value.reason}`);
}

/** «14 из 25» where both are known; null otherwise. */
export function partText(words: ValueWords, { numerator, denominator }: ValueView): string | null {
  if (numerator === null || denominator === null) return null;
  const text = (number: number) => plainText(words, number);
  return words.t("indicatorValues.outOf", { part: text(numerator), whole: text(denominator) });
}

/** «2025/26», or «I полугодие 2025/26» for a part of it. */
export function periodText({ t }: Pick<ValueWords, "t">, at: { schoolYear: number; part: YearPart }): string {
  const year = schoolYear(at.schoolYear);
  return at.part === wholeYear
    ? year
    : t("indicatorValues.partOf", { part: t(`indicatorValues.parts.${at.part}`), year });
}

/** A fact's number: whole ones without decimals, others with up to two. */
export function plainText({ locale }: ValueWords, value: number): string {
  const decimals = Number.isInteger(value) ? 0 : Number.isInteger(value * 10) ? 1 : 2;
  return formatNumber(value, { locale, decimals });
}

/** The name of an indicator in the reader's language. */
export const indicatorName = (
  words: ValueWords,
  { name, nameUk }: { name: string; nameUk: string },
): string => (words.locale === "uk" ? nameUk : name);
