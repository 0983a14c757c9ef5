import { type CentralMoments, mergeCentralMoments, momentsOf, NO_MOMENTS } from "../central-moments.ts";
import { type Moments, type MomentsLike, mean, standardDeviation, variance } from "../moments.ts";
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
  moments: MomentsLike,
  conventions: OfficialConventions = FIOKO_2019,
): MeanBounds | null {
  checkConventions(conventions);
  const centre = mean(moments);
  const sd = standardDeviation(moments, conventions.divisor);
  if (centre === null || sd === null) return null;
  const half = (conventions.z * sd) / Math.sqrt(moments.n);
  return { n: moments.n, mean: centre, sd, low: centre - half, high: centre + half };
}

const isCentral = (moments: MomentsLike): moments is CentralMoments => "m2" in moments;

/** All pupils together: by their sums where there are sums, which loses nothing; else by distances from the means. */
function pooled(schools: readonly MomentsLike[]): MomentsLike {
  const sums = schools.filter((one): one is Moments => !isCentral(one));
  if (sums.length === schools.length) {
    const total = (of: keyof Moments) => sums.reduce((sum, one) => sum + one[of], 0);
    return { n: total("n"), sum: total("sum"), squareSum: total("squareSum") };
  }
  return schools
    .map((one) =>
      isCentral(one)
        ? one
        : { ...NO_MOMENTS, n: one.n, mean: mean(one) ?? 0, m2: one.n * (variance(one, "n") ?? 0) },
    )
    .reduce(mergeCentralMoments, NO_MOMENTS);
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
  schools: readonly MomentsLike[],
  conventions: OfficialConventions = FIOKO_2019,
): MeanBounds | null {
  const means = () => momentsOf(schools.map(mean).filter((one) => one !== null));
  return meanBounds(conventions.region === "pupils" ? pooled(schools) : means(), conventions);
}
