import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  marginalRaschModel,
  marginalRaschModelOfCounts,
} from "#lib/statistics/item-response/marginal-rasch.ts";
import type { MarginalRaschModel } from "#lib/statistics/item-response/marginal-rasch-fit.ts";
import { expectEntry, hasPublicData, publicExpected, publicNotice } from "#tests/support/expected.ts";
import { booklets, coded, counts, invented, lsat, rightWrong } from "./answers.ts";

function estimated(answers: Parameters<typeof marginalRaschModel>[0]): MarginalRaschModel {
  const model = marginalRaschModel(answers);
  if (!model.converged) throw new Error(`Not estimable: ${model.reason}`);
  return model;
}

function close(got: readonly (number | null)[], wanted: readonly number[], digits: number) {
  wanted.forEach((value, i) => {
    expect(got[i]).toBeCloseTo(value, digits);
  });
}

// Expected numbers: base R, optim and Newton on the marginal likelihood with 121 Gauss–Hermite nodes (Golub–Welsch),
// standard errors from numerical differences of the analytic gradient.
describe("the Rasch model by marginal maximum likelihood", () => {
  it.skipIf(!hasPublicData)(`has the published estimates of the LSAT${publicNotice}`, () => {
    const model = estimated(lsat());
    const { difficulties: difficulty, discrimination, logLik } = model;
    const entries = new Map(publicExpected("lsat.rasch.mml").map((entry) => [entry.id, entry]));
    expectEntry({ difficulty, discrimination, logLik }, entries.get("lsat.rasch.mml")!);
    expectEntry({ d: model.intercepts, variance: model.variance }, entries.get("lsat.rasch.mml.d")!);
    close(
      model.difficultyErrors,
      [0.326641127701, 0.142182197081, 0.09767712016, 0.169135913951, 0.251048151],
      6,
    );
    close(
      model.interceptErrors,
      [0.130441178604, 0.079177334415, 0.071774674422, 0.084638100542, 0.105445],
      6,
    );
    expect(model.discriminationError).toBeCloseTo(0.069433209983, 6);
    expect(model.personsUsed).toBe(1000);
  });

  it("has the optimum of R on 1,000 × 20 answers", () => {
    const model = estimated(rightWrong);
    expect(model.logLik).toBeCloseTo(-10654.150245736662, 7);
    expect(model.discrimination).toBeCloseTo(1.119514883945, 8);
    expect(model.discriminationError).toBeCloseTo(0.03444201011, 7);
    expect(model.variance).toBeCloseTo(1.119514883945 ** 2, 8);
    close(model.difficulties, [-2.406787870582, -1.866947329522, -1.621807699046, -1.18557349266], 8);
    close(model.intercepts, [2.694434843614, 2.090075322941, 1.815637857979, 1.327267171043], 8);
    close(model.difficultyErrors, [0.124383105763, 0.103040935655, 0.095226406313, 0.08397937176], 7);
    close(model.interceptErrors, [0.12014083184, 0.101913790733, 0.095824122184, 0.08771480163], 7);
  });

  it("takes booklets", () => {
    const model = estimated(booklets);
    expect(model.logLik).toBeCloseTo(-6625.964728821848, 7);
    expect(model.discrimination).toBeCloseTo(1.103371665484, 7);
    expect(model.discriminationError).toBeCloseTo(0.04046788335, 6);
    close(model.difficulties, [-2.499196378665, -1.840015543779, -1.688747419287, -1.271671964507], 6);
    close(model.interceptErrors, [0.172395765589, 0.140386035345, 0.134976836901, 0.123098368376], 6);
    expect(model.intercepts[19]).toBeCloseTo(-2.504125061486, 7);
  });

  it("needs no more than solved items and scores", () => {
    const { correct, scores } = counts(rightWrong);
    expect(marginalRaschModelOfCounts(correct, scores)).toEqual(estimated(rightWrong));
  });
});

