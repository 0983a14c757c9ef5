import { describe, expect, it } from "vitest";
import { cohenKappa, type KappaWeights } from "#lib/statistics/association/cohen-kappa.ts";
import { contingencyOf, crossTabulate } from "#lib/statistics/association/contingency.ts";
import { normalQuantile } from "#lib/statistics/distributions/normal.ts";
import { expectClose } from "#tests/support/close.ts";
import { DISTRICT_WORKS, districtSummary } from "#tests/support/district.ts";
import { expectEntry, expected } from "#tests/support/expected.ts";

const WEIGHTS = ["none", "linear", "quadratic"] as const;
const table = [
  [20, 5, 1, 0],
  [8, 30, 9, 2],
  [1, 11, 25, 6],
  [0, 2, 7, 18],
];

describe("Cohen's kappa", () => {
  it.each(DISTRICT_WORKS)("agrees with R for %s, from the summary alone", (work) => {
    for (const weights of WEIGHTS) {
      const { kappa, n } = cohenKappa(contingencyOf(districtSummary(work).journal, 4), weights)!;
      expectEntry(kappa, expected(`kappa.${weights}.${work}`));
      expect(n).toBe((expected(`journal.region.${work}`).value as { n: number }).n);
    }
  });

  it.each(WEIGHTS)("agrees with R on a list of pairs, weights %s", (weights) => {
    const entry = expected(`kappa.example.${weights}`);
    const { x, y } = entry.parameters as { x: number[]; y: number[] };
    expectEntry(cohenKappa(crossTabulate(x, y, [2, 3, 4, 5]), weights)!.kappa, entry);
  });

  // R, agreement weights w, p = t / n, r and c its margins, k kappa, Pe expected agreement, m = outer(w %*% c, t(w) %*% r, "+"):
  // sqrt((sum(p * (w - m * (1 - k))^2) - (k - Pe * (1 - k))^2) / (n * (1 - Pe)^2))
  it.each<[KappaWeights, number, number]>([
    ["none", 0.5107390824735578, 0.055304148848081235],
    ["linear", 0.6380927790687667, 0.046018990286352604],
    ["quadratic", 0.7572351112174119, 0.040195141388482916],
  ])("has the standard error of Fleiss, Cohen and Everitt, weights %s", (weights, kappa, error) => {
    const got = cohenKappa(table, weights)!;
    expectClose(got.kappa, kappa, 1e-14);
    expectClose(got.standardError, error, 1e-13);
    const half = normalQuantile(0.975) * error;
    expectClose(got.interval!.low, kappa - half, 1e-13);
    expectClose(got.interval!.high, kappa + half, 1e-13);
    expect(cohenKappa(table, weights, 0.9)!.interval!.low).toBeGreaterThan(got.interval!.low);
  });

  it("is the same with two categories, whatever the weights, and when rows and columns change places", () => {
    const two = [
      [20, 5],
      [10, 15],
    ];
    for (const weights of WEIGHTS) {
      expectClose(cohenKappa(two, weights)!.kappa, 0.4, 1e-15);
      expectClose(cohenKappa(two, weights)!.standardError, 0.12699606293110033, 1e-14);
      const turned = table.map((row, i) => row.map((_, j) => table[j]![i]!));
      expectClose(cohenKappa(turned, weights)!.kappa, cohenKappa(table, weights)!.kappa, 1e-14);
    }
  });

  it("is 1 without an interval when all agree, and −1 when two categories are always crossed", () => {
    const all = cohenKappa([
      [5, 0],
      [0, 7],
    ])!;
    expect(all).toEqual({ kappa: 1, standardError: 0, interval: null, n: 12 });
    const none = cohenKappa([
      [0, 5],
      [5, 0],
    ])!;
    expect(none.kappa).toBe(-1);
    expect(none.interval).toBeNull();
  });

  it("is not defined for nobody and when all stand in one and the same category", () => {
    expect(
      cohenKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull();
    expect(
      cohenKappa(
        [
          [0, 0],
          [0, 9],
        ],
        "linear",
      ),
    ).toBeNull();
    // All have 4 in the journal, but not in the work: no agreement beyond chance.
    expect(
      cohenKappa([
        [0, 4],
        [0, 9],
      ])!.kappa,
    ).toBe(0);
  });

  it("refuses a table that is not square, has one category or holds what is no count", () => {
    expect(() => cohenKappa([[1, 2]])).toThrow(RangeError);
    expect(() => cohenKappa([[1]])).toThrow(RangeError);
    expect(() =>
      cohenKappa([
        [1, 2],
        [3, -1],
      ]),
    ).toThrow(RangeError);
    expect(() => cohenKappa(table, "none", 95)).toThrow(RangeError);
  });
});
