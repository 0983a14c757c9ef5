import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matrixOf } from "#lib/statistics/linear-algebra/matrix.ts";
import { qrDecomposition } from "#lib/statistics/linear-algebra/qr.ts";
import { type LinearRegression, linearRegression } from "#lib/statistics/regression/linear-regression.ts";
import { refinedLeastSquares } from "#lib/statistics/regression/refined-least-squares.ts";
import { readRecords } from "#tests/support/district.ts";
import {
  expectEntry,
  expected,
  hasPublicData,
  publicExpected,
  publicFolder,
  publicNotice,
} from "#tests/support/expected.ts";

function fitted(...args: Parameters<typeof linearRegression>): LinearRegression {
  const fit = linearRegression(...args);
  if (fit === null) throw new Error("no row");
  return fit;
}

/** Correct digits of `got`: −log10 of the relative error. */
const digits = (got: number | null, certified: number) =>
  got === certified ? 16 : -Math.log10(Math.abs(got! - certified) / Math.abs(certified));

describe("linear regression", () => {
  it("agrees with R on the two-level file", () => {
    const rows = readRecords("two-level.csv");
    const fit = fitted(
      rows.map((row) => [Number(row.prior)]),
      rows.map((row) => Number(row.score)),
    );
    expectEntry(
      { beta: fit.coefficients, se: fit.standardErrors, r2: fit.rSquared, sigma: fit.residualSD },
      expected("ols.TL"),
    );
  });

  it.skipIf(!hasPublicData).each(["Norris", "Longley"])(
    `has the certified values of NIST's %s${publicNotice}`,
    (name) => {
      const rows = readFileSync(resolve(publicFolder, `nist/${name}.dat`), "utf8")
        .split("\n")
        .slice(60)
        .map((line) => line.trim().split(/\s+/).map(Number))
        .filter((row) => row.length > 1);
      const fit = fitted(
        rows.map((row) => row.slice(1)),
        rows.map((row) => row[0]!),
      );
      const [entry] = publicExpected(`nist.${name}`);
      expectEntry(
        {
          ...{ b: fit.coefficients, se: fit.standardErrors, residualSD: fit.residualSD },
          ...{ r2: fit.rSquared, F: fit.fStatistic },
        },
        entry!,
      );
      const value = entry!.value as { b: number[]; se: number[] };
      value.b.forEach((certified, i) => {
        expect(digits(fit.coefficients[i]!, certified)).toBeGreaterThan(13);
        expect(digits(fit.standardErrors[i]!, value.se[i]!)).toBeGreaterThan(13);
      });
    },
  );

  // Wampler (1970), JASA 65:549–565, data and certified values as NIST prints them: x = 0 … 20, a polynomial of degree 5.
  describe("on Wampler's polynomials", () => {
    const x = Array.from({ length: 21 }, (_, i) => [1, 2, 3, 4, 5].map((power) => i ** power));
    const ones = x.map((row) => 1 + row.reduce((a, b) => a + b));
    const errors = [759, -2048, 2048, -2048, 2523, -2048, 2048, -2048, 1838, -2048, 2048];
    const error = (i: number) => errors[i <= 10 ? i : 20 - i]!;

    it("finds the coefficients 1 exactly when the fit is exact, and no spread", () => {
      const fit = fitted(x, ones);
      expect(fit.coefficients).toEqual([1, 1, 1, 1, 1, 1]);
      expect(fit.residualSD).toBe(0);
      expect(fit.rSquared).toBe(1);
      expect(fit.tValues).toEqual([null, null, null, null, null, null]);
      expect(fit.fStatistic).toBeNull();
    });

    it("finds the powers of 0.1 to 13 digits", () => {
      const powers = [1, 0.1, 0.01, 0.001, 0.0001, 0.00001];
      // The certified y are these polynomials printed to five decimals, which is exact.
      const y = x.map((row) => Number((1 + row.reduce((a, b, k) => a + b * powers[k + 1]!, 0)).toFixed(5)));
      const fit = fitted(x, y);
      powers.forEach((certified, i) => {
        expect(digits(fit.coefficients[i]!, certified)).toBeGreaterThan(13);
      });
      expect(fit.residualSD).toBeLessThan(1e-13);
    });

    it.each([
      [1, 0.99999555902582],
      [100, 0.957478440825662],
      [10_000, 0.0022466892157494],
    ])("keeps ten digits under errors %d times as large", (scale, rSquared) => {
      const fit = fitted(
        x,
        ones.map((value, i) => value + scale * error(i)),
      );
      const se = [2152.3262467817, 2363.55173469681, 779.343524331583, 101.47550755035];
      for (let i = 0; i < 6; i++) expect(digits(fit.coefficients[i]!, 1)).toBeGreaterThan(10);
      [...se, 5.64566512170752, 0.112324854679312].forEach((certified, i) => {
        expect(digits(fit.standardErrors[i]!, scale * certified)).toBeGreaterThan(12.5);
      });
      expect(digits(fit.residualSD, scale * 2360.14502379268)).toBeGreaterThan(13);
      expect(digits(fit.rSquared, rSquared)).toBeGreaterThan(12.5);
    });
  });

  // NIST StRD NoInt1 and NoInt2 (Eberhardt): lines through the origin, certified values.
  it("has R² around 0 and one more degree of freedom without a constant", () => {
    const range = Array.from({ length: 11 }, (_, i) => i);
    const first = fitted(
      range.map((i) => [60 + i]),
      range.map((i) => 130 + i),
      { intercept: false },
    );
    expect(digits(first.coefficients[0]!, 2.07438016528926)).toBeGreaterThan(14);
    expect(digits(first.standardErrors[0]!, 0.0165289256198347)).toBeGreaterThan(14);
    expect(digits(first.residualSD, 3.56753034006338)).toBeGreaterThan(14);
    expect(digits(first.rSquared, 0.999365492298663)).toBeGreaterThan(14);
    expect(digits(first.fStatistic, 15750.25)).toBeGreaterThan(14);
    const second = fitted([[4], [5], [6]], [3, 4, 4], { intercept: false });
    expect(digits(second.coefficients[0]!, 0.727272727272727)).toBeGreaterThan(14);
    expect(digits(second.standardErrors[0]!, 0.0420827318078432)).toBeGreaterThan(14);
    expect(digits(second.residualSD, 0.369274472937998)).toBeGreaterThan(14);
    expect(digits(second.rSquared, 0.993348115299335)).toBeGreaterThan(14);
  });

  it("does not call a polynomial of degree 10 aliased, and solves it as its numbers stand", () => {
    // Shape of NIST's Filip: x from −9 to −3, powers 1 … 10; y is made from known coefficients that are powers of 2.
    const x = Array.from({ length: 82 }, (_, i) => -9 + (6 * i) / 81);
    const rows = x.map((value) => Array.from({ length: 10 }, (_, k) => value ** (k + 1)));
    const fit = fitted(
      rows,
      rows.map((row) => row.reduce((sum, value, k) => sum + value * 2 ** (-3 * k), 1)),
    );
    expect(fit.aliased).toEqual([]);
    fit.coefficients.slice(1).forEach((value, k) => {
      expect(digits(value, 2 ** (-3 * k))).toBeGreaterThan(5);
    });
    expect(linearRegression(rows, x, { tolerance: 1e-7 })!.aliased.length).toBeGreaterThan(0);
  });
});

