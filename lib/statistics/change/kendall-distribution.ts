/** From this length on the normal approximation is as good as exact; the same limit as in R's `cor.test`. */
export const EXACT_LIMIT = 50;

/**
 * Probabilities of 0, 1, … inversions in a random order of n different values. Each is a sum of positive terms, so the
 * smallest tails keep all their digits.
 */
function inversionProbabilities(n: number): Float64Array {
  if (!(Number.isInteger(n) && n >= 0 && n < EXACT_LIMIT))
    throw new RangeError(`Exact only for fewer than ${EXACT_LIMIT} values, got ${n}`);
  let probabilities = Float64Array.of(1);
  for (let m = 2; m <= n; m++) {
    const next = new Float64Array((m * (m - 1)) / 2 + 1);
    probabilities.forEach((probability, k) => {
      for (let j = 0; j < m; j++) next[k + j]! += probability / m;
    });
    probabilities = next;
  }
  return probabilities;
}

/**
 * Exact upper tail of Kendall's S (concordant minus discordant pairs) of n different values in random order: P(S ≥ s).
 *
 * Units: probability. A RangeError unless n is a whole number from 0 to 49 and s a number. R: half of `cor.test(1:n, y, method = "kendall", exact = TRUE)$p.value`
 * when s > 0. Source: Kendall (1938), Biometrika 30:81–93; Hollander and Wolfe (1999), §8.1.
 * Never null.
 *
 * @example kendallUpperTail(6, 4) // 0.041666666666666664 = 1/24
 */
export function kendallUpperTail(s: number, n: number): number {
  if (Number.isNaN(s)) throw new RangeError("S is not a number");
  const probabilities = inversionProbabilities(n);
  const pairs = probabilities.length - 1;
  const most = Math.floor((pairs - s) / 2);
  if (most >= pairs) return 1;
  let sum = 0;
  for (let k = 0; k <= most; k++) sum += probabilities[k]!;
  return sum;
}

/**
 * The smallest S (of the parity that S can have) that chance reaches with probability `tail` at most; null when even
 * complete order is not that rare, as with four values and 2.5 %.
 *
 * A RangeError unless 0 < tail < 1, and as `kendallUpperTail`. R: `SuppDists::qKendall`. Source: Hollander and Wolfe (1999), table A.30.
 * Units: pairs.
 *
 * @example kendallCriticalValue(5, 0.025) // 10
 */
export function kendallCriticalValue(n: number, tail: number): number | null {
  if (!(tail > 0 && tail < 1)) throw new RangeError(`Not a probability of a tail: ${tail}`);
  const probabilities = inversionProbabilities(n);
  const pairs = probabilities.length - 1;
  let inversions = 0;
  for (let sum = probabilities[0]!; sum <= tail; sum += probabilities[inversions]!) inversions++;
  return inversions === 0 ? null : pairs - 2 * (inversions - 1);
}
