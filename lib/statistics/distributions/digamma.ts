import { checkPositive } from "./arguments.ts";

/** From here on seven terms of the asymptotic series are exact to double precision. */
const ASYMPTOTIC_FROM = 10;
const DIGAMMA_SERIES = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12] as const;
const TRIGAMMA_SERIES = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6] as const;

/** c₀ s + c₁ s² + … for s = 1/x². */
function series(coefficients: readonly number[], square: number): number {
  return square * coefficients.reduceRight((sum, c) => sum * square + c, 0);
}

/**
 * Digamma function ψ(x), the derivative of log Γ(x), x > 0. Maximum likelihood of the beta-binomial needs it.
 *
 * R: `digamma(x)`. Source: Abramowitz and Stegun (1964), 6.3.5 and 6.3.18. A RangeError unless x > 0 and finite.
 * Units: none; never null.
 *
 * @example digamma(1) // -0.5772156649015329, minus Euler's constant
 */
export function digamma(x: number): number {
  checkPositive(x, "x");
  let below = 0;
  let shifted = x;
  while (shifted < ASYMPTOTIC_FROM) below += 1 / shifted++;
  return Math.log(shifted) - 0.5 / shifted - series(DIGAMMA_SERIES, 1 / (shifted * shifted)) - below;
}

/**
 * Trigamma function ψ′(x), the second derivative of log Γ(x), x > 0: standard errors where digamma gives the estimate.
 *
 * R: `trigamma(x)`. Source: Abramowitz and Stegun (1964), 6.4.6 and 6.4.12. A RangeError unless x > 0 and finite.
 * Units: none; never null.
 *
 * @example trigamma(1) // 1.6449340668482264 = π²/6
 */
export function trigamma(x: number): number {
  checkPositive(x, "x");
  let below = 0;
  let shifted = x;
  for (; shifted < ASYMPTOTIC_FROM; shifted++) below += 1 / (shifted * shifted);
  return below + (1 + 0.5 / shifted + series(TRIGAMMA_SERIES, 1 / (shifted * shifted))) / shifted;
}
