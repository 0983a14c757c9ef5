import { describe, expect, it } from "vitest";
import { newtonAscent, type Slope } from "#lib/statistics/item-response/newton-ascent.ts";

/** A function of one number with its first and second derivative. */
const along =
  (f: (x: number) => readonly [number, number, number]) =>
  ([x]: Float64Array): Slope => {
    const [logLik, first, second] = f(x!);
    return {
      logLik,
      gradient: Float64Array.of(first),
      information: { rows: 1, columns: 1, data: Float64Array.of(0 - second) },
    };
  };
const anywhere = () => true;

describe("climbing to a maximum", () => {
  it("reaches it in one step when the function is a parabola", () => {
    const ascent = newtonAscent(
      Float64Array.of(0),
      along((x) => [3 - 2 * (x - 1) ** 2, -4 * (x - 1), -4]),
      anywhere,
    );
    expect(ascent!.at[0]).toBe(1);
    expect(ascent!.logLik).toBe(3);
    expect(ascent!.covariance.data[0]).toBe(0.25);
    expect(ascent!.iterations).toBe(2);
  });

  it("climbs out of a valley, where the second derivative points the wrong way", () => {
    // −(x² − 1)²: a minimum at 0, maxima at ±1 with second derivative −8.
    const twoPeaks = along((x) => [-((x * x - 1) ** 2), -4 * x * (x * x - 1), -12 * x * x + 4]);
    for (const start of [0.05, 0.3, 3, 40]) {
      const ascent = newtonAscent(Float64Array.of(start), twoPeaks, anywhere);
      expect(ascent!.at[0]).toBeCloseTo(1, 12);
      expect(ascent!.covariance.data[0]).toBeCloseTo(1 / 8, 8);
    }
    expect(newtonAscent(Float64Array.of(-0.05), twoPeaks, anywhere)!.at[0]).toBeCloseTo(-1, 12);
  });

  it("halves steps that overshoot", () => {
    // −√(1 + x²): Newton's full step from 3 goes to −27.
    const ascent = newtonAscent(
      Float64Array.of(3),
      along((x) => [-Math.hypot(1, x), -x / Math.hypot(1, x), -1 / Math.hypot(1, x) ** 3]),
      anywhere,
    );
    expect(ascent!.at[0]).toBeCloseTo(0, 10);
  });

  it("says that there is no maximum", () => {
    const rising = along((x) => [
      -Math.log1p(Math.exp(-x)),
      1 / (1 + Math.exp(x)),
      -1 / (2 + Math.exp(x) + Math.exp(-x)),
    ]);
    expect(newtonAscent(Float64Array.of(0), rising, ([x]) => Math.abs(x!) <= 20)).toBeNull();
    expect(
      newtonAscent(
        Float64Array.of(0),
        along(() => [1, 0, 0]),
        anywhere,
      ),
    ).toBeNull();
    expect(
      newtonAscent(
        Float64Array.of(0),
        along((x) => [x * x, 2 * x, 2]),
        anywhere,
      ),
    ).toBeNull();
    expect(
      newtonAscent(
        Float64Array.of(1),
        along(() => [Number.NaN, 1, -1]),
        anywhere,
      ),
    ).toBeNull();
    expect(
      newtonAscent(
        Float64Array.of(1),
        along(() => [0, 1, Number.NaN]),
        anywhere,
      ),
    ).toBeNull();
  });
});
