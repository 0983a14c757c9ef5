/** The quotient of two whole numbers, rounded half away from zero, itself a whole number. */
function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const size = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * size + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

function checkDecimals(decimals: number): void {
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 15) {
    throw new RangeError(`Not a number of decimals: ${decimals}`);
  }
}

function wholeNumber(value: number): bigint {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a whole number: ${value}`);
  return BigInt(value);
}

/**
 * The ratio k / n rounded half up (half away from zero) to `decimals` places. From the exact ratio: 1/16 = 0.0625 gives
 * 0.063 at three places, where rounding its binary neighbour may not.
 *
 * Null when n = 0. A RangeError unless k and n are whole and n >= 0.
 *
 * @example ratioHalfUp(88, 24, 2) // 3.67
 */
export function ratioHalfUp(k: number, n: number, decimals: number): number | null {
  checkDecimals(decimals);
  if (n < 0) throw new RangeError(`Not a denominator: ${n}`);
  if (n === 0) return null;
  return Number(divideHalfUp(wholeNumber(k) * 10n ** BigInt(decimals), wholeNumber(n))) / 10 ** decimals;
}

/**
 * The share k of n in per cent, rounded half up (half away from zero) from the exact ratio.
 *
 * Units: per cent. Null when n = 0. Source: handbook §5.3; reference `halfUp`.
 *
 * @example shareHalfUp(1, 16, 1) // 6.3 (exactly 6.25)
 */
export function shareHalfUp(k: number, n: number, decimals: number): number | null {
  if (!Number.isSafeInteger(k)) throw new RangeError(`Not a whole number: ${k}`);
  return ratioHalfUp(100 * k, n, decimals);
}

/**
 * Shares in per cent that add up to exactly 100 (largest remainder, Hamilton): rounded down first, then one more unit of
 * the last place to those that lost most; equal losses in the order of the list. Only for pictures of a whole; in tables
 * each share is rounded alone (handbook §5.3).
 *
 * Null when all counts are 0.
 *
 * @example largestRemainder([1, 1, 1, 0], 0) // [34, 33, 33, 0]
 */
export function largestRemainder(counts: readonly number[], decimals: number): number[] | null {
  checkDecimals(decimals);
  const whole = counts.map(wholeNumber);
  const n = whole.reduce((sum, count) => sum + count, 0n);
  if (whole.some((count) => count < 0n)) throw new RangeError("A count is not negative");
  if (n === 0n) return null;
  const units = 100n * 10n ** BigInt(decimals);
  const shares = whole.map((count, i) => ({ i, floor: (count * units) / n, rest: (count * units) % n }));
  const missing = Number(units - shares.reduce((sum, { floor }) => sum + floor, 0n));
  const byLoss = [...shares].sort((a, b) => (a.rest === b.rest ? a.i - b.i : a.rest < b.rest ? 1 : -1));
  const raised = new Set(byLoss.slice(0, missing).map(({ i }) => i));
  return shares.map(({ i, floor }) => Number(floor + (raised.has(i) ? 1n : 0n)) / 10 ** decimals);
}
