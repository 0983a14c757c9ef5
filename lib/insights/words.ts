import type { Locale } from "#messages/load.ts";
import type { Translate } from "#messages/translate.ts";
import { formatCount, formatInterval, formatNumber, formatPercent } from "../platform/format/number.ts";
import type { Interval } from "../statistics/interval.ts";

/** How the views speak: a translator over all namespaces, the reader's locale, the clock of the centre. */
export interface Words {
  readonly t: Translate;
  readonly locale: Locale;
  readonly timeZone: string;
}

/** A figure ready for the eye: its text, or the word that there is none. */
export type FigureText = { kind: "value"; text: string } | { kind: "absent" };

const inFormat =
  ({ t }: Words): Translate =>
  (key, values) =>
    t(`format.${key}`, values);

/** A number with exactly so many decimals. */
export function numberText({ locale }: Words, value: number, decimals = 0): string {
  return formatNumber(value, { locale, decimals });
}

/** A value in per cent with its sign: «58,3 %». */
export function percentText({ locale }: Words, percent: number, decimals = 0): string {
  return formatPercent(percent, { locale, decimals });
}

/** «14 из 24». */
export function countText(words: Words, part: number, whole: number): string {
  return formatCount(inFormat(words), part, whole, { locale: words.locale });
}

/** «24 участника». */
export function pupilsText({ t }: Words, count: number): string {
  return t("insights.pupils", { count });
}

/**
 * «от 41 до 66 %». When rounding would make both bounds the same (a whole region), one decimal more is shown, so that an
 * interval never looks like a point.
 */
export function intervalText(
  words: Words,
  interval: Interval,
  unit: "percent" | "plain",
  decimals = 0,
): string {
  const same = numberText(words, interval.low, decimals) === numberText(words, interval.high, decimals);
  const style = { locale: words.locale, decimals: same ? decimals + 1 : decimals, unit };
  return formatInterval(inFormat(words), interval, style);
}

/** A difference of percentages without its sign, for «выше на 12 п. п.». */
export function pointsText(words: Words, points: number): string {
  return words.t("format.points", { value: numberText(words, Math.abs(points)) });
}

/** Numbers of tasks as a list of words: «3, 6 и 12» would need grammar; a plain list reads the same in both languages. */
export function listText(items: readonly string[]): string {
  return items.join(", ");
}
