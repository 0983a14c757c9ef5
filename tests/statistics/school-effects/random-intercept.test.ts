import { describe, expect, it } from "vitest";
import { caterpillar } from "#lib/statistics/school-effects/caterpillar.ts";
import { groupMomentsOf } from "#lib/statistics/school-effects/moments-by-group.ts";
import { type RandomInterceptFit, randomIntercept } from "#lib/statistics/school-effects/random-intercept.ts";
import {
  expectEntry,
  expectedAll,
  hasPublicData,
  publicExpected,
  publicNotice,
} from "#tests/support/expected.ts";
import {
  fitted,
  type Grouped,
  grouped,
  pairedYears,
  publicPupils,
  scoresOf,
  twoLevel,
} from "./school-data.ts";

/** The words of the reference for the same numbers. */
function described(fit: RandomInterceptFit, names: readonly string[]): Record<string, unknown> {
  const by = <T>(of: (i: number) => T) => Object.fromEntries(names.map((name, i) => [name, of(i)]));
  const clear = (z: number, side: "above" | "below") =>
    caterpillar(
      fit.effects.map((each) => ({ estimate: each!.estimate, standardError: each!.conditionalSD })),
      z,
    )
      .filter((row) => row.clear === side)
      .sort((a, b) => a.place - b.place)
      .map((row) => names[row.place]!);
  const ranks = caterpillar(
    fit.effects.map((each) => ({ estimate: each!.estimate, standardError: each!.conditionalSD })),
    1.96,
  );
  const rank = new Map(ranks.map((row) => [row.place, row.rank]));
  return {
    ...{ beta: fit.fixedEffects, se: fit.standardErrors, between: fit.between, within: fit.within },
    ...{ icc: fit.icc, logLik: fit.logLik, size: { n: fit.pupils, groups: fit.groups } },
    u: by((i) => fit.effects[i]!.estimate),
    condSD: by((i) => fit.effects[i]!.conditionalSD),
    reliability: by((i) => fit.effects[i]!.reliability),
    rank: by((i) => rank.get(i)!),
    clear: {
      ...{ above95: clear(1.96, "above"), below95: clear(1.96, "below") },
      ...{ above84: clear(1.39, "above"), below84: clear(1.39, "below") },
    },
  };
}

/** The reference lists schools that are clear in the order of their numbers, where names are numbers. */
function inNumberOrder(names: readonly string[]): string[] {
  return [...names].sort((a, b) => Number(a) - Number(b));
}

