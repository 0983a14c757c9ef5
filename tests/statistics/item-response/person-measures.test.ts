import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ItemCategories,
  pointMoments,
  possiblePoints,
  raschCategories,
  thresholdCategories,
} from "#lib/statistics/item-response/item-categories.ts";
import { partialCreditModel } from "#lib/statistics/item-response/partial-credit.ts";
import { personMeasures } from "#lib/statistics/item-response/person-measures.ts";
import { raschModel } from "#lib/statistics/item-response/rasch.ts";
import { expectEntry, expected } from "#tests/support/expected.ts";
import { partialCredit, rightWrong } from "./answers.ts";

const logits = (max: number) => fc.double({ min: -max, max, noNaN: true });
const thresholds = fc.array(fc.array(logits(4), { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 8,
});

describe("person measures by score", () => {
  it("are those of R for the Rasch model", () => {
    const model = raschModel(rightWrong);
    if (!model.converged) throw new Error(model.reason);
    const measures = personMeasures(raschCategories(model.difficulties));
    expect(measures.map(({ score }) => score)).toEqual(Array.from({ length: 21 }, (_, score) => score));
    expectEntry(
      measures.map(({ ml }) => ml),
      expected("rasch.ability.ml"),
    );
    expectEntry(
      measures.map(({ mlStandardError }) => mlStandardError),
      expected("rasch.ability.ml.se"),
    );
    expectEntry(
      measures.map(({ wle }) => wle),
      expected("rasch.ability.wle"),
    );
    expectEntry(
      measures.map(({ wleStandardError }) => wleStandardError),
      expected("rasch.ability.wle.se"),
    );
  });

  it("are those of R for partial credit", () => {
    const model = partialCreditModel(partialCredit);
    if (!model.converged) throw new Error(model.reason);
    const measures = personMeasures(model.categories);
    expectEntry(
      measures.map(({ ml }) => ml),
      expected("pcm.ability.ml"),
    );
    expectEntry(
      measures.map(({ wle }) => wle),
      expected("pcm.ability.wle"),
    );
  });

  it("repeat the hand computation for two equal items", () => {
    const [none, half, all] = personMeasures(raschCategories([0, 0]));
    expect(half).toEqual({
      score: 1,
      ml: expect.closeTo(0, 15),
      mlStandardError: expect.closeTo(Math.SQRT2, 14),
      wle: expect.closeTo(0, 15),
      wleStandardError: expect.closeTo(Math.SQRT2, 14),
    });
    // Score 0: −2p + (1 − 2p)/2 = 0 gives p = 1/6, so log(1/5), and 1/√(2 · 5/36).
    expect(none).toEqual({
      score: 0,
      ml: null,
      mlStandardError: null,
      wle: expect.closeTo(-Math.log(5), 13),
      wleStandardError: expect.closeTo(Math.sqrt(3.6), 13),
    });
    expect(all!.wle).toBeCloseTo(Math.log(5), 13);
    expect(all!.ml).toBeNull();
  });

  it("solve their equations, rise with the score, and WLE lies nearer to the middle", () => {
    fc.assert(
      fc.property(thresholds, (list) => {
        const items = thresholdCategories(list);
        const taking = possiblePoints(items).filter((item) => item !== null);
        const measures = personMeasures(items);
        let before = Number.NEGATIVE_INFINITY;
        for (const { score, ml, wle, wleStandardError } of measures) {
          if (ml !== null) {
            const expectedScore = taking.reduce((sum, item) => sum + pointMoments(item, ml).expected, 0);
            expect(expectedScore).toBeCloseTo(score, 9);
          } else expect(score === 0 || score === measures.length - 1).toBe(true);
          const moments = taking.map((item) => pointMoments(item, wle!));
          const of = (key: "expected" | "variance" | "third") =>
            moments.reduce((sum, one) => sum + one[key], 0);
          expect(of("expected") - of("third") / (2 * of("variance"))).toBeCloseTo(score, 7);
          expect(wleStandardError).toBeCloseTo(1 / Math.sqrt(of("variance")), 7);
          expect(wle).toBeGreaterThan(before);
          before = wle!;
        }
      }),
    );
  });

  it("turn over when the items do, and move with them", () => {
    fc.assert(
      fc.property(fc.array(logits(5), { minLength: 1, maxLength: 12 }), logits(3), (difficulties, shift) => {
        const measures = personMeasures(raschCategories(difficulties));
        const mirrored = personMeasures(raschCategories(difficulties.map((value) => -value))).reverse();
        const moved = personMeasures(raschCategories(difficulties.map((value) => value + shift)));
        measures.forEach(({ ml, wle }, score) => {
          // Where items lie far apart the information is nearly 0 between them, and the root has fewer digits than the equation.
          if (ml !== null) expect(mirrored[score]!.ml).toBeCloseTo(-ml, 7);
          expect(mirrored[score]!.wle).toBeCloseTo(-wle!, 7);
          expect(moved[score]!.wle).toBeCloseTo(wle! + shift, 7);
        });
      }),
    );
  });

  it("stay finite for items far apart and very hard", () => {
    const far = personMeasures(raschCategories([-40, 40]));
    expect(far[1]!.ml).toBeCloseTo(0, 9);
    for (const { wle, wleStandardError } of far) {
      expect(Number.isFinite(wle)).toBe(true);
      expect(Number.isFinite(wleStandardError)).toBe(true);
    }
    // One item of difficulty b: score 0 gives p = 1/4, so b − log 3.
    expect(personMeasures(raschCategories([300]))[0]!.wle).toBeCloseTo(300 - Math.log(3), 9);
    expect(personMeasures(raschCategories([-300]))[1]!.wle).toBeCloseTo(-300 + Math.log(3), 9);
  });

  it("leave out dropped items and are null for what cannot occur", () => {
    expect(personMeasures([null, ...raschCategories([0, 0])])).toEqual(
      personMeasures(raschCategories([0, 0])),
    );
    const nothing = { score: 0, ml: null, mlStandardError: null, wle: null, wleStandardError: null };
    expect(personMeasures([])).toEqual([nothing]);
    expect(personMeasures([null])).toEqual([nothing]);
    // Points 0 or 2 on one item: 1 cannot be; points 1 or 2: 0 cannot be, and 1 is the lowest score.
    const gap = personMeasures([[0, null, 0.5]]);
    expect(gap[1]).toEqual({ ...nothing, score: 1 });
    expect(gap[0]!.wle).not.toBeNull();
    const raised = personMeasures([[null, 0, 0.5]]);
    expect(raised.map(({ ml }) => ml)).toEqual([null, null, null]);
    expect(raised.map(({ wle }) => wle === null)).toEqual([true, false, false]);
    // An item with one possible result only tells nobody apart.
    expect(personMeasures([[0]])).toEqual([nothing]);
  });
});

describe("items as persons meet them", () => {
  it("come from difficulties and from thresholds", () => {
    expect(raschCategories([0.5, null, 0])).toEqual([[0, -0.5], null, [0, 0]]);
    expect(thresholdCategories([[-1, 0.5], []])).toEqual([[0, 1, 0.5], [0]]);
    expect(thresholdCategories([[0.3], [-2]])).toEqual(raschCategories([0.3, -2]));
  });

  it("have moments of their points", () => {
    const [item] = possiblePoints([[0, Math.log(2), null, 0]]) as [
      NonNullable<ReturnType<typeof possiblePoints>[0]>,
    ];
    expect(item).toEqual({ points: [0, 1, 3], weights: [0, Math.log(2), 0] });
    // Probabilities 1/4, 1/2, 1/4 of 0, 1, 3: mean 1.25; central moments by hand.
    const moments = pointMoments(item, 0);
    expect(moments.expected).toBeCloseTo(1.25, 14);
    expect(moments.variance).toBeCloseTo(0.25 * 1.25 ** 2 + 0.5 * 0.25 ** 2 + 0.25 * 1.75 ** 2, 14);
    expect(moments.third).toBeCloseTo(-0.25 * 1.25 ** 3 - 0.5 * 0.25 ** 3 + 0.25 * 1.75 ** 3, 14);
    expect(moments.fourth).toBeCloseTo(0.25 * 1.25 ** 4 + 0.5 * 0.25 ** 4 + 0.25 * 1.75 ** 4, 14);
  });

  it("are refused when they are not numbers or give no points", () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => raschCategories([bad])).toThrow("Not an item parameter");
      expect(() => thresholdCategories([[bad]])).toThrow("Not an item parameter");
      expect(() => personMeasures([[0, bad]])).toThrow("Not an item parameter");
    }
    expect(() => personMeasures([[0, 1], [null, null] as ItemCategories])).toThrow("Item 2 has no points");
  });
});
