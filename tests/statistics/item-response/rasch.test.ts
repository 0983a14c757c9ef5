import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type RaschModel, raschModel, raschModelOfCounts } from "#lib/statistics/item-response/rasch.ts";
import {
  expectEntry,
  expected,
  hasPublicData,
  publicExpected,
  publicNotice,
} from "#tests/support/expected.ts";
import { booklets, coded, counts, invented, lsat, rightWrong } from "./answers.ts";

function estimated(answers: Parameters<typeof raschModel>[0]): RaschModel {
  const model = raschModel(answers);
  if (!model.converged) throw new Error(`Not estimable: ${model.reason}`);
  return model;
}

describe("the Rasch model by conditional maximum likelihood", () => {
  it("has the exact optimum on 1,000 × 20 answers", () => {
    const model = estimated(rightWrong);
    expectEntry(model.difficulties, expected("rasch.cml.difficulty"));
    expectEntry(model.standardErrors, expected("rasch.cml.se"));
    expectEntry(model.logLik, expected("rasch.cml.logLik"));
    expect(model.personsUsed).toBe(995);
    expect(model.dropped).toEqual([]);
    expect(model.iterations).toBeLessThan(10);
  });

  it.skipIf(!hasPublicData)(`has the published estimates of the LSAT${publicNotice}`, () => {
    const model = estimated(lsat());
    const [easiness] = publicExpected("lsat.rasch.cml.easiness");
    const [se] = publicExpected("lsat.rasch.cml.se");
    const [logLik] = publicExpected("lsat.rasch.cml.logLik");
    expectEntry(
      model.difficulties.map((difficulty) => -difficulty!),
      easiness!,
    );
    expectEntry(model.standardErrors, se!);
    expectEntry(model.logLik, logLik!);
  });

  it("needs no more than solved items and scores: counts give the same as the answers", () => {
    const model = estimated(rightWrong);
    const { correct, scores } = counts(rightWrong);
    const short = raschModelOfCounts(correct, scores) as RaschModel;
    expect(short.difficulties).toEqual(model.difficulties);
    expect(short.standardErrors).toEqual(model.standardErrors);
    expect(short.logLik).toBe(model.logLik);
    expect(short.personsUsed).toBe(995);
  });

  // R: cml() of the reference script on cbind(IT[1:333, ], IT[334:666, ], IT[667:999, ]); gradient there 1.1e-13.
  it("stays exact with 60 items", () => {
    const sixty = Array.from({ length: 333 }, (_, p) => [
      ...rightWrong[p]!,
      ...rightWrong[p + 333]!,
      ...rightWrong[p + 666]!,
    ]);
    const { difficulties, standardErrors, logLik } = estimated(sixty);
    expect(logLik).toBeCloseTo(-10269.1207056394, 8);
    [-2.5306370144974601, -1.5680405213754385, -1.2968107850357493].forEach((value, i) => {
      expect(difficulties[i]).toBeCloseTo(value, 11);
    });
    expect(difficulties[59]).toBeCloseTo(2.3253298029483407, 11);
    expect(standardErrors[0]).toBeCloseTo(0.211295217856269, 11);
    expect(standardErrors[59]).toBeCloseTo(0.174874474469992, 11);
  });

  // R: Newton on the sum of the two booklets' conditional log-likelihoods, numerical Hessian of the analytic gradient.
  it("puts booklets with common items on one scale", () => {
    const { difficulties, standardErrors, logLik } = estimated(booklets);
    expect(logLik).toBeCloseTo(-4302.20813379488, 8);
    const wanted = [-2.634268183812563, -1.9124841410853517, -1.7467997463357847, -1.289335437848782];
    wanted.forEach((value, i) => {
      expect(difficulties[i]).toBeCloseTo(value, 9);
    });
    expect(difficulties[8]).toBeCloseTo(-0.4455019209606655, 9);
    expect(difficulties[19]).toBeCloseTo(2.634873900765899, 9);
    expect(standardErrors[0]).toBeCloseTo(0.1639555124993, 8);
    expect(standardErrors[8]).toBeCloseTo(0.0735289272905, 8);
    expect(standardErrors[19]).toBeCloseTo(0.1536819134415, 8);
  });

  it("repeats the hand computation for two items: half the log odds of the answers that differ", () => {
    const model = estimated([
      [1, 0],
      [1, 0],
      [1, 0],
      [0, 1],
      [1, 1],
      [0, 0],
    ]);
    // 3 against 1: log(3)/2 = 0.549306…, standard error √(1/3 + 1/1)/2 = 0.577350…, log-likelihood 3·log(3/4) + log(1/4).
    expect(model.difficulties[0]).toBeCloseTo(-Math.log(3) / 2, 14);
    expect(model.difficulties[1]).toBeCloseTo(Math.log(3) / 2, 14);
    expect(model.standardErrors[0]).toBeCloseTo(Math.sqrt(4 / 3) / 2, 12);
    expect(model.logLik).toBeCloseTo(3 * Math.log(0.75) + Math.log(0.25), 13);
    expect(model.personsUsed).toBe(4);
    const short = raschModelOfCounts([3, 1], [0, 4, 0]) as RaschModel;
    expect(short.difficulties[0]).toBeCloseTo(-0.549306144334055, 14);
  });
});