describe("what the marginal Rasch model says instead of a number", () => {
  const refusal = (answers: Parameters<typeof marginalRaschModel>[0]) => {
    const model = marginalRaschModel(answers);
    return model.converged ? "estimated" : model.reason;
  };

  it("scores that vary no more than by chance: variance exactly 0, no difficulties", () => {
    const answers = coded("11 00 10 01");
    const model = estimated(answers);
    expect(model).toEqual({
      converged: true,
      difficulties: [null, null],
      difficultyErrors: [null, null],
      intercepts: [0, 0],
      interceptErrors: [1, 1],
      discrimination: 0,
      discriminationError: null,
      variance: 0,
      logLik: expect.closeTo(8 * Math.log(0.5), 12),
      personsUsed: 4,
      dropped: [],
      iterations: 0,
    });
    expect(marginalRaschModelOfCounts([2, 2], [1, 2, 1])).toEqual(model);
    // Item 1 solved by 1 of 4, against the trend: log odds log(1/3), standard error √(4/3).
    const against = estimated(coded("10 01 01 00"));
    expect(against.intercepts[0]).toBeCloseTo(-Math.log(3), 13);
    expect(against.interceptErrors[0]).toBeCloseTo(Math.sqrt(4 / 3), 13);
    expect(against.logLik).toBeCloseTo(Math.log(0.25) + 3 * Math.log(0.75) + 4 * Math.log(0.5), 12);
  });

  it("says why nothing can be estimated", () => {
    expect(refusal([])).toBe("noPersons");
    expect(refusal([[1], [0]])).toBe("tooFewItems");
    expect(refusal(coded("10 10"))).toBe("tooFewItems");
    expect(refusal(coded("111 000"))).toBe("noConvergence");
    expect(marginalRaschModelOfCounts([], [0])).toMatchObject({ converged: false, reason: "noPersons" });
    expect(marginalRaschModelOfCounts([3, 2], [0, 1, 2])).toMatchObject({ reason: "tooFewItems" });
  });

  it("drops items that all solved, all failed or nobody was given", () => {
    const rows = rightWrong.slice(0, 200).map((row) => [1, row[3]!, row[8]!, 0, row[12]!]);
    const model = estimated(rows.map((row) => [...row, null]));
    expect(model.dropped).toEqual([
      { item: 0, reason: "allFull" },
      { item: 3, reason: "allZero" },
      { item: 5, reason: "noAnswers" },
    ]);
    const plain = estimated(rows.map((row) => [row[1]!, row[2]!, row[4]!]));
    expect(model.intercepts).toEqual([
      null,
      plain.intercepts[0],
      plain.intercepts[1],
      null,
      plain.intercepts[2],
      null,
    ]);
    expect(model.logLik).toBe(plain.logLik);
    const { correct, scores } = counts(rows);
    expect(marginalRaschModelOfCounts(correct, scores)).toMatchObject({
      difficulties: model.difficulties.slice(0, 5),
      dropped: model.dropped.slice(0, 2),
      personsUsed: 200,
    });
  });

  it("leaves out persons without answers", () => {
    const rows = rightWrong.slice(0, 50).map((row) => row.slice(5, 9));
    expect(estimated([...rows, [null, null, null, null]])).toEqual(estimated(rows));
  });

  it("misuse is a RangeError", () => {
    expect(() => marginalRaschModel([[1, 2]])).toThrow(RangeError);
    expect(() => marginalRaschModelOfCounts([1, 1], [0, 1, 0])).toThrow("No answers");
  });
});

describe("invariants of the marginal Rasch model", () => {
  it("turns over with the answers, and twice the persons know √2 more", () => {
    fc.assert(
      fc.property(invented([1, 1, 1], { min: 20, max: 60 }), (rows) => {
        const model = marginalRaschModel(rows);
        const mirror = marginalRaschModel(rows.map((row) => row.map((value) => 1 - value)));
        const twice = marginalRaschModel([...rows, ...rows]);
        expect(mirror.converged).toBe(model.converged);
        expect(twice.converged).toBe(model.converged);
        if (!model.converged || !mirror.converged || !twice.converged) return;
        expect(mirror.logLik).toBeCloseTo(model.logLik, 7);
        expect(twice.logLik).toBeCloseTo(2 * model.logLik, 7);
        expect(mirror.variance).toBeCloseTo(model.variance, 4);
        model.intercepts.forEach((d, i) => {
          expect(mirror.intercepts[i] === null).toBe(d === null);
          if (d === null) return;
          expect(mirror.intercepts[i]).toBeCloseTo(-d, 4);
          expect(twice.interceptErrors[i]! * Math.SQRT2).toBeCloseTo(model.interceptErrors[i]!, 4);
        });
      }),
      { numRuns: 50 },
    );
  });
});
