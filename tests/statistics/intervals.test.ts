import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { momentsOf as centralMoments } from "#lib/statistics/central-moments.ts";
import { clopperPearson } from "#lib/statistics/clopper-pearson.ts";
import { type Interval, toPercent } from "#lib/statistics/interval.ts";
import { meanInterval } from "#lib/statistics/mean-interval.ts";
import { newcombe } from "#lib/statistics/newcombe.ts";
import { welch } from "#lib/statistics/welch.ts";
import { wilson, wilsonOfShare } from "#lib/statistics/wilson.ts";
import { DISTRICT_WORKS, districtSummaries } from "#tests/support/district.ts";
import {
  expectEntry,
  expected,
  expectedAll,
  hasPublicData,
  publicExpected,
  publicNotice,
} from "#tests/support/expected.ts";

const pair = (interval: Interval | null) => interval && [interval.low, interval.high];
type Counts = { x: number; n: number };
type FourCounts = { a: number; m: number; b: number; n: number };
const numbered = /^[a-z]+(\.\d+)+$/;

describe.each([
  ["wilson", wilson],
  ["clopper", clopperPearson],
])("the %s interval of a share", (name, interval) => {
  it("agrees with R on single counts", () => {
    const entries = expectedAll(`${name}.`).filter((entry) => numbered.test(entry.id));
    expect(entries.length).toBeGreaterThanOrEqual(8);
    for (const entry of entries) {
      const { x, n } = entry.parameters as Counts;
      expectEntry(pair(interval(x, n)), entry);
    }
  });

  it.each(DISTRICT_WORKS)("agrees with R for the share of mark 2 in every school in %s", (work) => {
    const schools = [...districtSummaries(work, "school")];
    expectEntry(
      Object.fromEntries(
        schools.map(([id, { marks, participants }]) => [id, pair(interval(marks[0], participants))]),
      ),
      expected(`${name}.share2.school.${work}`),
    );
  });

  it("contains the share, stays in 0–1 and mirrors successes and failures", () => {
    const counts = fc.nat({ max: 400 }).chain((n) => fc.tuple(fc.nat({ max: n }), fc.constant(n)));
    fc.assert(
      fc.property(counts, ([k, n]) => {
        fc.pre(n > 0);
        const { low, high } = interval(k, n)!;
        const mirror = interval(n - k, n)!;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(k / n);
        expect(high).toBeGreaterThanOrEqual(k / n);
        expect(high).toBeLessThanOrEqual(1);
        expect(mirror.low).toBeCloseTo(1 - high, 11);
        if (k === 0) expect(low).toBe(0);
        if (k === n) expect(high).toBe(1);
      }),
    );
  });

  it("widens with the level and is not defined without pupils", () => {
    expect(interval(3, 9, 0.99)!.low).toBeLessThan(interval(3, 9)!.low);
    expect(interval(0, 0)).toBeNull();
  });

  it("refuses impossible counts and a level of 95", () => {
    expect(() => interval(5, 4)).toThrow(RangeError);
    expect(() => interval(-1, 4)).toThrow(RangeError);
    expect(() => interval(1.5, 4)).toThrow(RangeError);
    expect(() => interval(1, 4, 95)).toThrow(RangeError);
  });
});

describe("intervals on public counts", () => {
  it.skipIf(!hasPublicData)(`agree with R${publicNotice}`, () => {
    for (const entry of publicExpected("wilson.")) {
      const { x, n } = entry.parameters as Counts;
      expectEntry(pair(wilson(x, n)), entry);
    }
    for (const entry of publicExpected("newcombe.")) {
      const { a, m, b, n } = entry.parameters as FourCounts;
      const { difference, low, high } = newcombe(a, m, b, n)!;
      expectEntry([difference, low, high], entry);
    }
  });
});

