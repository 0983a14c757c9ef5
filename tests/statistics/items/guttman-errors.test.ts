import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guttmanErrors, stepPopularities } from "#lib/statistics/items/guttman-errors.ts";
import { scoreMatrix } from "#lib/statistics/items/score-matrix.ts";
import { ITEM } from "#lib/statistics/task-sums.ts";

/** The definition, pair by pair: the harder step taken, the easier one not. */
function countErrors(row: readonly number[], popularities: readonly (readonly number[])[]): number {
  const steps = popularities
    .flatMap((shares, item) => shares.map((share, step) => ({ share, taken: row[item]! > step })))
    .sort((a, b) => b.share - a.share);
  let errors = 0;
  steps.forEach((harder, i) => {
    for (const easier of steps.slice(0, i)) if (harder.taken && !easier.taken) errors++;
  });
  return errors;
}

describe("step popularities", () => {
  it("are shares of persons with at least so many points", () => {
    expect(
      stepPopularities(
        scoreMatrix(
          [
            [1, 2],
            [0, 1],
            [1, 0],
            [1, 2],
          ],
          [1, 3],
        ),
      ),
    ).toEqual([[0.75], [0.75, 0.5, 0]]);
  });

  it("leave out persons with a missing score", () => {
    expect(
      stepPopularities(
        scoreMatrix([
          [1, 1],
          [1, null],
          [0, 1],
        ]),
      ),
    ).toEqual([[0.5], [1]]);
  });

  it("are not defined for nobody, and refuse half points", () => {
    expect(stepPopularities(scoreMatrix([], [1]))).toBeNull();
    expect(() => stepPopularities(scoreMatrix([[0.5]]))).toThrow(RangeError);
  });

  it("repeat the example of the docstring", () => {
    expect(
      stepPopularities(
        scoreMatrix(
          [
            [1, 2],
            [0, 1],
          ],
          [1, 2],
        ),
      ),
    ).toEqual([[0.5], [1, 0.5]]);
  });
});

describe("Guttman errors", () => {
  const easyToHard = [[0.9], [0.7], [0.5], [0.3]];
  const of = (row: readonly number[]) => guttmanErrors(scoreMatrix([row], [1, 1, 1, 1]), easyToHard)[0]!;

  it("count harder items right with easier ones wrong", () => {
    expect(of([1, 1, 0, 0])).toEqual({ errors: 0, normed: 0 });
    expect(of([1, 0, 1, 0])).toEqual({ errors: 1, normed: 1 / 4 });
    expect(of([0, 0, 1, 1])).toEqual({ errors: 4, normed: 1 });
    expect(of([0, 1, 1, 1])).toEqual({ errors: 3, normed: 1 });
    expect(of([0, 0, 0, 1])).toEqual({ errors: 3, normed: 1 });
  });

  it("have no norm where none is possible", () => {
    expect(of([0, 0, 0, 0])).toEqual({ errors: 0, normed: null });
    expect(of([1, 1, 1, 1])).toEqual({ errors: 0, normed: null });
  });

  it("take the order of difficulty from the persons themselves where none is given", () => {
    const matrix = scoreMatrix([
      [1, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ]);
    expect(guttmanErrors(matrix)).toEqual([
      { errors: 0, normed: 0 },
      { errors: 0, normed: 0 },
      { errors: 0, normed: null },
      { errors: 1, normed: 1 },
    ]);
    expect(guttmanErrors(matrix)).toEqual(guttmanErrors(matrix, stepPopularities(matrix)));
  });

  it("take the earlier of two equally popular items as the easier", () => {
    const [first, second] = guttmanErrors(
      scoreMatrix([
        [1, 0],
        [0, 1],
      ]),
    );
    expect(first!.errors).toBe(0);
    expect(second!.errors).toBe(1);
  });

  it("of items with more points are those of their steps", () => {
    // Steps by popularity: a1 .9, b1 .8, b2 .6, a2 .4. Two points on b pass a1 by twice: the most for a total of 2.
    const popularities = [
      [0.9, 0.4],
      [0.8, 0.6],
    ];
    const rows = [
      [2, 0],
      [1, 1],
      [0, 2],
      [1, 2],
      [2, 1],
    ];
    expect(guttmanErrors(scoreMatrix(rows, [2, 2]), popularities)).toEqual([
      { errors: 2, normed: 1 },
      { errors: 0, normed: 0 },
      { errors: 2, normed: 1 },
      { errors: 0, normed: 0 },
      { errors: 1, normed: 1 },
    ]);
  });

  it("are the number of pairs, and normed by the most that any answers with this total give", () => {
    const maxima = [1, 2, 3, 1];
    const score = fc.tuple(...maxima.map((max) => fc.nat(max)));
    const every = maxima.reduce<number[][]>(
      (rows, max) => rows.flatMap((row) => Array.from({ length: max + 1 }, (_, points) => [...row, points])),
      [[]],
    );
    fc.assert(
      fc.property(fc.array(score, { minLength: 1, maxLength: 10 }), (rows) => {
        const matrix = scoreMatrix(rows, maxima);
        const popularities = stepPopularities(matrix)!;
        const total = (row: readonly number[]) => row.reduce((a, b) => a + b, 0);
        guttmanErrors(matrix).forEach((found, person) => {
          const row = rows[person]!;
          const most = Math.max(
            ...every
              .filter((other) => total(other) === total(row))
              .map((other) => countErrors(other, popularities)),
          );
          const errors = countErrors(row, popularities);
          expect(found).toEqual({ errors, normed: most === 0 ? null : errors / most });
        });
      }),
      { numRuns: 40 },
    );
  });

  it("are not told of persons with a missing score, and take X as 0", () => {
    expect(
      guttmanErrors(
        scoreMatrix([
          [1, null],
          [ITEM.notAttempted, 1],
        ]),
        [[0.9], [0.5]],
      ),
    ).toEqual([null, { errors: 1, normed: 1 }]);
    expect(
      guttmanErrors(
        scoreMatrix([
          [1, null],
          [null, 1],
        ]),
      ),
    ).toEqual([null, null]);
  });

  it("of nobody and of no items are nothing", () => {
    expect(guttmanErrors(scoreMatrix([], [1]))).toEqual([]);
    expect(guttmanErrors(scoreMatrix([[]]))).toEqual([{ errors: 0, normed: null }]);
  });

  it("refuse half points and popularities of another test", () => {
    expect(() => guttmanErrors(scoreMatrix([[0.5]]), [[0.5]])).toThrow(RangeError);
    const matrix = scoreMatrix([[1, 2]], [1, 2]);
    const wrong = [
      [[0.5]],
      [[0.5], [0.5]],
      [[0.5], [0.4, 0.5]],
      [[1.1], [0.5, 0.4]],
      [[0.5], [0.5, -0.1]],
      [[Number.NaN], [0.5, 0.4]],
    ];
    for (const popularities of wrong) expect(() => guttmanErrors(matrix, popularities)).toThrow(RangeError);
    expect(guttmanErrors(matrix, [[1], [1, 0]])).toHaveLength(1);
  });

  it("repeat the example of the docstring", () => {
    expect(guttmanErrors(scoreMatrix([[0, 1, 1]], [1, 1, 1]), [[0.9], [0.6], [0.3]])).toEqual([
      { errors: 2, normed: 1 },
    ]);
  });
});
