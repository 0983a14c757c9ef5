import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  exactFunnelLimits,
  FUNNEL_LEVELS,
  normalFunnelLimits,
} from "#lib/statistics/comparison/funnel-limits.ts";

describe("normal funnel limits", () => {
  it("are the target and z standard errors of it", () => {
    // R: 0.2 + c(-1, 1) * qnorm(.975) * sqrt(.2 * .8 / 64): the standard error is 0.05
    const { low, high } = normalFunnelLimits(0.2, 64)!;
    expect(low).toBeCloseTo(0.2 - 0.05 * 1.959963984540054, 14);
    expect(high).toBeCloseTo(0.2 + 0.05 * 1.959963984540054, 14);
    // R: qnorm(.999)
    expect(normalFunnelLimits(0.2, 64, 0.998)!.high).toBeCloseTo(0.2 + 0.05 * 3.0902323061678132, 14);
  });

  it("are not clipped to 0–1", () => {
    expect(normalFunnelLimits(0.1, 4)!.low).toBeLessThan(0);
    expect(normalFunnelLimits(0.9, 4)!.high).toBeGreaterThan(1);
  });
});

describe("exact funnel limits", () => {
  // R: k <- qbinom(a, n, t); (k - (pbinom(k, n, t) - a) / dbinom(k, n, t)) / n
  it.each([
    [0.5, 2, 0.95, -0.45, 0.95],
    [0.9, 7, 0.9, 0.59943310081572976, 0.98506606013365938],
    [0.02, 25_000, 0.95, 0.018262602751021845, 0.021733723712978246],
    [0.02, 25_000, 0.998, 0.017298719347663988, 0.022770564183604798],
  ])("agree with R for target %d and %d pupils at %d", (target, trials, level, low, high) => {
    const limits = exactFunnelLimits(target, trials, level)!;
    expect(limits.low).toBeCloseTo(low, 11);
    expect(limits.high).toBeCloseTo(high, 11);
  });

  const targets = fc.double({ min: 0.01, max: 0.99, noNaN: true });
  const pupils = fc.integer({ min: 1, max: 300 });

  it("are mirrored with the target but for one pupil, and enclose each other", () => {
    fc.assert(
      fc.property(targets, pupils, (target, trials) => {
        const [inner, outer] = FUNNEL_LEVELS.map((level) => exactFunnelLimits(target, trials, level)!);
        const mirror = exactFunnelLimits(1 - target, trials, FUNNEL_LEVELS[0])!;
        expect(mirror.low).toBeCloseTo(1 - inner!.high - 1 / trials, 8);
        expect(outer!.low).toBeLessThan(inner!.low);
        expect(inner!.high).toBeLessThan(outer!.high);
        expect(outer!.high).toBeLessThanOrEqual(1);
        expect(outer!.low).toBeGreaterThanOrEqual(-1 / trials);
      }),
    );
  });

  it("come near the normal ones in a large group", () => {
    const exact = exactFunnelLimits(0.3, 1_000_000)!;
    const normal = normalFunnelLimits(0.3, 1_000_000)!;
    expect(exact.low).toBeCloseTo(normal.low, 5);
    expect(exact.high).toBeCloseTo(normal.high, 5);
  });
});

describe.each([
  ["normal", normalFunnelLimits],
  ["exact", exactFunnelLimits],
])("%s funnel limits of degenerate input", (_, limits) => {
  it("are null without pupils and the target itself at 0 and 1", () => {
    expect(limits(0.3, 0)).toBeNull();
    expect(limits(0, 12)).toEqual({ low: 0, high: 0 });
    expect(limits(1, 12)).toEqual({ low: 1, high: 1 });
  });

  it("are refused for what is no share, no number of pupils and no level", () => {
    expect(() => limits(30, 12)).toThrow("A share lies between 0 and 1, got 30");
    expect(() => limits(Number.NaN, 12)).toThrow(RangeError);
    expect(() => limits(-0.1, 12)).toThrow(RangeError);
    expect(() => limits(0.3, -1)).toThrow("Not a number of trials: -1");
    expect(() => limits(0.3, 2.5)).toThrow(RangeError);
    expect(() => limits(0.3, 12, 95)).toThrow(RangeError);
  });
});
