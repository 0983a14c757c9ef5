import { USUAL_LEVEL } from "../interval.ts";
import { cronbachAlpha, standardisedAlpha } from "./cronbach-alpha.ts";
import type { ReliabilityEstimate } from "./feldt.ts";
import { guttmanLambda2 } from "./guttman-lambda.ts";
import type { ItemMoments } from "./item-moments.ts";
import { type MeasurementError, standardErrorOfMeasurement } from "./measurement-error.ts";
import { allItems, partCovariance, partMean } from "./part-scores.ts";
import { type SplitHalf, splitHalf } from "./split-half.ts";

/** How well a test measures as a whole; each part is null where its own function says so. */
export interface TestReliability {
  /** Persons of whom all scores are known. */
  readonly n: number;
  readonly items: number;
  /** Points. */
  readonly meanTotal: number | null;
  /** Points squared, divisor n − 1. */
  readonly varTotal: number | null;
  readonly alpha: ReliabilityEstimate | null;
  readonly alphaStandardised: number | null;
  readonly lambda2: number | null;
  readonly sem: MeasurementError | null;
  readonly halves: SplitHalf | null;
}

/**
 * Everything about the reliability of a test that follows from its sufficient statistics, without pupils' rows.
 *
 * Units: see each part. R: `psych::alpha(x)`, `psych::splitHalf(x)`.
 * Never null; its parts are, each as its own function says. Source: as its parts.
 *
 * @example testReliability(itemMoments(scoreMatrix([[1, 2], [2, 1], [3, 4], [4, 3]]))).alpha!.value // 0.75
 */
export function testReliability(moments: ItemMoments, level: number = USUAL_LEVEL): TestReliability {
  const items = allItems(moments);
  return {
    n: moments.n,
    items: moments.items,
    meanTotal: partMean(moments, items),
    varTotal: partCovariance(moments, items, items),
    alpha: cronbachAlpha(moments, level),
    alphaStandardised: standardisedAlpha(moments),
    lambda2: guttmanLambda2(moments),
    sem: standardErrorOfMeasurement(moments, level),
    halves: splitHalf(moments, undefined, level),
  };
}
