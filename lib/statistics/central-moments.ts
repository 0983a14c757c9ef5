/**
 * Moments around the mean of one quantity: sums of squared and cubed distances from the mean. Additive like sums, but stable
 * for any values: the mean of 10,000,000.1 and 10,000,000.3 keeps its digits where sums of squares have lost them.
 */
export interface CentralMoments {
  readonly n: number;
  readonly mean: number;
  /** Σ(x − mean)². */
  readonly m2: number;
  /** Σ(x − mean)³. */
  readonly m3: number;
}

/** Nobody: the neutral element of `mergeCentralMoments`. */
export const NO_MOMENTS: CentralMoments = { n: 0, mean: 0, m2: 0, m3: 0 };

/**
 * Central moments of a list: the stable way to mean, variance and skewness of values that are not whole scores. Two passes
 * over distances from the first value, with what rounding took from the mean put back.
 *
 * Units: those of the values, squared, cubed. An empty list gives `NO_MOMENTS`. A RangeError for NaN and infinite values.
 * R: `c(length(x), mean(x), sum((x - mean(x))^2), sum((x - mean(x))^3))`.
 * Source: Chan, Golub and LeVeque (1983), The American Statistician 37:242–247 (corrected two-pass algorithm).
 * Never null (`NO_MOMENTS` for nothing).
 *
 * @example momentsOf([2, 4, 9]) // { n: 3, mean: 5, m2: 26, m3: 36 }
 */
export function momentsOf(values: ArrayLike<number>): CentralMoments {
  const n = values.length;
  if (n === 0) return NO_MOMENTS;
  const first = values[0]!;
  // Neumaier's compensated sum of distances from the first value.
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < n; i++) {
    const distance = values[i]! - first;
    const next = sum + distance;
    lost += Math.abs(sum) >= Math.abs(distance) ? sum - next + distance : distance - next + sum;
    sum = next;
  }
  if (!Number.isFinite(sum)) throw new RangeError("Moments need finite values: leave missing ones out first");
  const shift = (sum + lost) / n;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let i = 0; i < n; i++) {
    const d = values[i]! - first - shift;
    s1 += d;
    s2 += d * d;
    s3 += d * d * d;
  }
  const rest = s1 / n;
  const m2 = Math.max(0, s2 - s1 * rest);
  return {
    n,
    mean: first + (shift + rest),
    m2,
    m3: m2 === 0 ? 0 : s3 - 3 * rest * s2 + 2 * s1 * rest * rest,
  };
}

/**
 * Central moments of a histogram (`histogram[s]` pupils have the score `s`), exactly: the sums are taken in whole numbers of
 * any size and divided once.
 *
 * Units: points, squared, cubed. A RangeError for what is no count.
 * Never null. R: as `momentsOf`. Source: its definition.
 *
 * @example histogramCentralMoments([0, 0, 1, 0, 1, 0, 0, 0, 0, 1]) // of 2, 4, 9: { n: 3, mean: 5, m2: 26, m3: 36 }
 */
export function histogramCentralMoments(histogram: readonly number[]): CentralMoments {
  let [n, s1, s2, s3] = [0n, 0n, 0n, 0n];
  histogram.forEach((count, score) => {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Not a number of pupils: ${count}`);
    const value = BigInt(score);
    const first = BigInt(count) * value;
    n += BigInt(count);
    s1 += first;
    s2 += first * value;
    s3 += first * value * value;
  });
  if (n === 0n) return NO_MOMENTS;
  return {
    n: Number(n),
    mean: Number(s1) / Number(n),
    m2: Number(n * s2 - s1 * s1) / Number(n),
    m3: Number(n * n * s3 - 3n * n * s1 * s2 + 2n * s1 * s1 * s1) / Number(n * n),
  };
}

/** Which of two groups is taken as the base; a fixed choice makes merging exactly commutative. */
function isAhead(first: CentralMoments, second: CentralMoments): boolean {
  if (first.n !== second.n) return first.n > second.n;
  if (first.mean !== second.mean) return first.mean > second.mean;
  return first.m2 !== second.m2 ? first.m2 > second.m2 : first.m3 >= second.m3;
}

/**
 * Central moments of two groups together; with `NO_MOMENTS` a commutative monoid (associative up to rounding). So a billion
 * rows can be taken in parts of any size.
 *
 * Source: Chan, Golub and LeVeque (1983); third moment: Pébay (2008), SAND2008-6212, eq. 2.3.
 * Units: none; never null. R: no equivalent.
 *
 * @example mergeCentralMoments(momentsOf([2, 4]), momentsOf([9])) // { n: 3, mean: 5, m2: 26, m3: 36 }
 */
export function mergeCentralMoments(first: CentralMoments, second: CentralMoments): CentralMoments {
  const [a, b] = isAhead(first, second) ? [first, second] : [second, first];
  if (b.n === 0) return a;
  const n = a.n + b.n;
  const delta = b.mean - a.mean;
  const shift = (delta / n) * b.n;
  return {
    n,
    mean: a.mean + shift,
    m2: a.m2 + b.m2 + delta * shift * a.n,
    m3:
      a.m3 +
      b.m3 +
      delta * shift * a.n * delta * ((a.n - b.n) / n) +
      3 * (delta / n) * (a.n * b.m2 - b.n * a.m2),
  };
}

/**
 * Central moments of the rest: `whole` without `part`. Undoes `mergeCentralMoments` up to rounding. A RangeError when `part`
 * has more values than `whole`.
 *
 * Units: none; never null (RangeError unless a part). R: no equivalent. Source: Pébay 2008.
 *
 * @example subtractCentralMoments(momentsOf([2, 4, 9]), momentsOf([9])) // { n: 2, mean: 3, m2: 2, m3: 0 }
 */
export function subtractCentralMoments(whole: CentralMoments, part: CentralMoments): CentralMoments {
  const n = whole.n - part.n;
  if (n < 0) throw new RangeError(`${part.n} values are not a part of ${whole.n}`);
  if (n === 0) return NO_MOMENTS;
  if (part.n === 0) return whole;
  const away = whole.mean - part.mean;
  const mean = whole.mean + (away / n) * part.n;
  const delta = part.mean - mean;
  const between = delta * (delta / whole.n) * n * part.n;
  const m2 = Math.max(0, whole.m2 - part.m2 - between);
  const m3 =
    whole.m3 -
    part.m3 -
    between * delta * ((n - part.n) / whole.n) -
    3 * (delta / whole.n) * (n * part.m2 - part.n * m2);
  // One value, or values that are all equal, have no third moment; rounding would leave one.
  return n === 1 ? { n, mean, m2: 0, m3: 0 } : { n, mean, m2, m3: m2 === 0 ? 0 : m3 };
}
