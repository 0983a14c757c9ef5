import { describe, expect, it } from "vitest";
import { shareHalfUp } from "#lib/platform/format/rounding.ts";
import { expectEntry, hasPublicData, publicExpected, publicNotice } from "#tests/support/expected.ts";
import { newYorkRows } from "#tests/support/new-york.ts";

/** 100 k / n to one place, a tie to the even digit: what a half-even formatter would print. */
function halfEven(k: number, n: number): number {
  const [whole, rest] = [Math.floor((1000 * k) / n), (1000 * k) % n];
  const up = 2 * rest > n || (2 * rest === n && whole % 2 === 1);
  return (whole + (up ? 1 : 0)) / 10;
}

describe("half up", () => {
  it.skipIf(!hasPublicData)(
    `is how 18,363 published shares were rounded, half even is not${publicNotice}`,
    () => {
      const rows = newYorkRows().filter((row) => row.level34 !== null);
      const misses = (round: (k: number, n: number) => number | null) =>
        rows.filter((row) => round(row.level34!, row.tested) !== row.percent34).length;
      expectEntry(
        {
          compared: rows.length,
          mismatchesHalfUp: misses((k, n) => shareHalfUp(k, n, 1)),
          mismatchesHalfEven: misses(halfEven),
          tieRows: rows.filter(
            (row) => shareHalfUp(row.level34!, row.tested, 1) !== halfEven(row.level34!, row.tested),
          ).length,
        },
        publicExpected("nyc.halfUp")[0]!,
      );
      expect(rows.length).toBeGreaterThan(0);
    },
  );
});