describe("the random-intercept model", () => {
  describe.each([
    ["TL0", () => twoLevel(false)],
    ["TL", () => twoLevel(true)],
    ["MA", () => pairedYears("MA")],
    ["RU", () => pairedYears("RU")],
  ] as const)("of %s", (model, pupils) => {
    const { names, groups } = grouped(pupils());
    it.each(["REML", "ML"] as const)("stands at R's exact optimum by %s", (criterion) => {
      const got = described(fitted(groups, { criterion }), names);
      const entries = expectedAll(`ri.${model}.${criterion}.`);
      expect(entries).toHaveLength(12);
      for (const entry of entries) expectEntry(got[entry.id.split(".").at(-1)!], entry);
    });
  });

  describe.skipIf(!hasPublicData)(`on public data${publicNotice}`, () => {
    it.each([
      ["exam.null.", 7, "Exam.csv", "normexam", []],
      ["exam.ri.", 11, "Exam.csv", "normexam", ["standLRT"]],
      ["hsb.null.", 7, "Hsb82.csv", "mAch", []],
      ["hsb.meanses.", 7, "Hsb82.csv", "mAch", ["meanses"]],
      ["chem97.ri.", 7, "Chem97.csv", "score", ["gcsecnt"]],
    ] as const)("agrees with lme4's model %s", (prefix, count, file, y, covariates) => {
      const { names, groups } = grouped(publicPupils(file, "school", y, covariates));
      const got = described(fitted(groups), names);
      const clear = got.clear as Record<string, string[]>;
      got.clear = Object.fromEntries(Object.entries(clear).map(([key, list]) => [key, inNumberOrder(list)]));
      const entries = publicExpected(prefix);
      expect(entries).toHaveLength(count);
      for (const entry of entries) expectEntry(got[entry.id.split(".").at(-1)!], entry);
    });

    it.each(["REML", "ML"] as const)(
      "agrees with the closed form for batches of one size by %s",
      (criterion) => {
        const fit = fitted(grouped(publicPupils("Dyestuff.csv", "Batch", "Yield", [])).groups, { criterion });
        const [mean, se] = [fit.fixedEffects[0], fit.standardErrors[0]];
        const { between, within, icc, logLik } = fit;
        const [entry] = publicExpected(`dyestuff.${criterion}`);
        expectEntry({ mean, se, between, within, icc, logLik }, entry!);
        // Searle's exact F interval. R: r <- F / qf(c(.975, .025), 5, 24); (r - 1) / (r + 4)
        expect(fit.iccInterval.low).toBeCloseTo(0.08383605066059405, 13);
        expect(fit.iccInterval.high).toBeCloseTo(0.8478768154733813, 13);
      },
    );
  });

  it("takes several covariates, of pupils and of schools", () => {
    // R: randomIntercept(score, cbind(1, prior, prior^2, ave(prior, school)), school) of the reference's expected.R
    const { schools, x, y } = twoLevel(true);
    const sums = new Map<string, [number, number]>();
    schools.forEach((school, i) => {
      const [n, sum] = sums.get(school) ?? [0, 0];
      sums.set(school, [n + 1, sum + x[i]![0]!]);
    });
    const wide = x.map(([prior], i) => {
      const [n, sum] = sums.get(schools[i]!)!;
      return [prior!, prior! ** 2, sum / n];
    });
    const { groups } = grouped({ schools, x: wide, y });
    const fit = fitted(groups);
    const beta = [0.0405239648138, 0.53705984685970587, 0.03038461844172733, 0.0411381853725];
    const se = [0.0485851781426968, 0.011871388424764782, 0.00777567014216694, 0.124979312233022];
    beta.forEach((value, i) => {
      expect(fit.fixedEffects[i]).toBeCloseTo(value, 12);
      expect(fit.standardErrors[i]).toBeCloseTo(se[i]!, 12);
    });
    expect(fit.between).toBeCloseTo(0.131940605845516, 12);
    expect(fit.within).toBeCloseTo(0.575254684479152, 12);
    expect(fit.logLik).toBeCloseTo(-5386.547456090319, 8);
    expect(fit.effects[0]!.estimate).toBeCloseTo(-0.4794818623942928, 11);
    expect(fit.effects[1]!.conditionalSD).toBeCloseTo(0.10687778115253967, 12);
    const ml = fitted(groups, { criterion: "ML" });
    expect(ml.between).toBeCloseTo(0.1271098949505151, 12);
    expect(ml.logLik).toBeCloseTo(-5375.793235077257, 8);
    // Four fixed effects and two variances.
    expect(ml.aic).toBeCloseTo(2 * 5375.793235077257 + 12, 7);
  });

  it("stands where the gradient vanishes, and puts an exact interval around the ICC for schools of any sizes", () => {
    const fit = fitted(grouped(twoLevel(true)).groups);
    expect(Math.abs(fit.gradient)).toBeLessThan(1e-12);
    // Wald's interval by uniroot over the residual sum of squares of quasi-demeaned rows (lm.fit) in R
    expect(fit.iccInterval.low).toBeCloseTo(0.13976727169132, 12);
    expect(fit.iccInterval.high).toBeCloseTo(0.27062362654245, 12);
    const wider = fitted(grouped(twoLevel(true)).groups, { level: 0.99 }).iccInterval;
    expect(wider.low).toBeLessThan(fit.iccInterval.low);
    expect(wider.high).toBeGreaterThan(fit.iccInterval.high);
  });

  it("keeps its digits when every number has a million added", () => {
    const { schools, x, y } = twoLevel(true);
    const plain = fitted(grouped({ schools, x, y }).groups);
    const moved = fitted(
      grouped({ schools, x: x.map(([prior]) => [prior! + 1e6]), y: y.map((score) => score + 1e6) }).groups,
    );
    expect(moved.between).toBeCloseTo(plain.between, 9);
    expect(moved.within).toBeCloseTo(plain.within, 9);
    expect(moved.logLik).toBeCloseTo(plain.logLik, 7);
    expect(moved.fixedEffects[1]).toBeCloseTo(plain.fixedEffects[1]!, 9);
    expect(moved.effects[3]!.estimate).toBeCloseTo(plain.effects[3]!.estimate, 8);
  });

  it("changes with the unit of y as a variance and a likelihood must", () => {
    const { schools, x, y } = twoLevel(true);
    const plain = fitted(grouped({ schools, x, y }).groups);
    const scaled = fitted(grouped({ schools, x, y: y.map((score) => 100 * score) }).groups);
    expect(scaled.between / plain.between).toBeCloseTo(1e4, 7);
    expect(scaled.icc).toBeCloseTo(plain.icc, 12);
    expect(scaled.logLik - plain.logLik).toBeCloseTo(-(4633 - 2) * Math.log(100), 6);
    expect(scaled.effects[0]!.predictionSD / plain.effects[0]!.predictionSD).toBeCloseTo(100, 9);
  });
});

