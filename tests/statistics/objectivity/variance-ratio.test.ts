import { describe, expect, it } from "vitest";
import type { Moments } from "#lib/statistics/moments.ts";
import { varianceRatio } from "#lib/statistics/objectivity/variance-ratio.ts";
import { scoreMoments } from "#lib/statistics/summary.ts";
import { DISTRICT_WORKS, districtSummaries, districtSummary } from "#tests/support/district.ts";
import { expectEntry, expected } from "#tests/support/expected.ts";

const school: Moments = { n: 3, sum: 6, squareSum: 14 }; // 1, 2, 3
const region: Moments = { n: 3, sum: 12, squareSum: 56 }; // 2, 4, 6

describe("the ratio of spreads", () => {
  it.each(DISTRICT_WORKS)("agrees with R for every school, %s", (work) => {
    const whole = scoreMoments(districtSummary(work));
    const rows = [...districtSummaries(work, "school")].map(
      ([key, summary]) => [key, varianceRatio(scoreMoments(summary), whole)!] as const,
    );
    const entry = expected(`variance.school.${work}`);
    expectEntry(Object.fromEntries(rows), entry);
    expect(rows.map(([key]) => key).sort()).toEqual(Object.keys(entry.value as object));
  });

  it("repeats the example of its docstring", () => {
    // R: sd(1:3) / sd(c(2, 4, 6)) = 0.5; pchisq(0.5, 2) = 0.22119921692859512
    const ratio = varianceRatio(school, region)!;
    expect([ratio.sdRatio, ratio.chi2]).toEqual([0.5, 0.5]);
    expect(ratio.pLow).toBeCloseTo(0.22119921692859512, 13);
  });

  it("is 0 where all pupils are equal", () => {
    expect(varianceRatio({ n: 3, sum: 6, squareSum: 12 }, region)).toEqual({ sdRatio: 0, chi2: 0, pLow: 0 });
  });

  it("does not exist for one pupil or nobody, nor in a region without spread", () => {
    const one = { n: 1, sum: 5, squareSum: 25 };
    const nobody = { n: 0, sum: 0, squareSum: 0 };
    expect(varianceRatio(one, region)).toBeNull();
    expect(varianceRatio(nobody, region)).toBeNull();
    expect(varianceRatio(school, one)).toBeNull();
    expect(varianceRatio(school, nobody)).toBeNull();
    expect(varianceRatio(school, { n: 3, sum: 6, squareSum: 12 })).toBeNull();
  });
});
