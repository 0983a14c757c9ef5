/** A root as it was found: where, and whether the steps ended by themselves. */
export interface Root {
  readonly at: number;
  readonly converged: boolean;
}

const MOST_STEPS = 200;

/**
 * The place between `low` and `high` where a function goes from below 0 to above 0 (or the other way). Newton's steps inside a
 * bracket that only shrinks: as fast as Newton near the root, as safe as halving far from it.
 *
 * `f` gives value and derivative. RangeError unless the values at the two ends have different signs.
 * Source: Press et al., Numerical Recipes, §9.4.
 *
 * @example safeguardedRoot((x) => ({ value: x * x - 2, slope: 2 * x }), 0, 2).at // 1.4142135623730951
 */
export function safeguardedRoot(
  f: (x: number) => { readonly value: number; readonly slope: number },
  low: number,
  high: number,
): Root {
  const below = f(low).value;
  const above = f(high).value;
  if (below === 0) return { at: low, converged: true };
  if (above === 0) return { at: high, converged: true };
  if (!(below < 0 !== above < 0)) throw new RangeError(`No change of sign between ${low} and ${high}`);
  let [negative, positive] = below < 0 ? [low, high] : [high, low];
  let x = (low + high) / 2;
  let best = Number.POSITIVE_INFINITY;
  let bestAt = x;
  let lastStep = Math.abs(high - low);
  for (let step = 0; step < MOST_STEPS; step++) {
    const { value, slope } = f(x);
    if (Math.abs(value) < best) {
      best = Math.abs(value);
      bestAt = x;
    }
    if (value === 0) break;
    if (value < 0) negative = x;
    else positive = x;
    const newton = x - value / slope;
    // A step outside of the bracket, or one that shrinks too slowly, is replaced by halving.
    const trusted = (newton - negative) * (newton - positive) < 0 && Math.abs(newton - x) <= lastStep / 2;
    const next = trusted ? newton : (negative + positive) / 2;
    lastStep = Math.abs(next - x);
    if (lastStep <= 4e-16 * Math.max(1, Math.abs(x))) return { at: bestAt, converged: true };
    x = next;
  }
  return { at: bestAt, converged: best === 0 };
}
