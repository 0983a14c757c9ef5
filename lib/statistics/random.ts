/** A source of uniform random numbers in (0, 1), never 0 nor 1. Passed in, so that every simulation can be repeated. */
export type RandomGenerator = () => number;

/**
 * A generator of uniform random numbers that always gives the same sequence for the same seed: sfc32, 128 bits of state,
 * 53 random bits a number. Good for simulation, not for secrets.
 *
 * A RangeError unless the seed is a whole number. Source: Doty-Humphrey, PractRand (sfc32).
 * Units: none; never null; RangeError for a seed that is not whole. R: `set.seed` with another generator.
 *
 * @example seededGenerator(1)() === seededGenerator(1)() // true
 */
export function seededGenerator(seed: number): RandomGenerator {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`A seed is a whole number, got ${seed}`);
  let a = seed | 0;
  let b = Math.floor(seed / 2 ** 32) | 0;
  let c = 0x9e3779b9 | 0;
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  // Seeds that differ in one bit give unrelated sequences only after some rounds.
  for (let i = 0; i < 20; i++) next();
  return () => {
    const high = next() >>> 5;
    const low = next() >>> 6;
    return (high * 2 ** 26 + low + 0.5) / 2 ** 53;
  };
}

/**
 * One draw from the standard normal distribution by the polar method. R: `rnorm(1)` (another sequence).
 *
 * Source: Marsaglia and Bray (1964), SIAM Review 6:260–264.
 * Units: none; never null.
 *
 * @example Math.abs(normalDraw(seededGenerator(1))) < 6 // true, as of nearly all
 */
export function normalDraw(random: RandomGenerator): number {
  for (;;) {
    const u = 2 * random() - 1;
    const v = 2 * random() - 1;
    const square = u * u + v * v;
    if (square > 0 && square < 1) return u * Math.sqrt((-2 * Math.log(square)) / square);
  }
}

/**
 * One draw from the gamma distribution with scale 1. R: `rgamma(1, shape)` (another sequence). A RangeError unless
 * `shape` is positive and finite.
 *
 * Source: Marsaglia and Tsang (2000), ACM TOMS 26:363–372.
 * Units: none; never null.
 *
 * @example gammaDraw(seededGenerator(1), 2.5) > 0 // true
 */
export function gammaDraw(random: RandomGenerator, shape: number): number {
  if (!(shape > 0 && shape < Number.POSITIVE_INFINITY))
    throw new RangeError(`A gamma distribution has a positive shape, got ${shape}`);
  // Below 1 the method does not hold; a draw of shape + 1 is shrunk by a power of a uniform number.
  if (shape < 1) return gammaDraw(random, shape + 1) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normalDraw(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/**
 * One draw from the beta distribution. R: `rbeta(1, a, b)` (another sequence). A RangeError unless both are positive.
 *
 * Units: none; never null. Source: its definition.
 *
 * @example betaDraw(seededGenerator(1), 2, 3) < 1 // true
 */
export function betaDraw(random: RandomGenerator, a: number, b: number): number {
  const x = gammaDraw(random, a);
  const y = gammaDraw(random, b);
  // With tiny parameters both may underflow to 0; then the draw is at one of the ends.
  if (x + y === 0) return random() < a / (a + b) ? 1 : 0;
  return x / (x + y);
}

/**
 * One whole number from 0 to n − 1, all equally likely: which pupil is drawn. R: `sample.int(n, 1) - 1`.
 *
 * Units: none; never null. Source: its definition.
 *
 * @example sampleIndex(seededGenerator(1), 6) < 6 // true
 */
export function sampleIndex(random: RandomGenerator, n: number): number {
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`There is nothing to draw from among ${n}`);
  return Math.min(n - 1, Math.floor(random() * n));
}

/**
 * The values in random order, each order equally likely; the argument is left as it is. R: `sample(values)`.
 *
 * Source: Durstenfeld (1964), CACM 7:420 (Fisher–Yates).
 * Units: none; never null.
 *
 * @example shuffled(seededGenerator(1), [1, 2, 3]).length // 3
 */
export function shuffled<T>(random: RandomGenerator, values: readonly T[]): T[] {
  const result = [...values];
  for (let i = result.length - 1; i > 0; i--) {
    const j = sampleIndex(random, i + 1);
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}
