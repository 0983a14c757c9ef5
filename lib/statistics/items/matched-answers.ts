import { ITEM } from "../task-sums.ts";
import type { ScoreMatrix } from "./score-matrix.ts";

/** The group whose answers are the yardstick, and the group for which the item may work differently. */
export type DifGroup = "reference" | "focal";

export interface MatchingOptions {
  /** What says that two persons are equally able; the total score, item included, unless given. Null leaves a person out. */
  readonly matching?: readonly (number | null)[];
  /** Points from which an answer to the item counts as right; must be given for an item whose maximum is not 1. */
  readonly rightFrom?: number;
}

/** Answers of both groups to one item among persons who are equally able. */
export interface MatchedAnswers {
  readonly score: number;
  readonly referenceRight: number;
  readonly referenceWrong: number;
  readonly focalRight: number;
  readonly focalWrong: number;
}

/** Scores nearer than this are one score: sums of points that are not whole are not exact. */
const ROUNDING = 1e-9;

/**
 * Counts right and wrong answers to an item by group and matching score, from the lowest score up: what every test of
 * differential item functioning works on. The item is part of the total it is matched by, because without it the
 * comparison finds differences where there are none (Holland and Thayer 1988).
 *
 * Left out: persons of no group (null), without a score on the item, and without a matching score — when that is the
 * total, all with some missing score. A RangeError for an item that is not there, lists that do not have one entry for
 * each person, and a `rightFrom` that is missing or not within the item's points.
 *
 * R: `table(group, x[, i], rowSums(x))`.
 * Units: counts. Source: Holland, Thayer 1988.
 *
 * @example matchedAnswers(scoreMatrix([[1], [0]]), 0, ["reference", "focal"])[0] // { score: 0, focalWrong: 1, … }
 */
export function matchedAnswers(
  matrix: ScoreMatrix,
  item: number,
  groups: readonly (DifGroup | null)[],
  { matching, rightFrom }: MatchingOptions = {},
): MatchedAnswers[] {
  const { persons, items, scores } = matrix;
  const from = rightFromOf(matrix, item, rightFrom);
  if (groups.length !== persons || (matching && matching.length !== persons))
    throw new RangeError(`There must be one entry for each of ${persons} persons`);
  const strata = new Map<number, { -readonly [Name in keyof MatchedAnswers]: MatchedAnswers[Name] }>();
  for (let person = 0; person < persons; person++) {
    const group = groups[person]!;
    const points = scores[person * items + item]!;
    const score = matching ? matching[person]! : totalOf(matrix, person);
    if (group === null || points === ITEM.blank || score === null) continue;
    if (!Number.isFinite(score)) throw new RangeError(`Person ${person + 1} cannot be matched by ${score}`);
    const key = Math.round(score / ROUNDING);
    const stratum = strata.get(key) ?? {
      ...{ score, referenceRight: 0, referenceWrong: 0, focalRight: 0, focalWrong: 0 },
    };
    stratum[`${group}${points >= from ? "Right" : "Wrong"}`]++;
    strata.set(key, stratum);
  }
  return [...strata.values()].sort((a, b) => a.score - b.score);
}

function rightFromOf({ maxima }: ScoreMatrix, item: number, rightFrom: number | undefined): number {
  const max = maxima[item];
  if (max === undefined) throw new RangeError(`There is no item ${item} among ${maxima.length}`);
  // Without points ever given there is no maximum either, and nobody is right.
  if (rightFrom === undefined && max !== 1 && max !== 0)
    throw new RangeError(`Which points are right must be said for an item of ${max} points`);
  const from = rightFrom ?? 1;
  if (!(from > 0 && from <= (max || 1))) throw new RangeError(`Not points of an item of ${max}: ${from}`);
  return from;
}

function totalOf({ items, scores, incomplete }: ScoreMatrix, person: number): number | null {
  if (incomplete[person] === 1) return null;
  let total = 0;
  for (let at = person * items; at < (person + 1) * items; at++) total += scores[at]!;
  return total;
}
