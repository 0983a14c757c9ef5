import { describe, expect, it } from "vitest";
import type { Moments } from "#lib/statistics/moments.ts";
import { FIOKO_2019 } from "#lib/statistics/objectivity/conventions.ts";
import { type MeanBounds, regionBounds } from "#lib/statistics/objectivity/mean-bounds.ts";
import { overHighMean } from "#lib/statistics/objectivity/over-high-mean.ts";
import { scoreMoments } from "#lib/statistics/summary.ts";
import { DISTRICT_WORKS, districtSummaries, readRecords } from "#tests/support/district.ts";
import { expectEntry, expected } from "#tests/support/expected.ts";

const school: Moments = { n: 3, sum: 66, squareSum: 1460 }; // 20, 22, 24
const regionWith = (high: number): MeanBounds => ({ n: 1000, mean: 19, sd: 4, low: 18, high });
const columns = [
  ["ddof0", { ...FIOKO_2019, divisor: "n" }],
  ["ddof1", FIOKO_2019],
] as const;

function flagged(work: (typeof DISTRICT_WORKS)[number], conventions: typeof FIOKO_2019) {
  const moments = [...districtSummaries(work, "school")].map(
    ([key, one]) => [key, scoreMoments(one)] as const,
  );
  const region = regionBounds(
    moments.map(([, one]) => one),
    conventions,
  );
  return moments
    .filter(([, one]) => overHighMean(one, region, conventions).verdict === "strong")
    .map(([key]) => key)
    .sort();
}

describe("over-high mean (rule A)", () => {
  for (const [ddof, conventions] of columns)
    it.each(DISTRICT_WORKS)(`marks the schools that R marks, ${ddof}, %s`, (work) => {
      expectEntry(flagged(work, conventions), expected(`fioko.overHigh.${ddof}.${work}`));
    });

  it("finds the planted schools, and with the divisor n those that only it finds", () => {
    for (const { school: key, work, planted } of readRecords("planted.csv")) {
      const [n, n1] = columns.map(([, conventions]) => flagged(work as "MA4", conventions).includes(key!));
      if (planted === "over-high mean") expect([n, n1], key).toEqual([true, true]);
      if (planted === "over-high mean only with sd divisor n") expect([n, n1], key).toEqual([true, false]);
    }
  });

  it("repeats the worked case of the handbook §4.1.3: the divisor decides", () => {
    const region = regionWith(20);
    const printed = overHighMean(school, region);
    expect(printed).toMatchObject({
      ...{ namespace: "official", marker: "overHigh", limit: 20, n: 3, verdict: "none" },
      ...{ school: { mean: 22, sd: 2 }, region },
    });
    expect(printed.statistic).toBeCloseTo(19.7368, 4);
    const other = overHighMean(school, region, { ...FIOKO_2019, divisor: "n" });
    expect(other.verdict).toBe("strong");
    expect(other.statistic).toBeCloseTo(20.1521, 4);
  });

  it("does not mark equal bounds", () => {
    const low = overHighMean(school, regionWith(0)).statistic!;
    expect(overHighMean(school, regionWith(low)).verdict).toBe("none");
    expect(overHighMean(school, regionWith(low - 1e-12)).verdict).toBe("strong");
  });

  it("does not mark a school that is the whole region, even of equal scores", () => {
    expect(overHighMean(school, regionBounds([school])).verdict).toBe("none");
    const equal = { n: 3, sum: 21, squareSum: 147 };
    expect(overHighMean(equal, regionBounds([equal])).verdict).toBe("none");
  });

  it("says nothing about one pupil, with either divisor, unless one pupil is asked for", () => {
    const one = { n: 1, sum: 30, squareSum: 900 };
    for (const [, conventions] of columns)
      expect(overHighMean(one, regionWith(20), conventions)).toMatchObject({
        ...{ statistic: null, school: null, limit: 20, n: 1, verdict: "insufficient" },
      });
    const asked = { ...FIOKO_2019, divisor: "n", minimumPupils: 1 } as const;
    expect(overHighMean(one, regionWith(20), asked)).toMatchObject({ statistic: 30, verdict: "strong" });
    expect(overHighMean(one, regionWith(20), { ...FIOKO_2019, minimumPupils: 1 }).verdict).toBe(
      "insufficient",
    );
  });

  it("says nothing below a least number of pupils, nor without a region, nor about nobody", () => {
    expect(overHighMean(school, regionWith(0), { ...FIOKO_2019, minimumPupils: 3 }).verdict).toBe("strong");
    expect(overHighMean(school, regionWith(0), { ...FIOKO_2019, minimumPupils: 4 }).verdict).toBe(
      "insufficient",
    );
    expect(overHighMean(school, null)).toMatchObject({ limit: null, region: null, verdict: "insufficient" });
    expect(overHighMean({ n: 0, sum: 0, squareSum: 0 }, regionWith(0))).toMatchObject({
      ...{ statistic: null, n: 0, verdict: "insufficient" },
    });
  });
});
