import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { borderPeak } from "#lib/statistics/objectivity/border-peak.ts";
import {
  DISTRICT_WORKS,
  type DistrictWork,
  districtSummaries,
  districtSummary,
  readRecords,
} from "#tests/support/district.ts";
import { expectEntry, expected } from "#tests/support/expected.ts";

const scale = readRecords("scale.csv");
function peaks(work: DistrictWork, histogram: readonly number[]) {
  const bands = scale.find((row) => row.work === work)!;
  return Object.fromEntries(
    ["min3", "min4", "min5"].map((key) => [key, borderPeak(histogram, Number(bands[key]))]),
  );
}

describe("a peak at a mark border", () => {
  it.each(DISTRICT_WORKS)("agrees with R for the region, %s", (work) => {
    const got = peaks(work, districtSummary(work).histogram);
    expectEntry(got, expected(`borderPeak.region.${work}`));
    expect(Object.keys(got.min3!)).toEqual(["border", "below", "at", "p"]);
  });

  it.each(DISTRICT_WORKS)("agrees with R for every school, %s", (work) => {
    const rows = [...districtSummaries(work, "school")].map(
      ([school, { histogram }]) => [school, peaks(work, histogram)] as const,
    );
    const entry = expected(`borderPeak.school.${work}`);
    expectEntry(Object.fromEntries(rows), entry);
    expect(rows.map(([school]) => school).sort()).toEqual(Object.keys(entry.value as object));
  });

  it("repeats the example of its docstring", () => {
    // R: binom.test(12, 16, 0.5, alternative = "greater")$p.value
    const peak = borderPeak([0, 0, 4, 12, 5], 3);
    expect(peak).toMatchObject({ border: 3, below: 4, at: 12 });
    expect(peak.p).toBeCloseTo(0.038406372070312521, 12);
  });

  it("has no probability where nobody stands, and 1 where all stand below", () => {
    expect(borderPeak([3, 0, 0, 5], 2)).toEqual({ border: 2, below: 0, at: 0, p: null });
    expect(borderPeak([0, 4, 0], 2).p).toBe(1);
    expect(borderPeak([0, 0, 4], 2).p).toBeCloseTo(1 / 16, 14);
  });

  it("becomes less probable with each pupil at the border", () => {
    fc.assert(
      fc.property(fc.nat({ max: 40 }), fc.nat({ max: 60 }), (below, at) => {
        fc.pre(below + at > 0);
        expect(borderPeak([below, at + 1], 1).p!).toBeLessThan(borderPeak([below, at], 1).p!);
      }),
    );
  });

  it("refuses borders outside the scores, and counts that are none", () => {
    for (const border of [0, 3, 1.5, -1, Number.NaN])
      expect(() => borderPeak([1, 2, 3], border)).toThrow(/between 1 and 2/);
    expect(() => borderPeak([], 1)).toThrow(RangeError);
    expect(() => borderPeak([1, -2, 3], 1)).toThrow(/pupils: -2/);
    expect(() => borderPeak([1, 2, 0.5], 1)).toThrow(RangeError);
  });
});
