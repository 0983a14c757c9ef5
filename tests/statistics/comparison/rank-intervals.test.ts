import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { JEFFREYS } from "#lib/statistics/comparison/exceedance-probability.ts";
import { expectedRanks } from "#lib/statistics/comparison/expected-ranks.ts";
import {
  rankIntervals,
  rankIntervalsOfDraws,
  rankIntervalsOfShares,
} from "#lib/statistics/comparison/rank-intervals.ts";
import { seededGenerator } from "#lib/statistics/random.ts";
import { wilson } from "#lib/statistics/wilson.ts";
import { counts } from "./counts.ts";

const four = [1, 2.5, 4, 4.2].map((estimate, i) => ({ estimate, variance: [1, 0.5, 2, 0.25][i]! }));
const many = { simulations: 40_000 };

describe("rank intervals of estimates", () => {
  // R, 1,000,000 simulations: apply(matrix(rnorm(4e6, y, sqrt(v)), 4), 2, rank), rowMeans, quantile(type = 1)
  it("agree with R's simulation", () => {
    const { units, simulations, k } = rankIntervals(four, seededGenerator(7), { ...many, k: 2 })!;
    expect({ simulations, k }).toEqual({ simulations: 40_000, k: 2 });
    const expected = [1.1543, 2.0859, 3.2335, 3.5262];
    const highest = [0.01785, 0.17673, 0.82217, 0.98325];
    units.forEach((unit, i) => {
      expect(unit!.expected).toBeCloseTo(expected[i]!, 1.7);
      expect(unit!.highest.share).toBeCloseTo(highest[i]!, 1.9);
      expect(unit!.highest.share + unit!.lowest.share).toBeCloseTo(1, 12);
    });
    expect(units.map((unit) => [unit!.low, unit!.median, unit!.high])).toEqual([
      [1, 1, 2],
      [1, 2, 3],
      [1, 3, 4],
      [3, 4, 4],
    ]);
    const [first] = rankIntervals(four, seededGenerator(8), many)!.units;
    expect(first!.lowest.share).toBeCloseTo(0.86445, 1.9);
  });

  it("state the error of simulation with each share", () => {
    const { lowest } = rankIntervals(four, seededGenerator(1), { simulations: 50 })!.units[0]!;
    const { low, high } = wilson(Math.round(lowest.share * 50), 50)!;
    expect(lowest).toEqual({ share: lowest.share, low, high });
  });

  it("have expected ranks near the closed form", () => {
    const closed = expectedRanks(four);
    rankIntervals(four, seededGenerator(3), many)!.units.forEach((unit, i) => {
      expect(unit!.expected).toBeCloseTo(closed[i]!, 1.7);
    });
  });

  it("are single places for values known exactly, and shared ones for ties", () => {
    const known = [2, 1, 2].map((estimate) => ({ estimate, variance: 0 }));
    const { units } = rankIntervals(known, seededGenerator(1), { simulations: 10 })!;
    expect(units.map((unit) => [unit!.low, unit!.expected, unit!.high])).toEqual([
      [2.5, 2.5, 2.5],
      [1, 1, 1],
      [2.5, 2.5, 2.5],
    ]);
    expect(rankIntervals(known.slice(0, 2).reverse(), seededGenerator(1))!.units[1]!.expected).toBe(2);
  });

  it("widen with the level and repeat with the seed, the arguments left as they are", () => {
    const frozen = Object.freeze(four.map((entry) => Object.freeze(entry)));
    const narrow = rankIntervals(frozen, seededGenerator(5), { level: 0.5 })!;
    expect(narrow.simulations).toBe(2000);
    expect(narrow.units[2]!.low).toBe(3);
    expect(rankIntervals(frozen, seededGenerator(5), { level: 0.5 })).toEqual(narrow);
  });

  it("leave out units without an estimate", () => {
    const { units } = rankIntervals([null, ...four, null], seededGenerator(5))!;
    expect(units[0]).toBeNull();
    expect(units[5]).toBeNull();
    expect(units.slice(1, 5)).toEqual(rankIntervals(four, seededGenerator(5))!.units);
  });

  it("are not defined without units, and 1–1 for one", () => {
    expect(rankIntervals([], seededGenerator(1))).toBeNull();
    expect(rankIntervals([null], seededGenerator(1))).toBeNull();
    expect(rankIntervals([four[0]!], seededGenerator(1))!.units[0]).toMatchObject({
      low: 1,
      high: 1,
      expected: 1,
    });
  });

  it("refuse what is no count, level or estimate", () => {
    const random = seededGenerator(1);
    expect(() => rankIntervals(four, random, { k: 5 })).toThrow("whole number from 1 to 4, got 5");
    expect(() => rankIntervals(four, random, { k: 0 })).toThrow(RangeError);
    expect(() => rankIntervals(four, random, { k: 1.5 })).toThrow(RangeError);
    expect(rankIntervals(four, random, { k: 4 })!.units[0]!.lowest.share).toBe(1);
    expect(() => rankIntervals(four, random, { simulations: 0 })).toThrow("The number of simulations");
    expect(() => rankIntervals(four, random, { level: 95 })).toThrow(RangeError);
    expect(() => rankIntervals([{ estimate: Number.NaN, variance: 1 }], random)).toThrow(RangeError);
  });

  it("hold ranks that add up and lie in 1…K", () => {
    const sample = fc.array(
      fc.record({
        estimate: fc.double({ min: -3, max: 3, noNaN: true }),
        variance: fc.double({ min: 0, max: 4, noNaN: true }),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(sample, (data) => {
        const { units } = rankIntervals(data, seededGenerator(2), { simulations: 40 })!;
        const size = data.length;
        expect(units.reduce((sum, unit) => sum + unit!.expected, 0)).toBeCloseTo((size * (size + 1)) / 2, 6);
        for (const unit of units) {
          expect(unit!.low).toBeGreaterThanOrEqual(1);
          expect(unit!.low).toBeLessThanOrEqual(unit!.median);
          expect(unit!.median).toBeLessThanOrEqual(unit!.high);
          expect(unit!.high).toBeLessThanOrEqual(size);
        }
      }),
    );
  });
});

describe("rank intervals of shares", () => {
  const units = counts([0, 3, 9], [5, 12, 30]);

  // R, 1,000,000 simulations: apply(matrix(rbeta(3e6, x + .5, n - x + .5), 3), 2, rank)
  it("agree with R's simulation", () => {
    const found = rankIntervalsOfShares(units, JEFFREYS, seededGenerator(9), many)!.units;
    const expected = [1.16872, 2.27637, 2.55492];
    const lowest = [0.87571, 0.09161, 0.03268];
    found.forEach((unit, i) => {
      expect(unit!.expected).toBeCloseTo(expected[i]!, 1.7);
      expect(unit!.lowest.share).toBeCloseTo(lowest[i]!, 1.9);
    });
  });

  it("leave out units without pupils and repeat the example", () => {
    const [first, second] = rankIntervalsOfShares(
      counts([0, 0], [9, 0]),
      JEFFREYS,
      seededGenerator(1),
    )!.units;
    expect(first).toMatchObject({ low: 1, high: 1 });
    expect(second).toBeNull();
    expect(rankIntervalsOfShares(counts([0], [0]), JEFFREYS, seededGenerator(1))).toBeNull();
    expect(rankIntervalsOfShares([], JEFFREYS, seededGenerator(1))).toBeNull();
  });

  it("refuse impossible counts and priors", () => {
    expect(() => rankIntervalsOfShares(counts([2], [1]), JEFFREYS, seededGenerator(1))).toThrow(RangeError);
    expect(() => rankIntervalsOfShares(units, { alpha: 0, beta: 1 }, seededGenerator(1))).toThrow(RangeError);
  });
});

describe("rank intervals of draws", () => {
  it("count what was drawn", () => {
    const draws = [
      [1, 2, 3],
      [1, 3, 2],
      [2, 1, 3],
      [1, 2, 2],
    ];
    const { units, simulations } = rankIntervalsOfDraws(draws, { level: 0.5 })!;
    expect(simulations).toBe(4);
    expect(units.map((unit) => unit!.expected)).toEqual([5 / 4, 8.5 / 4, 10.5 / 4]);
    expect(units[0]).toMatchObject({
      low: 1,
      median: 1,
      high: 1,
      lowest: { share: 0.75 },
      highest: { share: 0 },
    });
    expect(units[2]).toMatchObject({
      low: 2,
      median: 2.5,
      high: 3,
      lowest: { share: 0 },
      highest: { share: 0.5 },
    });
  });

  it("repeat the example, and take typed arrays", () => {
    expect(
      rankIntervalsOfDraws([
        [1, 2],
        [4, 3],
      ])!.units[0]!.expected,
    ).toBe(1.5);
    expect(rankIntervalsOfDraws([Float64Array.of(1, 2)])!.units[1]!.low).toBe(2);
  });

  it("are not defined without rows or units, and refuse unequal rows and NaN", () => {
    expect(rankIntervalsOfDraws([])).toBeNull();
    expect(rankIntervalsOfDraws([[], []])).toBeNull();
    expect(() => rankIntervalsOfDraws([[1, 2], [1]])).toThrow("A row of 1 values among rows of 2");
    expect(() => rankIntervalsOfDraws([[1, Number.NaN]])).toThrow("Not a drawn value: NaN");
  });
});
