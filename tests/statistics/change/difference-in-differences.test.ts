import { describe, expect, it } from "vitest";
import {
  type BeforeAfter,
  type DifferenceInDifferences,
  matchedDifferenceInDifferences,
} from "#lib/statistics/change/difference-in-differences.ts";

// R, by hand: five treated schools a–e, seven controls f–l, matched by |x| with two neighbours.
const x = [1, 2.2, 3.1, 4.3, 5.05, 1.1, 2, 3.3, 4.4, 5.2, 6.1, 2.6];
const before = [50, 52, 55, 57, 60, 51, 53, 54, 58, 61, 63, 55];
const after = [56, 57, 62, 60, 68, 53, 54, 57, 60, 64, 64, 59];
const schools: BeforeAfter[] = x.map((_, i) => ({
  name: "abcdefghijkl"[i]!,
  treated: i < 5,
  before: before[i]!,
  after: after[i]!,
}));
const distance = (i: number, j: number) => Math.abs(x[i]! - x[j]!);
const judge = (...rest: unknown[]) =>
  matchedDifferenceInDifferences(...(rest as Parameters<typeof matchedDifferenceInDifferences>));
const effectOf = (...rest: unknown[]) => judge(...rest) as DifferenceInDifferences;

describe("difference in differences with matched neighbours", () => {
  it("agrees with the formulas of Abadie and Imbens written out in R", () => {
    // te; V <- sum((te - tau)^2) + sum(K (K - 1) / 4 * s2); se <- sqrt(V)/5; tau -+ qt(.975, 4) * se
    const result = effectOf(schools, distance, { neighbours: 2 });
    expect(result.kind).toBe("effect");
    expect(result.matched.map(({ effect }) => effect)).toEqual([4.5, 2.5, 3.5, 0.5, 5.5]);
    expect(result.matched.map(({ neighbours }) => neighbours.join(""))).toEqual([
      "fg",
      "gl",
      "hl",
      "ij",
      "ji",
    ]);
    expect(result.effect).toBeCloseTo(3.3, 14);
    expect(result.standardError).toBeCloseTo(0.8899438184514796, 13);
    expect(result.interval!.low).toBeCloseTo(0.8291198413593555, 9);
    expect(result.interval!.high).toBeCloseTo(5.770880158640644, 9);
    expect(result).toMatchObject({ treated: 5, controls: 6, unmatched: [] });
    const narrow = effectOf(schools, distance, { neighbours: 2, level: 0.5 });
    expect(narrow.interval!.low).toBeGreaterThan(result.interval!.low);
  });

  it("takes three neighbours when not told otherwise", () => {
    expect(effectOf(schools, distance).matched[0]!.neighbours).toEqual(["f", "g", "l"]);
  });

  it("leaves a school without enough neighbours in reach out, and names it", () => {
    const result = effectOf(schools, distance, { neighbours: 2, farthest: 0.95, leastTreated: 4 });
    expect(result.unmatched).toEqual(["a"]);
    expect(result.treated).toBe(4);
    expect(result.effect).toBe(3);
  });

  it("prefers neighbours of the own region", () => {
    const regions = schools.map((_, i) => (i === 0 || i > 9 ? "south" : "north"));
    const result = effectOf(schools, distance, { neighbours: 2, regions });
    expect(result.matched[0]!.neighbours).toEqual(["l", "k"]);
    const bare = effectOf(schools, distance, { neighbours: 2, regions, otherRegionHandicap: 0 });
    expect(bare.matched[0]!.neighbours).toEqual(["f", "g"]);
  });

  it("says that it is too early", () => {
    const few = schools.filter(({ name }) => name > "a");
    const by = (i: number, j: number) => distance(i + 1, j + 1);
    expect(judge(few, by, { neighbours: 2 })).toEqual({ kind: "tooEarly", points: 4, needed: 5 });
    expect(judge(few, by, { neighbours: 2, leastTreated: 4 })).toMatchObject({ kind: "effect", treated: 4 });
    expect(judge([], distance)).toMatchObject({ kind: "tooEarly", points: 0 });
    expect(judge(schools, () => null)).toMatchObject({ kind: "tooEarly", points: 0 });
    expect(judge(schools.slice(0, 5), distance)).toMatchObject({ kind: "tooEarly", points: 0 });
  });

  it("has no interval when nothing varies, and no standard error when one control serves all", () => {
    const even = schools.map((school) => ({ ...school, after: school.before + (school.treated ? 3 : 1) }));
    expect(judge(even, distance, { neighbours: 2 })).toMatchObject({
      effect: 2,
      standardError: 0,
      interval: null,
    });
    const lone = schools.slice(0, 6);
    expect(judge(lone, distance, { neighbours: 1 })).toMatchObject({
      effect: 3.8,
      standardError: null,
      interval: null,
      controls: 1,
    });
  });

  it("judges the spread of a control used twice from its nearest one, however far", () => {
    // a and b share f; its nearest control g changes by 6 more: V = Σ(te − tau)² + 2·1/1·18, by hand.
    const pair: BeforeAfter[] = [
      { name: "a", treated: true, before: 0, after: 3 },
      { name: "b", treated: true, before: 0, after: 5 },
      { name: "f", treated: false, before: 0, after: 1 },
      { name: "g", treated: false, before: 0, after: 7 },
    ];
    const at = [0, 1, 0.5, 9];
    const result = effectOf(pair, (i: number, j: number) => Math.abs(at[i]! - at[j]!), {
      neighbours: 1,
      farthest: 1,
      leastTreated: 2,
    });
    expect(result.effect).toBe(3);
    expect(result.standardError).toBeCloseTo(Math.sqrt(2 + 2 * 18) / 2, 14);
  });

  it("does not depend on the order of the schools", () => {
    const order = [7, 3, 11, 0, 5, 9, 1, 10, 4, 8, 2, 6];
    const shuffled = effectOf(
      order.map((i) => schools[i]!),
      (i: number, j: number) => distance(order[i]!, order[j]!),
      { neighbours: 2 },
    );
    const straight = effectOf(schools, distance, { neighbours: 2 });
    expect(shuffled.effect).toBeCloseTo(straight.effect, 13);
    expect(shuffled.standardError).toBeCloseTo(straight.standardError!, 13);
  });

  it("refuses missing values and impossible options", () => {
    const wrong = schools.map((school, i) => (i === 3 ? { ...school, after: Number.NaN } : school));
    expect(() => judge(wrong, distance)).toThrow(RangeError);
    const without = schools.map((school, i) => (i === 3 ? { ...school, before: Number.NaN } : school));
    expect(() => judge(without, distance)).toThrow(RangeError);
    expect(() => judge(schools, distance, { neighbours: 0 })).toThrow(RangeError);
    expect(() => judge(schools, distance, { neighbours: 1.5 })).toThrow(RangeError);
    expect(() => judge(schools, distance, { leastTreated: 1 })).toThrow(RangeError);
    expect(() => judge(schools, distance, { leastTreated: 2.5 })).toThrow(RangeError);
    expect(() => judge(schools, distance, { level: 95 })).toThrow(RangeError);
  });
});
