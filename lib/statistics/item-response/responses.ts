/**
 * Answers of persons to items: one row a person, one column an item; points from 0, `null` = the item was not given to
 * this person (not: left unsolved, which is 0).
 */
export type ItemResponses = readonly (readonly (number | null)[])[];

/** The mark of an item that was not given to a person, where points are stored as whole numbers. */
export const MISSING = -1;

/** Checked answers in one block, person after person. */
export interface ResponseTable {
  readonly persons: number;
  readonly items: number;
  /** Points, or MISSING. */
  readonly points: Int16Array;
  /** Greatest points possible, by item. */
  readonly maxima: readonly number[];
}

function checkMaximum(maximum: number, item: number): void {
  if (!Number.isInteger(maximum) || maximum < 0 || maximum > 1000)
    throw new RangeError(`The maximum of item ${item + 1} is not a whole number from 0 to 1000: ${maximum}`);
}

/**
 * Checks answers and packs them. Without `maxima` the greatest points seen stand for them.
 *
 * A RangeError for rows of different length, points that are no whole number from 0 up (NaN included) or above the
 * maximum, and for maxima that do not fit the number of items.
 */
export function responseTable(responses: ItemResponses, maxima?: readonly number[]): ResponseTable {
  const items = responses[0]?.length ?? maxima?.length ?? 0;
  if (maxima && maxima.length !== items) throw new RangeError(`${items} items have ${maxima.length} maxima`);
  maxima?.forEach(checkMaximum);
  const seen = Array<number>(items).fill(0);
  const points = new Int16Array(responses.length * items);
  responses.forEach((row, person) => {
    if (row.length !== items)
      throw new RangeError(`Person ${person + 1} has ${row.length} answers, the first has ${items}`);
    for (let item = 0; item < items; item++) {
      const value = row[item];
      if (value === null) {
        points[person * items + item] = MISSING;
        continue;
      }
      const limit = maxima?.[item] ?? 1000;
      if (value === undefined || !Number.isInteger(value) || value < 0 || value > limit)
        throw new RangeError(
          `Not points from 0 to ${limit}: ${value} (person ${person + 1}, item ${item + 1})`,
        );
      points[person * items + item] = value;
      if (value > seen[item]!) seen[item] = value;
    }
  });
  return { persons: responses.length, items, points, maxima: maxima ?? seen };
}
