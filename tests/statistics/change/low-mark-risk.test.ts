import { describe, expect, it } from "vitest";
import {
  assessRisk,
  expectedLowShare,
  fitLowMarkRisk,
  lowMarkRisk,
  type RiskCell,
  type RiskModel,
} from "#lib/statistics/change/low-mark-risk.ts";
import { readRecords } from "#tests/support/district.ts";
import { expectEntry, expected } from "#tests/support/expected.ts";

/** Counts for each primary score of grade 4: pupils seen again in grade 5, and those with a mark 2 there. */
function cellsOf(subject: string): RiskCell[] {
  const present = readRecords("district.csv").filter(
    (row) => row.subject === subject && row.status === "present",
  );
  const scores = new Map(
    present
      .filter((row) => row.grade === "4")
      .map((row) => [`${row.school} ${row.code}`, Number(row.primary)]),
  );
  const cells = new Map<number, { pupils: number; low: number }>();
  for (const row of present) {
    const score = scores.get(`${row.school} ${row.code}`);
    if (row.grade !== "5" || score === undefined) continue;
    const cell = cells.get(score) ?? { pupils: 0, low: 0 };
    cells.set(score, { pupils: cell.pupils + 1, low: cell.low + (row.mark === "2" ? 1 : 0) });
  }
  return [...cells].map(([score, counts]) => ({ covariates: [score], ...counts }));
}

const modelOf = (subject: string) => fitLowMarkRisk(cellsOf(subject)) as RiskModel;
const model = modelOf("MA");

describe("the risk of a mark 2 next year", () => {
  it.each(["MA", "RU"])("fitted on counts is R's model of the single pupils (%s)", (subject) => {
    const { kind, regression, coefficients, apparent } = modelOf(subject);
    expect(kind).toBe("model");
    expectEntry(
      {
        n: apparent.pupils,
        events: apparent.low,
        intercept: coefficients[0],
        slope: coefficients[1],
        seSlope: regression.standardErrors[1],
        deviance: regression.deviance,
        logLik: regression.logLik,
        aic: regression.aic,
        brier: apparent.brier,
        auc: apparent.roc!.area,
        p0: lowMarkRisk(modelOf(subject), [0]).probability,
        p10: lowMarkRisk(modelOf(subject), [10]).probability,
      },
      expected(`logistic.${subject}`),
    );
  });

  it("is perfectly calibrated where it was made, and says how much it saves (R: 1 - brier / (p (1 - p)))", () => {
    const { calibration, brierSkill, groups, roc } = model.apparent;
    expect(calibration!.slope.estimate).toBeCloseTo(1, 9);
    expect(calibration!.inTheLarge.estimate).toBeCloseTo(0, 9);
    expect(brierSkill).toBeCloseTo(0.18287465539271353, 10);
    expect(groups.length).toBeGreaterThan(5);
    expect(groups.reduce((sum, group) => sum + group.n, 0)).toBe(2255);
    expect(roc!.interval!.low).toBeLessThan(roc!.area);
  });

  it("has the interval of R's predict on the link", () => {
    const { probability, low, high } = lowMarkRisk(model, [10]);
    expect(probability).toBeCloseTo(0.10539264076478147, 10);
    expect(low).toBeCloseTo(0.09107733467264233, 9);
    expect(high).toBeCloseTo(0.12165682837464711, 9);
    expect(lowMarkRisk(model, [10], 0.5).low).toBeGreaterThan(low);
    expect(() => lowMarkRisk(model, [])).toThrow(RangeError);
    expect(() => lowMarkRisk(model, [1, 2])).toThrow(RangeError);
    expect(() => lowMarkRisk(model, [1], 95)).toThrow(RangeError);
  });

  it("is judged on other pupils", () => {
    const other = cellsOf("RU").map((cell) => ({ ...cell, covariates: [cell.covariates[0]! / 2] }));
    const judged = assessRisk(model, other);
    expect(judged.pupils).toBe(2248);
    expect(judged.low).toBe(366);
    expect(judged.calibration!.slope.estimate).not.toBeCloseTo(1, 2);
    // The model keeps the order of scores, so the area is that of Russian itself.
    expect(judged.roc!.area).toBeCloseTo(modelOf("RU").apparent.roc!.area, 12);
    const own = assessRisk(model, cellsOf("MA"));
    expect(own.brier).toBeCloseTo(model.apparent.brier!, 12);
    expect(assessRisk(model, [])).toEqual({
      pupils: 0,
      low: 0,
      brier: null,
      brierSkill: null,
      roc: null,
      groups: [],
      calibration: null,
    });
  });

  it("gives the share to be expected in a group, with what the model and single pupils leave open", () => {
    // R: P <- predict(g, data.frame(s = rep(c(3,8,12,15), c(2,5,7,1)))); v <- gr' V gr + sum(P(1-P))/15^2
    const group = [
      { covariates: [3], pupils: 2 },
      { covariates: [8], pupils: 5 },
      { covariates: [12], pupils: 7 },
      { covariates: [15], pupils: 1 },
    ];
    const { share, low, high } = expectedLowShare(model, group)!;
    expect(share).toBeCloseTo(0.15519373873348527, 10);
    expect(low).toBe(0);
    expect(high).toBeCloseTo(0.32375179344884086, 9);
    const narrow = expectedLowShare(model, group, 0.5)!;
    expect(narrow.low).toBeGreaterThan(0);
    expect(narrow.high - share).toBeCloseTo(share - narrow.low, 12);
    expect(expectedLowShare(model, [{ covariates: [0], pupils: 1 }])!.high).toBe(1);
    expect(expectedLowShare(model, [])).toBeNull();
    expect(expectedLowShare(model, [{ covariates: [3], pupils: 0 }])).toBeNull();
    expect(() => expectedLowShare(model, [{ covariates: [3], pupils: -1 }])).toThrow(RangeError);
    expect(() => expectedLowShare(model, group, 95)).toThrow(RangeError);
  });
});