describe("weighted linear regression", () => {
  const x = [[1], [2], [3], [4], [5]];
  const y = [1.1, 1.9, 3.2, 3.9, 5.3];
  const weights = [1, 2, 0, 4, 1.5];

  it("agrees with R, with a row of weight 0 that has a residual all the same", () => {
    // R: summary(lm(y ~ x, weights = w)), resid(m), confint(m)
    const fit = fitted(x, y, { weights });
    expect(fit.coefficients[0]).toBeCloseTo(-0.1220472440944885, 13);
    expect(fit.coefficients[1]).toBeCloseTo(1.0346456692913388, 13);
    expect(fit.standardErrors[0]).toBeCloseTo(0.28504915805180903, 13);
    expect(fit.standardErrors[1]).toBeCloseTo(0.07905841195258742, 13);
    expect(fit.tValues[1]).toBeCloseTo(13.087104126400012, 11);
    expect(fit.residualSD).toBeCloseTo(0.30559094680905363, 13);
    expect(fit.rSquared).toBeCloseTo(0.9884574737885843, 13);
    expect(fit.fStatistic).toBeCloseTo(171.27229441523602, 9);
    expect(fit.residualDegreesOfFreedom).toBe(2);
    const residuals = [0.18740157480315062, -0.04724409448818979, 0.21811023622047232, -0.11653543307086603];
    [...residuals, 0.24881889763779544].forEach((value, i) => {
      expect(fit.residuals[i]).toBeCloseTo(value, 13);
    });
    expect(fit.intervals[1]!.low).toBeCloseTo(0.694484777293881, 11);
    expect(fit.intervals[1]!.high).toBeCloseTo(1.374806561288797, 11);
    expect(fitted(x, y, { weights, level: 0.5 }).intervals[1]!.low).toBeGreaterThan(0.694484777293881);
  });

  it("agrees with R without a constant", () => {
    // R: summary(lm(y ~ x - 1, weights = w))
    const fit = fitted(x, y, { weights, intercept: false });
    expect(fit.coefficients[0]).toBeCloseTo(1.00316742081448, 13);
    expect(fit.standardErrors[0]).toBeCloseTo(0.02480034317836145, 13);
    expect(fit.residualSD).toBeCloseTo(0.2606986783721336, 13);
    expect(fit.rSquared).toBeCloseTo(0.9981698182064097, 13);
    expect(fit.residuals[2]).toBeCloseTo(3.2 - 3 * 1.00316742081448, 12);
  });

  it("with whole weights has the coefficients of rows that are written so many times", () => {
    const repeated = [0, 0, 0, 1, 2, 2, 3, 4];
    const counted = fitted(x, y, { weights: [3, 1, 2, 1, 1] });
    const written = fitted(
      repeated.map((i) => x[i]!),
      repeated.map((i) => y[i]!),
    );
    counted.coefficients.forEach((value, i) => {
      expect(value).toBeCloseTo(written.coefficients[i]!, 12);
    });
    expect(counted.residualSumOfSquares).toBeCloseTo(written.residualSumOfSquares, 12);
    expect(counted.residualDegreesOfFreedom).toBe(3);
  });
});

