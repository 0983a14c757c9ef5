import { type Interval, USUAL_LEVEL } from "./interval.ts";
import { type MarkCounts, marked, SOU_WEIGHTS } from "./marks.ts";
import { meanInterval } from "./mean-interval.ts";
import { histogramMoments, type Moments } from "./moments.ts";

/**
 * Sums of the marks of a group: how many, Σ mark, Σ mark². What `mean`, `standardDeviation` and `meanInterval` read.
 *
 * Units: marks; never null (zeros for nobody). A RangeError for what is no count. R: `x <- rep(2:5, counts); c(length(x), sum(x), sum(x^2))`.
 * Source: handbook §5.3.
 *
 * @example markMoments([2, 8, 10, 4]) // { n: 24, sum: 88, squareSum: 340 }
 */
export function markMoments(counts: MarkCounts): Moments {
  return histogramMoments([0, 0, ...counts]);
}

/**
 * t interval of the degree of training (СОУ): the interval of the mean of 16, 36, 64 and 100 per cent over pupils.
 *
 * Units: per cent, not cut at 16 and 100. Null when fewer than two pupils have a mark or all have the same.
 * R: `t.test(rep(c(16, 36, 64, 100), counts))$conf.int`. Source: Student (1908), Biometrika 6:1–25; weights: handbook §5.3.
 *
 * @example souInterval([0, 1, 1, 0]) // { low: -127.88686630644573, high: 227.88686630644574 }
 */
export function souInterval(counts: MarkCounts, level: number = USUAL_LEVEL): Interval | null {
  const n = marked(counts);
  let sum = 0;
  let squareSum = 0;
  counts.forEach((count, i) => {
    const weight = SOU_WEIGHTS[i]!;
    sum += count * weight;
    squareSum += count * weight * weight;
  });
  return meanInterval({ n, sum, squareSum }, level);
}
