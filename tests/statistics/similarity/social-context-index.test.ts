import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ContextComponent,
  contextIndex,
  contextScore,
} from "#lib/statistics/similarity/social-context-index.ts";

const components: ContextComponent[] = [
  { name: "degrees", direction: 1 },
  { name: "incomplete families", direction: -1 },
  { name: "register", direction: -1 },
  { name: "rural", direction: -1 },
];
const degrees = [35, 60, 20, 48, 15, 72, 40, 28];
const families = [22, 10, 30, 18, 35, 8, 20, 26];
const register = [4, 1, 6, 2, 9, 1, 3, 3];
const rural = [1, 0, 1, 0, 1, 0, 0, 1];
const rows = degrees.map((value, i) => [value, families[i]!, register[i]!, rural[i]!]);

const close = (got: readonly number[], wanted: readonly number[], digits = 12) => {
  expect(got).toHaveLength(wanted.length);
  wanted.forEach((value, i) => {
    expect(got[i]).toBeCloseTo(value, digits);
  });
};
const scores = (index: NonNullable<ReturnType<typeof contextIndex>>, scale: "raw" | "percent" | "tScore") =>
  rows.map((row) => contextScore(index, row)![scale]);

describe("social-context index by the first principal component", () => {
  const index = contextIndex(components, rows, "firstComponent")!;

  it("agrees with R: prcomp(sweep(scale(X), 2, c(1, -1, -1, -1), '*'))", () => {
    close(
      index.eigenvalues,
      [3.5895951409563778, 0.28026462397902535, 0.1226550120741935, 0.00748522299040286],
    );
    expect(index.shareExplained).toBeCloseTo(0.8973987852390944, 12);
    close(
      index.loadings,
      [0.515568602742384, 0.5201232174541613, 0.4921195981096703, 0.4706157197627098],
      10,
    );
    close(
      scores(index, "raw"),
      [
        -0.6821754608551154, 2.0716878209003036, -1.8872202727631535, 1.1264445540543506, -2.8414854976253836,
        2.499881471375329, 0.6228424395637435, -0.909975054650074,
      ],
      10,
    );
    close(
      scores(index, "percent"),
      [
        40.42616898075141, 91.9834444448378, 17.86556195072211, 74.28678978074545, 0, 100, 64.85845210214511,
        36.16135072136161,
      ],
      9,
    );
    close(
      scores(index, "tScore"),
      [
        46.39941258951588, 60.93456671255308, 40.03907067192997, 55.94548222953141, 35.00236743051643,
        63.194613805447645, 53.28742204211993, 45.19706451838566,
      ],
      9,
    );
    expect(index).toMatchObject({ method: "firstComponent", schools: 8, components });
    close(index.means, [39.75, 21.125, 3.625, 0.5]);
  });

  it("applies to a school outside of the base population (R: sum((new - m) / s * sign * v))", () => {
    expect(contextScore(index, [50, 12, 2, 0])!.raw).toBeCloseTo(1.5154019689678382, 10);
    expect(contextScore(index, [90, 2, 0, 0])!.percent).toBeGreaterThan(100);
  });

  it("turns over with the directions, never by itself", () => {
    const turned = contextIndex(
      components.map((component) => ({ ...component, direction: -component.direction as 1 | -1 })),
      rows,
      "firstComponent",
    )!;
    close(
      scores(turned, "raw"),
      scores(index, "raw").map((value) => -value),
      10,
    );
    close(turned.loadings, index.loadings, 10);
  });

  it("has no first component when two are equally great", () => {
    // A square: the two components are uncorrelated.
    const square = [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ];
    expect(contextIndex(components.slice(0, 2), square, "firstComponent")).toBeNull();
    expect(contextIndex(components.slice(0, 2), square, "standardised")!.shareExplained).toBeCloseTo(0.5, 12);
  });

  it("repeats the examples: two components weigh the same (R: 50 + 10 * scale(z %*% c(1, 1)))", () => {
    const pair: ContextComponent[] = [
      { name: "degrees", direction: 1 },
      { name: "register", direction: -1 },
    ];
    const base = [
      [10, 5],
      [20, 5],
      [60, 0],
    ];
    const two = contextIndex(pair, base, "firstComponent")!;
    close(two.loadings, [Math.SQRT1_2, Math.SQRT1_2], 12);
    close(
      base.map((row) => contextScore(two, row)!.tScore),
      [43.30336818668762, 45.2017619255118, 61.494869887800576],
      10,
    );
  });

  it("has one component alone as itself", () => {
    const one = contextIndex(
      [components[0]!],
      degrees.map((value) => [value]),
      "firstComponent",
    )!;
    close(one.loadings, [1]);
    expect(one.shareExplained).toBeCloseTo(1, 14);
  });

  it("with opposed components is fixed by the greatest loading, however the rows are ordered", () => {
    // Correlation −1 of the turned components: loadings ±√½ with sum 0; the first is positive.
    const opposed = contextIndex(
      [
        { name: "a", direction: 1 },
        { name: "b", direction: 1 },
      ],
      [
        [1, 5],
        [2, 3],
        [4, -1],
      ],
      "firstComponent",
    )!;
    close(opposed.loadings, [Math.SQRT1_2, -Math.SQRT1_2], 12);
  });
});

