import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  covariatesOf,
  emptyGroupMoments,
  type GroupMoments,
  mergeGroupMoments,
  momentsOfCrossProducts,
  subtractGroupMoments,
} from "#lib/statistics/school-effects/group-moments.ts";
import { groupMomentsOf, momentsByGroup } from "#lib/statistics/school-effects/moments-by-group.ts";

type Row = readonly [number, number];
const of = (rows: readonly Row[]): GroupMoments =>
  groupMomentsOf(
    rows.map(() => "A"),
    rows.map(([x]) => [x]),
    rows.map(([, y]) => y),
  ).get("A") ?? emptyGroupMoments(1);

const value = fc.integer({ min: -1000, max: 1000 }).map((each) => each / 8);
const rows = fc.array(fc.tuple(value, value), { maxLength: 10 });

function near(got: GroupMoments, want: GroupMoments, digits = 7) {
  expect(got.n).toBe(want.n);
  want.means.forEach((mean, i) => {
    expect(got.means[i]).toBeCloseTo(mean, digits);
  });
  want.deviations.forEach((product, i) => {
    expect(got.deviations[i]).toBeCloseTo(product, digits);
  });
}

describe("moments of a group", () => {
  it("are those of R", () => {
    // x = 1, 2, 6; y = 3, 7, 5. R: crossprod(scale(cbind(x, y), scale = FALSE)) = 14, 2; 2, 8
    expect(
      of([
        [1, 3],
        [2, 7],
        [6, 5],
      ]),
    ).toEqual({ n: 3, means: [3, 5], deviations: [14, 2, 8] });
  });

  it("of a union are the merge of the moments", () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        near(mergeGroupMoments(of(a), of(b)), of([...a, ...b]));
      }),
    );
  });

  it("form a commutative monoid under merging", () => {
    fc.assert(
      fc.property(rows, rows, rows, (a, b, c) => {
        const [x, y, z] = [of(a), of(b), of(c)];
        expect(mergeGroupMoments(x, emptyGroupMoments(1))).toEqual(x);
        expect(mergeGroupMoments(emptyGroupMoments(1), x)).toEqual(x);
        near(mergeGroupMoments(x, y), mergeGroupMoments(y, x));
        near(mergeGroupMoments(mergeGroupMoments(x, y), z), mergeGroupMoments(x, mergeGroupMoments(y, z)));
      }),
    );
  });

  it("lose a part when the part is subtracted", () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        near(subtractGroupMoments(mergeGroupMoments(of(a), of(b)), of(b)), of(a), 6);
      }),
    );
  });

  it("of one pupil who is left have products of exactly 0", () => {
    const whole = of([
      [0.1, 0.3],
      [0.7, 12.9],
      [5.3, 0.2],
    ]);
    const left = subtractGroupMoments(
      whole,
      of([
        [0.1, 0.3],
        [5.3, 0.2],
      ]),
    );
    expect(left.n).toBe(1);
    expect(left.means[1]).toBeCloseTo(12.9, 12);
    expect(left.deviations).toEqual([0, 0, 0]);
    expect(subtractGroupMoments(whole, whole)).toEqual(emptyGroupMoments(1));
    expect(subtractGroupMoments(whole, emptyGroupMoments(1))).toBe(whole);
  });

  it("do not lose digits to an offset of ten million", () => {
    // Values 1e7 + 0.1, 0.3, 0.2: as differences of doubles near 1e7 they are exact to 2e-9.
    const list: Row[] = [0.1, 0.3, 0.2].map((each) => [0, 1e7 + each]);
    expect(of(list).deviations[2]).toBeCloseTo(0.02, 8);
    expect(of(list).means[1]! - 1e7).toBeCloseTo(0.2, 8);
    const [first, ...rest] = list;
    expect(mergeGroupMoments(of([first!]), of(rest)).deviations[2]).toBeCloseTo(0.02, 8);
  });

  it("from raw sums are exact where the sums are whole numbers, however many pupils", () => {
    // 30 million pupils, half with 100 and half with 101: Σ(y − ȳ)² = n/4.
    const n = 30_000_000;
    const moments = momentsOfCrossProducts([[n]], [(n / 2) * 201], (n / 2) * (100 ** 2 + 101 ** 2));
    expect(moments).toEqual({ n, means: [100.5], deviations: [n / 4] });
  });

  it("from raw sums are those from the rows", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const sum = (f: (row: Row) => number) => list.reduce((all, row) => all + f(row), 0);
        const sx = sum(([x]) => x);
        const xx = [
          [list.length, sx],
          [sx, sum(([x]) => x * x)],
        ];
        const xy = [sum(([, y]) => y), sum(([x, y]) => x * y)];
        near(
          momentsOfCrossProducts(
            xx,
            xy,
            sum(([, y]) => y * y),
          ),
          of(list),
        );
      }),
    );
  });

  it("refuse what does not fit", () => {
    const one = of([[1, 2]]);
    expect(() => mergeGroupMoments(one, emptyGroupMoments(0))).toThrow(RangeError);
    expect(() =>
      subtractGroupMoments(
        one,
        of([
          [1, 2],
          [3, 4],
        ]),
      ),
    ).toThrow(RangeError);
    expect(() => emptyGroupMoments(-1)).toThrow(RangeError);
    expect(() => covariatesOf({ n: 1.5, means: [1], deviations: [0] })).toThrow(RangeError);
    expect(() => covariatesOf({ n: -1, means: [1], deviations: [0] })).toThrow(RangeError);
    expect(() => covariatesOf({ n: 1, means: [1], deviations: [0, 0] })).toThrow(RangeError);
    expect(() => covariatesOf({ n: 1, means: [], deviations: [] })).toThrow(RangeError);
    expect(() => covariatesOf({ n: 1, means: [Number.NaN], deviations: [0] })).toThrow(RangeError);
    expect(() => covariatesOf({ n: 1, means: [1], deviations: [Number.NaN] })).toThrow(RangeError);
    // Two scores with sum 6 have a sum of squares of at least 18.
    expect(() => momentsOfCrossProducts([[2]], [6], 17)).toThrow(RangeError);
    expect(momentsOfCrossProducts([[2]], [6], 18).deviations).toEqual([0]);
    expect(() => momentsOfCrossProducts([[2]], [6, 1], 20)).toThrow(RangeError);
    expect(() => momentsOfCrossProducts([], [], 0)).toThrow(RangeError);
    expect(
      momentsOfCrossProducts(
        [
          [0, 0],
          [0, 0],
        ],
        [0, 0],
        0,
      ),
    ).toEqual(emptyGroupMoments(1));
  });

  it("repeat the examples of their docstrings", () => {
    const [two, four] = [
      { n: 1, means: [2], deviations: [0] },
      { n: 1, means: [4], deviations: [0] },
    ];
    const both = { n: 2, means: [3], deviations: [2] };
    expect(emptyGroupMoments(1)).toEqual({ n: 0, means: [0, 0], deviations: [0, 0, 0] });
    expect(mergeGroupMoments(two, four)).toEqual(both);
    expect(subtractGroupMoments(both, four)).toEqual(two);
    expect(momentsOfCrossProducts([[2]], [6], 20)).toEqual(both);
    const byGroup = momentsByGroup(0);
    byGroup.add("A", [], 2);
    byGroup.add("A", [], 4);
    expect(byGroup.moments().get("A")).toEqual(both);
    expect(groupMomentsOf(["A", "A"], [[], []], [2, 4]).get("A")).toEqual(both);
  });
});

