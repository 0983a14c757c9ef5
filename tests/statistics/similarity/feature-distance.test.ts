import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Feature, featureSpace } from "#lib/statistics/similarity/feature-distance.ts";

const number: Feature = { kind: "number" };
const spread: Feature = { kind: "number", scale: "standardDeviation" };

/** All distances as a matrix. */
const matrixOf = (space: ReturnType<typeof featureSpace>) =>
  Array.from({ length: space.schools }, (_, i) =>
    Array.from({ length: space.schools }, (_, j) => space.distance(i, j)),
  );
const expectMatrix = (got: (number | null)[][], wanted: number[][]) => {
  wanted.forEach((row, i) => {
    row.forEach((value, j) => {
      expect(got[i]![j]).toBeCloseTo(value, 14);
    });
  });
};

describe("Gower's distance", () => {
  it("agrees with R's daisy on numbers, categories and missing values, with weights", () => {
    // d <- data.frame(n=c(120,450,800,NA,300,620), s=c(2,5,5,1,3,4), t=factor(c("sosh","gym","sosh","gym",NA,"lyc")))
    // daisy(d, metric = "gower", weights = c(2, 1, 1))
    const space = featureSpace(
      [{ kind: "number", weight: 2 }, number, { kind: "category" }],
      [
        [120, 2, "sosh"],
        [450, 5, "gym"],
        [800, 5, "sosh"],
        [null, 1, "gym"],
        [300, 3, null],
        [620, 4, "lyc"],
      ],
    );
    expect(space.units).toEqual([680, 4, null]);
    expectMatrix(matrixOf(space), [
      [0, 0.6801470588235294, 0.6875, 0.625, 0.25980392156862747, 0.7426470588235294],
      [0.6801470588235294, 0, 0.5073529411764706, 0.5, 0.3137254901960784, 0.4375],
      [0.6875, 0.5073529411764706, 0, 1, 0.6568627450980392, 0.44485294117647056],
      [0.625, 0.5, 1, 0, 0.5, 0.875],
      [0.25980392156862747, 0.3137254901960784, 0.6568627450980392, 0.5, 0, 0.39705882352941185],
      [0.7426470588235294, 0.4375, 0.44485294117647056, 0.875, 0.39705882352941185, 0],
    ]);
  });

  it("counts a number that is the same everywhere as no difference, as daisy does", () => {
    const space = featureSpace(
      [number, number],
      [
        [1, 3],
        [2, 3],
        [4, 3],
        [8, 3],
      ],
    );
    expect(space.units).toEqual([7, 0]);
    expect(space.distance(0, 1)).toBeCloseTo(0.07142857142857142, 15);
    expect(space.distance(0, 3)).toBe(0.5);
  });

  it("agrees with R in standard deviations: dist(scale(x)) by mean and by root of the mean square", () => {
    const rows = [
      [1, 10],
      [2, 5],
      [4, 7],
      [8, 1],
    ];
    const mean = featureSpace([spread, spread], rows);
    expect(mean.distance(0, 1)).toBeCloseTo(0.8237807491499716, 14);
    expect(mean.distance(0, 3)).toBeCloseTo(2.3226811156806866, 14);
    const root = featureSpace([spread, spread], rows, "euclidean");
    expect(root.distance(0, 1)).toBeCloseTo(0.9640367708234052, 14);
    expect(root.distance(2, 3)).toBeCloseTo(1.448426906485962, 14);
    const weighted = featureSpace([{ ...spread, weight: 3 }, spread], rows, "euclidean");
    expect(weighted.distance(0, 1)).toBeCloseTo(0.7189279246164302, 14);
    expect(weighted.distance(1, 3)).toBeCloseTo(1.760140067930331, 14);
  });

  it("repeats the example, and takes a given unit", () => {
    const rows = [
      [10, "a"],
      [20, "a"],
      [30, "b"],
    ];
    expect(featureSpace([number, { kind: "category" }], rows).distance(0, 1)).toBe(0.25);
    const given = featureSpace(
      [
        { kind: "number", scale: 5 },
        { kind: "category", weight: 0 },
      ],
      rows,
    );
    expect(given.distance(0, 2)).toBe(4);
    expect(given.units).toEqual([5, null]);
  });

  it("keeps the digits of values far from zero", () => {
    const space = featureSpace([spread], [[1e9 + 0.25], [1e9 + 0.5], [1e9 + 0.75]]);
    expect(space.units[0]).toBe(0.25);
  });

  it("is null when nothing is known for both, or nothing counts", () => {
    const space = featureSpace(
      [number, number],
      [
        [1, null],
        [null, 2],
        [3, 4],
      ],
    );
    expect(space.distance(0, 1)).toBeNull();
    expect(space.distance(0, 2)).toBe(1);
    expect(featureSpace([{ kind: "number", weight: 0 }], [[1], [2]]).distance(0, 1)).toBeNull();
    expect(featureSpace([], [[], []]).distance(0, 1)).toBeNull();
    expect(featureSpace([number], [[null], [null]]).units).toEqual([0]);
    expect(featureSpace([number], [])).toMatchObject({ schools: 0, units: [0] });
    expect(featureSpace([spread], [[7]]).distance(0, 0)).toBe(0);
  });

  it("refuses what cannot be compared", () => {
    expect(() => featureSpace([number], [[1, 2]])).toThrow(RangeError);
    expect(() => featureSpace([number], [["a"]])).toThrow(RangeError);
    expect(() => featureSpace([number], [[Number.NaN]])).toThrow(RangeError);
    expect(() => featureSpace([{ kind: "category" }], [[1]])).toThrow(RangeError);
    for (const weight of [-1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => featureSpace([{ kind: "number", weight }], [])).toThrow(RangeError);
    for (const scale of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => featureSpace([{ kind: "number", scale }], [])).toThrow(RangeError);
    expect(() => featureSpace([number], [[1]]).distance(0, 1)).toThrow(RangeError);
    expect(() => featureSpace([number], [[1]]).distance(-1, 0)).toThrow(RangeError);
  });

  it("is symmetric, 0 from a school to itself, at most 1, and no wider by a change of units", () => {
    const value = fc.option(fc.integer({ min: -20, max: 20 }), { nil: null, freq: 4 });
    const kind = fc.option(fc.constantFrom("a", "b", "c"), { nil: null, freq: 4 });
    const rows = fc.array(fc.tuple(value, value, kind), { minLength: 2, maxLength: 10 });
    const features: Feature[] = [number, { kind: "number", weight: 2 }, { kind: "category" }];
    fc.assert(
      fc.property(rows, (list) => {
        const space = featureSpace(features, list);
        const other = featureSpace(
          features,
          list.map(([a, b, c]) => [a === null ? null : 100 - 3 * a, b, c]),
        );
        for (let i = 0; i < list.length; i++)
          for (let j = 0; j < list.length; j++) {
            const distance = space.distance(i, j);
            expect(space.distance(j, i)).toBe(distance);
            if (distance === null) continue;
            if (i === j) expect(distance).toBe(0);
            expect(distance).toBeGreaterThanOrEqual(0);
            expect(distance).toBeLessThanOrEqual(1);
            expect(other.distance(i, j)).toBeCloseTo(distance, 12);
          }
      }),
    );
  });
});
