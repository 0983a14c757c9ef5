import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crossTabulate } from "#lib/statistics/association/contingency.ts";
import { correlationTest } from "#lib/statistics/association/correlation-test.ts";
import { pearson, pearsonFromTable } from "#lib/statistics/association/pearson.ts";
import {
  spearman,
  spearmanFromTable,
  spearmanNoTies,
  spearmanNoTiesFromTable,
} from "#lib/statistics/association/spearman.ts";
import { expectClose } from "#tests/support/close.ts";
import { DISTRICT_WORKS, type DistrictRow, districtRows } from "#tests/support/district.ts";
import { expectEntry, expected } from "#tests/support/expected.ts";

const x = [3, 3, 4, 5, 4, 2, 5, 3, 4, 4, 2, 5];
const y = [7, 9, 9, 12, 11, 4, 9, 6, 12, 8, 9, 14];

/** Journal marks and primary scores of the pupils who have both. */
function pairs(rows: readonly DistrictRow[]) {
  const both = rows.filter((row) => row.status === "present" && row.journal !== null);
  return [both.map((row) => row.journal!), both.map((row) => row.totalPrinted!)] as const;
}

describe("Spearman's correlation", () => {
  it.each(["spearman.example", "spearman.constant"])("agrees with R on %s, by both formulas", (id) => {
    const entry = expected(id);
    const { x, y } = entry.parameters as { x: number[]; y: number[] };
    expectEntry({ ties: spearman(x, y), noTies: spearmanNoTies(x, y) }, entry);
  });

  it.each(DISTRICT_WORKS)("agrees with R for %s, the district and every school", (work) => {
    const rows = districtRows().filter((row) => row.work === work);
    const both = (group: readonly DistrictRow[]) => {
      const [journal, scores] = pairs(group);
      return {
        n: journal.length,
        ties: spearman(journal, scores),
        noTies: spearmanNoTies(journal, scores),
      };
    };
    const { ties, noTies } = both(rows);
    expectEntry({ ties, noTies }, expected(`spearman.region.${work}`));
    const schools = Map.groupBy(rows, (row) => row.school);
    expect(schools.size).toBe(Object.keys(expected(`spearman.school.${work}`).value as object).length);
    expectEntry(
      Object.fromEntries([...schools].map(([school, group]) => [school, both(group)])),
      expected(`spearman.school.${work}`),
    );
  });

  // R: cor(x, y, method = "spearman"); 1 - 6 * sum((rank(x) - rank(y))^2) / (12 * 143)
  it("agrees with R on a short list", () => {
    expectClose(spearman(x, y), 0.6956477374360761, 1e-14);
    expectClose(spearmanNoTies(x, y), 0.7115384615384616, 1e-14);
  });

  it("does not change when a list is transformed and keeps its order", () => {
    const marks = fc.array(fc.tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 0, max: 20 })), {
      minLength: 2,
    });
    fc.assert(
      fc.property(marks, (list) => {
        const [a, b] = [list.map(([mark]) => mark), list.map(([, score]) => score)];
        expect(spearman(a.map(Math.exp), b)).toBe(spearman(a, b));
        expect(spearman(b, a)).toBe(spearman(a, b));
        const mirrored = spearman(
          a.map((mark) => -mark),
          b,
        );
        const value = spearman(a, b);
        if (value === null) expect(mirrored).toBeNull();
        else expect(mirrored).toBeCloseTo(-value, 12);
      }),
    );
  });

  it("of a table of counts is that of the list of pupils", () => {
    const marks = fc.array(fc.tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(marks, (list) => {
        const [a, b] = [list.map(([mark]) => mark), list.map(([, other]) => other)];
        const table = crossTabulate(a, b, [2, 3, 4, 5]);
        for (const [fromTable, fromList] of [
          [spearmanFromTable(table), spearman(a, b)],
          [spearmanNoTiesFromTable(table), spearmanNoTies(a, b)],
          [pearsonFromTable(table, [2, 3, 4, 5], [2, 3, 4, 5]), pearson(a, b)],
        ] as const) {
          if (fromList === null) expect(fromTable).toBeNull();
          else expect(fromTable).toBeCloseTo(fromList, 12);
        }
      }),
    );
  });

  it("is not defined for fewer than two pairs, nor, corrected for ties, when one list is all equal", () => {
    expect([spearman([], []), spearman([1], [2]), spearmanNoTies([], []), spearmanNoTies([1], [2])]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(spearman([4, 4, 4], [1, 2, 3])).toBeNull();
    expect(spearman([1, 2, 3], [4, 4, 4])).toBeNull();
    // The printed formula does not notice: ranks 2, 2, 2 against 1, 2, 3 give Σd² = 2.
    expect(spearmanNoTies([4, 4, 4], [1, 2, 3])).toBe(0.5);
    expect(
      spearmanFromTable([
        [3, 0],
        [0, 0],
      ]),
    ).toBeNull();
    expect(
      spearmanNoTiesFromTable([
        [1, 0],
        [0, 0],
      ]),
    ).toBeNull();
    expect(
      spearmanNoTiesFromTable([
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull();
  });

  it("refuses lists that are no pairs", () => {
    for (const f of [spearman, spearmanNoTies]) {
      expect(() => f([1, 2], [1])).toThrow(RangeError);
      expect(() => f([1, Number.NaN], [1, 2])).toThrow(RangeError);
      expect(() => f([1, 2], [Number.NaN, 2])).toThrow(RangeError);
    }
  });

  it("repeats the examples of its docstrings", () => {
    expectClose(spearman([3, 3, 4, 5], [7, 9, 9, 12]), 5 / 6, 1e-15);
    expectClose(spearmanNoTies([3, 3, 4, 5], [7, 9, 9, 12]), 0.85, 1e-15);
    const table = [
      [1, 1, 0],
      [0, 1, 0],
      [0, 0, 1],
    ];
    expectClose(spearmanFromTable(table), 5 / 6, 1e-15);
    expectClose(spearmanNoTiesFromTable(table), 0.85, 1e-15);
  });
});

describe("Pearson's correlation", () => {
  // R: cor(x, y)
  it("agrees with R, far from 0 as well", () => {
    expectClose(pearson(x, y), 0.7184556901734276, 1e-14);
    expectClose(
      pearson(
        x.map((v) => v / 16 + 1e7),
        y.map((v) => v / 8 - 1e8),
      ),
      0.7184556901734276,
      1e-14,
    );
  });

  it("is exactly 1 on a rising and −1 on a falling line", () => {
    expect(pearson([0.1, 0.2, 0.3, 0.7], [0.1, 0.2, 0.3, 0.7])).toBe(1);
    expect(pearson([1, 2, 4], [-1, -2, -4])).toBe(-1);
    expect(
      pearsonFromTable(
        [
          [0, 3],
          [2, 0],
        ],
        [1, 2],
        [1, 2],
      ),
    ).toBeCloseTo(-1, 15);
  });

  it("has the same digits for tiny and for huge values", () => {
    for (const scale of [1e-200, 1e200])
      expectClose(
        pearson(
          x.map((v) => v * scale),
          y,
        ),
        0.7184556901734276,
        1e-13,
      );
    expect(() => pearson([1.7e308, -1.7e308], [1, 2])).toThrow(RangeError);
  });

  it("is not defined for one pair or when one list is all equal, even when equal values do not add up exactly", () => {
    expect([pearson([], []), pearson([1], [2])]).toEqual([null, null]);
    expect(pearson([0.1, 0.1, 0.1], [1, 2, 4])).toBeNull();
    expect(pearson([1, 2, 4], [0.1, 0.1, 0.1])).toBeNull();
    expect(
      pearsonFromTable(
        [
          [2, 3],
          [0, 0],
        ],
        [1, 2],
        [1, 2],
      ),
    ).toBeNull();
    expect(
      pearsonFromTable(
        [
          [2, 0],
          [3, 0],
        ],
        [1, 2],
        [1, 2],
      ),
    ).toBeNull();
    expect(
      pearsonFromTable(
        [
          [1, 0],
          [0, 0],
        ],
        [1, 2],
        [1, 2],
      ),
    ).toBeNull();
    expect(
      pearsonFromTable(
        [
          [0, 0],
          [0, 0],
        ],
        [1, 2],
        [1, 2],
      ),
    ).toBeNull();
    expect(
      pearsonFromTable(
        [
          [1, 0],
          [0, 1],
        ],
        [0.1, 0.1],
        [1, 2],
      ),
    ).toBeNull();
  });

  it("refuses infinite values, other lengths and other numbers of values", () => {
    expect(() => pearson([1, Infinity], [1, 2])).toThrow(RangeError);
    expect(() => pearson([1, 2], [1, -Infinity])).toThrow(RangeError);
    expect(() => pearson([1, 2], [1, 2, 3])).toThrow(RangeError);
    expect(() => pearsonFromTable([[1, 2]], [1, 2], [1, 2])).toThrow(RangeError);
    expect(() => pearsonFromTable([[1, 2]], [1], [1])).toThrow(RangeError);
    expect(() => pearsonFromTable([[1, 2]], [1], [1, Number.NaN])).toThrow(RangeError);
    expect(() => pearsonFromTable([[1, 2]], [Number.NaN], [1, 2])).toThrow(RangeError);
  });

  it("repeats the examples of its docstrings", () => {
    expectClose(pearson([1, 2, 3], [1, 2, 4]), 0.9819805060619659, 1e-15);
    expectClose(
      pearsonFromTable(
        [
          [1, 0],
          [0, 2],
        ],
        [2, 3],
        [2, 3],
      ),
      1,
      1e-15,
    );
  });
});

describe("the test of a correlation", () => {
  // R: cor.test(x, y)$statistic, $p.value; cor.test(x, y, method = "spearman", exact = FALSE)$p.value
  it("agrees with R", () => {
    const plain = correlationTest(pearson(x, y), 12)!;
    expectClose(plain.t, 3.2663103142204766, 1e-13);
    expectClose(plain.p, 0.008483080787341443, 1e-12);
    expect(plain.degreesOfFreedom).toBe(10);
    expectClose(correlationTest(spearman(x, y), 12)!.p, 0.011999408268069965, 1e-12);
    expect(correlationTest(-0.5, 18)!.p).toBe(correlationTest(0.5, 18)!.p);
  });

  it("is certain on a line, undecided at 0, and not defined below three pairs", () => {
    expect(correlationTest(1, 3)).toEqual({ t: Infinity, degreesOfFreedom: 1, p: 0 });
    expect(correlationTest(-1, 3)).toEqual({ t: -Infinity, degreesOfFreedom: 1, p: 0 });
    expect(correlationTest(0, 3)!.p).toBe(1);
    expect([correlationTest(0.5, 2), correlationTest(null, 9)]).toEqual([null, null]);
  });

  it("refuses what is no correlation and no number of pairs", () => {
    expect(() => correlationTest(1.1, 9)).toThrow(RangeError);
    expect(() => correlationTest(Number.NaN, 9)).toThrow(RangeError);
    expect(() => correlationTest(0.5, 2.5)).toThrow(RangeError);
    expect(() => correlationTest(0.5, -1)).toThrow(RangeError);
  });

  it("repeats the example of its docstring", () => {
    expectClose(correlationTest(0.5, 18)!.p, 0.034599676728248596, 1e-12);
  });
});

describe("the bounds of the test of a correlation", () => {
  it("are those of a correlation: from −1 to 1 with both ends, nothing beyond", () => {
    // r = ±1: t is infinite, and nothing is so far from 0 by chance.
    expect(correlationTest(1, 10)).toEqual({ t: Number.POSITIVE_INFINITY, degreesOfFreedom: 8, p: 0 });
    expect(correlationTest(-1, 10)).toEqual({ t: Number.NEGATIVE_INFINITY, degreesOfFreedom: 8, p: 0 });
    for (const beyond of [1.000001, -1.000001, 2, -2, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => correlationTest(beyond, 10), String(beyond)).toThrow(/between -1 and 1/);
  });

  it("are those of a number of pairs, also where there is no correlation to test", () => {
    expect(correlationTest(null, 0)).toBeNull();
    expect(correlationTest(0.5, 2)).toBeNull();
    for (const n of [-1, 2.5, Number.NaN]) expect(() => correlationTest(null, n)).toThrow(/pairs/);
    // Three pairs: t = 0.5 / √0.75 = 1/√3; of Cauchy's distribution p = 1 − 2/π · atan(1/√3) = 1 − 2/π · π/6 = 2/3.
    const three = correlationTest(0.5, 3);
    expectClose(three!.t, 1 / Math.sqrt(3), 1e-15);
    expectClose(three!.p, 2 / 3, 1e-14);
  });
});
