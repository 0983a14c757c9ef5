import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brierScore } from "#lib/statistics/regression/brier-score.ts";
import { logistic } from "#lib/statistics/regression/logistic-newton.ts";
import {
  type LogisticRegression,
  logisticRegression,
} from "#lib/statistics/regression/logistic-regression.ts";
import { rocArea } from "#lib/statistics/regression/roc-area.ts";
import { readRecords } from "#tests/support/district.ts";
import { expectEntry, expected } from "#tests/support/expected.ts";

const near = (got: readonly (number | null)[], wanted: readonly number[], relative = 1e-10) => {
  expect(got.length).toBe(wanted.length);
  wanted.forEach((value, i) => {
    expect(Math.abs(got[i]! - value), `[${i}]: ${got[i]}, not ${value}`).toBeLessThanOrEqual(
      relative * Math.abs(value),
    );
  });
};
const summary = (fit: LogisticRegression) => [fit.deviance, fit.nullDeviance, fit.logLik, fit.aic];

/** Pupils present in grade 4 and grade 5: the primary score then, whether the mark is 2 now. */
function paired(subject: string): { x: number[]; y: number[] } {
  const present = readRecords("district.csv").filter(
    (row) => row.subject === subject && row.status === "present",
  );
  const before = new Map(
    present
      .filter((row) => row.grade === "4")
      .map((row) => [`${row.school} ${row.code}`, Number(row.primary)]),
  );
  const both = present.filter((row) => row.grade === "5" && before.has(`${row.school} ${row.code}`));
  return {
    x: both.map((row) => before.get(`${row.school} ${row.code}`)!),
    y: both.map((row) => (row.mark === "2" ? 1 : 0)),
  };
}

describe("logistic regression of the simulated district", () => {
  it.each(["MA", "RU"])("agrees with R for mark 2 next year in %s", (subject) => {
    const { x, y } = paired(subject);
    const fit = logisticRegression(
      x.map((score) => [score]),
      y,
    );
    const [intercept, slope] = fit.coefficients as [number, number];
    expect(fit).toMatchObject({ converged: true, separation: "none", aliased: [], rank: 2 });
    expectEntry(
      {
        n: fit.n,
        events: fit.events,
        intercept,
        slope,
        seIntercept: fit.standardErrors[0],
        seSlope: fit.standardErrors[1],
        deviance: fit.deviance,
        nullDeviance: fit.nullDeviance,
        logLik: fit.logLik,
        aic: fit.aic,
        brier: brierScore(fit.fitted!, y),
        auc: rocArea(fit.fitted!, y)!.area,
        p0: logistic(intercept),
        p10: logistic(intercept + 10 * slope),
      },
      expected(`logistic.${subject}`),
    );
  });
});

// R: x1 <- 1:8; x2 <- c(3,1,4,1,5,9,2,6); y <- c(0,1,0,0,1,0,1,1); w <- c(5,2,7,3,4,1,6,2)
const x2 = [3, 1, 4, 1, 5, 9, 2, 6];
const x = x2.map((value, i) => [i + 1, value]);
const y = [0, 1, 0, 0, 1, 0, 1, 1];
const w = [5, 2, 7, 3, 4, 1, 6, 2];

