import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalDraw, seededGenerator } from "#lib/statistics/random.ts";
import { mergeGroupMoments } from "#lib/statistics/school-effects/group-moments.ts";
import { groupMomentsOf } from "#lib/statistics/school-effects/moments-by-group.ts";
import { randomIntercept } from "#lib/statistics/school-effects/random-intercept.ts";
import { fitted, scoresOf } from "./school-data.ts";

describe("the fit from moments", () => {
  const school = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 9 });
  const schools = fc.array(school, { minLength: 2, maxLength: 8 });

  it("does not depend on the order of schools", () => {
    fc.assert(
      fc.property(schools, (lists) => {
        const one = randomIntercept(scoresOf(...lists));
        const other = randomIntercept(scoresOf(...[...lists].reverse()));
        expect(other.converged).toBe(one.converged);
        if (!one.converged || !other.converged) return;
        expect(other.within).toBeCloseTo(one.within, 8);
        expect(other.between).toBeCloseTo(one.between, 6);
        expect(other.effects[0]!.estimate).toBeCloseTo(one.effects.at(-1)!.estimate, 6);
      }),
    );
  });

  it("is never beaten by another ratio of the variances, and its ICC lies in 0–1", () => {
    fc.assert(
      fc.property(schools, (lists) => {
        const groups = scoresOf(...lists);
        const fit = randomIntercept(groups);
        if (!fit.converged) return;
        expect(fit.icc).toBeGreaterThanOrEqual(0);
        expect(fit.icc).toBeLessThanOrEqual(1);
        for (const ratio of [0, 0.01, 0.1, 0.5, 1, 5, 50])
          expect(remlOf(lists, ratio)).toBeLessThanOrEqual(fit.logLik + 1e-9 * Math.abs(fit.logLik));
        expect(remlOf(lists, fit.between / fit.within)).toBeCloseTo(fit.logLik, 7);
      }),
    );
  });

  it("is the same when schools were merged from parts", () => {
    const parts = scoresOf([1, 5, 2], [3, 3, 9], [4, 8], [10, 11, 17]);
    const merged = [mergeGroupMoments(parts[0]!, parts[1]!), mergeGroupMoments(parts[2]!, parts[3]!)];
    const whole = scoresOf([1, 5, 2, 3, 3, 9], [4, 8, 10, 11, 17]);
    expect(fitted(merged).logLik).toBeCloseTo(fitted(whole).logLik, 12);
  });

  it("finds variances that were put in, from 20,000 schools, at once", () => {
    const next = seededGenerator(5);
    const groups = Array.from({ length: 20_000 }, () => {
      const n = 2 + Math.floor(next() * 60);
      const u = 0.5 * normalDraw(next);
      const mean = u + normalDraw(next) / Math.sqrt(n);
      let squares = 0;
      for (let i = 1; i < n; i++) squares += normalDraw(next) ** 2;
      return { n, means: [mean], deviations: [squares] };
    });
    const fit = fitted(groups);
    expect(fit.between).toBeCloseTo(0.25, 2);
    expect(fit.within).toBeCloseTo(1, 2);
    expect(fit.iccInterval.low).toBeLessThan(0.2);
    expect(fit.iccInterval.high).toBeGreaterThan(0.2);
    expect(Math.abs(fit.gradient) / fit.groups).toBeLessThan(1e-12);
  });

  it("repeats the example of its docstring", () => {
    // Balanced: MSW = 2, MSB = 25, between = (25 − 2) / 2.
    const groups = groupMomentsOf(["A", "A", "B", "B"], [[], [], [], []], [1, 3, 6, 8]);
    const fit = fitted([...groups.values()]);
    expect(fit.between).toBeCloseTo(11.5, 12);
    expect(fit.within).toBeCloseTo(2, 12);
  });
});

/** The restricted log-likelihood written down from its definition for a model without covariates, scores one by one. */
function remlOf(lists: readonly (readonly number[])[], ratio: number): number {
  let [information, weighted, logDeterminant, n] = [0, 0, 0, 0];
  for (const scores of lists) {
    const weight = scores.length / (1 + scores.length * ratio);
    information += weight;
    weighted += (weight * scores.reduce((a, b) => a + b, 0)) / scores.length;
    logDeterminant += Math.log(1 + scores.length * ratio);
    n += scores.length;
  }
  const mean = weighted / information;
  let rss = 0;
  for (const scores of lists) {
    const away = scores.map((score) => score - mean);
    const sum = away.reduce((a, b) => a + b, 0);
    rss += away.reduce((a, b) => a + b * b, 0) - (ratio / (1 + scores.length * ratio)) * sum * sum;
  }
  const degrees = n - 1;
  return (
    -0.5 * (degrees * (1 + Math.log((2 * Math.PI * rss) / degrees)) + logDeterminant + Math.log(information))
  );
}
