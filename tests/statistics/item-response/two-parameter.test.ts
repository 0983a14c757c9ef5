import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { marginalPart } from "#lib/statistics/item-response/marginal-part.ts";
import { normalQuadrature } from "#lib/statistics/item-response/normal-quadrature.ts";
import { responseTable } from "#lib/statistics/item-response/responses.ts";
import { type TwoParameterModel, twoParameterModel } from "#lib/statistics/item-response/two-parameter.ts";
import { twoParameterLikelihood } from "#lib/statistics/item-response/two-parameter-likelihood.ts";
import { expectEntry, hasPublicData, publicExpected, publicNotice } from "#tests/support/expected.ts";
import { booklets, coded, invented, lsat, rightWrong } from "./answers.ts";

function estimated(answers: Parameters<typeof twoParameterModel>[0]): TwoParameterModel {
  const model = twoParameterModel(answers);
  if (!model.converged) throw new Error(`Not estimable: ${model.reason}`);
  return model;
}

function close(got: readonly (number | undefined)[], wanted: readonly number[], digits: number) {
  wanted.forEach((value, i) => {
    expect(got[i]).toBeCloseTo(value, digits);
  });
}

// Expected numbers: base R, optim and Newton on the marginal likelihood with 121 Gauss–Hermite nodes (Golub–Welsch),
// standard errors from numerical differences of the analytic gradient.
describe("the two-parameter model by marginal maximum likelihood", () => {
  it.skipIf(!hasPublicData)(`has the published estimates of the LSAT${publicNotice}`, () => {
    const { items, logLik, negative } = estimated(lsat());
    const [entry] = publicExpected("lsat.2pl.mml");
    expectEntry(
      { a: items.map((item) => item!.discrimination), b: items.map((item) => item!.difficulty), logLik },
      entry!,
    );
    close(
      items.map((item) => item!.discriminationError),
      [0.258114934646, 0.186679670526, 0.232763840182, 0.185142934946, 0.209909179517],
      6,
    );
    close(
      items.map((item) => item!.difficultyError),
      [0.866472103457, 0.3074906725, 0.099622830996, 0.434317348351, 0.871221922176],
      6,
    );
    expect(negative).toEqual([]);
  });

  it("has the optimum of R on 1,000 × 20 answers", () => {
    const { items, logLik, personsUsed } = estimated(rightWrong);
    expect(personsUsed).toBe(1000);
    expect(logLik).toBeCloseTo(-10583.121367646552, 6);
    close(
      items.map((item) => item!.discrimination),
      [
        1.157268272552, 1.287880571922, 1.045105334014, 1.159787219434, 1.373355157658, 0.503855427067,
        1.13231856812, 1.05933949133, 1.079812982766, 1.227374885564, 1.407226453281, 0.867408899279,
        0.896972807204, 1.046503092079, 1.147472932576, 1.178948208723, 2.613002890071, 1.352591026015,
        1.005236888837, 1.094572434205,
      ],
      5,
    );
    close(
      items.map((item) => item!.difficulty),
      [
        -2.356344750241, -1.707230661414, -1.700823020651, -1.157903937498, -0.918869740794, -0.80045931895,
        -0.801294870908, -0.594509061301, -0.509677025513, -0.226795977802, -0.11922079916, -0.622763752172,
        0.272692812063, 0.494377537878, 0.543888012657, 0.765012990656, 1.000553083638, 1.125548865958,
        1.652474083148, 2.05258130685,
      ],
      5,
    );
    close(
      [0, 5, 16].map((i) => items[i]!.discriminationError),
      [0.157962061001, 0.079245071032, 0.282743498013],
      5,
    );
    close(
      [0, 5, 16].map((i) => items[i]!.difficultyError),
      [0.245231437287, 0.175950674675, 0.064321637723],
      5,
    );
    close(
      [0, 5, 16].map((i) => items[i]!.interceptError),
      [0.16775165015, 0.06847270804, 0.239139053702],
      5,
    );
  });

  it("takes booklets", () => {
    const { items, logLik } = estimated(booklets);
    expect(logLik).toBeCloseTo(-6596.327272248698, 6);
    close(
      [0, 1, 8, 19].map((i) => items[i]!.discrimination),
      [0.994789695692, 1.459839469157, 1.135155253757, 1.363168187321],
      6,
    );
    close(
      [0, 1, 8, 19].map((i) => items[i]!.difficultyError),
      [0.487365086951, 0.181234575441, 0.079343378702, 0.247843295346],
      6,
    );
  });

  it("allows negative discrimination and names the item", () => {
    const turned = rightWrong
      .slice(0, 500)
      .map((row) => row.slice(0, 6).map((value, i) => (i === 2 ? 1 - value : value)));
    const { items, negative, logLik } = estimated(turned);
    expect(negative).toEqual([2]);
    expect(logLik).toBeCloseTo(-1463.599554878976, 8);
    close(
      items.map((item) => item!.discrimination),
      [0.664074140303, 2.432361706486, -0.703470057949, 0.76874233976, 1.503108532229, 0.711898314559],
      7,
    );
    close(
      items.map((item) => item!.difficulty),
      [-3.746068224285, -1.239688121838, -2.38707461914, -1.666612580575, -0.854887492731, -0.505562374425],
      7,
    );
    close(
      items.map((item) => item!.difficultyError),
      [1.182540802415, 0.148407002663, 0.575121037231, 0.355727447062, 0.13277313316, 0.171343670407],
      6,
    );
    close(
      items.map((item) => item!.intercept),
      [2.487667035559, 3.015369915544, -1.679235520656],
      7,
    );
  });

  it("takes ability in the direction that most items agree on", () => {
    const mostly = rightWrong
      .slice(0, 500)
      .map((row) => row.slice(0, 6).map((value, i) => (i === 1 ? value : 1 - value)));
    const plain = estimated(rightWrong.slice(0, 500).map((row) => row.slice(0, 6)));
    const { items, negative } = estimated(mostly);
    expect(negative).toEqual([1]);
    items.forEach((item, i) => {
      const sign = i === 1 ? -1 : 1;
      expect(item!.discrimination).toBeCloseTo(sign * plain.items[i]!.discrimination, 6);
      expect(item!.difficulty).toBeCloseTo(-plain.items[i]!.difficulty, 6);
      expect(item!.difficultyError).toBeCloseTo(plain.items[i]!.difficultyError, 5);
    });
  });
});

