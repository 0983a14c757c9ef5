import { describe, expect, it } from "vitest";
import type { GroupMoments } from "#lib/statistics/school-effects/group-moments.ts";
import { randomIntercept } from "#lib/statistics/school-effects/random-intercept.ts";
import { type ThreeLevelFit, threeLevel } from "#lib/statistics/school-effects/three-level.ts";
import { grouped, scoresOf, twoLevel } from "./school-data.ts";

function fitted(...args: Parameters<typeof threeLevel>): ThreeLevelFit {
  const fit = threeLevel(...args);
  if (!fit.converged) throw new Error(fit.reason);
  return fit;
}

// The schools of two-level.csv dealt out to nine municipalities, whose pupils get so much more or less.
const shifts = [0.8, -0.7, 0.5, -0.9, 0.3, 0.6, -0.4, 0.2, -0.6];
const pupils = twoLevel(true);
const order = [...new Set(pupils.schools)].sort();
const place = new Map(order.map((name, i) => [name, i]));
const { groups } = grouped({
  ...pupils,
  y: pupils.y.map((score, i) => score + shifts[place.get(pupils.schools[i]!)! % 9]!),
});
const municipalities = order.map((_, i) => `M${(i % 9) + 1}`);

describe("schools in municipalities", () => {
  // R: Newton's method on the deviance from the dense covariance matrices of each municipality, the first 30 schools
  it.each([
    ["REML", 0.415791846225, 0.143197318248, 0.581943219657, -2770.37024248264],
    ["ML", 0.364250812381, 0.142926103326, 0.581703936363, -2766.59845390389],
  ] as const)("stand at the exact optimum by %s", (criterion, clusters, schools, within, logLik) => {
    const fit = fitted(groups.slice(0, 30), municipalities.slice(0, 30), { criterion });
    expect(fit.betweenClusters).toBeCloseTo(clusters, 8);
    expect(fit.betweenGroups).toBeCloseTo(schools, 9);
    expect(fit.within).toBeCloseTo(within, 10);
    expect(fit.logLik).toBeCloseTo(logLik, 9);
    expect(fit.gradient).toBeLessThan(1e-10);
    expect(fit.aic).toBeCloseTo(-2 * logLik + 2 * 5, 8);
  });

  it("have fixed effects with the standard errors of R", () => {
    const fit = fitted(groups.slice(0, 30), municipalities.slice(0, 30));
    expect(fit.fixedEffects[0]).toBeCloseTo(0.07330159437125, 9);
    expect(fit.fixedEffects[1]).toBeCloseTo(0.5261216054025, 10);
    expect(fit.standardErrors[0]).toBeCloseTo(0.2268686651542, 9);
    expect(fit.standardErrors[1]).toBeCloseTo(0.0166383283614, 11);
  });

  it("agree with nlme on all schools, effects included", () => {
    // R: nlme::lme(y ~ prior, random = ~ 1 | mun/school): VarCorr, fixef, logLik, ranef
    const fit = fitted(groups, municipalities);
    expect(fit.betweenClusters).toBeCloseTo(0.4653747, 7);
    expect(fit.betweenGroups).toBeCloseTo(0.1327139, 7);
    expect(fit.within).toBeCloseTo(0.5767985, 7);
    expect(fit.logLik).toBeCloseTo(-5401.3406009447, 9);
    expect(fit.clusterEffects.get("M1")!.estimate).toBeCloseTo(0.94724562, 7);
    expect(fit.clusterEffects.get("M4")!.estimate).toBeCloseTo(-1.03027127, 7);
    expect(fit.groupEffects[0]!.estimate).toBeCloseTo(-0.60718613, 7);
    expect(fit.groupEffects[9]!.estimate).toBeCloseTo(0.33699772, 7);
    const { betweenClusters, betweenGroups, within } = fit;
    const all = betweenClusters + betweenGroups + within;
    expect(fit.clusterShare).toBeCloseTo(betweenClusters / all, 14);
    expect(fit.groupShare).toBeCloseTo(betweenGroups / all, 14);
  });

  it("agree with the closed form for a balanced sample", () => {
    // 2 municipalities x 2 schools x 2 pupils: MS(mun) = 288, MS(school) = 10, MSE = 2, so
    // within = 2, schools = (10 − 2) / 2, municipalities = (288 − 10) / 4; conditional SDs from the 4 x 4 inverse by hand below.
    const fit = fitted(scoresOf([1, 3], [5, 7], [13, 15], [15, 17]), ["a", "a", "b", "b"]);
    expect(fit.within).toBeCloseTo(2, 9);
    // School means 2, 6, 14, 16: SS(schools) = 2 · (8 + 2) = 20 on 2 df; SS(mun) = 4 · 2 · 5.5² = 242 on 1.
    expect(fit.betweenGroups).toBeCloseTo((10 - 2) / 2, 7);
    expect(fit.betweenClusters).toBeCloseTo((242 - 10) / 4, 6);
  });

  it("leave open what the conditional variance of the joint normal distribution says", () => {
    const fit = fitted(scoresOf([1, 3], [5, 7], [13, 15], [15, 17]), ["a", "a", "b", "b"]);
    // Means of two schools of one municipality: variance a on the diagonal, m beside it; inverse by hand.
    const [m, s, w] = [fit.betweenClusters, fit.betweenGroups, fit.within];
    const a = m + s + w / 2;
    const determinant = a * a - m * m;
    expect(fit.groupEffects[0]!.conditionalSD ** 2).toBeCloseTo(s - (s * s * a) / determinant, 6);
    expect(fit.clusterEffects.get("a")!.conditionalSD ** 2).toBeCloseTo(m - (2 * m * m) / (a + m), 6);
  });
});