describe("logistic regression with counts and several covariates", () => {
  it("agrees with R: glm(y ~ x1 + x2, binomial, weights = w)", () => {
    const fit = logisticRegression(x, y, w);
    expect(fit.n).toBe(30);
    expect(fit.events).toBe(14);
    near(fit.coefficients, [-3.461229034356016, 1.088160839575072, -0.3501134640532889]);
    near(fit.standardErrors, [1.5493682863227596, 0.3881959641248469, 0.27194307374863214]);
    near(summary(fit), [22.682502909115403, 41.45539855882908, -11.3412514545577, 28.682502909115403]);
    near(fit.covariance![1]!, [-0.44326238758036995, 0.15069610656281945, -0.04692034797424709]);
    near(
      fit.fitted!,
      [
        0.03157184405246728, 0.1631437197120175, 0.16837326530741556, 0.6321149789784615, 0.5570030531394529,
        0.47919073374775806, 0.9693997804915636, 0.9586469584856898,
      ],
    );
    // R: confint.default(m)[2, ], and with level = .9 by qnorm(.95)
    near([fit.intervals[1]!.low, fit.intervals[1]!.high], [0.32731073094656926, 1.8490109482035746], 1e-9);
    const ninety = logisticRegression(x, y, w, { level: 0.9 }).intervals[2]!;
    near([ninety.low, ninety.high], [-0.7974200152330584, 0.09719308712648023], 1e-9);
    // R's covariance is symmetric, and so is ours, to the last bit.
    expect(fit.covariance![0]![1]).toBeCloseTo(fit.covariance![1]![0]!, 14);
  });

  it("agrees with R when part of the log-odds is known: offset = o", () => {
    const fit = logisticRegression(x, y, w, { offset: [0.5, -0.2, 0.1, 0, 0.3, -0.4, 0.2, 0.1] });
    near(fit.coefficients, [-3.605101517749003, 1.0950531351575765, -0.3473027019202378]);
    near(fit.standardErrors, [1.541918809594473, 0.3829658510023617, 0.27651367456831394]);
    near(summary(fit), [22.368182842680312, 42.054609311235794, -11.184091421340156, 28.368182842680312]);
    near(
      fit.fitted!,
      [
        0.045133081415156436, 0.12321857184383123, 0.16670625271542902, 0.6053501944565612,
        0.6067450717980521, 0.36343015224681396, 0.972499490625756, 0.959747856832654,
      ],
    );
  });

  it("takes an offset however far away", () => {
    const far = logisticRegression(x, y, w, { offset: y.map(() => 500) });
    const plain = logisticRegression(x, y, w);
    near(far.coefficients, [plain.coefficients[0]! - 500, ...(plain.coefficients.slice(1) as number[])]);
    near([far.deviance, far.nullDeviance], [plain.deviance!, plain.nullDeviance!]);
  });

  // Ten pupils a year of whom e have the mark; log-odds of the share by hand for the constant alone.
  it("is the log-odds of the share when there is no covariate", () => {
    const fit = logisticRegression([[], []], [1, 0], [3, 7]);
    near(fit.coefficients, [Math.log(3 / 7)]);
    near(fit.standardErrors, [Math.sqrt(1 / 3 + 1 / 7)]);
    near([fit.deviance], [fit.nullDeviance!]);
    near([fit.logLik], [3 * Math.log(0.3) + 7 * Math.log(0.7)]);
  });

  it("repeats the example", () => {
    const fit = logisticRegression([[0], [0], [0], [1], [1], [1]], [0, 0, 1, 0, 1, 1]);
    near(fit.coefficients, [-Math.log(2), 2 * Math.log(2)]);
    near(fit.standardErrors, [Math.sqrt(1.5), Math.sqrt(3)]);
    expect(logistic(0)).toBe(0.5);
    expect(logistic(-800)).toBe(0);
    expect(logistic(800)).toBe(1);
    expect(logistic(-40)).toBeCloseTo(Math.exp(-40), 30);
  });
});