describe("no model of the risk", () => {
  const cell = (score: number, pupils: number, low: number): RiskCell => ({
    covariates: [score],
    pupils,
    low,
  });

  it("too early: the rarer answer comes less than ten times for each coefficient", () => {
    expect(fitLowMarkRisk([cell(3, 4, 3), cell(9, 4, 1)])).toEqual({
      kind: "tooEarly",
      rarer: 4,
      needed: 20,
    });
    expect(fitLowMarkRisk([cell(3, 50, 12), cell(9, 50, 7)])).toMatchObject({ kind: "tooEarly", rarer: 19 });
    expect(fitLowMarkRisk([cell(3, 50, 38), cell(9, 50, 43)])).toMatchObject({ kind: "tooEarly", rarer: 19 });
    expect(fitLowMarkRisk([cell(3, 50, 13), cell(9, 50, 7)]).kind).toBe("model");
    expect(fitLowMarkRisk([cell(3, 4, 3), cell(9, 4, 1)], 2).kind).toBe("model");
    expect(fitLowMarkRisk([])).toEqual({ kind: "tooEarly", rarer: 0, needed: 10 });
  });

  it("separated by the score", () => {
    expect(fitLowMarkRisk([cell(3, 30, 30), cell(9, 30, 0)])).toMatchObject({
      kind: "noEstimate",
      reason: "separation",
      regression: { separation: "complete" },
    });
    expect(fitLowMarkRisk([cell(3, 30, 30), cell(6, 30, 15), cell(9, 30, 0)])).toMatchObject({
      kind: "noEstimate",
      reason: "separation",
    });
  });

  it("a covariate that repeats others", () => {
    const cells = [
      { covariates: [3, 6], pupils: 90, low: 60 },
      { covariates: [9, 18], pupils: 90, low: 30 },
    ];
    expect(fitLowMarkRisk(cells)).toMatchObject({ kind: "noEstimate", reason: "aliased" });
  });

  it("refuses counts that cannot be", () => {
    expect(() => fitLowMarkRisk([cell(3, 4, 5)])).toThrow(RangeError);
    expect(() => fitLowMarkRisk([cell(3, 4.5, 1)])).toThrow(RangeError);
    expect(() => fitLowMarkRisk([], 0)).toThrow(RangeError);
    expect(() => assessRisk(model, [cell(3, 4, 5)])).toThrow(RangeError);
  });
});
