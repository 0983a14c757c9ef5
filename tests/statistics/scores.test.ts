import { describe, expect, it } from "vitest";
import { workCompletion } from "#lib/statistics/completion.ts";
import { coefficientOfVariation, mean, standardDeviation } from "#lib/statistics/moments.ts";
import { histogramMedian, histogramQuantile } from "#lib/statistics/quantile.ts";
import { type Summary, scoreMoments } from "#lib/statistics/summary.ts";
import { DISTRICT_WORKS, districtSummaries, districtSummary } from "#tests/support/district.ts";
import { expectEntry, expected } from "#tests/support/expected.ts";

function scores(summary: Summary) {
  const moments = scoreMoments(summary);
  const at = (p: number) => histogramQuantile(summary.histogram, p);
  return {
    ...{ n: moments.n, mean: mean(moments), percent: workCompletion(summary) },
    ...{ sdSample: standardDeviation(moments), sdPopulation: standardDeviation(moments, "n") },
    ...{ cvSample: coefficientOfVariation(moments), cvPopulation: coefficientOfVariation(moments, "n") },
    ...{
      q10: at(0.1),
      q25: at(0.25),
      median: histogramMedian(summary.histogram),
      q75: at(0.75),
      q90: at(0.9),
    },
    ...{ min: at(0), max: at(1) },
  };
}

describe("scores from a summary", () => {
  it.each(DISTRICT_WORKS)("agree with R for %s, the district and its municipalities", (work) => {
    expectEntry(scores(districtSummary(work)), expected(`scores.region.${work}`));
    expectEntry(
      Object.fromEntries([...districtSummaries(work, "municipality")].map(([name, s]) => [name, scores(s)])),
      expected(`scores.municipality.${work}`),
    );
  });

  it.each(DISTRICT_WORKS)("agree with R for every school in %s", (work) => {
    const schools = [...districtSummaries(work, "school")];
    expect(schools).toHaveLength(42);
    expectEntry(
      Object.fromEntries(schools.map(([school, s]) => [school, scores(s)])),
      expected(`scores.school.${work}`),
    );
  });
});
