import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyseItems } from "#lib/statistics/items/item-analysis.ts";
import { type ScoreMatrix, scoreMatrix } from "#lib/statistics/items/score-matrix.ts";
import { upperLowerDiscrimination } from "#lib/statistics/items/upper-lower-discrimination.ts";
import { ITEM } from "#lib/statistics/task-sums.ts";
import { DISTRICT_WORKS } from "#tests/support/district.ts";
import {
  expectEntry,
  expected,
  hasPublicData,
  publicExpected,
  publicNotice,
} from "#tests/support/expected.ts";
import { districtScores, itemFile, publicItemFile } from "#tests/support/items.ts";

function columns(matrix: ScoreMatrix) {
  const { items } = analyseItems(matrix);
  return {
    difficulty: items.map((item) => item.difficulty!.value),
    itemTotal: items.map((item) => item.itemTotal),
    itemRest: items.map((item) => item.itemRest),
    alphaIfDropped: items.map((item) => item.alphaIfDropped),
    discriminationByThreshold: items.map((item) => item.discrimination),
    discriminationFileOrder: upperLowerDiscrimination(matrix, 0.27, "order")!.values,
  };
}

describe("item analysis", () => {
  it.each(DISTRICT_WORKS)("agrees with R for %s", (work) => {
    expectEntry(columns(districtScores(work)), expected(`items.${work}`));
  });

  it("agrees with R for right and wrong, and for partial credit", () => {
    expectEntry(columns(itemFile("items.csv")), expected("items.items"));
    expectEntry(columns(itemFile("partial-credit.csv")), expected("items.partial"));
  });

  it.skipIf(!hasPublicData)(`agrees with R on a public test${publicNotice}`, () => {
    const [entry] = publicExpected("lsat.items");
    const { discriminationByThreshold, discriminationFileOrder, ...rest } = columns(
      publicItemFile("LSAT.csv")!,
    );
    expectEntry(rest, entry!);
  });

  it("puts together what its parts say", () => {
    const matrix = scoreMatrix([
      [0, 0, 1],
      [1, ITEM.notAttempted, 1],
      [1, 1, 1],
      [null, 1, 1],
    ]);
    const analysis = analyseItems(matrix);
    expect(analysis).toMatchObject({ persons: 4, incomplete: 1, reliability: { n: 3, items: 3 } });
    expect(analysis.warnings).toEqual([{ kind: "everyoneRight", item: 2 }]);
    expect(analysis.items[1]).toMatchObject({ difficulty: { value: 0.5, n: 4 }, notAttempted: 0.25 });
    expect(analysis.items[1]!.itemRest).toBeCloseTo(0.5, 15);
    expect(analysis.items[2]).toMatchObject({ itemTotal: null, itemRest: null, discrimination: 0 });
    expect(analysis.items[2]!.alphaIfDropped).toBeCloseTo(2 / 3, 15);
  });

  it("of nobody has nothing to say, item by item", () => {
    const analysis = analyseItems(scoreMatrix([], [1, 2]));
    expect(analysis).toMatchObject({ persons: 0, incomplete: 0, warnings: [] });
    expect(analysis.items).toEqual(
      Array.from({ length: 2 }, () => ({
        ...{ difficulty: null, notAttempted: null, itemTotal: null, itemRest: null },
        ...{ alphaIfDropped: null, discrimination: null },
      })),
    );
  });

  it("passes its level on", () => {
    const matrix = scoreMatrix([
      [0, 2],
      [1, 1],
      [0, 3],
      [1, 0],
      [0, 1],
    ]);
    const [usual, wide] = [analyseItems(matrix), analyseItems(matrix, 0.99)];
    expect(wide.items[0]!.difficulty!.low).toBeLessThan(usual.items[0]!.difficulty!.low);
    expect(wide.reliability.alpha!.low).toBeLessThan(usual.reliability.alpha!.low);
    const low = ({ warnings: [first] }: typeof usual) =>
      first?.kind === "negativeDiscrimination" && first.interval?.low;
    expect(low(wide)).toBeLessThan(low(usual) as number);
  });

  it("never answers with NaN, infinity or a correlation beyond 1, whatever the points", () => {
    const points = fc.oneof(
      fc.nat(3),
      fc.constantFrom(null, ITEM.notAttempted, ITEM.notTaught, 0.1, 1 / 3, 1e7 + 0.1, 2 ** 53 - 1, 1e-300),
    );
    const table = fc
      .nat(4)
      .chain((items) => fc.array(fc.array(points, { minLength: items, maxLength: items }), { maxLength: 8 }));
    const numbersIn = (part: unknown): number[] =>
      typeof part === "number"
        ? [part]
        : part && typeof part === "object"
          ? Object.values(part).flatMap(numbersIn)
          : [];
    fc.assert(
      fc.property(table, (rows) => {
        const analysis = analyseItems(scoreMatrix(rows));
        expect(numbersIn(analysis).every(Number.isFinite)).toBe(true);
        const { alpha, alphaStandardised, lambda2, halves } = analysis.reliability;
        for (const value of [alpha?.value, alphaStandardised, lambda2, halves?.spearmanBrown])
          expect(value ?? 0).toBeLessThanOrEqual(1 + 4 * Number.EPSILON); // a ratio of sums, each rounded
        for (const { itemTotal, itemRest, discrimination } of analysis.items)
          for (const value of [itemTotal, itemRest, discrimination])
            expect(Math.abs(value ?? 0)).toBeLessThanOrEqual(1 + Number.EPSILON);
        if (alpha) expect(alpha.low <= alpha.value && alpha.value <= alpha.high).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("repeats the example of its docstring", () => {
    const { reliability } = analyseItems(
      scoreMatrix([
        [0, 0],
        [1, 0],
        [1, 1],
      ]),
    );
    expect(reliability.alpha!.value).toBeCloseTo(2 / 3, 15);
  });

  it("leaves its argument as it was", () => {
    const matrix = scoreMatrix([
      [0, 2],
      [1, 1],
      [0, 3],
    ]);
    const before = structuredClone(matrix);
    analyseItems(matrix);
    expect(matrix).toEqual(before);
  });
});
