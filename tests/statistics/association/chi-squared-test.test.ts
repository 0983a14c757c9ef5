import { describe, expect, it } from "vitest";
import { chiSquaredFit, chiSquaredIndependence } from "#lib/statistics/association/chi-squared-test.ts";
import { expectClose } from "#tests/support/close.ts";

const two = [
  [20, 5],
  [10, 15],
];

describe("the chi-squared test of independence", () => {
  // R: chisq.test(matrix(c(20, 5, 10, 15), 2, byrow = TRUE), correct = FALSE), correct = TRUE
  it("agrees with R on 2 × 2, with and without Yates' correction", () => {
    const plain = chiSquaredIndependence(two)!;
    expectClose(plain.statistic, 8.333333333333334, 1e-14);
    expectClose(plain.p, 0.0038924171227786297, 1e-12);
    expect(plain).toMatchObject({ degreesOfFreedom: 1, leastExpected: 10, smallExpected: 0 });
    expectClose(plain.cramersV, Math.sqrt(1 / 6), 1e-14);
    const corrected = chiSquaredIndependence(two, true)!;
    expectClose(corrected.statistic, 6.75, 1e-14);
    expectClose(corrected.p, 0.009374768459434878, 1e-12);
    expectClose(corrected.cramersV, plain.cramersV, 1e-14);
    // R: chisq.test(matrix(c(5, 6, 5, 5), 2)): all distances are below 1/2
    const near = [
      [5, 5],
      [6, 5],
    ];
    expectClose(chiSquaredIndependence(near, true)!.p, 1, 1e-12);
    expect(chiSquaredIndependence(near, true)!.statistic).toBeLessThan(1e-25);
  });

  // R: chisq.test(t); min($expected); sum($expected < 5); sqrt($statistic / sum(t) / 3)
  it("agrees with R on 4 × 4 and warns of small expected counts", () => {
    const test = chiSquaredIndependence([
      [20, 5, 1, 0],
      [8, 30, 9, 2],
      [1, 11, 25, 6],
      [0, 2, 7, 18],
    ])!;
    expectClose(test.statistic, 140.23988150894, 1e-14);
    expectClose(test.p, 9.204560590955946e-26, 1e-12);
    expectClose(test.leastExpected, 4.662068965517242, 1e-14);
    expectClose(test.cramersV, 0.5677944453800686, 1e-14);
    expect(test).toMatchObject({ degreesOfFreedom: 9, smallExpected: 2 });
  });

  it("leaves out rows and columns without pupils", () => {
    const padded = [
      [20, 0, 5],
      [0, 0, 0],
      [10, 0, 15],
    ];
    expect(chiSquaredIndependence(padded)).toEqual(chiSquaredIndependence(two));
  });

  it("is strongest on the diagonal and nothing on equal shares", () => {
    expectClose(
      chiSquaredIndependence([
        [7, 0],
        [0, 9],
      ])!.cramersV,
      1,
      1e-15,
    );
    expect(
      chiSquaredIndependence([
        [2, 4],
        [3, 6],
      ]),
    ).toMatchObject({ statistic: 0, p: 1, cramersV: 0 });
  });

  it("is not defined for nobody, one row or one column", () => {
    expect(
      chiSquaredIndependence([
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull();
    expect(chiSquaredIndependence([[3, 4]])).toBeNull();
    expect(chiSquaredIndependence([[3], [4]])).toBeNull();
    expect(
      chiSquaredIndependence([
        [3, 0],
        [4, 0],
      ]),
    ).toBeNull();
  });

  it("refuses Yates' correction of a larger table and what is no count", () => {
    expect(() =>
      chiSquaredIndependence(
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
        true,
      ),
    ).toThrow(RangeError);
    expect(() =>
      chiSquaredIndependence(
        [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
        true,
      ),
    ).toThrow(RangeError);
    expect(() =>
      chiSquaredIndependence([
        [1, 2],
        [3, 0.5],
      ]),
    ).toThrow(RangeError);
  });
});

describe("the chi-squared test of fit", () => {
  // R: chisq.test(c(10, 20, 30), p = c(.25, .25, .5)); chisq.test(c(3, 0, 6, 2), p = c(.1, .2, .3, .4))
  it("agrees with R", () => {
    const test = chiSquaredFit([10, 20, 30], [0.25, 0.25, 0.5])!;
    expectClose(test.statistic, 10 / 3, 1e-15);
    expectClose(test.p, 0.18887560283756183, 1e-12);
    expect(test).toMatchObject({ degreesOfFreedom: 2, leastExpected: 15, smallExpected: 0 });
    const small = chiSquaredFit([3, 0, 6, 2], [0.1, 0.2, 0.3, 0.4])!;
    expectClose(small.statistic, 9, 1e-14);
    expectClose(small.p, 0.029290886534888233, 1e-12);
    expectClose(small.leastExpected, 1.1, 1e-14);
    expect(small).toMatchObject({ degreesOfFreedom: 3, smallExpected: 4 });
  });

  it("leaves out impossible categories nobody is in, and is certain when somebody is", () => {
    expect(chiSquaredFit([10, 20, 0], [0.5, 0.5, 0])).toEqual(chiSquaredFit([10, 20], [0.5, 0.5]));
    expect(chiSquaredFit([10, 20, 1], [0.5, 0.5, 0])).toMatchObject({ statistic: Infinity, p: 0 });
  });

  it("is not defined for nobody and for fewer than two categories", () => {
    expect(chiSquaredFit([], [])).toBeNull();
    expect(chiSquaredFit([0, 0], [0.5, 0.5])).toBeNull();
    expect(chiSquaredFit([5], [1])).toBeNull();
    expect(chiSquaredFit([5, 0], [1, 0])).toBeNull();
  });

  it("refuses what are no counts and no shares", () => {
    expect(() => chiSquaredFit([1, 2], [1])).toThrow(RangeError);
    expect(() => chiSquaredFit([1, -2], [0.5, 0.5])).toThrow(RangeError);
    expect(() => chiSquaredFit([1, 2], [0.5, 0.6])).toThrow(RangeError);
    expect(() => chiSquaredFit([1, 2], [-0.5, 1.5])).toThrow(RangeError);
    expect(() => chiSquaredFit([1, 2], [Number.NaN, 1])).toThrow(RangeError);
  });
});
