import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gini, histogramGini } from "#lib/statistics/gini.ts";
import { mean } from "#lib/statistics/moments.ts";
import { scoreMoments } from "#lib/statistics/summary.ts";
import { expectClose } from "#tests/support/close.ts";
import { DISTRICT_WORKS, districtSummaries, districtSummary } from "#tests/support/district.ts";
import { expectEntry, expected } from "#tests/support/expected.ts";

describe("the Gini coefficient", () => {
  it.each(DISTRICT_WORKS)("agrees with R for the pupils and the school means of %s", (work) => {
    const means = [...districtSummaries(work, "school").values()].map(
      (summary) => mean(scoreMoments(summary))!,
    );
    expectEntry(
      { pupils: histogramGini(districtSummary(work).histogram), schoolMeans: gini(means) },
      expected(`gini.${work}`),
    );
  });

  it("agrees with R on a list", () => {
    const entry = expected("gini.example");
    expectEntry(gini((entry.parameters as { values: number[] }).values), entry);
    // R: v <- sort(c(0, 2, 2, 5, 11)); sum((2 * 1:5 - 6) * v) / (5 * sum(v))
    expectClose(gini([5, 0, 2, 11, 2]), 0.5, 1e-15);
  });

  it("is 0 when all have the same and (n − 1)/n when one has all", () => {
    expect(gini([3, 3, 3])).toBe(0);
    expect(gini([7])).toBe(0);
    expect(gini([0, 0, 0, 9])).toBe(0.75);
    expect(histogramGini([0, 0, 4])).toBe(0);
  });

  it("of a histogram is that of the list, and lies between 0 and 1", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5 }), { maxLength: 12 }), (histogram) => {
        const values = histogram.flatMap((count, score) => Array<number>(count).fill(score));
        const fromList = gini(values);
        const fromHistogram = histogramGini(histogram);
        if (fromList === null) expect(fromHistogram).toBeNull();
        else {
          expect(fromHistogram).toBeCloseTo(fromList, 13);
          expect(fromList).toBeGreaterThanOrEqual(0);
          expect(fromList).toBeLessThan(1);
        }
      }),
    );
  });

  it("is not defined for nobody and when nobody has anything", () => {
    expect([gini([]), gini([0, 0]), histogramGini([]), histogramGini([5])]).toEqual([null, null, null, null]);
  });

  it("refuses negative, missing and infinite values and what is no count", () => {
    for (const value of [-1, Number.NaN, Infinity]) expect(() => gini([1, value])).toThrow(RangeError);
    expect(() => histogramGini([1, -1])).toThrow(RangeError);
    expect(() => histogramGini([0.5])).toThrow(RangeError);
  });

  it("repeats the examples of its docstrings", () => {
    expect(gini([1, 2, 3, 4, 10])).toBe(0.4);
    expect(histogramGini([0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 1])).toBe(0.4);
  });
});
