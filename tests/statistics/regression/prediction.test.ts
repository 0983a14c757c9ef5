import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brierScore, brierSkillScore } from "#lib/statistics/regression/brier-score.ts";
import { calibrationGroups, calibrationLine } from "#lib/statistics/regression/calibration.ts";
import { logisticRegression } from "#lib/statistics/regression/logistic-regression.ts";
import { rocArea } from "#lib/statistics/regression/roc-area.ts";
import { wilson } from "#lib/statistics/wilson.ts";

// R: p <- c(.05,.1,.1,.2,.3,.3,.4,.55,.7,.9); y <- c(0,0,1,0,0,1,0,1,1,1); w <- c(20,12,3,9,8,5,4,6,7,2); P <- rep(p,w); Y <- rep(y,w)
const p = [0.05, 0.1, 0.1, 0.2, 0.3, 0.3, 0.4, 0.55, 0.7, 0.9];
const y = [0, 0, 1, 0, 0, 1, 0, 1, 1, 1];
const w = [20, 12, 3, 9, 8, 5, 4, 6, 7, 2];

describe("Brier score", () => {
  it("agrees with R: mean((Y - P)^2), and the skill 1 - mean((Y - P)^2) / mean((Y - mean(Y))^2)", () => {
    expect(brierScore(p, y, w)).toBeCloseTo(0.11361842105263158, 14);
    expect(brierSkillScore(p, y, w)).toBeCloseTo(0.4616406890894176, 14);
  });

  it("repeats the examples", () => {
    expect(brierScore([0.9, 0.2], [1, 0])).toBeCloseTo(0.025, 15);
    expect(brierSkillScore([0.9, 0.2], [1, 0])).toBeCloseTo(0.9, 15);
  });

  it("is p(1 − p) for the overall share, which has no skill", () => {
    expect(brierScore([0.25, 0.25], [0, 1], [3, 1])).toBe(0.1875);
    expect(brierSkillScore([0.25, 0.25], [0, 1], [3, 1])).toBe(0);
  });

  it("is not defined without an observation, the skill not without both outcomes", () => {
    expect(brierScore([], [])).toBeNull();
    expect(brierScore([0.5], [1], [0])).toBeNull();
    expect(brierSkillScore([], [])).toBeNull();
    expect(brierSkillScore([0.5, 0.6], [1, 1])).toBeNull();
    expect(brierSkillScore([0.5, 0.6], [0, 0])).toBeNull();
  });

  it("refuses what is not a probability, an outcome or a count", () => {
    for (const wrong of [-0.1, 1.1, Number.NaN]) expect(() => brierScore([wrong], [1])).toThrow(RangeError);
    expect(() => brierScore([0.5], [2])).toThrow(RangeError);
    expect(() => brierScore([0.5], [1, 0])).toThrow(RangeError);
    expect(() => brierScore([0.5], [1], [1, 1])).toThrow(RangeError);
    expect(() => brierScore([0.5], [1], [0.5])).toThrow(RangeError);
    expect(() => brierScore([0.5], [1], [-1])).toThrow(RangeError);
    expect(brierScore([0, 1], [0, 1])).toBe(0);
  });
});