describe("the random-intercept model on the boundary", () => {
  // Group means 3, 3.166…, 2.833… differ less than by chance: MSB 0.0833, MSW 3.0556.
  const [a, b, c] = [
    [1, 5, 3],
    [2, 4, 3.5],
    [5, 1, 2.5],
  ];
  const x = [1, 2, 3, 4, 5, 6, 7, 8, 10];
  const schools = ["A", "A", "A", "B", "B", "B", "C", "C", "C"];
  const groups = [
    ...groupMomentsOf(
      schools,
      x.map((value) => [value]),
      [a, b, c].flat(),
    ).values(),
  ];

  it("has a variance between schools of exactly 0, says so, and is then ordinary least squares", () => {
    // R: m <- lm(y ~ x); coef(m), sqrt(diag(vcov(m))), sigma(m)^2, logLik(m, REML = TRUE)
    const fit = fitted(groups);
    expect(fit.between).toBe(0);
    expect(fit.boundary).toBe(true);
    expect(fit.icc).toBe(0);
    expect(fit.gradient).toBe(0);
    expect(fit.fixedEffects[0]).toBeCloseTo(3.0741935483870972, 13);
    expect(fit.fixedEffects[1]).toBeCloseTo(-0.01451612903225814, 13);
    expect(fit.standardErrors[0]).toBeCloseTo(1.1379084921837586, 13);
    expect(fit.standardErrors[1]).toBeCloseTo(0.19579058385891104, 13);
    expect(fit.within).toBeCloseTo(2.6407834101382486, 13);
    expect(fit.logLik).toBeCloseTo(-16.546194139360146, 12);
  });

  it("has the likelihood of R's lm by ML as well", () => {
    const fit = fitted(groups, { criterion: "ML" });
    expect(fit.boundary).toBe(true);
    expect(fit.within).toBeCloseTo(2.053942652329749, 13);
    expect(fit.logLik).toBeCloseTo(-16.009372158888095, 12);
  });

  it("predicts no effect for any school, yet leaves the ICC an interval above 0", () => {
    const fit = fitted(scoresOf(a, b, c));
    for (const effect of fit.effects)
      expect(effect).toMatchObject({ estimate: 0, conditionalSD: 0, reliability: 0, predictionSD: 0 });
    // R: r <- (1/12) / (55/18) / qf(.025, 2, 6); (r - 1) / (r + 2)
    expect(fit.iccInterval.low).toBe(0);
    expect(fit.iccInterval.high).toBeCloseTo(0.02365238745038394, 12);
    // At 90 % F lies below qf(.05, 2, 6): even chance alone lets schools differ more.
    expect(fitted(scoresOf(a, b, c), { level: 0.9 }).iccInterval).toEqual({ low: 0, high: 0 });
  });

  it("is left as soon as schools differ more than by chance", () => {
    const fit = fitted(scoresOf([1, 2, 3], [11, 12, 13], [21, 22, 23]));
    // Balanced: within = MSW = 1, between = (MSB − MSW) / 3 = (300 − 1) / 3.
    expect(fit.boundary).toBe(false);
    expect(fit.within).toBeCloseTo(1, 12);
    expect(fit.between).toBeCloseTo(299 / 3, 9);
  });
});