describe("what the Rasch model says instead of a number", () => {
  const reason = (answers: Parameters<typeof raschModel>[0]) => {
    const model = raschModel(answers);
    return model.converged ? "estimated" : model.reason;
  };

  it("nobody and nobody informative: noPersons", () => {
    expect(raschModel([])).toEqual({ converged: false, reason: "noPersons", parts: [], dropped: [] });
    expect(reason(coded("111 000 111"))).toBe("noPersons");
    expect(reason(coded("1-- 0-- -1- -0- --1 --0"))).toBe("noPersons");
  });

  it("one item, persons all alike, one person: tooFewItems", () => {
    expect(reason([[1], [0]])).toBe("tooFewItems");
    expect(
      raschModel([
        [1, 0, 1],
        [1, 0, 1],
      ]),
    ).toEqual({
      converged: false,
      reason: "tooFewItems",
      parts: [],
      dropped: [
        { item: 0, reason: "allFull" },
        { item: 1, reason: "allZero" },
        { item: 2, reason: "allFull" },
      ],
    });
    expect(reason([[0, 1]])).toBe("tooFewItems");
    expect(raschModel([[null, null]])).toMatchObject({
      reason: "tooFewItems",
      dropped: [{ reason: "noAnswers" }, { reason: "noAnswers" }],
    });
  });

  it("two persons who differ are enough", () => {
    const model = estimated(coded("10 01"));
    expect(model.difficulties).toEqual([0, 0]);
    // Two answers, log odds with variance 1 + 1, half of it.
    expect(model.standardErrors[0]).toBeCloseTo(Math.SQRT1_2, 12);
  });

  it("items that all or none of the informative persons solved are dropped with the reason", () => {
    // Item 3 is failed only by the person who fails all, item 4 solved only by the one who solves all.
    const model = estimated([
      [1, 0, 1, 0],
      [1, 0, 1, 0],
      [0, 1, 1, 0],
      [0, 0, 0, 0],
      [1, 1, 1, 1],
    ]);
    expect(model.dropped).toEqual([
      { item: 2, reason: "allFull" },
      { item: 3, reason: "allZero" },
    ]);
    expect(model.difficulties).toEqual([
      expect.closeTo(-Math.log(2) / 2, 12),
      expect.closeTo(Math.log(2) / 2, 12),
      null,
      null,
    ]);
    expect(model.standardErrors.slice(2)).toEqual([null, null]);
    expect(model.personsUsed).toBe(3);
    expect(raschModelOfCounts([3, 2, 4, 1], [1, 0, 3, 0, 1])).toEqual(model);
  });

  it("parts that everybody solves one before the other: illConditioned, with the parts", () => {
    const ordered = coded("1000 0100 1110 1101");
    const refusal = {
      converged: false,
      reason: "illConditioned",
      parts: [
        [0, 1],
        [2, 3],
      ],
      dropped: [],
    };
    expect(raschModel(ordered)).toEqual(refusal);
    expect(raschModelOfCounts([3, 3, 1, 1], [0, 2, 0, 2, 0])).toEqual(refusal);
  });

  it("a perfect Guttman scale: illConditioned, every item by itself", () => {
    const guttman = coded("100 110 000 111");
    expect(raschModel(guttman)).toMatchObject({ reason: "illConditioned", parts: [[0], [1], [2]] });
    expect(raschModelOfCounts([3, 2, 1], [1, 1, 1, 1])).toEqual(raschModel(guttman));
  });

  it("booklets without a common item: disconnected, with the parts", () => {
    const apart = coded("10-- 01-- --10 --01");
    expect(raschModel(apart)).toEqual({
      converged: false,
      reason: "disconnected",
      parts: [
        [0, 1],
        [2, 3],
      ],
      dropped: [],
    });
  });

  it("an item that only uninformative persons were given is dropped as unanswered", () => {
    const model = estimated(coded("10- 01- 10- 111 -00"));
    expect(model.dropped).toEqual([{ item: 2, reason: "noAnswers" }]);
    expect(model.difficulties[0]).toBeCloseTo(-Math.log(2) / 2, 12);
  });

  it("misuse is a RangeError", () => {
    for (const cell of [2, -1, 0.5, Number.NaN, undefined as unknown as number])
      expect(() =>
        raschModel([
          [1, 0],
          [0, cell],
        ]),
      ).toThrow(RangeError);
    expect(() => raschModel([[1, 0], [0]])).toThrow(RangeError);
  });

  it("counts that no answers can have are a RangeError", () => {
    expect(() => raschModelOfCounts([1, 1], [0, 1])).toThrow("items have scores 0 to 2");
    expect(() => raschModelOfCounts([1, 1], [0, 1, 0])).toThrow("No answers");
    expect(() => raschModelOfCounts([3, 0], [0, 1, 1])).toThrow("No answers");
    expect(() => raschModelOfCounts([1.5, 0.5], [0, 2, 0])).toThrow("whole numbers");
    expect(() => raschModelOfCounts([2, -1], [0, 1, 0])).toThrow("whole numbers");
    expect(() => raschModelOfCounts([1, 0], [Number.NaN, 1, 0])).toThrow("whole numbers");
    expect(raschModelOfCounts([], [0])).toMatchObject({ reason: "noPersons" });
    expect(raschModelOfCounts([], [3])).toMatchObject({ reason: "tooFewItems" });
    expect(raschModelOfCounts([1, 1], [1, 0, 1])).toMatchObject({ reason: "noPersons", dropped: [] });
  });
});