describe("area under the ROC curve", () => {
  it("agrees with R's DeLong interval, written out over all pairs", () => {
    // k <- outer(P[Y==1], P[Y==0], function(u,v) (u>v) + .5*(u==v)); se <- sqrt(var(rowMeans(k))/n1 + var(colMeans(k))/n0)
    const { area, standardError, interval } = rocArea(p, y, w)!;
    expect(area).toBeCloseTo(0.9007383100902379, 14);
    expect(standardError).toBeCloseTo(0.03927001159381382, 14);
    expect(interval!.low).toBeCloseTo(0.8237705016938924, 12);
    expect(interval!.high).toBeCloseTo(0.9777061184865833, 12);
  });

  it("cuts the interval at 1", () => {
    const { area, standardError, interval } = rocArea(p, y)!;
    expect(area).toBe(0.8);
    expect(standardError).toBeCloseTo(0.15491933384829668, 14);
    expect(interval!.low).toBeCloseTo(0.4963636851484017, 12);
    expect(interval!.high).toBe(1);
    const turned = rocArea(
      p.map((value) => -value),
      y,
    )!;
    expect(turned.area).toBeCloseTo(0.2, 15);
    expect(turned.interval!.low).toBe(0);
    expect(rocArea(p, y, undefined, 0.5)!.interval!.low).toBeGreaterThan(interval!.low);
  });

  it("repeats the example: seven halves of four pairs", () => {
    expect(rocArea([1, 2, 2, 3], [0, 0, 1, 1])!.area).toBe(0.875);
  });

  it("has no interval when the order is perfect, when all scores are equal, with one pupil on a side", () => {
    expect(rocArea([1, 2, 3, 4], [0, 0, 1, 1])).toEqual({ area: 1, standardError: null, interval: null });
    expect(rocArea([4, 3, 2, 1], [0, 0, 1, 1])).toEqual({ area: 0, standardError: null, interval: null });
    expect(rocArea([5, 5, 5, 5], [0, 0, 1, 1])).toEqual({ area: 0.5, standardError: null, interval: null });
    expect(rocArea([1, 3, 2], [0, 0, 1])).toEqual({ area: 0.5, standardError: null, interval: null });
    expect(rocArea([1, 3, 2], [1, 1, 0])).toEqual({ area: 0.5, standardError: null, interval: null });
  });

  it("is not defined without both outcomes, and refuses NaN", () => {
    expect(rocArea([], [])).toBeNull();
    expect(rocArea([1, 2], [1, 1])).toBeNull();
    expect(rocArea([1, 2], [0, 0])).toBeNull();
    expect(rocArea([1, 2], [0, 1], [1, 0])).toBeNull();
    expect(() => rocArea([Number.NaN], [1])).toThrow(RangeError);
    expect(() => rocArea([1], [1], [1], 95)).toThrow(RangeError);
  });

  it("is the share of ordered pairs, whatever the data, and mirrors outcomes", () => {
    const cell = fc.tuple(
      fc.integer({ min: 0, max: 6 }),
      fc.constantFrom(0, 1),
      fc.integer({ min: 0, max: 4 }),
    );
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 15 }), (cells) => {
        const scores = cells.map(([score]) => score);
        const outcomes = cells.map(([, outcome]) => outcome);
        const counts = cells.map(([, , count]) => count);
        const roc = rocArea(scores, outcomes, counts);
        let pairs = 0;
        let wins = 0;
        for (const [a, one, m] of cells)
          for (const [b, other, n] of cells)
            if (one === 1 && other === 0) {
              pairs += m * n;
              wins += m * n * (a > b ? 1 : a === b ? 0.5 : 0);
            }
        if (pairs === 0) expect(roc).toBeNull();
        else {
          expect(roc!.area).toBeCloseTo(wins / pairs, 14);
          const mirror = rocArea(
            scores,
            outcomes.map((one) => 1 - one),
            counts,
          )!;
          expect(mirror.area).toBeCloseTo(1 - roc!.area, 14);
          if (roc!.standardError !== null) expect(mirror.standardError).toBeCloseTo(roc!.standardError, 14);
        }
      }),
    );
  });
});