describe("the random-intercept model on samples that cannot tell", () => {
  const reason = (groups: Grouped["groups"]) => randomIntercept(groups);
  it.each([
    ["no group", [], "noPupils"],
    ["empty groups only", scoresOf([], []), "noPupils"],
    ["one group", scoresOf([1, 2, 4]), "oneGroup"],
    ["one group beside an empty one", scoresOf([1, 2, 4], []), "oneGroup"],
    ["groups of one", scoresOf([1], [2], [4]), "noWithinInformation"],
    ["y that is the same for all", scoresOf([3, 3], [3, 3]), "noVariation"],
    ["y that is the same up to its own rounding", scoresOf([0.1 + 0.2, 0.3], [0.3, 0.3]), "noVariation"],
    ["y that does not vary within groups", scoresOf([1, 1], [2, 2], [5, 5]), "noVariationWithin"],
    [
      "y that varies within groups by rounding",
      scoresOf([0.1 + 0.2, 0.3], [7, 7], [9, 9]),
      "noVariationWithin",
    ],
  ])("says why for %s", (_, groups, why) => {
    expect(reason(groups)).toEqual({ converged: false, reason: why });
  });

  it("says that as many covariates of schools as schools leave nothing between", () => {
    const groups = groupMomentsOf(["A", "A", "B", "B"], [[1], [1], [2], [2]], [1, 3, 6, 7]);
    expect(reason([...groups.values()])).toEqual({ converged: false, reason: "noBetweenInformation" });
  });

  it("says that a covariate which explains every pupil leaves nothing within", () => {
    const x = [1, 2, 4, 2, 5, 9];
    const schools = ["A", "A", "A", "B", "B", "B"];
    const y = x.map((value, i) => 3 * value + (i < 3 ? 10 : 20));
    const groups = groupMomentsOf(
      schools,
      x.map((value) => [value]),
      y,
    );
    expect(reason([...groups.values()])).toEqual({ converged: false, reason: "noVariationWithin" });
    // Two pupils a school and one covariate that differs: no degree of freedom is left inside of the one pair.
    const few = groupMomentsOf(["A", "A", "B"], [[1], [2], [1]], [1, 3, 6]);
    expect(reason([...few.values()])).toEqual({ converged: false, reason: "noWithinInformation" });
  });

  it("names covariates that others determine, and fits the rest", () => {
    const { schools, x, y } = twoLevel(true);
    const plain = fitted(grouped({ schools, x, y }).groups);
    const doubled = fitted(
      grouped({ schools, x: x.map(([prior]) => [7, prior!, 2 * prior! - 3, prior! ** 2 * 0]), y }).groups,
    );
    expect(doubled.aliased).toEqual([0, 2, 3]);
    expect(doubled.fixedEffects.map((value) => value === null)).toEqual([false, true, false, true, true]);
    expect(doubled.standardErrors[3]).toBeNull();
    expect(doubled.intervals[3]).toBeNull();
    expect(doubled.between).toBeCloseTo(plain.between, 12);
    expect(doubled.logLik).toBeCloseTo(plain.logLik, 8);
  });

  it("leaves out empty groups without losing the places of the others", () => {
    const fit = fitted(scoresOf([1, 2, 3], [], [6, 7, 9]));
    expect(fit.groups).toBe(2);
    expect(fit.effects.map((each) => each?.pupils ?? null)).toEqual([3, null, 3]);
    expect(fit.effects[2]!.estimate).toBeCloseTo(-fit.effects[0]!.estimate, 12);
  });

  it("refuses groups with different covariates, and a level of 95", () => {
    const mixed = [...scoresOf([1, 2]), ...groupMomentsOf(["A"], [[1]], [1]).values()];
    expect(() => randomIntercept(mixed)).toThrow(RangeError);
    expect(() => randomIntercept(scoresOf([1, 2], [3, 5]), { level: 95 })).toThrow(RangeError);
  });
});

describe("school effects", () => {
  const fit = fitted(grouped(twoLevel(true)).groups);

  it("shrink more the fewer pupils there are", () => {
    const bySize = [...fit.effects].sort((a, b) => a!.pupils - b!.pupils);
    for (let i = 1; i < bySize.length; i++) {
      expect(bySize[i]!.reliability).toBeGreaterThanOrEqual(bySize[i - 1]!.reliability);
      expect(bySize[i]!.conditionalSD).toBeLessThanOrEqual(bySize[i - 1]!.conditionalSD);
    }
  });

  it("are less sure when the fixed effects are not taken as known", () => {
    for (const effect of fit.effects) {
      expect(effect!.predictionSD).toBeGreaterThan(effect!.conditionalSD);
      expect(effect!.predictionSD).toBeLessThan(1.5 * effect!.conditionalSD);
    }
    // Balanced, no covariate: var(u − û) = condSD² + reliability² · se(mean)².
    const { effects, standardErrors } = fitted(scoresOf([1, 2, 3], [4, 6, 5], [9, 7, 8]));
    const { conditionalSD, predictionSD, reliability } = effects[0]!;
    expect(predictionSD ** 2).toBeCloseTo(conditionalSD ** 2 + (reliability * standardErrors[0]!) ** 2, 12);
  });

  it("sum to 0 over schools of one size", () => {
    const { effects } = fitted(scoresOf([1, 2, 3], [4, 6, 5], [9, 7, 8]));
    expect(effects.reduce((sum, each) => sum + each!.estimate, 0)).toBeCloseTo(0, 12);
  });
});
