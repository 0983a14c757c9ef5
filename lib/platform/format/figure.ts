import type { Translate } from "#messages/translate.ts";

/**
 * A published figure: a value, or one of three different silences. 0 is a value; "too few" is hidden on purpose; "absent" has
 * not come yet; "not applicable" cannot exist. None of them is ever written as 0, NaN or an empty string.
 */
export type Figure =
  | { readonly kind: "value"; readonly value: number }
  | { readonly kind: "tooFew" }
  | { readonly kind: "absent" }
  | { readonly kind: "notApplicable" };

/**
 * A statistic as a figure: null, the statistics' word for "not defined for this sample", means that there are no data.
 *
 * @example figureOf(null) // { kind: "absent" }
 */
export function figureOf(value: number | null): Figure {
  return value === null ? { kind: "absent" } : { kind: "value", value };
}

/**
 * A figure in words. `t` is the translator of the namespace "format"; `write` writes the value, for example as a percentage.
 * `dense` takes the short words of narrow columns.
 *
 * @example formatFigure(t, { kind: "tooFew" }, (value) => formatPercent(value, { locale: "ru" })) // "скрыто"
 */
export function formatFigure(
  t: Translate,
  figure: Figure,
  write: (value: number) => string,
  { dense = false }: { dense?: boolean } = {},
): string {
  if (figure.kind === "value") return write(figure.value);
  return t(`${dense ? "figureDense" : "figure"}.${figure.kind}`);
}