describe("badly conditioned covariates", () => {
  const years = Array.from({ length: 20 }, (_, i) => 2016 + (i % 10));
  const events = [3, 1, 2, 4, 2, 5, 3, 6, 4, 7];
  const answers = years.map((_, i) => (i < 10 ? 1 : 0));
  const counts = [...events, ...events.map((k) => 10 - k)];
  const on = (columns: (year: number) => number[]) => logisticRegression(years.map(columns), answers, counts);

  it("keeps the digits of calendar years (R: glm(y ~ year))", () => {
    const fit = on((year) => [year]);
    near(fit.coefficients, [-427.16043755880645, 0.21112658751191124]);
    near(fit.standardErrors, [157.86209556599994, 0.07811325174795325]);
    near(summary(fit), [123.87901031271682, 131.79113613661252, -61.93950515635841, 127.87901031271682]);
  });

  it("keeps them for values near ten million that differ by tenths, where only the data's own rounding counts", () => {
    const fit = on((year) => [1e7 + (year - 2015) / 10]);
    near([fit.coefficients[1]!], [2.1112658751191122], 1e-8);
    near([fit.standardErrors[1]!], [0.7811325174795325], 1e-8);
    expect(fit.fitted![0]).toBeCloseTo(on((year) => [year]).fitted![0]!, 8);
  });

  it("keeps them for powers that nearly repeat each other (R: glm(y ~ t + I(t^2) + I(t^3)), t = year − 2020)", () => {
    const centred = on((year) => [year - 2020, (year - 2020) ** 2, (year - 2020) ** 3]);
    near(
      centred.coefficients,
      [-0.8351167297993198, 0.21492183640635815, 0.021218371851556644, -0.0019864298132199303],
    );
    near(
      centred.standardErrors,
      [0.34352709050717656, 0.1883816447070556, 0.036944481779923155, 0.012435537650470443],
    );
    const raw = on((year) => [year, year ** 2, year ** 3]);
    near([raw.coefficients[3]!], [-0.0019864298132199303], 1e-8);
    near([raw.deviance!], [123.50922858657901]);
  });

  it("gives no coefficient to a column that repeats others, and the rest is as without it", () => {
    const fit = on((year) => [year, year + 3, 5, 0.1, year - 2020]);
    const alone = on((year) => [year]);
    expect(fit.aliased).toEqual([2, 3, 4, 5]);
    expect(fit.rank).toBe(2);
    expect(fit.coefficients.slice(2)).toEqual([null, null, null, null]);
    expect(fit.standardErrors.slice(2)).toEqual([null, null, null, null]);
    expect(fit.covariance![1]!.slice(2)).toEqual([null, null, null, null]);
    expect(fit.covariance![3]!.every((part) => part === null)).toBe(true);
    near(fit.coefficients.slice(0, 2), alone.coefficients as number[]);
    near(summary(fit), summary(alone) as number[]);
  });
});

describe("data without an estimate", () => {
  const nothing = { covariance: null, aic: null, fitted: null, converged: false, iterations: 0 };

  it("complete separation: no coefficient, the deviance goes to 0", () => {
    const fit = logisticRegression([[1], [2], [3], [4]], [0, 0, 1, 1]);
    expect(fit).toMatchObject({
      ...nothing,
      separation: "complete",
      deviance: 0,
      logLik: 0,
      rank: 2,
      aliased: [],
    });
    expect(fit.coefficients).toEqual([null, null]);
    expect(fit.standardErrors).toEqual([null, null]);
    near([fit.nullDeviance], [8 * Math.log(2)]);
  });

  it("quasi-complete separation: the limit of the deviance is that of the pupils on the border", () => {
    // At x = 2 one yes of two: −2·2·log(1/2). Everybody else is predicted ever better.
    const fit = logisticRegression([[1], [2], [2], [3]], [0, 0, 1, 1]);
    expect(fit).toMatchObject({ ...nothing, separation: "quasiComplete", coefficients: [null, null] });
    near([fit.deviance, fit.logLik], [4 * Math.log(2), -2 * Math.log(2)]);
  });

  it("a separated group of one leaves the deviance of the model without that pupil", () => {
    const dummy = [...x.map((row) => [...row, 0]), [4, 4, 1]];
    const fit = logisticRegression(dummy, [...y, 1], [...w, 1]);
    expect(fit.separation).toBe("quasiComplete");
    expect(fit.coefficients).toEqual([null, null, null, null]);
    near([fit.deviance!], [logisticRegression(x, y, w).deviance!]);
  });

  it("all answers equal: separated by the constant alone", () => {
    for (const answer of [0, 1])
      expect(logisticRegression([[1], [2], [3]], [answer, answer, answer])).toMatchObject({
        ...nothing,
        separation: "complete",
        deviance: 0,
        nullDeviance: 0,
      });
    expect(logisticRegression([[1], [2]], [1, 1], [1, 1], { offset: [1, 2] }).nullDeviance).toBe(0);
  });

  it("one observation, and none", () => {
    expect(logisticRegression([[5]], [1])).toMatchObject({
      ...nothing,
      n: 1,
      separation: "complete",
      aliased: [1],
    });
    const empty = { ...nothing, n: 0, events: 0, rank: 0, deviance: null, nullDeviance: null, logLik: null };
    expect(logisticRegression([], [])).toMatchObject({ ...empty, coefficients: [null], separation: "none" });
    expect(logisticRegression([[1], [2]], [0, 1], [0, 0])).toMatchObject({
      ...empty,
      coefficients: [null, null],
    });
  });

  it("says that it did not arrive instead of giving the place where it stopped", () => {
    const fit = logisticRegression(x, y, w, { maxIterations: 1 });
    expect(fit).toMatchObject({ ...nothing, separation: "none", deviance: null, logLik: null });
    expect(fit.coefficients).toEqual([null, null, null]);
  });

  it("gives no interval without an estimate, and refuses a level of 95", () => {
    expect(logisticRegression([[1], [2]], [0, 1]).intervals).toEqual([null, null]);
    expect(() => logisticRegression(x, y, w, { level: 95 })).toThrow(RangeError);
  });

  it("refuses what is not a table of numbers with answers", () => {
    expect(() => logisticRegression([[1]], [0, 1])).toThrow(RangeError);
    expect(() => logisticRegression([[1], [1, 2]], [0, 1])).toThrow(RangeError);
    expect(() => logisticRegression([[1], [Number.NaN]], [0, 1])).toThrow(RangeError);
    expect(() => logisticRegression([[1], [2]], [0, 2])).toThrow(RangeError);
    expect(() => logisticRegression([[1], [2]], [0, 1], [1, -1])).toThrow(RangeError);
    expect(() => logisticRegression([[1], [2]], [0, 1], [1, Number.POSITIVE_INFINITY])).toThrow(RangeError);
    expect(() => logisticRegression([[1], [2]], [0, 1], [1])).toThrow(RangeError);
    expect(() => logisticRegression([[1], [2]], [0, 1], [1, 1], { offset: [0, Number.NaN] })).toThrow(
      RangeError,
    );
  });
});

