import { describe, expect, it } from "vitest";
import {
  betaDraw,
  gammaDraw,
  normalDraw,
  type RandomGenerator,
  sampleIndex,
  seededGenerator,
  shuffled,
} from "#lib/statistics/random.ts";

const DRAWS = 100_000;

/** Mean and variance of many draws with a fixed seed, so that the limits below cannot fail by chance. */
function meanAndVariance(draw: (random: RandomGenerator) => number): readonly [number, number] {
  const random = seededGenerator(20_261_121);
  const values = Array.from({ length: DRAWS }, () => draw(random));
  const mean = values.reduce((sum, x) => sum + x, 0) / DRAWS;
  return [mean, values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / DRAWS];
}

/** Five standard errors of the mean of the draws. */
const near = (variance: number) => 5 * Math.sqrt(variance / DRAWS);

describe("random numbers", () => {
  it("repeat for the same seed and differ for another one", () => {
    const take = (seed: number) => {
      const random = seededGenerator(seed);
      return Array.from({ length: 5 }, random);
    };
    expect(take(7)).toEqual(take(7));
    expect(take(7)).not.toEqual(take(8));
    expect(take(2 ** 40)).not.toEqual(take(0));
    expect(() => seededGenerator(0.5)).toThrow(RangeError);
  });

  it.each([
    ["uniform", (random: RandomGenerator) => random(), 1 / 2, 1 / 12],
    ["normal", normalDraw, 0, 1],
    ["gamma of shape 2.5", (random: RandomGenerator) => gammaDraw(random, 2.5), 2.5, 2.5],
    ["gamma of shape 0.3", (random: RandomGenerator) => gammaDraw(random, 0.3), 0.3, 0.3],
    ["gamma of shape 1", (random: RandomGenerator) => gammaDraw(random, 1), 1, 1],
    // mean a/(a+b), variance ab/((a+b)²(a+b+1))
    ["beta of 2 and 3", (random: RandomGenerator) => betaDraw(random, 2, 3), 0.4, 0.04],
  ] as const)("%s: have their mean and variance", (_, draw, mean, variance) => {
    const [gotMean, gotVariance] = meanAndVariance(draw);
    expect(Math.abs(gotMean - mean)).toBeLessThan(near(variance));
    expect(Math.abs(gotVariance / variance - 1)).toBeLessThan(0.03);
  });

  it("fall evenly into a hundred cells (chi-squared below its 99.9 % point 148.23)", () => {
    const random = seededGenerator(1);
    const cells = Array<number>(100).fill(0);
    for (let i = 0; i < DRAWS; i++) cells[Math.floor(100 * random())]!++;
    expect(cells.reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0)).toBeLessThan(148.23);
  });

  it("follow the normal distribution function at −1, 0 and 2: R pnorm", () => {
    const random = seededGenerator(5);
    const values = Array.from({ length: DRAWS }, () => normalDraw(random));
    for (const [z, p] of [
      [-1, 0.15865525393145705],
      [0, 0.5],
      [2, 0.9772498680518208],
    ] as const)
      expect(Math.abs(values.filter((x) => x <= z).length / DRAWS - p)).toBeLessThan(near(p * (1 - p)));
  });

  it("refuse parameters without a distribution", () => {
    const random = seededGenerator(1);
    for (const shape of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => gammaDraw(random, shape)).toThrow(RangeError);
    expect(() => betaDraw(random, 1, 0)).toThrow(RangeError);
    for (const n of [0, -1, 1.5]) expect(() => sampleIndex(random, n)).toThrow(RangeError);
  });

  it("of a beta with tiny parameters are at the ends, in their proportion", () => {
    const [mean] = meanAndVariance((random) => betaDraw(random, 1e-4, 3e-4));
    expect(Math.abs(mean - 0.25)).toBeLessThan(near(0.1875));
  });

  it("draw each index equally often, the last one too", () => {
    const random = seededGenerator(3);
    const counts = [0, 0, 0];
    for (let i = 0; i < 30_000; i++) counts[sampleIndex(random, 3)]!++;
    for (const count of counts)
      expect(Math.abs(count - 10_000)).toBeLessThan(5 * Math.sqrt(30_000 * (2 / 9)));
    expect(sampleIndex(() => 1 - Number.EPSILON / 4, 3)).toBe(2);
  });

  it("shuffle into every order equally often and leave the list alone", () => {
    const random = seededGenerator(4);
    const counts = new Map<string, number>();
    const list = Object.freeze([1, 2, 3]);
    for (let i = 0; i < 6_000; i++) {
      const order = shuffled(random, list).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values())
      expect(Math.abs(count - 1_000)).toBeLessThan(5 * Math.sqrt(6_000 * (5 / 36)));
    expect(shuffled(random, [])).toEqual([]);
  });
});
