import { ITEM } from "../task-sums.ts";

/** Points on an item; `ITEM.notAttempted` for X; null, or any other code of `ITEM`, where nothing is known. */
export type ItemScore = number | null;

/** Who scored how much on which item, packed: person p has `scores[p * items + i]` points on item i. */
export interface ScoreMatrix {
  readonly persons: number;
  readonly items: number;
  /** Greatest possible points, by item. */
  readonly maxima: readonly number[];
  /** Row after row; `ITEM.blank` where nothing is known, 0 for X. */
  readonly scores: Float64Array;
  /** How many X were counted as 0, by item. */
  readonly notAttempted: readonly number[];
  /** How many scores are not known, by item. */
  readonly missing: readonly number[];
  /** 1 for each person of whom some score is not known. */
  readonly incomplete: Uint8Array;
  /** Persons of whom all scores are known. */
  readonly complete: number;
  /** All scores and maxima are whole numbers. */
  readonly whole: boolean;
}

function checkMaximum(max: number): void {
  if (!(max > 0 && max <= Number.MAX_SAFE_INTEGER))
    throw new RangeError(`An item has a positive maximum, got ${max}`);
}

/**
 * Packs a table of persons × items for the analysis of a test. X (`ITEM.notAttempted`) counts as 0, as it does in the
 * primary score, and is counted apart. Null, blank, rejected and «не пройд.» are missing: an item that was not taught
 * says nothing about item or pupil (who wants it to count as 0 passes X). Statistics that need a total leave persons
 * with a missing score out; difficulty takes, item by item, everyone who has a score.
 *
 * `maxima`: greatest possible points by item; without it the greatest points seen, which makes an item on which nobody
 * reached the maximum look easier than it is. A RangeError for rows of different length, and for points that are
 * negative (other than the codes), above the maximum or not finite.
 *
 * R: `as.matrix(x)` with X set to 0; persons with all scores are `complete.cases(x)`.
 * Units: points. Source: its definition.
 *
 * @example scoreMatrix([[1, 2], [0, null]], [1, 3]).complete // 1
 */
export function scoreMatrix(
  rows: readonly (readonly ItemScore[])[],
  maxima?: readonly number[],
): ScoreMatrix {
  maxima?.forEach(checkMaximum);
  const persons = rows.length;
  const items = maxima?.length ?? rows[0]?.length ?? 0;
  const scores = new Float64Array(persons * items);
  const greatest = new Float64Array(items);
  const notAttempted = new Array<number>(items).fill(0);
  const missing = new Array<number>(items).fill(0);
  const incomplete = new Uint8Array(persons);
  let complete = persons;
  let whole = true;
  for (let person = 0; person < persons; person++) {
    const row = rows[person]!;
    if (row.length !== items)
      throw new RangeError(`Person ${person + 1} has ${row.length} scores, there are ${items} items`);
    for (let item = 0; item < items; item++) {
      const score = row[item] ?? null;
      const at = person * items + item;
      if (score === ITEM.notAttempted) notAttempted[item]!++;
      else if (score === null || isMissing(score)) {
        scores[at] = ITEM.blank;
        missing[item]!++;
        if (incomplete[person] === 0) complete--;
        incomplete[person] = 1;
      } else {
        if (!(score >= 0 && score <= (maxima?.[item] ?? Number.MAX_SAFE_INTEGER)))
          throw new RangeError(`Person ${person + 1} cannot have ${score} points on item ${item + 1}`);
        scores[at] = score;
        if (score > greatest[item]!) greatest[item] = score;
        if (whole && !Number.isInteger(score)) whole = false;
      }
    }
  }
  const limits = maxima ? [...maxima] : [...greatest];
  return {
    ...{ persons, items, maxima: limits, scores, notAttempted, missing, incomplete, complete },
    whole: whole && limits.every(Number.isInteger),
  };
}

function isMissing(score: number): boolean {
  return score === ITEM.blank || score === ITEM.rejected || score === ITEM.notTaught;
}

/**
 * Rows of the persons of whom all scores are known, counted from 0. R: `which(complete.cases(x)) - 1`.
 *
 * Units: row numbers from 0. Source: its definition.
 *
 * @example completePersons(scoreMatrix([[1, null], [0, 1]])) // Int32Array [1]
 */
export function completePersons({ persons, incomplete, complete }: ScoreMatrix): Int32Array {
  const rows = new Int32Array(complete);
  let next = 0;
  for (let person = 0; person < persons; person++) if (incomplete[person] === 0) rows[next++] = person;
  return rows;
}

/**
 * Total scores of these persons, in points. A RangeError for a person with a missing score. R: `rowSums(x)`.
 *
 * Units: points; never null. Source: its definition.
 *
 * @example totalScores(scoreMatrix([[1, 2], [0, 1]]), Int32Array.of(0, 1)) // Float64Array [3, 1]
 */
export function totalScores({ items, scores, incomplete }: ScoreMatrix, persons: Int32Array): Float64Array {
  const totals = new Float64Array(persons.length);
  persons.forEach((person, row) => {
    if (incomplete[person] !== 0) throw new RangeError(`Person ${person + 1} has no total`);
    for (let at = person * items; at < (person + 1) * items; at++) totals[row]! += scores[at]!;
  });
  return totals;
}
