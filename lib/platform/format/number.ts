import type { Locale } from "#messages/load.ts";
import type { Translate } from "#messages/translate.ts";
import { shareHalfUp } from "./rounding.ts";

/** How a number is written; as many decimals as asked for, no more and no fewer. */
export interface NumberStyle {
  readonly locale: Locale;
  readonly decimals?: number;
}

export const NO_BREAK = "\u00a0";

const writers = new Map<string, Intl.NumberFormat>();

/** Formatters are slow to make and safe to share. */
function writer({ locale, decimals = 0 }: NumberStyle): Intl.NumberFormat {
  const key = `${locale}:${decimals}`;
  const known = writers.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    // Half away from zero, applied to the shortest decimal that names the number, so 0.15 becomes 0.2.
    roundingMode: "halfExpand",
    // What rounds to zero has no sign.
    signDisplay: "negative",
  });
  writers.set(key, made);
  return made;
}

/**
 * A number as people write it here: decimal comma, no-break space between thousands, the minus U+2212, half rounded up.
 * A RangeError for NaN and the infinities: they are defects, never figures.
 *
 * @example formatNumber(-12345.65, { locale: "ru", decimals: 1 }) // "−12 345,7"
 */
export function formatNumber(value: number, style: NumberStyle): string {
  if (!Number.isFinite(value)) throw new RangeError(`Not a number to show: ${value}`);
  return writer(style)
    .formatToParts(value)
    .map((part) => (part.type === "minusSign" ? "\u2212" : part.type === "group" ? NO_BREAK : part.value))
    .join("");
}

/**
 * A value that already is in per cent (0–100), with its sign.
 *
 * @example formatPercent(58.333, { locale: "ru", decimals: 1 }) // "58,3 %"
 */
export function formatPercent(percent: number, style: NumberStyle): string {
  return `${formatNumber(percent, style)}${NO_BREAK}%`;
}

/**
 * The share k of n in per cent, rounded from the exact ratio. Null when n = 0: there is no share, and 0 % would be a lie.
 *
 * @example formatShare(14, 24, { locale: "ru", decimals: 1 }) // "58,3 %"
 */
export function formatShare(k: number, n: number, style: NumberStyle): string | null {
  const percent = shareHalfUp(k, n, style.decimals ?? 0);
  return percent === null ? null : formatPercent(percent, style);
}

/**
 * A difference of two percentages in percentage points. `t` is the translator of the namespace "format".
 *
 * @example formatPoints(t, -3.5, { locale: "ru", decimals: 1 }) // "−3,5 п. п."
 */
export function formatPoints(t: Translate, points: number, style: NumberStyle): string {
  return t("points", { value: formatNumber(points, style) });
}

/**
 * How many of how many. `t` is the translator of the namespace "format".
 *
 * @example formatCount(t, 14, 24, { locale: "ru" }) // "14 из 24"
 */
export function formatCount(t: Translate, part: number, whole: number, style: NumberStyle): string {
  return t("outOf", { part: formatNumber(part, style), whole: formatNumber(whole, style) });
}

/** What the bounds of an interval are counted in. */
export type IntervalUnit = "percent" | "plain";

/**
 * An interval in words, never "±". Bounds in per cent must already be 0–100. `t` is the translator of "format".
 *
 * @example formatInterval(t, { low: 40.8, high: 65.8 }, { locale: "ru", unit: "percent" }) // "от 41 до 66 %"
 */
export function formatInterval(
  t: Translate,
  { low, high }: { readonly low: number; readonly high: number },
  style: NumberStyle & { readonly unit: IntervalUnit },
): string {
  const key = style.unit === "percent" ? "intervalPercent" : "interval";
  return t(key, { low: formatNumber(low, style), high: formatNumber(high, style) });
}
