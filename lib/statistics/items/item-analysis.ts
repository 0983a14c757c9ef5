import { USUAL_LEVEL } from "../interval.ts";
import { alphaIfDropped } from "./cronbach-alpha.ts";
import { type Difficulty, itemDifficulties, notAttemptedShares } from "./difficulty.ts";
import { itemRestCorrelations, itemTotalCorrelations } from "./item-correlation.ts";
import { itemMoments } from "./item-moments.ts";
import { type ItemWarning, itemWarnings } from "./item-warnings.ts";
import type { ScoreMatrix } from "./score-matrix.ts";
import { type TestReliability, testReliability } from "./test-reliability.ts";
import { upperLowerDiscrimination } from "./upper-lower-discrimination.ts";

/** What is known of one item; each part is null where its own function says so. */
export interface ItemStatistics {
  readonly difficulty: Difficulty | null;
  readonly notAttempted: number | null;
  readonly itemTotal: number | null;
  readonly itemRest: number | null;
  readonly alphaIfDropped: number | null;
  /** Upper minus lower 27 % by threshold. */
  readonly discrimination: number | null;
}

/** The whole analysis of a test by classical test theory. */
export interface ItemAnalysis {
  readonly persons: number;
  /** Persons left out of everything but difficulty and X, because some score of theirs is not known. */
  readonly incomplete: number;
  readonly items: readonly ItemStatistics[];
  readonly reliability: TestReliability;
  readonly warnings: readonly ItemWarning[];
}

/**
 * Item analysis of a test: difficulty, discrimination and reliability in one go, from one pass over the rows for the
 * sums of products and one for the groups of 27 %.
 *
 * Units: see each part. Never null; its parts are. R: `psych::alpha(x)` and the expressions named at each function.
 * Source: as its parts.
 *
 * @example analyseItems(scoreMatrix([[0, 0], [1, 0], [1, 1]])).reliability.alpha!.value // 0.6666666666666666
 */
export function analyseItems(matrix: ScoreMatrix, level: number = USUAL_LEVEL): ItemAnalysis {
  const moments = itemMoments(matrix);
  const difficulties = itemDifficulties(matrix, level);
  const notAttempted = notAttemptedShares(matrix);
  const itemTotal = itemTotalCorrelations(moments);
  const itemRest = itemRestCorrelations(moments);
  const dropped = alphaIfDropped(moments);
  const discrimination = upperLowerDiscrimination(matrix);
  return {
    persons: matrix.persons,
    incomplete: matrix.persons - matrix.complete,
    items: difficulties.map((difficulty, item) => ({
      difficulty,
      notAttempted: notAttempted[item]!,
      itemTotal: itemTotal[item]!,
      itemRest: itemRest[item]!,
      alphaIfDropped: dropped[item]!,
      discrimination: discrimination?.values[item] ?? null,
    })),
    reliability: testReliability(moments, level),
    warnings: itemWarnings(matrix, level, moments),
  };
}
