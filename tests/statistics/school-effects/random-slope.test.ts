import { describe, expect, it } from "vitest";
import { seededGenerator } from "#lib/statistics/random.ts";
import { groupMomentsOf } from "#lib/statistics/school-effects/moments-by-group.ts";
import { randomIntercept } from "#lib/statistics/school-effects/random-intercept.ts";
import { randomSlope } from "#lib/statistics/school-effects/random-slope.ts";
import type { RandomSlopeFit } from "#lib/statistics/school-effects/slope-fit.ts";
import { expectEntry, expected } from "#tests/support/expected.ts";
import { grouped, twoLevel } from "./school-data.ts";

function fitted(...args: Parameters<typeof randomSlope>): RandomSlopeFit {
  const fit = randomSlope(...args);
  if (!fit.converged) throw new Error(fit.reason);
  return fit;
}

const pupils = twoLevel(true);
const { names, groups } = grouped(pupils);

describe("random intercept and slope", () => {
  it.each(["REML", "ML"] as const)(
    "agree with lme4 by %s, at a point where the gradient vanishes",
    (criterion) => {
      const fit = fitted(groups, 0, { criterion });
      expectEntry(
        {
          ...{ beta: fit.fixedEffects, se: fit.standardErrors, varIntercept: fit.interceptVariance },
          ...{ varSlope: fit.slopeVariance, cov: fit.covariance, residual: fit.within },
          ...{ logLik: fit.logLik, deviance: fit.deviance },
        },
        expected(`slope.TL.${criterion}`),
      );
      expectEntry(
        Object.fromEntries(
          names.map((name, i) => [
            name,
            { intercept: fit.effects[i]!.intercept, slope: fit.effects[i]!.slope },
          ]),
        ),
        expected(`slope.TL.${criterion}.blup`),
      );
      expect(fit.gradient).toBeLessThan(1e-10);
      expect(fit.boundary).toBe(false);
      // lme4 stops a little before the optimum, never after it.
      const { logLik } = expected(`slope.TL.${criterion}`).value as { logLik: number };
      expect(fit.logLik).toBeGreaterThan(logLik - 1e-9);
    },
  );

  it("say the same wherever the covariate has its 0", () => {
    const plain = fitted(groups, 0);
    const moved = fitted(grouped({ ...pupils, x: pupils.x.map(([prior]) => [prior! + 100]) }).groups, 0);
    expect(moved.logLik).toBeCloseTo(plain.logLik, 8);
    expect(moved.slopeVariance).toBeCloseTo(plain.slopeVariance, 9);
    // Var(u0 − 100·u1) of the plain model
    const { interceptVariance, covariance, slopeVariance } = plain;
    expect(moved.interceptVariance).toBeCloseTo(
      interceptVariance - 200 * covariance + 1e4 * slopeVariance,
      5,
    );
    const [a, b] = [plain.effects[4]!, moved.effects[4]!];
    expect(b.slope).toBeCloseTo(a.slope, 9);
    expect(b.intercept).toBeCloseTo(a.intercept - 100 * a.slope, 7);
    expect(b.slopeSD).toBeCloseTo(a.slopeSD, 9);
    expect(b.interceptSD ** 2).toBeCloseTo(a.interceptSD ** 2 - 200 * a.covariance + 1e4 * a.slopeSD ** 2, 6);
  });

  it("follow the units of covariate and outcome", () => {
    const plain = fitted(groups, 0);
    const scaled = fitted(
      grouped({
        ...pupils,
        x: pupils.x.map(([prior]) => [10 * prior!]),
        y: pupils.y.map((score) => 2 * score),
      }).groups,
      0,
    );
    expect(scaled.slopeVariance).toBeCloseTo((plain.slopeVariance * 4) / 100, 10);
    expect(scaled.covariance).toBeCloseTo((plain.covariance * 4) / 10, 10);
    expect(scaled.correlation).toBeCloseTo(plain.correlation!, 8);
    expect(scaled.within).toBeCloseTo(4 * plain.within, 9);
  });

  it("fit better than an intercept alone, with two parameters more", () => {
    const slope = fitted(groups, 0, { criterion: "ML" });
    const intercept = randomIntercept(groups, { criterion: "ML" });
    if (!intercept.converged) throw new Error(intercept.reason);
    expect(slope.logLik).toBeGreaterThan(intercept.logLik);
    expect(slope.aic).toBeCloseTo(-2 * slope.logLik + 2 * 6, 9);
  });

  it("leave the effect of one school less open than that of all", () => {
    const fit = fitted(groups, 0);
    for (const effect of fit.effects) {
      expect(effect!.interceptSD ** 2).toBeLessThan(fit.interceptVariance);
      expect(effect!.slopeSD ** 2).toBeLessThan(fit.slopeVariance);
    }
  });

  it("take the slope of a second covariate beside others", () => {
    const wide = grouped({ ...pupils, x: pupils.x.map(([prior], i) => [(i % 7) - 3, prior!]) });
    const fit = fitted(wide.groups, 1);
    expect(fit.fixedEffects).toHaveLength(3);
    expect(fit.slopeVariance).toBeCloseTo(fitted(groups, 0).slopeVariance, 3);
  });
});