describe("schools in municipalities on the boundary", () => {
  it("are the two-level model where municipalities do not differ", () => {
    // Both municipalities have the same schools.
    const schools = [
      [1, 3],
      [5, 7],
      [9, 12],
    ];
    const fit = fitted(scoresOf(...schools, ...schools), ["a", "a", "a", "b", "b", "b"]);
    const plain = randomIntercept(scoresOf(...schools, ...schools));
    if (!plain.converged) throw new Error(plain.reason);
    expect(fit.betweenClusters).toBe(0);
    expect(fit.boundary).toEqual({ clusters: true, groups: false });
    expect(fit.betweenGroups).toBeCloseTo(plain.between, 7);
    expect(fit.logLik).toBeCloseTo(plain.logLik, 10);
    expect(fit.clusterEffects.get("a")!.conditionalSD).toBe(0);
  });

  it("have no variance between schools that are alike inside their municipality", () => {
    const fit = fitted(scoresOf([1, 3, 2], [2, 1, 3], [9, 8, 7], [7, 9, 8]), ["a", "a", "b", "b"]);
    expect(fit.betweenGroups).toBe(0);
    expect(fit.boundary).toEqual({ clusters: false, groups: true });
    expect(fit.betweenClusters).toBeGreaterThan(10);
    for (const effect of fit.groupEffects) expect(effect!.estimate).toBeCloseTo(0, 12);
  });

  it("have no variance at all when everybody is alike but for chance", () => {
    const fit = fitted(scoresOf([1, 9], [9, 1], [2, 8], [8, 2]), ["a", "a", "b", "b"]);
    expect(fit.boundary).toEqual({ clusters: true, groups: true });
    expect([fit.betweenClusters, fit.betweenGroups, fit.gradient]).toEqual([0, 0, 0]);
  });
});

describe("schools in municipalities on samples that cannot tell", () => {
  it.each<[string, GroupMoments[], string[], string]>([
    ["no school", [], [], "noPupils"],
    ["one municipality", scoresOf([1, 2], [3, 5]), ["a", "a"], "oneGroup"],
    ["one municipality with pupils", scoresOf([1, 2], [3, 5], []), ["a", "a", "b"], "oneGroup"],
    [
      "one school in each municipality",
      scoresOf([1, 2], [3, 5], [2, 9]),
      ["a", "b", "c"],
      "noBetweenInformation",
    ],
    ["schools of one pupil", scoresOf([1], [3], [2], [7]), ["a", "a", "b", "b"], "noWithinInformation"],
    ["equal scores", scoresOf([4, 4], [4, 4], [4, 4]), ["a", "a", "b"], "noVariation"],
    ["no variation within schools", scoresOf([1, 1], [4, 4], [6, 6]), ["a", "a", "b"], "noVariationWithin"],
  ])("say why for %s", (_, schools, clusters, reason) => {
    expect(threeLevel(schools, clusters)).toEqual({ converged: false, reason });
  });

  it("leave out an empty school and keep the places of the others", () => {
    const fit = fitted(scoresOf([1, 3], [], [5, 7], [13, 15], [15, 17]), ["a", "a", "a", "b", "b"]);
    expect(fit.groups).toBe(4);
    expect(fit.groupEffects.map((each) => each === null)).toEqual([false, true, false, false, false]);
  });

  it("refuse lists of different length and a level of 95", () => {
    expect(() => threeLevel(scoresOf([1, 2]), [])).toThrow(RangeError);
    expect(() => threeLevel([], [], { level: 95 })).toThrow(RangeError);
  });
});
