import { describe, expect, it } from "vitest";
import type { Counts } from "#lib/reports/measures.ts";
import { cellId, decideRelease, type ReleaseUnit } from "#lib/reports/release.ts";

/** Counts of «2», «3», «4», «5» with their sums. */
function counts(two: number, three: number, four: number, five: number): Counts {
  const n = two + three + four + five;
  return {
    n,
    "2": two,
    "3": three,
    "4": four,
    "5": five,
    low: two + three,
    high: four + five,
    score: 10 * n,
  };
}
const unit = (key: string, parent: string | null, own: Counts, shown = false): ReleaseUnit => ({
  key,
  parent,
  counts: own,
  shown,
});

describe("deciding what a published report may show", () => {
  it("hides a small count together with the neighbour from which it would follow", () => {
    const { hidden } = decideRelease([unit("school-1", null, counts(3, 20, 30, 15), true)], new Map());
    expect(hidden.has(cellId("school-1", "2"))).toBe(true);
    // low = 23 is shown, so «3» must go, or 23 − 20 = 3.
    expect(hidden.has(cellId("school-1", "3")) || hidden.has(cellId("school-1", "low"))).toBe(true);
    expect(hidden.has(cellId("school-1", "4"))).toBe(false);
  });

  it("shows everything when every count is large enough", () => {
    expect(decideRelease([unit("school-1", null, counts(10, 20, 30, 15), true)], new Map()).hidden.size).toBe(
      0,
    );
  });

  it("shows nothing of a school with fewer than ten pupils", () => {
    const small = [
      unit("municipality-1", null, counts(22, 40, 40, 20), true),
      unit("school-1", "municipality-1", counts(2, 3, 2, 1), true),
      unit("school-2", "municipality-1", counts(20, 37, 38, 19)),
    ];
    const { hidden } = decideRelease(small, new Map());
    for (const measure of ["n", "2", "3", "4", "5", "low", "high", "score"] as const)
      expect(hidden.has(cellId("school-1", measure))).toBe(true);
  });

  it("does not let the last small school follow from the municipality and the schools that are public already", () => {
    const big = counts(20, 37, 38, 19);
    const small = counts(2, 3, 2, 1);
    const whole = counts(22, 40, 40, 20);
    const ledger = new Map(Object.entries(big).map(([measure, value]) => [`school-2 ${measure}`, value]));
    const { hidden } = decideRelease(
      [
        unit("municipality-1", null, whole, true),
        unit("school-1", "municipality-1", small),
        unit("school-2", "municipality-1", big),
      ],
      ledger,
    );
    // 22 − 20 = 2 pupils with «2» in the small school: the municipality's numbers have to stay hidden.
    for (const measure of ["n", "2", "3", "4", "5", "low", "high", "score"] as const)
      expect(hidden.has(cellId("municipality-1", measure))).toBe(true);
  });

  it("does not let one late pupil follow from two editions of a report", () => {
    const before = counts(10, 20, 30, 15);
    const after = counts(11, 20, 30, 15);
    const ledger = new Map(Object.entries(before).map(([measure, value]) => [`school-1 ${measure}`, value]));
    const { hidden } = decideRelease([unit("school-1", null, after, true)], ledger);
    expect(hidden.has(cellId("school-1", "2"))).toBe(true);
    expect(hidden.has(cellId("school-1", "n"))).toBe(true);
    expect(hidden.has(cellId("school-1", "5"))).toBe(false);
  });
});
