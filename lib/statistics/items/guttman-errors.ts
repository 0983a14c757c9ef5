import { completePersons, type ScoreMatrix } from "./score-matrix.ts";

/** How far one person's answers are from the order of difficulty. */
export interface GuttmanErrors {
  /** Pairs of steps in which the harder one was taken and the easier one was not. */
  readonly errors: number;
  /** The same as a share (0–1) of the most that a person with this total can have; null where none is possible. */
  readonly normed: number | null;
}

/** By item, the share of persons with at least 1, 2, … maximum points on it. */
export type StepPopularities = readonly (readonly number[])[];

function checkWhole({ whole }: ScoreMatrix): void {
  if (!whole) throw new RangeError("Steps are counted in whole points");
}

/**
 * Popularity of each item step: the share of persons who have at least so many points; of an item of one point that is
 * its difficulty. The order of difficulty by which `guttmanErrors` judges; for a class it should come from many schools.
 *
 * Units: fraction 0–1; for each item a list as long as its maximum. Null when nobody has all scores.
 * A RangeError for points that are not whole. R: `sapply(seq_len(max), function(h) mean(x[, i] >= h))`.
 * Source: Emons 2008.
 *
 * @example stepPopularities(scoreMatrix([[1, 2], [0, 1]], [1, 2])) // [[0.5], [1, 0.5]]
 */
export function stepPopularities(matrix: ScoreMatrix): number[][] | null {
  checkWhole(matrix);
  const { items, maxima, scores, complete } = matrix;
  if (complete === 0) return null;
  const having = maxima.map((max) => new Array<number>(max + 1).fill(0));
  for (const person of completePersons(matrix))
    for (let item = 0; item < items; item++) having[item]![scores[person * items + item]!]!++;
  return having.map((counts) => {
    for (let points = counts.length - 1; points > 0; points--) counts[points - 1]! += counts[points]!;
    return counts.slice(1).map((count) => count / complete);
  });
}

/** For each item and points on it, the sum of the ranks (0 = easiest) of the steps taken. */
function rankSums(popularities: StepPopularities): Float64Array[] {
  const steps = popularities.flatMap((shares, item) => shares.map((share, step) => ({ item, step, share })));
  // Stable: of steps that are equally popular that of the earlier item, and of one item the lower step, counts as easier.
  steps.sort((a, b) => b.share - a.share);
  const sums = popularities.map((shares) => new Float64Array(shares.length + 1));
  steps.forEach(({ item, step }, rank) => {
    sums[item]![step + 1] = rank;
  });
  for (const sum of sums)
    for (let points = 1; points < sum.length; points++) sum[points]! += sum[points - 1]!;
  return sums;
}

/** The greatest rank sum that any answers with this total can have, by total. */
function greatestRankSums(sums: readonly Float64Array[]): Float64Array {
  let greatest = new Float64Array(1);
  for (const sum of sums) {
    const longer = new Float64Array(greatest.length + sum.length - 1).fill(-1);
    greatest.forEach((before, total) => {
      sum.forEach((more, points) => {
        longer[total + points] = Math.max(longer[total + points]!, before + more);
      });
    });
    greatest = longer;
  }
  return greatest;
}

/**
 * Guttman errors, a person-fit statistic: how often a pupil took a harder step of the test and missed an easier one.
 * Many errors for the total say that the answers do not follow from ability (copying, guessing, a gap in what was
 * taught); never a verdict. For items of more points each point is a step (X ≥ h), compared with all steps of all items;
 * for items of one point this is the classical count.
 *
 * `normed` divides by the most that the total allows, so that persons with different totals can be compared; r(k − r) for
 * k items of one point. Equally popular steps count in the order of items.
 *
 * Units: `errors` a count, `normed` 0–1. Null for a person with a missing score. `normed` is null where no error is
 * possible (nothing or everything right). An empty list of items gives 0 errors.
 * A RangeError for points that are not whole and for `popularities` that do not fit the test.
 * R: `PerFit::G(x)`, `PerFit::Gnormed(x)`; for more points `PerFit::Gpoly`, `PerFit::Gnormed.poly`.
 * Source: Guttman (1944), American Sociological Review 9:139–150; van der Flier (1977); Emons (2008), Applied
 * Psychological Measurement 32:224–247.
 *
 * @example guttmanErrors(scoreMatrix([[0, 1, 1]], [1, 1, 1]), [[0.9], [0.6], [0.3]]) // [{ errors: 2, normed: 1 }]
 */
export function guttmanErrors(
  matrix: ScoreMatrix,
  popularities: StepPopularities | null = stepPopularities(matrix),
): (GuttmanErrors | null)[] {
  checkWhole(matrix);
  const { persons, items, maxima, scores, incomplete } = matrix;
  if (popularities === null) return new Array<null>(persons).fill(null);
  checkPopularities(popularities, maxima);
  const sums = rankSums(popularities);
  const greatest = greatestRankSums(sums);
  return Array.from({ length: persons }, (_, person) => {
    if (incomplete[person] === 1) return null;
    let total = 0;
    let ranks = 0;
    for (let item = 0; item < items; item++) {
      const points = scores[person * items + item]!;
      total += points;
      ranks += sums[item]![points]!;
    }
    // Of the easier steps below each step taken, those that were taken themselves are no errors.
    const taken = (total * (total - 1)) / 2;
    const most = greatest[total]! - taken;
    return { errors: ranks - taken, normed: most > 0 ? (ranks - taken) / most : null };
  });
}

function checkPopularities(popularities: StepPopularities, maxima: readonly number[]): void {
  const fits = (shares: readonly number[], max: number | undefined) =>
    shares.length === max &&
    shares.every((share, step) => share >= 0 && share <= (step === 0 ? 1 : shares[step - 1]!));
  if (popularities.length !== maxima.length || !popularities.every((shares, i) => fits(shares, maxima[i])))
    throw new RangeError("Popularities are, by item, falling shares, one for each point up to the maximum");
}
