import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PartialCreditModel, partialCreditModel } from "#lib/statistics/item-response/partial-credit.ts";
import { raschModel } from "#lib/statistics/item-response/rasch.ts";
import { expectEntry, expected } from "#tests/support/expected.ts";
import { booklets, coded, invented, partialCredit, rightWrong } from "./answers.ts";

function estimated(...of: Parameters<typeof partialCreditModel>): PartialCreditModel {
  const model = partialCreditModel(...of);
  if (!model.converged) throw new Error(`Not estimable: ${model.reason}`);
  return model;
}

const byItem = <T>(list: readonly T[]) =>
  Object.fromEntries(list.map((one, item) => [String(item + 1), one]));

describe("the partial-credit model by conditional maximum likelihood", () => {
  const model = estimated(partialCredit);

  it("has the exact optimum on 800 × 12 answers with one to three points", () => {
    expectEntry(byItem(model.items.map((item) => item!.cumulative)), expected("pcm.cml.beta"));
    expectEntry(byItem(model.items.map((item) => item!.cumulativeErrors)), expected("pcm.cml.se"));
    expectEntry(model.logLik, expected("pcm.cml.logLik"));
    expect(model.personsUsed).toBe(790);
    expect(model.dropped).toEqual([]);
  });

  it("gives the thresholds on both scales in use", () => {
    expectEntry(byItem(model.items.map((item) => item!.thresholds)), expected("pcm.thresholds.erm"));
    expectEntry(
      byItem(model.items.map((item) => item!.centredThresholds)),
      expected("pcm.thresholds.centred"),
    );
    const { thresholds, centredThresholds } = model.items[7]!;
    thresholds.forEach((threshold, h) => {
      expect(threshold! - model.centre).toBeCloseTo(centredThresholds[h]!, 12);
    });
  });

  // R: sqrt(diag(T V T')) with V the covariance of the cumulative parameters, T the differences; centred: less their mean.
  it("gives standard errors for both", () => {
    const plain = model.items.flatMap((item) => item!.thresholdErrors).slice(0, 9);
    const centred = model.items.flatMap((item) => item!.centredThresholdErrors).slice(0, 9);
    [
      0.087055049856, 0.079201593387, 0.080137909901, 0.121025092511, 0.086326710461, 0.093744202576,
      0.09133002778, 0.084393831703, 0.104694439991,
    ].forEach((value, i) => {
      expect(plain[i]).toBeCloseTo(value, 10);
    });
    [
      0.085644893109, 0.077549601896, 0.078023785697, 0.123184969002, 0.084068719665, 0.095370835846,
      0.088522658382, 0.085622539223, 0.101461311046,
    ].forEach((value, i) => {
      expect(centred[i]).toBeCloseTo(value, 10);
    });
  });

  it("is the Rasch model when all maxima are 1, also with booklets", () => {
    for (const answers of [rightWrong, booklets]) {
      const rasch = raschModel(answers);
      const partial = estimated(answers);
      if (!rasch.converged) throw new Error(rasch.reason);
      expect(partial.items.map((item) => item!.thresholds)).toEqual(
        rasch.difficulties.map((value) => [value]),
      );
      expect(partial.items.map((item) => item!.thresholdErrors)).toEqual(
        rasch.standardErrors.map((value) => [value]),
      );
      expect(partial.logLik).toBe(rasch.logLik);
      expect(partial.centre).toBeCloseTo(0, 12);
    }
  });

  it("repeats the example of its docstring", () => {
    const { items, categories } = estimated(coded("10 10 10 01"));
    expect(items[0]!.thresholds).toEqual([expect.closeTo(-Math.log(3) / 2, 14)]);
    expect(categories[0]).toEqual([0, expect.closeTo(Math.log(3) / 2, 14)]);
  });
});

describe("points that nobody got", () => {
  // Item 2 never gave 1 point, item 3 never 0 points.
  const answers = coded("002 101 202 021 122 203 121 023 221 103 003 222 102 021 123 201");

  // R: the conditional likelihood by enumeration of all answers to three items, maximised over the five parameters that exist.
  it("have no parameter, and the others are those of the model without them", () => {
    const { items, categories, logLik, personsUsed } = estimated(answers);
    const [first, second, third] = items;
    const close = (value: number) => expect.closeTo(value, 9);
    expect(first!.cumulative).toEqual([close(0.114376531453), close(0.09036541625)]);
    expect(first!.cumulativeErrors).toEqual([expect.closeTo(0.53245187, 6), expect.closeTo(0.47364584, 6)]);
    expect(first!.thresholds).toEqual([close(-0.114376531453), close(0.024011115203)]);
    expect(second!.cumulative).toEqual([null, close(0.107596414817)]);
    expect(second!.cumulativeErrors).toEqual([null, expect.closeTo(0.50968344, 6)]);
    expect(second!.thresholds).toEqual([null, null]);
    expect(second!.centredThresholdErrors).toEqual([null, null]);
    expect(third!.cumulative).toEqual([null, null, null]);
    expect(third!.cumulativeErrors).toEqual([null, null, null]);
    expect(third!.thresholds).toEqual([null, close(0.248898970665), close(-0.185459578809)]);
    expect(third!.centredThresholds[0]).toBeNull();
    expect(categories[1]).toEqual([0, null, close(0.107596414817)]);
    expect(categories[2]).toEqual([null, 0, close(-0.248898970665), close(-0.063439391856)]);
    expect(logLik).toBeCloseTo(-19.2869258041343, 10);
    expect(personsUsed).toBe(16);
  });

  it("are kept in sight when the maximum is told", () => {
    const { items, categories } = estimated(answers, [2, 3, 4]);
    expect(items[1]!.thresholds).toEqual([null, null, null]);
    expect(items[2]!.thresholds).toHaveLength(4);
    expect(items[2]!.thresholds[3]).toBeNull();
    expect(categories[2]).toHaveLength(5);
    expect(categories[2]![4]).toBeNull();
  });

  it("are those of persons with everything solved as well", () => {
    // Only the first person, who has all points, got 2 on the first item.
    const { items, personsUsed } = estimated(coded("21 10 10 01"));
    expect(personsUsed).toBe(3);
    expect(items[0]!.cumulative).toEqual([expect.closeTo(Math.log(2) / 2, 12), null]);
    expect(items[0]!.thresholds).toEqual([expect.closeTo(-Math.log(2) / 2, 12), null]);
  });
});