describe("collecting pupils by group", () => {
  it("keeps thousands of groups apart, in the order in which they came", () => {
    const names = Array.from({ length: 3000 }, (_, i) => `S${(i * 7) % 1000}`);
    const moments = groupMomentsOf(
      names,
      names.map((_, i) => [i]),
      names.map((_, i) => i % 10),
    );
    expect([...moments.keys()].slice(0, 3)).toEqual(["S0", "S7", "S14"]);
    expect(moments.size).toBe(1000);
    // S7 holds the rows 1, 1001, 2001.
    expect(moments.get("S7")).toEqual({ n: 3, means: [1001, 1], deviations: [2_000_000, 0, 0] });
  });

  it("goes on after it was asked", () => {
    const byGroup = momentsByGroup(0);
    byGroup.add("A", [], 1);
    expect(byGroup.moments().get("A")!.n).toBe(1);
    byGroup.add("A", [], 2);
    byGroup.add("B", [], 5);
    expect(byGroup.moments().get("A")).toEqual({ n: 2, means: [1.5], deviations: [0.5] });
  });

  it("refuses values that are missing, without taking half of a row", () => {
    const byGroup = momentsByGroup(1);
    expect(() => byGroup.add("A", [Number.NaN], 1)).toThrow(RangeError);
    expect(() => byGroup.add("A", [1], Number.POSITIVE_INFINITY)).toThrow(RangeError);
    expect(() => byGroup.add("A", [], 1)).toThrow(RangeError);
    expect(byGroup.moments().size).toBe(0);
    expect(() => momentsByGroup(-1)).toThrow(RangeError);
    expect(() => groupMomentsOf(["A"], [], [1])).toThrow(RangeError);
    expect(() => groupMomentsOf(["A"], [[1]], [])).toThrow(RangeError);
    expect(groupMomentsOf([], [], []).size).toBe(0);
  });
});