describe("linear regression on samples that cannot tell", () => {
  it("leaves an aliased covariate out, as R does, and names it", () => {
    // R: summary(lm(y ~ x1 + x2 + x3)) with x2 = 2 x1
    const x = [
      [1, 2, 3],
      [2, 4, 5],
      [3, 6, 1],
      [4, 8, 2],
      [5, 10, 2.5],
    ];
    const fit = fitted(x, [1, 2, 2.5, 4, 5.5]);
    expect(fit.aliased).toEqual([2]);
    expect(fit.coefficients[2]).toBeNull();
    expect(fit.standardErrors[2]).toBeNull();
    expect(fit.tValues[2]).toBeNull();
    expect(fit.intervals[2]).toBeNull();
    expect(fit.coefficients[0]).toBeCloseTo(-0.9229166666666667, 12);
    expect(fit.coefficients[3]).toBeCloseTo(0.1597222222222222, 12);
    expect(fit.standardErrors[1]).toBeCloseTo(0.1149761784237863, 12);
    expect(fit.fStatistic).toBeCloseTo(56.78491171749565, 10);
    expect(fit.residualDegreesOfFreedom).toBe(2);
    // Weight 0 for a row does not need the coefficient that is missing.
    expect(fitted(x, [1, 2, 2.5, 4, 5.5], { weights: [1, 1, 1, 1, 0] }).residuals[4]).not.toBeNaN();
  });

  it("has coefficients but no errors when no degree of freedom is left", () => {
    const fit = fitted([[1], [3]], [2, 8]);
    expect(fit.coefficients[0]).toBeCloseTo(-1, 13);
    expect(fit.coefficients[1]).toBeCloseTo(3, 13);
    expect(fit.standardErrors).toEqual([null, null]);
    expect(fit.intervals).toEqual([null, null]);
    expect([fit.residualSD, fit.fStatistic, fit.residualDegreesOfFreedom]).toEqual([null, null, 0]);
  });

  it("takes one value as its own mean, and names the covariate it cannot tell", () => {
    const fit = fitted([[4]], [3]);
    expect(fit.coefficients).toEqual([3, null]);
    expect(fit.aliased).toEqual([1]);
    expect(fit.rSquared).toBeNull();
  });

  it("has no R² when y does not vary, and no F without covariates", () => {
    const fit = fitted([[1], [2], [4]], [5, 5, 5]);
    expect(fit.coefficients[0]).toBe(5);
    expect(fit.coefficients[1]).toBeCloseTo(0, 15);
    expect(fit.rSquared).toBeNull();
    expect(fit.fStatistic).toBeNull();
    const mean = fitted([[], [], []], [1, 2, 6]);
    expect(mean.coefficients[0]).toBeCloseTo(3, 14);
    // sd / √3 of 1, 2, 6 = √7 / √3
    expect(mean.standardErrors[0]).toBeCloseTo(Math.sqrt(7 / 3), 13);
    expect(mean.fStatistic).toBeNull();
    expect(mean.rSquared).toBeCloseTo(0, 14);
  });

  it("is not defined without a row of positive weight", () => {
    expect(linearRegression([], [])).toBeNull();
    expect(linearRegression([[1], [2]], [1, 2], { weights: [0, 0] })).toBeNull();
  });

  it("refuses what is no data", () => {
    const refused = (...args: Parameters<typeof linearRegression>) =>
      expect(() => linearRegression(...args)).toThrow(RangeError);
    refused([[1]], [1, 2]);
    refused([[1], [1, 2]], [1, 2]);
    refused([[1], [Number.NaN]], [1, 2]);
    refused([[1], [2]], [1, Number.POSITIVE_INFINITY]);
    refused([[1], [2]], [1, 2], { weights: [1] });
    refused([[1], [2]], [1, 2], { weights: [1, -1] });
    refused([[1], [2]], [1, 2], { weights: [1, Number.POSITIVE_INFINITY] });
    refused([[1], [2]], [1, 2], { level: 95 });
  });

  it("leaves residuals that are orthogonal to every covariate", () => {
    const value = fc.integer({ min: -50, max: 50 });
    const data = fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(data, (rows) => {
        const fit = fitted(
          rows.map(([a, b]) => [a, b]),
          rows.map(([, , y]) => y),
        );
        for (const column of [() => 1, (i: number) => rows[i]![0], (i: number) => rows[i]![1]])
          expect(fit.residuals.reduce((sum, left, i) => sum + left * column(i), 0)).toBeCloseTo(0, 9);
      }),
    );
  });

  it("repeats the examples of its docstrings", () => {
    const fit = fitted([[1], [2], [3]], [1, 2, 4]);
    expect(fit.coefficients[0]).toBeCloseTo(-2 / 3, 14);
    expect(fit.coefficients[1]).toBeCloseTo(1.5, 14);
    const a = matrixOf([[1], [2]]);
    expect([...refinedLeastSquares(a, qrDecomposition(a), [2, 4]).solution]).toEqual([2]);
  });
});