describe("social-context index by standardised components", () => {
  it("agrees with R: rowMeans(O); 50 + 10 * eq / sd(eq); mean(cor(O, eq)^2)", () => {
    const index = contextIndex(components, rows, "standardised")!;
    close(
      scores(index, "raw"),
      [
        -0.35253590306008403, 1.0332711570438404, -0.9433138071871012, 0.5726482582722779, -1.417379088956907,
        1.2404269496078257, 0.32474994593947465, -0.45786751165932643,
      ],
    );
    close(
      scores(index, "tScore"),
      [
        46.27578609469515, 60.91554867918589, 40.03476704841177, 56.04949620107982, 35.02670829733339,
        63.10395694210189, 53.43068111337489, 45.16305562381721,
      ],
      10,
    );
    expect(index.shareExplained).toBeCloseTo(0.8973302619503426, 12);
    close(index.loadings, [0.25, 0.25, 0.25, 0.25]);
  });

  it("takes weights by decision, and tells no less for a component without weight (R: O %*% c(2, 1, 1, 0) / 4)", () => {
    const weighted = contextIndex(
      components.map((component, j) => ({ ...component, weight: [2, 1, 1, 0][j]! })),
      rows,
      "standardised",
    )!;
    close(
      scores(weighted, "raw").slice(0, 3),
      [-0.1793550744633591, 1.0580751179603827, -0.9617311619903123],
    );
    expect(weighted.shareExplained).toBeCloseTo(0.8815041316330016, 12);
  });

  it("leaves schools with a missing component out of the base and without a value", () => {
    const index = contextIndex(components, [...rows, [90, null, 0, 0]], "standardised")!;
    expect(index).toEqual(contextIndex(components, rows, "standardised"));
    expect(contextScore(index, [90, null, 0, 0])).toBeNull();
  });

  it("lets a component that does not vary add nothing, also when it is not a round number", () => {
    const constant = contextIndex(
      [...components, { name: "same", direction: 1 }],
      rows.map((row) => [...row, 0.1]),
      "standardised",
    )!;
    expect(constant.loadings[4]).toBe(0);
    expect(constant.standardDeviations[4]).toBe(0);
    close(constant.loadings.slice(0, 4), [0.25, 0.25, 0.25, 0.25]);
    expect(constant.shareExplained).toBeCloseTo(0.8973302619503426, 12);
    expect(contextScore(constant, [50, 12, 2, 0, 99])!.raw).toBeCloseTo(
      contextScore(constant, [50, 12, 2, 0, 0.1])!.raw,
      14,
    );
  });

  it("is not defined for fewer than three schools, nothing that varies, no weight, or components that cancel", () => {
    expect(contextIndex(components, rows.slice(0, 2), "standardised")).toBeNull();
    expect(contextIndex(components, [], "firstComponent")).toBeNull();
    expect(contextIndex([], [[], [], []], "standardised")).toBeNull();
    expect(contextIndex([components[0]!], [[5], [5], [5]], "standardised")).toBeNull();
    expect(contextIndex([components[0]!], [[5], [5], [5]], "firstComponent")).toBeNull();
    expect(contextIndex([{ ...components[0]!, weight: 0 }], [[1], [2], [3]], "standardised")).toBeNull();
    const cancel = contextIndex(
      components.slice(0, 2),
      [
        [1, 1],
        [2, 2],
        [4, 4],
      ],
      "standardised",
    );
    expect(cancel).toBeNull();
  });

  it("refuses rows of another length, NaN and negative weights", () => {
    expect(() => contextIndex(components, [[1]], "standardised")).toThrow(RangeError);
    expect(() => contextIndex([components[0]!], [[Number.NaN]], "standardised")).toThrow(RangeError);
    for (const weight of [-1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => contextIndex([{ ...components[0]!, weight }], [[1]], "standardised")).toThrow(RangeError);
    const index = contextIndex(components, rows, "standardised")!;
    expect(() => contextScore(index, [1])).toThrow(RangeError);
    expect(() => contextScore(index, [1, 2, 3, Number.NaN])).toThrow(RangeError);
  });

  it("does not change with the units of a component", () => {
    const cell = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 4, maxLength: 12 }), (list) => {
        const pair = components.slice(0, 2);
        for (const method of ["standardised", "firstComponent"] as const) {
          const index = contextIndex(pair, list, method);
          const scaled = contextIndex(
            pair,
            list.map(([a, b]) => [1000 + a / 4, b * 3]),
            method,
          );
          if (index === null || scaled === null) continue;
          const one = contextScore(index, list[0]!)!;
          const other = contextScore(scaled, [1000 + list[0]![0] / 4, list[0]![1] * 3])!;
          expect(other.percent).toBeCloseTo(one.percent, 6);
        }
      }),
    );
  });
});
