import { describe, expect, it } from "vitest";
import { itemWarnings } from "#lib/statistics/items/item-warnings.ts";
import { scoreMatrix } from "#lib/statistics/items/score-matrix.ts";

const FOUR = [
  [3, 2, 1, 9],
  [1, 7, 1, 0],
  [4, 1, 2, 2],
  [1, 8, 3, 5],
  [5, 2, 5, 1],
  [9, 8, 8, 0],
  [2, 1, 3, 6],
  [6, 8, 2, 4],
];

describe("warnings about items", () => {
  it("name an item that works against the test, and whether chance can be the reason", () => {
    const [warning, ...others] = itemWarnings(scoreMatrix(FOUR));
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ kind: "negativeDiscrimination", item: 3, beyondChance: false });
    if (warning?.kind !== "negativeDiscrimination") throw new Error("another kind");
    // R: cor.test(x[, 4], rowSums(x[, -4])): -0.5118034206963903, interval -0.8940379666705343 … 0.30166687887098403
    expect(warning.itemRest).toBeCloseTo(-0.5118034206963903, 14);
    expect(warning.interval!.low).toBeCloseTo(-0.8940379666705343, 12);
    expect(warning.interval!.high).toBeCloseTo(0.30166687887098403, 12);
  });

  it("say that it is beyond chance when the whole interval is below 0", () => {
    const many = scoreMatrix(Array.from({ length: 5 }, () => FOUR).flat());
    expect(itemWarnings(many)).toMatchObject([{ item: 3, beyondChance: true }]);
    expect(itemWarnings(scoreMatrix(FOUR), 0.5)).toMatchObject([{ item: 3, beyondChance: true }]);
  });

  it("have no interval for three persons, and then do not speak of more than chance", () => {
    expect(
      itemWarnings(
        scoreMatrix([
          [0, 1, 2],
          [1, 0, 1],
          [2, 2, 0],
        ]),
      ),
    ).toContainEqual(expect.objectContaining({ item: 0, interval: null, beyondChance: false }));
  });

  it("tell apart items that everyone, that nobody and that all have equally", () => {
    const rows = [
      [1, 0, 2, 0, 1],
      [1, 0, 2, 1, 0],
      [1, 0, 2, 1, 1],
    ];
    expect(itemWarnings(scoreMatrix(rows, [1, 1, 3, 1, 1]))).toEqual([
      { kind: "everyoneRight", item: 0 },
      { kind: "nobodyRight", item: 1 },
      { kind: "zeroVariance", item: 2, points: 2 },
      expect.objectContaining({ kind: "negativeDiscrimination", item: 3 }),
      expect.objectContaining({ kind: "negativeDiscrimination", item: 4 }),
    ]);
  });

  it("are about persons of whom all scores are known", () => {
    expect(
      itemWarnings(
        scoreMatrix([
          [0, null],
          [1, 0],
          [1, 1],
        ]),
      ),
    ).toEqual([{ kind: "everyoneRight", item: 0 }]);
    expect(itemWarnings(scoreMatrix([[0, null]]))).toEqual([]);
    expect(itemWarnings(scoreMatrix([], [1]))).toEqual([]);
  });

  it("say nothing of an item whose rest does not vary or that does not discriminate at all", () => {
    expect(itemWarnings(scoreMatrix([[1], [0]]))).toEqual([]);
    expect(
      itemWarnings(
        scoreMatrix([
          [0, 0],
          [0, 1],
          [1, 0],
          [1, 1],
        ]),
      ),
    ).toEqual([]);
  });

  it("repeat the example of the docstring", () => {
    expect(
      itemWarnings(
        scoreMatrix([
          [1, 0],
          [1, 1],
        ]),
      ),
    ).toEqual([{ kind: "everyoneRight", item: 0 }]);
  });
});
