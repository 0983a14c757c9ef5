import { type Contingency, margins } from "../association/contingency.ts";
import {
  spearman,
  spearmanFromTable,
  spearmanNoTies,
  spearmanNoTiesFromTable,
} from "../association/spearman.ts";
import { checkConventions, FIOKO_2019, type OfficialConventions } from "./conventions.ts";
import type { MarkerResult } from "./marker.ts";

/** Journal marks and primary scores of the same pupils, in the same order; null = the pupil has none. */
export interface MarkedPupils {
  readonly journal: readonly (number | null)[];
  readonly scores: readonly (number | null)[];
}

export interface MarksAgainstWork extends MarkerResult<"negative"> {
  readonly namespace: "official";
  /** By the printed formula for data without ties, on mid-ranks; null below two pupils. */
  readonly noTies: number | null;
  /** Corrected for ties; null when all marks or all scores are equal. */
  readonly ties: number | null;
  /** Pupils without a journal mark or without a score. */
  readonly leftOut: number;
}

/**
 * Marks against the work (несоответствие результатов ВПР и школьных отметок), official markers 7–10, rule B: Spearman's rank
 * correlation of school marks and primary scores in one school is negative, so pupils with better marks have on the whole
 * done worse. Only the sign counts; 0 is no marker. Ranks of equal values are mid-ranks in both formulas: ranks in the
 * order of the file would depend on its sorting.
 *
 * Marks take four values, so ties are the rule: every school marked by the printed formula is also marked by the corrected
 * one, not the other way round. Both are given; `conventions.spearman` says which one decides.
 *
 * What it cannot say: with five pupils the coefficient is negative by chance very often, and the document names no least
 * number; below `SMALL_GROUP` it is to be shown with that label. It says nothing about who is wrong, the journal or the work.
 *
 * Units: correlation, −1 to 1. Statistic null and "insufficient" below the least number of pupils and where the coefficient
 * is not defined (all marks equal). A RangeError for lists of different lengths and for values that are no numbers.
 * R: `cor(rank(mark), rank(score))`; without ties `1 - 6 * sum((rank(mark) - rank(score))^2) / (n * (n^2 - 1))`.
 * Source: ФИОКО 2019, appendix; handbook §4.1.2 B and §4.1.3.
 *
 * @example marksAgainstWork({ journal: [3, 3, 4, 4, 4, 5], scores: [9, 15, 12, 14, 18, 11] }).noTies // 0.0428…; ties: −0.0308…
 */
export function marksAgainstWork(
  pupils: MarkedPupils,
  conventions: OfficialConventions = FIOKO_2019,
): MarksAgainstWork {
  const { journal, scores } = pupils;
  if (journal.length !== scores.length)
    throw new RangeError(`${journal.length} marks and ${scores.length} scores are not of the same pupils`);
  const marks: number[] = [];
  const points: number[] = [];
  journal.forEach((mark, i) => {
    const score = scores[i]!;
    if (mark === null || score === null) return;
    marks.push(mark);
    points.push(score);
  });
  const coefficients = { ties: spearman(marks, points), noTies: spearmanNoTies(marks, points) };
  return decide(coefficients, marks.length, journal.length - marks.length, conventions);
}

/**
 * `marksAgainstWork` from counts: row = school mark, column = primary score, both in rising order; the cell = pupils who
 * have both. Such a table is additive and holds no pupil; the answer is that of the list. `leftOut` is handed on.
 *
 * A RangeError for a table that is none. Source: handbook §4.1.2 B.
 * Units: −1…1. Null and R: as `marksAgainstWork`.
 *
 * @example marksAgainstWorkTable([[1, 0, 1], [0, 2, 0]], 3).noTies // 0.15 of the marks 3, 3, 4, 4 and the scores 7, 9, 8, 8
 */
export function marksAgainstWorkTable(
  table: Contingency,
  leftOut = 0,
  conventions: OfficialConventions = FIOKO_2019,
): MarksAgainstWork {
  const coefficients = { ties: spearmanFromTable(table), noTies: spearmanNoTiesFromTable(table) };
  return decide(coefficients, margins(table).n, leftOut, conventions);
}

function decide(
  coefficients: { ties: number | null; noTies: number | null },
  n: number,
  leftOut: number,
  conventions: OfficialConventions,
): MarksAgainstWork {
  checkConventions(conventions);
  const { ties, noTies } = n >= conventions.minimumPupils ? coefficients : { ties: null, noTies: null };
  const statistic = conventions.spearman === "ties" ? ties : noTies;
  const verdict = () => {
    if (statistic === null) return "insufficient";
    return statistic < 0 ? "strong" : "none";
  };
  return {
    ...{ namespace: "official", marker: "negative", statistic, limit: 0, n, verdict: verdict() },
    ...{ ties, noTies, leftOut },
  };
}
