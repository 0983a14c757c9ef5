import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WeightDraw } from "#lib/statistics/comparison/weight-draw.ts";
import { weightSensitivity } from "#lib/statistics/comparison/weight-sensitivity.ts";
import { type RandomGenerator, seededGenerator } from "#lib/statistics/random.ts";

/** Two units, each best at one indicator: their order turns exactly when the weights' order does. */
const opposed = [
  [1, 0],
  [0, 1],
];
const many = { simulations: 40_000 };

describe("the sensitivity of a composite to its weights", () => {
  it.each<[WeightDraw, number]>([
    // R: pbeta(.5, 6, 4): the first weight is Beta(6, 4)
    [{ kind: "dirichlet", concentration: 10 }, 0.25390625],
    // The triangle w₁ < w₂ in [0.3, 0.9] × [0.2, 0.6]: 0.045/0.24
    [{ kind: "uniform", spread: 0.5 }, 0.1875],
    [{ kind: "uniform", spread: 0 }, 0],
    [{ kind: "any" }, 0.5],
  ])("has the share of turned orders that geometry gives, %o", (how, share) => {
    const found = weightSensitivity(opposed, [6, 4], how, seededGenerator(11), many)!;
    expect(found.weights).toEqual([0.6, 0.4]);
    expect(Math.abs(found.orderChanged.share - share)).toBeLessThan(0.008);
    expect(found.highestChanged).toEqual(found.orderChanged);
    expect(found.orderChanged.low).toBeLessThanOrEqual(found.orderChanged.share);
    expect(found.units[0]).toMatchObject({ value: 0.6, rank: 2 });
    expect(found.units[1]).toMatchObject({ value: 0.4, rank: 1 });
    expect(found.units[0]!.highest.share).toBeCloseTo(1 - found.orderChanged.share, 12);
    expect(found.units[0]!.expected).toBeCloseTo(2 - found.orderChanged.share, 12);
  });

  it("finds nothing to turn where one unit is better in everything", () => {
    const found = weightSensitivity(
      [
        [1, 1],
        [2, 2],
      ],
      [0.5, 0.5],
      { kind: "any" },
      seededGenerator(1),
    )!;
    expect(found.orderChanged.share).toBe(0);
    expect(found).toMatchObject({ simulations: 2000, k: 1 });
    expect(found.units[1]).toMatchObject({ rank: 2, low: 2, high: 2 });
  });

  it("does not count the breaking of a tie, exact or by rounding, as a change", () => {
    for (const how of [{ kind: "any" }, { kind: "dirichlet", concentration: 3 }] as const) {
      const third = [1 / 3, 1 / 3, 1 / 3];
      const rows = [
        [0.1, 0.2, 0.6],
        [0.6, 0.2, 0.1],
        [0.2, 0.6, 0.1],
      ];
      const found = weightSensitivity(rows, third, how, seededGenerator(2), { k: 2, simulations: 200 })!;
      expect(found.orderChanged.share).toBe(0);
      expect(found.highestChanged.share).toBe(0);
    }
  });

  it("watches the k highest apart from the order", () => {
    // The two highest change places with each other, never with the third.
    const rows = [
      [9, 5],
      [5, 9],
      [0, 0],
    ];
    const found = weightSensitivity(rows, [0.6, 0.4], { kind: "any" }, seededGenerator(3), { k: 2 })!;
    expect(found.orderChanged.share).toBeGreaterThan(0.4);
    expect(found.highestChanged.share).toBe(0);
    expect(found.units[0]!.highest.share).toBe(1);
    expect(found.units[2]!.lowest.share).toBe(1);
    expect(
      weightSensitivity(rows, [0.6, 0.4], { kind: "any" }, seededGenerator(3))!.highestChanged.share,
    ).toBeGreaterThan(0.4);
  });

  it("puts all weight on one indicator where the concentration is next to nothing", () => {
    const found = weightSensitivity(
      opposed,
      [0.7, 0.3],
      { kind: "dirichlet", concentration: 1e-9 },
      seededGenerator(4),
      many,
    )!;
    expect(Math.abs(found.orderChanged.share - 0.3)).toBeLessThan(0.01);
  });

  it("never draws a weight that was 0", () => {
    const how = { kind: "dirichlet", concentration: 1 } as const;
    expect(weightSensitivity(opposed, [1, 0], how, seededGenerator(4))!.orderChanged.share).toBe(0);
  });

  it("leaves out units that lack an indicator", () => {
    const found = weightSensitivity(
      [[1, null], ...opposed],
      [0.6, 0.4],
      { kind: "any" },
      seededGenerator(5),
    )!;
    expect(found.units[0]).toBeNull();
    expect(found.units.slice(1)).toEqual(
      weightSensitivity(opposed, [0.6, 0.4], { kind: "any" }, seededGenerator(5))!.units,
    );
  });

  it("is not defined without complete units; one unit or one indicator cannot turn", () => {
    const at = (rows: (number | null)[][], weights: number[]) =>
      weightSensitivity(rows, weights, { kind: "any" }, seededGenerator(6));
    expect(at([], [1])).toBeNull();
    expect(at([[null]], [1])).toBeNull();
    expect(at([[3, 4]], [1, 1])!.orderChanged.share).toBe(0);
    expect(at([[3], [4], [1]], [2])!.orderChanged.share).toBe(0);
  });

  it("refuses what is no weight, indicator, way of drawing or number of units", () => {
    const random: RandomGenerator = seededGenerator(1);
    const any: WeightDraw = { kind: "any" };
    expect(() => weightSensitivity([[1]], [0.5, 0.5], any, random)).toThrow("1 indicators for 2 weights");
    expect(() => weightSensitivity(opposed, [1, -1], any, random)).toThrow(
      "Weights are 0 or more and not all 0",
    );
    expect(() => weightSensitivity(opposed, [0, 0], any, random)).toThrow(RangeError);
    expect(() => weightSensitivity(opposed, [Number.NaN, 1], any, random)).toThrow(RangeError);
    expect(() => weightSensitivity(opposed, [Number.POSITIVE_INFINITY, 1], any, random)).toThrow(RangeError);
    expect(() => weightSensitivity([[1, Number.NaN]], [1, 1], any, random)).toThrow("Not an indicator: NaN");
    expect(() => weightSensitivity(opposed, [1, 1], { kind: "dirichlet", concentration: 0 }, random)).toThrow(
      "positive, got 0",
    );
    expect(() =>
      weightSensitivity(
        opposed,
        [1, 1],
        { kind: "dirichlet", concentration: Number.POSITIVE_INFINITY },
        random,
      ),
    ).toThrow(RangeError);
    expect(() => weightSensitivity(opposed, [1, 1], { kind: "uniform", spread: 1.1 }, random)).toThrow(
      "between 0 and 1, got 1.1",
    );
    expect(() => weightSensitivity(opposed, [1, 1], { kind: "uniform", spread: -0.1 }, random)).toThrow(
      RangeError,
    );
    expect(() => weightSensitivity(opposed, [1, 1], any, random, { k: 3 })).toThrow(
      "highest units is a whole number from 1 to 2, got 3",
    );
    expect(weightSensitivity(opposed, [1, 1], { kind: "uniform", spread: 1 }, random)).not.toBeNull();
  });

  it("moves with the values: a common shift or scale of an indicator set changes no rank", () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), {
      minLength: 1,
      maxLength: 7,
    });
    fc.assert(
      fc.property(rows, (units) => {
        const run = (data: number[][]) =>
          weightSensitivity(data, [0.5, 0.5], { kind: "uniform", spread: 0.5 }, seededGenerator(7), {
            simulations: 30,
          })!;
        const found = run(units);
        const doubled = run(units.map((unit) => unit.map((value) => 2 * value)));
        expect(doubled.orderChanged).toEqual(found.orderChanged);
        expect(doubled.units.map((unit) => unit!.rank)).toEqual(found.units.map((unit) => unit!.rank));
      }),
    );
  });
});