describe("what the two-parameter model says instead of a number", () => {
  it("says why nothing can be estimated", () => {
    expect(twoParameterModel([])).toEqual({ converged: false, reason: "noPersons", parts: [], dropped: [] });
    expect(twoParameterModel(coded("10 01"))).toMatchObject({ converged: false, reason: "tooFewItems" });
    expect(
      twoParameterModel([
        [1, 0, 1],
        [1, 0, 1],
      ]),
    ).toMatchObject({
      reason: "tooFewItems",
      dropped: [
        { item: 0, reason: "allFull" },
        { item: 1, reason: "allZero" },
        { item: 2, reason: "allFull" },
      ],
    });
    expect(twoParameterModel([[null, null, null]])).toMatchObject({ reason: "tooFewItems" });
  });

  it("says that a discrimination grows without end", () => {
    // Two items always answered alike separate persons perfectly.
    const twins = rightWrong.slice(0, 300).map((row) => [row[3]!, row[3]!, row[8]!, row[9]!]);
    expect(twoParameterModel(twins)).toMatchObject({ converged: false, reason: "noConvergence" });
    expect(twoParameterModel(rightWrong.slice(0, 12).map((row) => row.slice(0, 6)))).toMatchObject({
      converged: false,
    });
    expect(twoParameterModel(coded("100 011 110"))).toMatchObject({ converged: false });
  });

  it("drops items without variance and persons without answers", () => {
    const rows = rightWrong.slice(0, 400).map((row) => row.slice(7, 12));
    const model = estimated([...rows.map((row) => [1, ...row, 0]), Array(7).fill(null)]);
    const plain = estimated(rows);
    expect(model.items).toEqual([null, ...plain.items, null]);
    expect(model.logLik).toBe(plain.logLik);
    expect(model.personsUsed).toBe(400);
    expect(model.dropped).toEqual([
      { item: 0, reason: "allFull" },
      { item: 6, reason: "allZero" },
    ]);
  });

  it("misuse is a RangeError", () => {
    expect(() => twoParameterModel([[1, 0, 2]])).toThrow(RangeError);
    expect(() => twoParameterModel(coded("101 10"))).toThrow(RangeError);
  });
});

describe("the marginal likelihood of the two-parameter model", () => {
  const quadrature = normalQuadrature();
  const parameters = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 6, maxLength: 6 });

  it("sums to 1 over all answers, with its derivatives as differences of it show", () => {
    fc.assert(
      fc.property(parameters, invented([1, 1, 1], { min: 10, max: 30 }), (at, rows) => {
        const every = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) => [bits & 1, (bits >> 1) & 1, bits >> 2]);
        const b = Float64Array.from(at);
        const total = every.reduce((sum, answers) => {
          const group = {
            items: [0, 1, 2],
            patterns: [{ answers: Uint8Array.from(answers), score: 0, persons: 1 }],
          };
          return (
            sum + Math.exp(twoParameterLikelihood({ groups: [group], kept: [0, 1, 2] }, quadrature, b).logLik)
          );
        }, 0);
        expect(total).toBeCloseTo(1, 12);
        const holes = rows.map((row, person) => row.map((value, i) => (person % 4 === i ? null : value)));
        const part = marginalPart(responseTable(holes, [1, 1, 1]));
        fc.pre(part.kept.length === 3);
        const { gradient, information } = twoParameterLikelihood(part, quadrature, b);
        const h = 1e-5;
        b.forEach((_, p) => {
          const [up, down] = [1, -1].map((sign) =>
            twoParameterLikelihood(
              part,
              quadrature,
              b.map((value, q) => (q === p ? value + sign * h : value)),
            ),
          );
          expect(gradient[p]).toBeCloseTo((up!.logLik - down!.logLik) / (2 * h), 5);
          b.forEach((_, q) => {
            expect(information.data[p * 6 + q]).toBeCloseTo(
              -(up!.gradient[q]! - down!.gradient[q]!) / (2 * h),
              5,
            );
          });
        });
      }),
      { numRuns: 30 },
    );
  });
});