describe("levels other than 95 %", () => {
  // R: prop.test(10, 40, correct = FALSE)$conf.int; binom.test(17, 120, conf.level = .99)$conf.int
  it("agree with R", () => {
    expect(wilsonOfShare(0.25, 40)!.low).toBeCloseTo(0.14187118639096308, 14);
    expect(wilsonOfShare(0.25, 40)!.high).toBeCloseTo(0.40193961420768026, 14);
    expect(clopperPearson(17, 120, 0.99)!.low).toBeCloseTo(0.07111417542909744, 13);
    expect(clopperPearson(17, 120, 0.99)!.high).toBeCloseTo(0.24189686896077078, 13);
  });

  it("are refused for a share that is none", () => {
    expect(() => wilsonOfShare(25, 40)).toThrow(RangeError);
    expect(() => wilsonOfShare(Number.NaN, 40)).toThrow(RangeError);
    expect(wilsonOfShare(0, 0)).toBeNull();
    expect(() => wilsonOfShare(0.5, -1)).toThrow(RangeError);
    expect(() => wilsonOfShare(0.5, Number.NaN)).toThrow(RangeError);
    expect(() => wilsonOfShare(0.5, Infinity)).toThrow(RangeError);
    expect(() => wilsonOfShare(0.5, 9, 1)).toThrow(RangeError);
  });
});

describe("Newcombe's difference of shares", () => {
  it("agrees with R on single counts", () => {
    const entries = expectedAll("newcombe.").filter((entry) => numbered.test(entry.id));
    expect(entries).toHaveLength(4);
    for (const entry of entries) {
      const { a, m, b, n } = entry.parameters as FourCounts;
      const { difference, low, high } = newcombe(a, m, b, n)!;
      expectEntry([difference, low, high], entry);
    }
  });

  it.each(["MA", "RU"] as const)("agrees with R on grade 5 minus grade 4 by municipality, %s", (subject) => {
    const before = districtSummaries(`${subject}4`, "municipality");
    const after = [...districtSummaries(`${subject}5`, "municipality")];
    const differences = after.map(([name, { marks, participants }]) => {
      const earlier = before.get(name)!;
      const { difference, low, high } = newcombe(
        marks[0],
        participants,
        earlier.marks[0],
        earlier.participants,
      )!;
      return [name, [difference, low, high]] as const;
    });
    expectEntry(Object.fromEntries(differences), expected(`newcombe.grade.${subject}`));
  });

  it("turns its sign when the groups change places", () => {
    const there = newcombe(9, 31, 3, 25)!;
    const back = newcombe(3, 25, 9, 31)!;
    expect(back.difference).toBe(-there.difference);
    expect(back.low).toBeCloseTo(-there.high, 14);
    expect(back.high).toBeCloseTo(-there.low, 14);
  });

  it("is not defined when a group is empty", () => {
    expect(newcombe(0, 0, 3, 25)).toBeNull();
    expect(newcombe(3, 25, 0, 0)).toBeNull();
  });
});

const momentsOf = (values: number[]) => ({
  n: values.length,
  sum: values.reduce((a, b) => a + b, 0),
  squareSum: values.reduce((a, b) => a + b * b, 0),
});

