import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { momentsOf as centralMomentsOf } from "#lib/statistics/central-moments.ts";
import { histogramMoments, type Moments } from "#lib/statistics/moments.ts";
import { FIOKO_2019, type OfficialConventions } from "#lib/statistics/objectivity/conventions.ts";
import { meanBounds, regionBounds } from "#lib/statistics/objectivity/mean-bounds.ts";
import { scoreMoments } from "#lib/statistics/summary.ts";
import { DISTRICT_WORKS, districtSummaries } from "#tests/support/district.ts";
import { expectEntry, expected } from "#tests/support/expected.ts";

const momentsOf = (values: readonly number[]): Moments => ({
  n: values.length,
  sum: values.reduce((sum, value) => sum + value, 0),
  squareSum: values.reduce((sum, value) => sum + value * value, 0),
});
const by = (change: Partial<OfficialConventions>) => ({ ...FIOKO_2019, ...change });
const columns = [
  ["ddof0", by({ divisor: "n" })],
  ["ddof1", by({ divisor: "n-1" })],
] as const;

describe("the official interval of a mean", () => {
  for (const [ddof, conventions] of columns)
    it.each(DISTRICT_WORKS)(`agrees with R for the region and every school, ${ddof}, %s`, (work) => {
      const schools = districtSummaries(work, "school");
      expectEntry(
        regionBounds([...schools.values()].map(scoreMoments), conventions),
        expected(`fioko.region.${ddof}.${work}`),
      );
      const rows = [...schools].map(([school, summary]) => {
        const { n, mean, sd, low } = meanBounds(scoreMoments(summary), conventions)!;
        return [school, { n, mean, sd, low }] as const;
      });
      const entry = expected(`fioko.school.${ddof}.${work}`);
      expectEntry(Object.fromEntries(rows), entry);
      expect(rows.map(([school]) => school).sort()).toEqual(Object.keys(entry.value as object));
    });

  it("repeats the worked case of the handbook §4.1.3", () => {
    const school = momentsOf([20, 22, 24]);
    const sample = meanBounds(school)!;
    expect(sample).toMatchObject({ n: 3, mean: 22, sd: 2 });
    // R: 22 + c(-1, 1) * 1.96 * 2 / sqrt(3); with divisor n: 22 - 1.96 * sqrt(8 / 3) / sqrt(3)
    expect(sample.low).toBeCloseTo(19.736786944776668, 12);
    expect(sample.high).toBeCloseTo(24.263213055223332, 12);
    expect(meanBounds(school, by({ divisor: "n" }))!.low).toBeCloseTo(20.152094278499156, 12);
  });

  it("takes another factor than 1.96", () => {
    // R: 22 - qnorm(.975) * 2 / sqrt(3)
    expect(meanBounds(momentsOf([20, 22, 24]), by({ z: 1.959963984540054 }))!.low).toBeCloseTo(
      19.736828531847657,
      12,
    );
    expect(meanBounds(momentsOf([20, 22, 24]), by({ z: 0 }))).toMatchObject({ low: 22, high: 22 });
  });

  it("does not exist for nobody, nor with n − 1 for one pupil; with n one pupil is a point", () => {
    expect(meanBounds(momentsOf([]))).toBeNull();
    expect(meanBounds(momentsOf([]), by({ divisor: "n" }))).toBeNull();
    expect(meanBounds(momentsOf([7]))).toBeNull();
    expect(meanBounds(momentsOf([7]), by({ divisor: "n" }))).toEqual({
      ...{ n: 1, mean: 7, sd: 0, low: 7, high: 7 },
    });
  });

  it("of equal scores is a point", () => {
    expect(meanBounds(momentsOf([7, 7, 7]))).toEqual({ n: 3, mean: 7, sd: 0, low: 7, high: 7 });
  });

  it("refuses broken conventions", () => {
    expect(() => meanBounds(momentsOf([1, 2]), by({ z: -1 }))).toThrow(RangeError);
    expect(() => regionBounds([], by({ z: -1 }))).toThrow(RangeError);
  });
});

describe("the region's interval", () => {
  const schools = [momentsOf([1, 2, 6]), momentsOf([]), momentsOf([4, 6]), momentsOf([10])];

  it("is of all pupils together, whatever schools they are in", () => {
    expect(regionBounds(schools)).toEqual(meanBounds(momentsOf([1, 2, 6, 4, 6, 10])));
    const histograms = fc.array(fc.array(fc.nat({ max: 9 }), { minLength: 3, maxLength: 3 }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(histograms, (groups) => {
        const pooled = [0, 1, 2].map((score) => groups.reduce((sum, group) => sum + group[score]!, 0));
        expect(regionBounds(groups.map(histogramMoments))).toEqual(meanBounds(histogramMoments(pooled)));
      }),
    );
  });

  it("or of the means of schools, each counted once, without empty ones", () => {
    // means 3, 5, 10: R: mean(c(3, 5, 10)) = 6, sd = 3.605551275463989, with divisor n 2.943920288775949
    const means = regionBounds(schools, by({ region: "schools" }))!;
    expect(means).toMatchObject({ n: 3, mean: 6 });
    expect(means.sd).toBeCloseTo(3.605551275463989, 14);
    expect(means.high).toBeCloseTo(6 + (1.96 * 3.605551275463989) / Math.sqrt(3), 13);
    expect(regionBounds(schools, by({ region: "schools", divisor: "n" }))!.sd).toBeCloseTo(
      2.943920288775949,
      14,
    );
  });

  it("takes central moments of values that are not whole, and both kinds together", () => {
    // A mean near 1e7 has a last digit of 1e-9, so schools are merged to nine digits. R: sd(1e7 + c(0.1, 0.2, 0.3, 0.4)) = 0.12909944535451348
    const near = [centralMomentsOf([1e7 + 0.1, 1e7 + 0.2]), centralMomentsOf([1e7 + 0.3, 1e7 + 0.4])];
    expect(regionBounds(near)!.sd).toBeCloseTo(0.12909944535451348, 8);
    const mixed = [momentsOf([1, 2, 6]), centralMomentsOf([4, 6]), momentsOf([]), centralMomentsOf([10])];
    const whole = regionBounds(schools)!;
    const got = regionBounds(mixed)!;
    for (const key of ["n", "mean", "sd", "low", "high"] as const)
      expect(got[key]).toBeCloseTo(whole[key], 12);
  });

  it("does not exist without enough pupils or schools", () => {
    expect(regionBounds([])).toBeNull();
    expect(regionBounds([momentsOf([5])])).toBeNull();
    expect(regionBounds([], by({ region: "schools" }))).toBeNull();
    expect(regionBounds([momentsOf([5, 6])], by({ region: "schools" }))).toBeNull();
    expect(regionBounds([momentsOf([5, 7])], by({ region: "schools", divisor: "n" }))).toMatchObject({
      ...{ n: 1, mean: 6, sd: 0 },
    });
  });

  it("repeats the example of its docstring", () => {
    expect(
      regionBounds([
        { n: 2, sum: 4, squareSum: 10 },
        { n: 1, sum: 5, squareSum: 25 },
      ])!.mean,
    ).toBe(3);
  });
});
