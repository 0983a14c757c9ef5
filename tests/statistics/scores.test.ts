import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { workCompletion } from "#lib/statistics/completion.ts";
import {
  coefficientOfVariation,
  histogramMoments,
  mean,
  standardDeviation,
  variance,
} from "#lib/statistics/moments.ts";
import { histogramMedian, histogramQuantile, quantile } from "#lib/statistics/quantile.ts";
import { type Summary, scoreMoments } from "#lib/statistics/summary.ts";
import { DISTRICT_WORKS, districtSummaries, districtSummary } from "#tests/support/district.ts";
import {
  expectEntry,
  expected,
  hasPublicData,
  publicExpected,
  publicNotice,
} from "#tests/support/expected.ts";

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

  it("agree with R for every school", () => {
    expectEntry(
      Object.fromEntries([...districtSummaries("RU5", "school")].map(([school, s]) => [school, scores(s)])),
      expected("scores.school.RU5"),
    );
  });
});

describe("moments", () => {
  it("of one value have a mean and no sample variance", () => {
    const one = histogramMoments([0, 0, 0, 1]);
    expect(mean(one)).toBe(3);
    expect(variance(one)).toBeNull();
    expect(variance(one, "n")).toBe(0);
  });

  it("of nobody are not defined", () => {
    const none = histogramMoments([0, 0]);
    expect([mean(none), variance(none), variance(none, "n"), standardDeviation(none)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(coefficientOfVariation(none)).toBeNull();
  });

  it("have no coefficient of variation around a mean of 0", () => {
    expect(coefficientOfVariation(histogramMoments([5]))).toBeNull();
  });

  it("repeat the examples of their docstrings", () => {
    expect(histogramMoments([1, 0, 2])).toEqual({ n: 3, sum: 4, squareSum: 8 });
    expect(mean({ n: 3, sum: 4, squareSum: 8 })).toBe(4 / 3);
    expect(variance({ n: 3, sum: 4, squareSum: 8 })).toBe(4 / 3);
    expect(standardDeviation({ n: 2, sum: 4, squareSum: 10 })).toBe(Math.SQRT2);
    expect(coefficientOfVariation({ n: 2, sum: 4, squareSum: 10 })).toBeCloseTo(70.71067811865476, 12);
  });

  it("do not lose digits where the squares of thirty million pupils nearly cancel", () => {
    // Half of them have 100, half 101: variance with the divisor n is exactly 1/4.
    const n = 30_000_000;
    const moments = { n, sum: (n / 2) * 201, squareSum: (n / 2) * (100 ** 2 + 101 ** 2) };
    expect(variance(moments, "n")).toBe(0.25);
  });

  it("take sums that are not whole as well", () => {
    // R: var(c(0.5, 1.5)) = 0.5
    expect(variance({ n: 2, sum: 2, squareSum: 2.5 })).toBeCloseTo(0.5, 14);
  });
});

describe("quantiles", () => {
  const entry = expected("quantile.type7");
  const { values, probs } = entry.parameters as { values: number[]; probs: number[] };

  it("are of type 7", () => {
    expectEntry(
      probs.map((p) => quantile(values, p)),
      entry,
    );
  });

  it.skipIf(!hasPublicData)(`agree with R on public lists${publicNotice}`, () => {
    const entries = publicExpected("quantile.").filter((each) => each.parameters.type === 7);
    expect(entries).toHaveLength(2);
    for (const each of entries) {
      const parameters = each.parameters as { values: number[]; probs: number[] };
      expectEntry(
        parameters.probs.map((p) => quantile(parameters.values, p)),
        each,
      );
    }
  });

  it("of a histogram are those of the list it was made of", () => {
    const histograms = fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(histograms, fc.double({ min: 0, max: 1, noNaN: true }), (histogram, p) => {
        const list = histogram.flatMap((count, score) => Array<number>(count).fill(score));
        expect(histogramQuantile(histogram, p)).toBe(quantile(list, p));
      }),
    );
  });

  it("of nothing are not defined, and a share is between 0 and 1", () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(histogramMedian([0, 0, 0])).toBeNull();
    expect(() => quantile([1], 1.5)).toThrow(RangeError);
    expect(() => histogramQuantile([1], Number.NaN)).toThrow(RangeError);
  });

  it("leave the list as it was", () => {
    const list = [3, 1, 2];
    quantile(list, 0.5);
    expect(list).toEqual([3, 1, 2]);
  });

  it("repeat the examples of their docstrings", () => {
    expect(quantile([12, 7, 3, 25, 18, 9, 14, 21, 7], 0.75)).toBe(18);
    expect(histogramQuantile([1, 0, 2, 1], 0.5)).toBe(2);
    expect(histogramMedian([1, 1, 0, 1, 1])).toBe(2);
  });
});