describe("intervals of means", () => {
  const x = [2, 4, 4, 9, 11, 7];
  const y = [3, 3, 8, 12];

  // R: t.test(x)$conf.int; t.test(x, conf.level = .9)$conf.int; t.test(c(2, 4, 4, 10))$conf.int
  it("agree with R for one group", () => {
    expect(meanInterval(momentsOf(x))!.low).toBeCloseTo(2.5668321691459153, 12);
    expect(meanInterval(momentsOf(x))!.high).toBeCloseTo(9.766501164187417, 12);
    expect(meanInterval(momentsOf(x), 0.9)!.low).toBeCloseTo(3.3447994349231203, 12);
    expect(meanInterval({ n: 4, sum: 20, squareSum: 136 })!.low).toBeCloseTo(-0.5121586931112353, 12);
  });

  // R: t.test(x, y); t.test(c(2, 3, 4), c(1, 2, 3))
  it("agree with R's Welch test for two groups", () => {
    const difference = welch(momentsOf(x), momentsOf(y))!;
    expect(difference.difference).toBeCloseTo(37 / 6 - 6.5, 14);
    expect(difference.low).toBeCloseTo(-6.836151358794273, 11);
    expect(difference.high).toBeCloseTo(6.169484692127607, 11);
    expect(difference.degreesOfFreedom).toBeCloseTo(5.432916550011019, 12);
    // R: $statistic, $p.value
    expect(difference.t).toBeCloseTo(-0.12867125316374456, 12);
    expect(difference.p).toBeCloseTo(0.9022470164428216, 12);
    const example = welch({ n: 3, sum: 9, squareSum: 29 }, { n: 3, sum: 6, squareSum: 14 })!;
    expect(example.low).toBeCloseTo(-1.2669579355275187, 12);
    expect(example.degreesOfFreedom).toBeCloseTo(4, 12);
  });

  // R: t.test(c(.1, .2, .4, .25)); t.test(c(1.1, 1.2, 1.4) + 1e7, c(1.3, 1.5, 1.7, 1.2) + 1e7)
  it("agree with R on values that are not whole, far from 0 as well", () => {
    const interval = meanInterval(centralMoments([0.1, 0.2, 0.4, 0.25]))!;
    expect(interval.low).toBeCloseTo(0.03859710591976828, 13);
    expect(interval.high).toBeCloseTo(0.43640289408023175, 13);
    const far = (values: number[]) => centralMoments(values.map((value) => value + 1e7));
    const difference = welch(far([1.1, 1.2, 1.4]), far([1.3, 1.5, 1.7, 1.2]))!;
    expect(difference.t).toBeCloseTo(-1.3529411870633636, 7);
    expect(difference.p).toBeCloseTo(0.2340667124804119, 7);
    expect(difference.degreesOfFreedom).toBeCloseTo(4.996769369768157, 6);
    expect(difference.low).toBeCloseTo(-0.5559032576790014, 7);
  });

  it("keep their degrees of freedom where squares of variances vanish", () => {
    const tiny = (values: number[]) => centralMoments(values.map((value) => value * 1e-90));
    const usual = welch(centralMoments([1, 2, 4]), centralMoments([3, 7]))!;
    expect(welch(tiny([1, 2, 4]), tiny([3, 7]))!.degreesOfFreedom).toBeCloseTo(usual.degreesOfFreedom, 10);
  });

  it("are not defined for one pupil or when nothing varies", () => {
    expect(meanInterval(momentsOf([5]))).toBeNull();
    expect(meanInterval(momentsOf([]))).toBeNull();
    expect(meanInterval(momentsOf([5, 5, 5]))).toBeNull();
    expect(meanInterval(momentsOf([0.1, 0.1, 0.1]))).toBeNull();
    expect(meanInterval(centralMoments([0.1, 0.1, 0.1]))).toBeNull();
    expect(welch(momentsOf([5]), momentsOf(x))).toBeNull();
    expect(welch(momentsOf(x), momentsOf([]))).toBeNull();
    expect(welch(momentsOf([5, 5]), momentsOf([6, 6]))).toBeNull();
    expect(welch(momentsOf([5, 5]), momentsOf(x))).not.toBeNull();
  });

  it("refuse a level of 95", () => {
    expect(() => meanInterval(momentsOf(x), 95)).toThrow(RangeError);
    expect(() => welch(momentsOf(x), momentsOf(y), 0)).toThrow(RangeError);
  });
});

describe("an interval in per cent", () => {
  it("is a hundred times the fraction", () => {
    expect(toPercent({ low: 0.25, high: 0.5 })).toEqual({ low: 25, high: 50 });
    expect(toPercent(null)).toBeNull();
  });
});