describe("invariants of the Rasch model", () => {
  const answers = invented([1, 1, 1, 1, 1], { min: 0, max: 12 });

  it("answers and their counts give the same answer, estimate or refusal", () => {
    fc.assert(
      fc.property(answers, (rows) => {
        fc.pre(rows.length > 0);
        const model = raschModel(rows);
        const { correct, scores } = counts(rows);
        const short = raschModelOfCounts(correct, scores);
        expect(short.converged).toBe(model.converged);
        expect(short.dropped).toEqual(model.dropped);
        if (!model.converged || !short.converged) {
          if (model.converged || short.converged) return;
          expect(short.reason).toBe(model.reason);
          const sorted = (parts: readonly (readonly number[])[]) => parts.map(String).sort();
          // Counts cannot tell two equally easy items apart that nobody ever solved one without the other.
          if (model.reason === "illConditioned" && new Set(correct).size === correct.length)
            expect(sorted(short.parts)).toEqual(sorted(model.parts));
          return;
        }
        expect(short).toEqual(model);
      }),
    );
  });

  it("sums to 0, expects as many solutions as were seen, and turns over with the answers", () => {
    fc.assert(
      fc.property(answers, (rows) => {
        const model = raschModel(rows);
        fc.pre(model.converged);
        if (!model.converged) return;
        const sum = model.difficulties.reduce<number>((total, value) => total + (value ?? 0), 0);
        expect(sum).toBeCloseTo(0, 10);
        const mirror = raschModel(rows.map((row) => row.map((value) => 1 - value)));
        if (!mirror.converged) throw new Error("the mirror image has an estimate as well");
        mirror.difficulties.forEach((value, item) => {
          if (value === null) expect(model.difficulties[item]).toBeNull();
          else expect(value).toBeCloseTo(-model.difficulties[item]!, 7);
        });
        expect(mirror.logLik).toBeCloseTo(model.logLik, 8);
        const twice = estimated([...rows, ...rows]);
        twice.difficulties.forEach((value, item) => {
          if (value === null) return;
          expect(value).toBeCloseTo(model.difficulties[item]!, 7);
          expect(twice.standardErrors[item]! * Math.SQRT2).toBeCloseTo(model.standardErrors[item]!, 6);
        });
      }),
    );
  });
});
