import { safeguardedRoot } from "../safeguarded-root.ts";
import { type ItemCategories, type PossiblePoints, pointMoments, possiblePoints } from "./item-categories.ts";

/** The ability that a score stands for, by two estimators; logits, on the scale of the item parameters. */
export interface PersonMeasure {
  readonly score: number;
  /** Maximum likelihood; null for the lowest and the highest score, where it is infinite. */
  readonly ml: number | null;
  readonly mlStandardError: number | null;
  /** Warm's weighted likelihood, finite for every score that can be reached. */
  readonly wle: number | null;
  readonly wleStandardError: number | null;
}

/** Σ over items of the moments of their points, as the equations for the ability need them. */
function testMoments(items: readonly PossiblePoints[], ability: number) {
  const sums = { expected: 0, variance: 0, third: 0, excess: 0 };
  for (const item of items) {
    const { expected, variance, third, fourth } = pointMoments(item, ability);
    sums.expected += expected;
    sums.variance += variance;
    sums.third += third;
    sums.excess += fourth - 3 * variance ** 2;
  }
  return sums;
}

/** Value and derivative of a function that falls through 0. */
type Equation = (ability: number) => { readonly value: number; readonly slope: number };

/** ML: the score is what is expected at this ability. */
function mlEquation(items: readonly PossiblePoints[], score: number): Equation {
  return (ability) => {
    const { expected, variance } = testMoments(items, ability);
    return { value: score - expected, slope: -variance };
  };
}

/** Warm: the same with half of the relative change of the information, which takes away the bias of ML. */
function wleEquation(items: readonly PossiblePoints[], score: number): Equation {
  return (ability) => {
    const { expected, variance, third, excess } = testMoments(items, ability);
    // Far outside of the items the information underflows; the limit of third / variance there is ±1 for the last step.
    if (variance < 1e-280) return { value: score - expected, slope: 0 };
    return {
      value: score - expected + third / (2 * variance),
      slope: -variance + (excess * variance - third ** 2) / (2 * variance ** 2),
    };
  };
}

/** The farthest ability that is looked for; every score of real items is reached long before. */
const FARTHEST = 1000;

/** The ability at which an equation holds. */
function root(equation: Equation): number {
  let low = -1;
  let high = 1;
  while (equation(low).value <= 0 && low > -FARTHEST) low *= 2;
  while (equation(high).value >= 0 && high < FARTHEST) high *= 2;
  if (equation(low).value <= 0) return low;
  if (equation(high).value >= 0) return high;
  return safeguardedRoot(equation, low, high).at;
}

/** Which scores can be reached at all: with points that are never given there may be gaps. */
function reachable(items: readonly PossiblePoints[]): Set<number> {
  let scores = new Set([0]);
  for (const { points } of items)
    scores = new Set([...scores].flatMap((score) => points.map((h) => score + h)));
  return scores;
}

/**
 * What ability each score stands for: one table for all persons who were given these items, because in the Rasch family
 * the score holds all that the answers say about ability. By maximum likelihood (ML), which the fit statistics use and which does not exist
 * for the lowest and highest score, and by Warm's weighted likelihood (WLE), nearly without bias and finite for all: the one to
 * report.
 *
 * Units: logits; index of the list = score 0 … sum of maxima. Standard errors 1/√information at the estimate; the error of the item
 * parameters is not in them. Null where ML is infinite, and both for scores that cannot occur or when no item can tell persons apart.
 * Items that are `null` are left out: the score is that of the others.
 * R: `eRm::person.parameter(m)`, `TAM::tam.wle` / `PP::PP_gpcm(type = "wle")`.
 * Source: Warm (1989), Psychometrika 54:427–450; Penfield and Bergeron (2005), Applied Psychological Measurement 29:218–233 (partial credit).
 *
 * @example personMeasures(raschCategories([0, 0]))[1] // { score: 1, ml: 0, mlStandardError: 1.414…, wle: 0, wleStandardError: 1.414… }
 */
export function personMeasures(items: readonly ItemCategories[]): PersonMeasure[] {
  const taking = possiblePoints(items).filter((item) => item !== null);
  const low = taking.reduce((sum, { points }) => sum + points[0]!, 0);
  const high = taking.reduce((sum, { points }) => sum + points.at(-1)!, 0);
  const scores = reachable(taking);
  const error = (ability: number | null) =>
    ability === null ? null : 1 / Math.sqrt(testMoments(taking, ability).variance);
  return Array.from({ length: high + 1 }, (_, score) => {
    const possible = low < high && scores.has(score);
    const ml = possible && score > low && score < high ? root(mlEquation(taking, score)) : null;
    const wle = possible ? root(wleEquation(taking, score)) : null;
    return { score, ml, mlStandardError: error(ml), wle, wleStandardError: error(wle) };
  });
}
