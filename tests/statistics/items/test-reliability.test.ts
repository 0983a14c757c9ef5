import { describe, expect, it } from "vitest";
import { itemMoments } from "#lib/statistics/items/item-moments.ts";
import { type ScoreMatrix, scoreMatrix } from "#lib/statistics/items/score-matrix.ts";
import { testReliability } from "#lib/statistics/items/test-reliability.ts";
import { DISTRICT_WORKS } from "#tests/support/district.ts";
import {
  type ExpectedEntry,
  expectEntry,
  expected,
  hasPublicData,
  publicExpected,
  publicNotice,
} from "#tests/support/expected.ts";
import { districtScores, itemFile, publicItemFile } from "#tests/support/items.ts";

function expectReliability(matrix: ScoreMatrix, entry: ExpectedEntry, feldt?: ExpectedEntry): void {
  const { alpha, sem, halves, ...rest } = testReliability(itemMoments(matrix));
  const { correlation: halvesR, spearmanBrown } = halves!;
  const got = { ...rest, alpha: alpha!.value, sem: sem!.value, halvesR, spearmanBrown };
  expect(Object.keys(got).sort()).toEqual(Object.keys(entry.value as object).sort());
  expectEntry(got, entry);
  if (feldt) expectEntry([alpha!.low, alpha!.high], feldt);
}

describe("the reliability of a test", () => {
  it.each(DISTRICT_WORKS)("agrees with R for %s", (work) => {
    expectReliability(districtScores(work), expected(`reliability.${work}`), expected(`feldt.${work}`));
  });

  it("agrees with R for right and wrong, and for partial credit", () => {
    expectReliability(itemFile("items.csv"), expected("reliability.items"), expected("feldt.items"));
    expectReliability(
      itemFile("partial-credit.csv"),
      expected("reliability.partial"),
      expected("feldt.partial"),
    );
  });

  it.skipIf(!hasPublicData)(`agrees with R on public tests${publicNotice}`, () => {
    const [lsat, lsatFeldt, attitude] = ["lsat.reliability", "lsat.feldt", "attitude.reliability"].map(
      (id) => publicExpected(id)[0]!,
    );
    expectReliability(publicItemFile("LSAT.csv")!, lsat!, lsatFeldt);
    expectReliability(publicItemFile("attitude.csv")!, attitude!);
  });

  it("of nobody is not defined", () => {
    expect(testReliability(itemMoments(scoreMatrix([], [1, 2])))).toEqual({
      ...{ n: 0, items: 2, meanTotal: null, varTotal: null, alpha: null, alphaStandardised: null },
      ...{ lambda2: null, sem: null, halves: null },
    });
  });

  it("repeats the example of its docstring", () => {
    expect(
      testReliability(
        itemMoments(
          scoreMatrix([
            [1, 2],
            [2, 1],
            [3, 4],
            [4, 3],
          ]),
        ),
      ).alpha!.value,
    ).toBeCloseTo(0.75, 15);
  });

  it("passes its level on", () => {
    const moments = itemMoments(
      scoreMatrix([
        [1, 2],
        [2, 1],
        [3, 4],
        [4, 3],
        [2, 2],
      ]),
    );
    const [usual, wide] = [testReliability(moments), testReliability(moments, 0.99)];
    expect(wide.alpha!.low).toBeLessThan(usual.alpha!.low);
    expect(wide.sem!.high).toBeGreaterThan(usual.sem!.high);
    expect(wide.halves!.interval!.low).toBeLessThan(usual.halves!.interval!.low);
  });
});