describe("calibration in groups of risk", () => {
  it("agrees with R: groups floor(4 * (rank(P) - 0.5) / 76), equal predictions together", () => {
    const groups = calibrationGroups(p, y, 4, w);
    expect(groups.map((group) => group.n)).toEqual([20, 15, 22, 19]);
    expect(groups.map((group) => group.events)).toEqual([0, 3, 5, 15]);
    expect(groups.map((group) => [group.lowest, group.highest])).toEqual([
      [0.05, 0.05],
      [0.1, 0.1],
      [0.2, 0.3],
      [0.4, 0.9],
    ]);
    const means = [0.05, 0.1, 0.2590909090909091, 0.6105263157894737];
    groups.forEach((group, i) => {
      expect(group.meanPredicted).toBeCloseTo(means[i]!, 14);
      expect(group.observed).toBe(group.events / group.n);
      expect(group.interval).toEqual(wilson(group.events, group.n));
    });
  });

  it("repeats the example, makes ten groups by default and one on request", () => {
    const two = calibrationGroups([0.1, 0.1, 0.6, 0.8], [0, 0, 1, 1], 2);
    expect(two.map((group) => group.observed)).toEqual([0, 1]);
    expect(two[1]!.meanPredicted).toBeCloseTo(0.7, 15);
    const hundred = Array.from({ length: 100 }, (_, i) => (i + 0.5) / 100);
    const deciles = calibrationGroups(
      hundred,
      hundred.map(() => 1),
    );
    expect(deciles.map((group) => group.n)).toEqual(Array.from({ length: 10 }, () => 10));
    expect(deciles[0]!.highest).toBeLessThan(deciles[1]!.lowest);
    expect(calibrationGroups(p, y, 1, w)).toHaveLength(1);
    expect(calibrationGroups([0.5, 0.5, 0.5], [0, 1, 1])).toHaveLength(1);
  });

  it("is empty without an observation and refuses half a group", () => {
    expect(calibrationGroups([], [])).toEqual([]);
    expect(calibrationGroups([0.5], [1], 10, [0])).toEqual([]);
    expect(() => calibrationGroups(p, y, 0)).toThrow(RangeError);
    expect(() => calibrationGroups(p, y, 2.5)).toThrow(RangeError);
    expect(() => calibrationGroups(p, y, 2, w, 95)).toThrow(RangeError);
    expect(() => calibrationGroups([1.5], [1])).toThrow(RangeError);
  });
});

describe("calibration intercept and slope", () => {
  it("agrees with R: glm(Y ~ 1, offset = qlogis(P)) and glm(Y ~ qlogis(P))", () => {
    const line = calibrationLine(p, y, w, 0.9)!;
    expect(line.inTheLarge.estimate).toBeCloseTo(0.29044610996824843, 12);
    expect(line.inTheLarge.standardError).toBeCloseTo(0.2954479260414639, 12);
    expect(line.intercept.estimate).toBeCloseTo(0.9431583230914695, 12);
    expect(line.intercept.standardError).toBeCloseTo(0.49069584607061467, 12);
    expect(line.intercept.low).toBeCloseTo(0.13603548095219742, 9);
    expect(line.slope.estimate).toBeCloseTo(1.7325277298380042, 12);
    expect(line.slope.standardError).toBeCloseTo(0.4044594490209934, 12);
    expect(line.slope.low).toBeCloseTo(1.067251138161029, 9);
    expect(line.slope.high).toBeCloseTo(2.397804321514979, 9);
  });

  it("is perfect by construction on the pupils that the model was fitted on", () => {
    const { fitted } = logisticRegression(
      p.map((value) => [value]),
      y,
      w,
    );
    const line = calibrationLine(fitted!, y, w)!;
    expect(line.inTheLarge.estimate).toBeCloseTo(0, 10);
    expect(line.slope.estimate).toBeCloseTo(1, 10);
    expect(line.intercept.estimate).toBeCloseTo(0, 10);
  });

  it("repeats the example: answers that ignore the prediction have slope 0", () => {
    const line = calibrationLine([0.2, 0.2, 0.5, 0.5, 0.8, 0.8], [0, 1, 0, 1, 1, 0])!;
    expect(line.slope.estimate).toBeCloseTo(0, 12);
    expect(line.inTheLarge.estimate).toBeCloseTo(0, 12);
  });

  it("is not defined for certainty, for one prediction, for one outcome, for separated outcomes", () => {
    expect(calibrationLine([0, 0.5, 0.6], [0, 1, 0])).toBeNull();
    expect(calibrationLine([0.2, 0.5, 1], [0, 1, 0])).toBeNull();
    expect(calibrationLine([0.5, 0.5], [0, 1])).toBeNull();
    expect(calibrationLine([0.4, 0.5], [1, 1])).toBeNull();
    expect(calibrationLine([0.4, 0.5], [0, 1])).toBeNull();
    expect(calibrationLine([], [])).toBeNull();
    // A certainty that nobody has does not count.
    expect(calibrationLine([1, ...p], [1, ...y], [0, ...w])).toEqual(calibrationLine(p, y, w));
  });
});
