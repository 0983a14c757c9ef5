import { describe, expect, it } from "vitest";
import { raschCategories } from "#lib/statistics/item-response/item-categories.ts";
import { partialCreditModel } from "#lib/statistics/item-response/partial-credit.ts";
import { personMeasures } from "#lib/statistics/item-response/person-measures.ts";
import { personSeparation } from "#lib/statistics/item-response/person-separation.ts";
import { raschModel } from "#lib/statistics/item-response/rasch.ts";
import { partialCredit, rightWrong, scoreCounts } from "./answers.ts";

describe("person separation reliability", () => {
  // R: 1 - mean(se^2) / var(theta) with abilityML, abilityWLE, abilitySE of the reference script (eRm::SepRel: 0.79106, 0.80821).
  it("is that of R for the Rasch model, by ML and by WLE", () => {
    const model = raschModel(rightWrong);
    if (!model.converged) throw new Error(model.reason);
    const measures = personMeasures(raschCategories(model.difficulties));
    const scores = scoreCounts(rightWrong, 20);
    expect(personSeparation(measures, scores)).toEqual({
      reliability: expect.closeTo(0.791064825356, 10),
      variance: expect.closeTo(1.621635747323, 10),
      meanSquareError: expect.closeTo(0.338816748076, 10),
      persons: 995,
    });
    expect(personSeparation(measures, scores, "wle")).toEqual({
      reliability: expect.closeTo(0.782424180206, 10),
      variance: expect.closeTo(1.559778368556, 10),
      meanSquareError: expect.closeTo(0.339370057235, 10),
      persons: 1000,
    });
  });

  it("is that of R for partial credit", () => {
    const model = partialCreditModel(partialCredit);
    if (!model.converged) throw new Error(model.reason);
    const measures = personMeasures(model.categories);
    const scores = scoreCounts(partialCredit, 24);
    expect(personSeparation(measures, scores)!.reliability).toBeCloseTo(0.80820765098, 10);
    expect(personSeparation(measures, scores, "wle")!.reliability).toBeCloseTo(0.802052876743, 10);
  });

  it("falls below 0 when errors exceed the spread", () => {
    // Three items of difficulty 0, two persons with 1 and two with 2 solved: measures ∓log 2, variance 4/3·log²2, error 3/2.
    const result = personSeparation(personMeasures(raschCategories([0, 0, 0])), [0, 2, 2, 0]);
    expect(result!.variance).toBeCloseTo((4 / 3) * Math.log(2) ** 2, 13);
    expect(result!.meanSquareError).toBeCloseTo(1.5, 13);
    expect(result!.reliability).toBeCloseTo(1 - 1.125 / Math.log(2) ** 2, 12);
  });

  it("is null where there is nothing to tell apart", () => {
    const measures = personMeasures(raschCategories([0, 0, 0]));
    expect(personSeparation(measures, [0, 0, 0, 0])).toBeNull();
    expect(personSeparation(measures, [0, 1, 0, 0])).toBeNull();
    expect(personSeparation(measures, [0, 7, 0, 0])).toBeNull();
    expect(personSeparation(measures, [5, 0, 0, 5])).toBeNull();
    expect(personSeparation(measures, [5, 0, 0, 5], "wle")!.persons).toBe(10);
    expect(personSeparation(measures, [0, 1, 1, 0])!.persons).toBe(2);
  });

  it("misuse is a RangeError", () => {
    const measures = personMeasures(raschCategories([0, 0]));
    expect(() => personSeparation(measures, [1, 2])).toThrow("3 scores have measures, 2 have counts");
    for (const n of [-1, 0.5, Number.NaN])
      expect(() => personSeparation(measures, [n, 1, 1])).toThrow("Not a number of persons");
  });
});