describe("what holds for any data", () => {
  const cell = fc.record({
    x: fc.tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: -4, max: 4 })),
    y: fc.constantFrom(0, 1),
    w: fc.integer({ min: 0, max: 5 }),
  });
  const cells = fc.array(cell, { minLength: 4, maxLength: 25 });
  const fitOf = (rows: { x: [number, number]; y: number; w: number }[]) =>
    logisticRegression(
      rows.map((row) => row.x),
      rows.map((row) => row.y),
      rows.map((row) => row.w),
    );

  it("it converges exactly when nothing separates, and there the residuals are orthogonal to the covariates", () => {
    fc.assert(
      fc.property(cells, (rows) => {
        const fit = fitOf(rows);
        fc.pre(fit.n > 0);
        expect(fit.converged).toBe(fit.separation === "none");
        expect(fit.deviance).toBeGreaterThanOrEqual(0);
        expect(fit.deviance!).toBeLessThanOrEqual(fit.nullDeviance! + 1e-9);
        if (!fit.converged) return;
        for (const column of [() => 1, (i: number) => rows[i]!.x[0], (i: number) => rows[i]!.x[1]]) {
          const score = rows.reduce((sum, row, i) => sum + row.w * (row.y - fit.fitted![i]!) * column(i), 0);
          expect(Math.abs(score)).toBeLessThan(1e-9);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("a count of k is the same as k rows, and swapping the answers turns the signs", () => {
    fc.assert(
      fc.property(cells, (rows) => {
        const fit = fitOf(rows);
        fc.pre(fit.converged);
        const repeated = fitOf(
          rows.flatMap((row) => Array.from({ length: row.w }, () => ({ ...row, w: 1 }))),
        );
        const swapped = fitOf(rows.map((row) => ({ ...row, y: 1 - row.y })));
        expect(repeated.aliased).toEqual(fit.aliased);
        fit.coefficients.forEach((b, j) => {
          if (b === null) return;
          expect(repeated.coefficients[j]).toBeCloseTo(b, 8);
          expect(swapped.coefficients[j]).toBeCloseTo(-b, 8);
          expect(repeated.standardErrors[j]! / fit.standardErrors[j]!).toBeCloseTo(1, 8);
        });
      }),
    );
  });
});
