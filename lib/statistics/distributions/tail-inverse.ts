/** Below this numbers lose digits; a quantile there is 0. */
const LEAST = 1e-307;

/**
 * Solves `tail(x) = target` for x in (0, `high`]: the one search behind the quantiles of positive quantities.
 * Newton's steps on log tail over log x, where the tails of beta and gamma are nearly straight lines, inside a bracket that
 * only shrinks; halving (of the logarithm) where a step does not help. So it can neither leave the range nor circle, and
 * a quantile of 1e-200 keeps its digits.
 *
 * `tail` is monotone, `rising` says in which direction; `density` is the absolute value of its derivative.
 */
export function invertTail(
  tail: (x: number) => number,
  density: (x: number) => number,
  rising: boolean,
  target: number,
  start: number,
  high: number,
): number {
  let below = LEAST;
  let above = high;
  let x = Math.min(Math.max(start, below), above);
  let before = Number.POSITIVE_INFINITY;
  for (;;) {
    const value = tail(x);
    const miss = Math.log(value / target);
    if (miss === 0) return x;
    if (miss < 0 === rising) below = x;
    else above = x;
    const middle = Math.sqrt(below) * Math.sqrt(above);
    if (middle <= below || middle >= above) return below === LEAST ? 0 : x;
    const step = ((rising ? -1 : 1) * miss * value) / (density(x) * x);
    const next = x * Math.exp(step);
    const helps = Math.abs(miss) < before / 2 && next > below && next < above;
    // After a step this small the next one would be below the rounding of x.
    if (Math.abs(step) < 1e-9 && next >= below && next <= above) return next;
    before = helps ? Math.abs(miss) : Number.POSITIVE_INFINITY;
    x = helps ? next : middle;
  }
}
