import { type Moments, mean, standardDeviation } from "../moments.ts";
import { checkConventions, FIOKO_2019, type OfficialConventions } from "./conventions.ts";

/** The interval of the official method around a mean. */
export interface MeanBounds {
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Interval of a mean as the official method draws it: mean ± 1.96 · sd / √n, with 1.96 for every n. For a small class it is
 * too narrow (`meanInterval` is the honest one); it is here only because the published rule is built on it.
 *
 * Units: those of the scores. Null when n = 0, and with the divisor n − 1 also when n = 1.
 * R: `mean(x) + c(-1, 1) * 1.96 * sd(x) / sqrt(length(x))`. Source: ФИОКО 2019, appendix; handbook §4.1.2 A.
 *
 * @example meanBounds({ n: 3, sum: 66, squareSum: 1460 }) // of 20, 22, 24: { n: 3, mean: 22, sd: 2, low: 19.7367…, high: 24.2632… }
 */
export function meanBounds(
  moments: Moments,
  conventions: OfficialConventions = FIOKO_2019,
): MeanBounds | null {
  checkConventions(conventions);
  const centre = mean(moments);
  const sd = standardDeviation(moments, conventions.divisor);
  if (centre === null || sd === null) return null;
  return boundsOf(moments.n, centre, sd, conventions.z);
}

function boundsOf(n: number, centre: number, sd: number, z: number): MeanBounds {
  const half = (z * sd) / Math.sqrt(n);
  return { n, mean: centre, sd, low: centre - half, high: centre + half };
}

/**
 * The region's interval for rule A from the moments of its schools: of all pupils together (the printed method: the school's
 * own pupils are part of the region), or, as a convention met in practice, of the means of the schools, each counted once.
 *
 * Units: those of the scores; `n` is pupils or schools accordingly. Null when there are too few for a standard deviation.
 * Schools without pupils are left out. R: `x <- unlist(schools)` or `x <- sapply(schools, mean)`, then as `meanBounds`.
 * Source: handbook §4.1.2 A.
 *
 * @example regionBounds([{ n: 2, sum: 4, squareSum: 10 }, { n: 1, sum: 5, squareSum: 25 }])!.mean // 3
 */
export function regionBounds(
  schools: readonly Moments[],
  conventions: OfficialConventions = FIOKO_2019,
): MeanBounds | null {
  checkConventions(conventions);
  const { divisor, z } = conventions;
  if (conventions.region === "pupils") {
    const pooled = schools.reduce(
      (sum, one) => ({
        n: sum.n + one.n,
        sum: sum.sum + one.sum,
        squareSum: sum.squareSum + one.squareSum,
      }),
      { n: 0, sum: 0, squareSum: 0 },
    );
    return meanBounds(pooled, conventions);
  }
  const means = schools.map(mean).filter((one) => one !== null);
  const by = divisor === "n" ? means.length : means.length - 1;
  if (by < 1) return null;
  // Means of schools are fractions: deviations are taken before they are squared, so that nothing cancels.
  const centre = means.reduce((sum, one) => sum + one, 0) / means.length;
  const squares = means.reduce((sum, one) => sum + (one - centre) ** 2, 0);
  return boundsOf(means.length, centre, Math.sqrt(squares / by), z);
}
