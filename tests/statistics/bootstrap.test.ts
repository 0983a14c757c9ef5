import { describe, expect, it } from "vitest";
import { type BootstrapOptions, bootstrapDifference, bootstrapInterval } from "#lib/statistics/bootstrap.ts";
import { quantile } from "#lib/statistics/quantile.ts";
import { type RandomGenerator, seededGenerator } from "#lib/statistics/random.ts";
import { expectClose } from "#tests/support/close.ts";

/** Park and Miller's generator, which R repeats to the last digit: s <<- (s * 16807) %% 2147483647; s / 2147483647 */
function parkMiller(seed: number): RandomGenerator {
  let state = seed;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
}

const values = [3, 5, 8, 13, 4, 21, 9, 7];
const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;
const median = (list: readonly number[]) => quantile(list, 0.5);
const options = (over: Partial<BootstrapOptions> = {}): BootstrapOptions => ({
  replicates: 199,
  random: parkMiller(42),
  ...over,
});

// Expected: R, the same draws x[floor(g() * n) + 1]; percentile quantile(t, c(a, 1 - a), type = 6);
// BCa: z0 = qnorm((sum(t < t0) + sum(t == t0) / 2) / B), l = mean(j) - j over the jackknife j, a = sum(l^3) / (6 * sum(l^2)^1.5),
// quantile(t, pnorm(z0 + (z0 + z) / (1 - a * (z0 + z))), type = 6)
describe("the bootstrap interval", () => {
  it("agrees with R, percentile and BCa", () => {
    const plain = bootstrapInterval(values, mean, options({ method: "percentile" }))!;
    expect(plain).toEqual({ estimate: 8.75, method: "percentile", replicates: 199, low: 5.375, high: 12.75 });
    const corrected = bootstrapInterval(values, mean, options())!;
    expect(corrected).toMatchObject({ estimate: 8.75, method: "bca", replicates: 199, low: 5.875 });
    expectClose(corrected.high, 14.854845535278002, 1e-12);
  });

  it("agrees with R on a median, where replicates equal the estimate, at 90 %", () => {
    const got = bootstrapInterval(
      values,
      median,
      options({ replicates: 99, random: parkMiller(7), level: 0.9 }),
    )!;
    expect(got).toMatchObject({ estimate: 7.5, low: 4.5, high: 11 });
  });

  it("of a difference draws from each group by itself, as R does with strata", () => {
    const other = [2, 6, 1, 9, 30];
    const plain = bootstrapDifference(
      values,
      other,
      mean,
      options({ random: parkMiller(11), method: "percentile" }),
    )!;
    expectClose(plain.estimate, -0.85, 1e-14);
    expectClose(plain.low, -9.55, 1e-14);
    expectClose(plain.high, 8.575, 1e-14);
    const corrected = bootstrapDifference(values, other, mean, options({ random: parkMiller(11) }))!;
    expectClose(corrected.low, -21.25, 1e-12);
    expectClose(corrected.high, 6.578450141554589, 1e-12);
  });

  it("is the same for the same generator and wider for a higher level", () => {
    const at = (level: number) =>
      bootstrapInterval(values, mean, { replicates: 999, random: seededGenerator(1), level })!;
    expect(at(0.95)).toEqual(at(0.95));
    expect(at(0.99).low).toBeLessThanOrEqual(at(0.9).low);
    expect(at(0.99).high).toBeGreaterThan(at(0.9).high);
  });

  it("is not defined below two values, without an estimate, or when nothing varies", () => {
    expect(bootstrapInterval([], mean, options())).toBeNull();
    expect(bootstrapInterval([5], mean, options())).toBeNull();
    expect(bootstrapInterval([5, 5, 5], mean, options())).toBeNull();
    expect(bootstrapInterval(values, () => null, options())).toBeNull();
    expect(bootstrapDifference([5], values, mean, options())).toBeNull();
    expect(bootstrapDifference(values, [], mean, options())).toBeNull();
    expect(bootstrapDifference(values, [1, 2], (list) => (list.length > 2 ? null : 1), options())).toBeNull();
  });

  it("leaves out replicates for which the statistic is not defined, and says how many are left", () => {
    const spread = (list: readonly number[]) => (new Set(list).size < 2 ? null : mean(list));
    const got = bootstrapInterval([1, 2, 4], spread, options({ method: "percentile" }))!;
    expect(got.replicates).toBeGreaterThan(100);
    expect(got.replicates).toBeLessThan(199);
  });

  it("is not BCa where all replicates lie on one side, or the statistic needs every value", () => {
    let calls = 0;
    const first = () => (calls++ === 0 ? 0 : calls);
    expect(bootstrapInterval(values, first, options())).toBeNull();
    const whole = (list: readonly number[]) => (list.length < values.length ? null : mean(list));
    expect(bootstrapInterval(values, whole, options())).toBeNull();
    expect(bootstrapInterval(values, whole, options({ method: "percentile" }))).not.toBeNull();
  });

  it("is not BCa for a sample too skew for its level", () => {
    // Acceleration of one outlier in twenty: 0.154; the normal quantile of 1 − 5e-14 is 7.4.
    for (const outlier of [100, -100]) {
      const skew = [...Array<number>(19).fill(1), outlier];
      const at = (level: number) => bootstrapInterval(skew, mean, options({ level, replicates: 999 }));
      expect(at(1 - 1e-13)).toBeNull();
      expect(at(0.95)).not.toBeNull();
    }
  });

  it("is not moved where leaving out a value changes nothing", () => {
    // The number of values above 4 within three: the same whichever of eight is left out of a constant statistic.
    const range = (list: readonly number[]) =>
      list.length < values.length ? 1 : Math.max(...list) - mean(list);
    expect(bootstrapInterval(values, range, options())).not.toBeNull();
  });

  it("refuses no replicates, a level of 95, missing values", () => {
    for (const replicates of [0, -1, 1.5, Number.NaN])
      expect(() => bootstrapInterval(values, mean, options({ replicates }))).toThrow(RangeError);
    expect(() => bootstrapInterval(values, mean, options({ level: 95 }))).toThrow(RangeError);
    expect(() => bootstrapInterval([1, Number.NaN], mean, options())).toThrow(RangeError);
  });
});