describe("what the partial-credit model says instead of a number", () => {
  const refusal = (...of: Parameters<typeof partialCreditModel>) => {
    const model = partialCreditModel(...of);
    return model.converged ? "estimated" : model.reason;
  };

  it("says why nothing can be estimated", () => {
    expect(refusal([])).toBe("noPersons");
    expect(refusal([], [2, 2])).toBe("noPersons");
    expect(refusal(coded("22 00"))).toBe("noPersons");
    expect(refusal(coded("2 0"))).toBe("tooFewItems");
    expect(refusal(coded("21 21"))).toBe("tooFewItems");
    expect(refusal(coded("100 110 220 221"))).toBe("illConditioned");
    expect(refusal(coded("20-- 01-- --10 --02"))).toBe("disconnected");
  });

  it("notices a maximum at infinity that no order of items shows", () => {
    // Score 2 is always reached by 1 + 1, never by 2 + 0, although both items give 2 points at other scores.
    const runaway = coded("11 11 21 12 01 10 21 01");
    expect(partialCreditModel(runaway)).toEqual({
      converged: false,
      reason: "illConditioned",
      parts: [],
      dropped: [],
    });
  });

  it("names dropped items: constant, never solved, always solved in full, never given", () => {
    const rows = coded("10102- 01102- 10102-");
    const model = estimated(rows, [1, 1, 2, 1, 2, 1]);
    expect(model.dropped).toEqual([
      { item: 2, reason: "constant" },
      { item: 3, reason: "allZero" },
      { item: 4, reason: "allFull" },
      { item: 5, reason: "noAnswers" },
    ]);
    expect(model.items.slice(2)).toEqual([null, null, null, null]);
    expect(model.categories.slice(2)).toEqual([null, null, null, null]);
  });

  it("misuse is a RangeError", () => {
    expect(() => partialCreditModel([[1, 3]], [1, 2])).toThrow(
      "Not points from 0 to 2: 3 (person 1, item 2)",
    );
    expect(() => partialCreditModel([[1, 1.5]])).toThrow(RangeError);
    expect(() => partialCreditModel([[1, Number.NaN]])).toThrow(RangeError);
    expect(() => partialCreditModel([[1, -1]])).toThrow(RangeError);
    expect(() => partialCreditModel([[1, 1001]])).toThrow(RangeError);
    expect(() => partialCreditModel([[1, 1], [1]])).toThrow("Person 2 has 1 answers");
    expect(() => partialCreditModel([[1, 1]], [1])).toThrow("2 items have 1 maxima");
    expect(() => partialCreditModel([[1, 1]], [1, 1.5])).toThrow("maximum of item 2");
    expect(() => partialCreditModel([[1, 1]], [-1, 1])).toThrow("maximum of item 1");
    expect(() => partialCreditModel([[1, 1]], [1, 1001])).toThrow("maximum of item 2");
  });
});

describe("invariants of the partial-credit model", () => {
  it("does not depend on the order of persons or items, and centred thresholds average 0", () => {
    fc.assert(
      fc.property(invented([2, 1, 3, 2], { min: 8, max: 40 }), (rows) => {
        const model = partialCreditModel(rows, [2, 1, 3, 2]);
        const turned = partialCreditModel(
          [...rows].reverse().map((row) => [...row].reverse()),
          [2, 3, 1, 2],
        );
        expect(turned.converged).toBe(model.converged);
        if (!model.converged || !turned.converged) return;
        expect(turned.logLik).toBeCloseTo(model.logLik, 8);
        model.items.forEach((item, i) => {
          const other = turned.items[3 - i];
          expect(other === null).toBe(item === null);
          item?.thresholds.forEach((threshold, h) => {
            if (threshold === null) expect(other!.thresholds[h]).toBeNull();
            else expect(other!.thresholds[h]! - threshold).toBeCloseTo(0, 6);
          });
        });
        const centred = model.items
          .flatMap((item) => item?.centredThresholds ?? [])
          .filter((t) => t !== null);
        if (centred.length > 0) expect(centred.reduce((sum, t) => sum + t, 0)).toBeCloseTo(0, 9);
      }),
    );
  });
});