describe("random slopes on the boundary", () => {
  function invented(seed: number, schools: number, spread: number) {
    const next = seededGenerator(seed);
    const gauss = () => Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
    const [names, x, y]: [string[], number[][], number[]] = [[], [], []];
    for (let s = 0; s < schools; s++) {
      const u = spread * gauss();
      for (let i = 0; i < 12; i++) {
        const prior = gauss();
        names.push(`S${s}`);
        x.push([prior]);
        y.push(0.5 * prior + u + gauss());
      }
    }
    return [...groupMomentsOf(names, x, y).values()];
  }

  it("say that the covariance matrix is singular, and are never worse than the intercept alone", () => {
    let singular = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const data = invented(seed, 15, 0.5);
      const fit = fitted(data, 0, { criterion: "ML" });
      const plain = randomIntercept(data, { criterion: "ML" });
      if (plain.converged) expect(fit.logLik).toBeGreaterThan(plain.logLik - 1e-8);
      expect(fit.interceptVariance * fit.slopeVariance - fit.covariance ** 2).toBeGreaterThan(-1e-12);
      if (fit.boundary) {
        singular++;
        if (fit.correlation !== null) expect(Math.abs(fit.correlation)).toBeCloseTo(1, 9);
      }
    }
    expect(singular).toBeGreaterThan(2);
  });

  it("have variances of exactly 0 where schools do not differ at all", () => {
    // Every school has the same four pupils.
    const names = ["A", "B", "C"].flatMap((name) => Array<string>(4).fill(name));
    const x = names.map((_, i) => [i % 4]);
    const y = names.map((_, i) => [1, 5, 2, 8][i % 4]!);
    const fit = fitted([...groupMomentsOf(names, x, y).values()], 0);
    expect([fit.interceptVariance, fit.slopeVariance, fit.covariance]).toEqual([0, 0, 0]);
    expect(fit.correlation).toBeNull();
    expect(fit.boundary).toBe(true);
    // R: m <- lm(y ~ x) of the 12 rows; sigma(m)^2 = 3 · 13.8 / 10
    expect(fit.within).toBeCloseTo(4.14, 10);
  });
});

describe("random slopes on samples that cannot tell", () => {
  const of = (schools: string[], x: number[], y: number[]) =>
    randomSlope(
      [
        ...groupMomentsOf(
          schools,
          x.map((value) => [value]),
          y,
        ).values(),
      ],
      0,
    );

  it.each([
    ["no group", of([], [], []), "noPupils"],
    ["one group", of(["A", "A", "A"], [1, 2, 3], [1, 2, 4]), "oneGroup"],
    [
      "a covariate of schools",
      of(["A", "A", "B", "B", "C", "C"], [1, 1, 2, 2, 3, 3], [1, 2, 4, 3, 6, 1]),
      "constantCovariate",
    ],
    [
      "a covariate that is the same for all",
      of(["A", "A", "B", "B"], [1, 1, 1, 1], [1, 2, 4, 3]),
      "constantCovariate",
    ],
    [
      "two pupils a school",
      of(["A", "A", "B", "B", "C", "C"], [1, 2, 2, 4, 3, 1], [1, 2, 4, 3, 6, 1]),
      "noWithinInformation",
    ],
    ["y that does not vary", of(["A", "A", "B", "B"], [1, 2, 1, 3], [5, 5, 5, 5]), "noVariation"],
    [
      "exact lines",
      of(["A", "A", "A", "B", "B", "B"], [1, 2, 4, 1, 3, 7], [1, 2, 4, 5, 9, 17]),
      "noVariationWithin",
    ],
  ])("say why for %s", (_, fit, reason) => {
    expect(fit).toEqual({ converged: false, reason });
  });

  it("refuse a covariate that does not exist", () => {
    expect(() => randomSlope(groups, 1)).toThrow(RangeError);
    expect(() => randomSlope(groups, -1)).toThrow(RangeError);
    expect(() => randomSlope(groups, 0.5)).toThrow(RangeError);
    expect(() => randomSlope(groups, 0, { level: 0 })).toThrow(RangeError);
  });
});
