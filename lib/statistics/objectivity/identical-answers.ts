import type { MarkerResult } from "./marker.ts";

/** One pattern of points over all tasks of a work, as it occurs in one class. */
export interface ResponsePattern {
  /** Pupils with exactly this pattern. */
  readonly count: number;
  /** Its sum of points. */
  readonly score: number;
}

export interface IdenticalAnswersParameters {
  /** Share of pupils with a shared pattern from which the sign is weak, and from which it is strong. */
  readonly weak: number;
  readonly strong: number;
  readonly minimumPupils: number;
}

/** Ours: in simulated works of 15–18 tasks the share averages 1 % and passes 20 % in one class of 404. */
export const IDENTICAL_ANSWERS: IdenticalAnswersParameters = { weak: 0.2, strong: 0.4, minimumPupils: 10 };

export interface IdenticalAnswers extends MarkerResult<"identicalAnswers"> {
  readonly namespace: "ours";
  /** Pupils who share their pattern with somebody. */
  readonly sharing: number;
  /** Pupils of the largest group with one pattern. */
  readonly largest: number;
}

/**
 * Identical answers (совпадающие векторы баллов), our M6, second part: the share of pupils of a class whose points agree
 * in every task with those of another pupil of the class. Patterns of no points and of all points are left out: they agree
 * of themselves. Statistic = share; weak from 20 %, strong from 40 %.
 *
 * What it cannot say: in a short or an easy work patterns agree by chance, and the more often the nearer the class is to the
 * maximum; compare classes with alike means. It does not see wrong answers, only points, and proves no copying.
 *
 * Units: fraction 0–1; it describes exactly these pupils, so it has no interval. Null when no pattern is left;
 * "insufficient" then and below the least number of pupils. `n` = pupils with a pattern that counts. A RangeError for counts that are none and for
 * scores outside 0…maximum. R: `mean(duplicated(x) | duplicated(x, fromLast = TRUE))` over the rows that count.
 * Source: ours, handbook §4.2 M6.
 *
 * @example identicalAnswers([{ count: 4, score: 9 }, { count: 1, score: 7 }, { count: 6, score: 20 }], 20).statistic // 0.8 = 4 of 5
 */
export function identicalAnswers(
  patterns: readonly ResponsePattern[],
  maxScore: number,
  parameters: IdenticalAnswersParameters = IDENTICAL_ANSWERS,
): IdenticalAnswers {
  for (const { count, score } of patterns) {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Not a number of pupils: ${count}`);
    if (!(score >= 0 && score <= maxScore))
      throw new RangeError(`A work with a maximum of ${maxScore} cannot have a total of ${score}`);
  }
  const counts = patterns.filter(({ score }) => score > 0 && score < maxScore).map(({ count }) => count);
  const n = counts.reduce((sum, count) => sum + count, 0);
  const sharing = counts.reduce((sum, count) => (count > 1 ? sum + count : sum), 0);
  const statistic = n === 0 ? null : sharing / n;
  const verdict = () => {
    if (statistic === null || n < parameters.minimumPupils) return "insufficient";
    if (statistic >= parameters.strong) return "strong";
    return statistic >= parameters.weak ? "weak" : "none";
  };
  return {
    ...{ namespace: "ours", marker: "identicalAnswers", statistic, limit: parameters.weak, n },
    ...{ verdict: verdict(), sharing, largest: counts.reduce((most, count) => Math.max(most, count), 0) },
  };
}
