import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { transitionMatrix, transitionShares } from "#lib/statistics/objectivity/mark-transition.ts";
import { readRecords } from "#tests/support/district.ts";
import { expectEntry, expected } from "#tests/support/expected.ts";

describe("the transition of a cohort", () => {
  it.each(["MA", "RU"])("agrees with R for the district, %s", (subject) => {
    const present = readRecords("district.csv").filter(
      (row) => row.subject === subject && row.status === "present",
    );
    const keyOf = (row: Record<string, string>) => `${row.school} ${row.code}`;
    const marks = (grade: string) =>
      new Map(
        present.filter((row) => row.grade === grade).map((row) => [keyOf(row), Number(row.mark)] as const),
      );
    const [four, five] = [marks("4"), marks("5")];
    const keys = [...new Set([...four.keys(), ...five.keys()])];
    expectEntry(
      transitionMatrix(
        keys.map((key) => four.get(key) ?? null),
        keys.map((key) => five.get(key) ?? null),
      ),
      expected(`transition.${subject}`),
    );
  });

  it("repeats the example of its docstring, and leaves out who has one mark only", () => {
    const example = [
      [0, 0, 0, 0],
      [1, 1, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 1, 0],
    ];
    expect(transitionMatrix([3, 3, 5], [2, 3, 4])).toEqual(example);
    expect(transitionMatrix([null, 3, 3, 5, 4, null], [2, 2, 3, 4, null, null])).toEqual(example);
  });

  it("of nobody is zeros", () => {
    expect(transitionMatrix([], []).flat()).toEqual(Array<number>(16).fill(0));
  });

  it("refuses lists that are not of the same pupils, and marks that are none", () => {
    expect(() => transitionMatrix([3], [])).toThrow(/1 and 0 marks/);
    for (const mark of [1, 6, 3.5, Number.NaN]) {
      expect(() => transitionMatrix([mark], [3])).toThrow(RangeError);
      expect(() => transitionMatrix([3], [mark])).toThrow(RangeError);
    }
  });

  it("turns over when the two works change places", () => {
    const marks = fc.array(fc.tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 })));
    fc.assert(
      fc.property(marks, (pairs) => {
        const [a, b] = [pairs.map(([mark]) => mark), pairs.map(([, mark]) => mark)];
        const back = transitionMatrix(b, a);
        expect(transitionMatrix(a, b)).toEqual(back[0]!.map((_, j) => back.map((row) => row[j])));
      }),
    );
  });
});

describe("the shares of a transition", () => {
  const cohort = transitionMatrix([3, 3, 5], [2, 3, 4]);

  it("are those who fell, kept and rose, each with its interval", () => {
    const shares = transitionShares(cohort)!;
    expect(shares).toMatchObject({
      ...{ n: 3, fell: { pupils: 2, share: 2 / 3 }, kept: { pupils: 1, share: 1 / 3 } },
      ...{ rose: { pupils: 0, share: 0 }, fellFar: { pupils: 0 }, roseFar: { pupils: 0 } },
    });
    // R: prop.test(2, 3, correct = FALSE)$conf.int
    expect(shares.fell.interval.low).toBeCloseTo(0.20765960080204782, 12);
    expect(shares.fell.interval.high).toBeCloseTo(0.93850805527960379, 12);
  });

  it("tell two marks and more apart", () => {
    const shares = transitionShares(transitionMatrix([5, 5, 4, 2, 2, 3, 3], [3, 2, 3, 4, 5, 4, 3]))!;
    expect(shares).toMatchObject({
      ...{ n: 7, fell: { pupils: 3 }, kept: { pupils: 1 }, rose: { pupils: 3 } },
      ...{ fellFar: { pupils: 2, share: 2 / 7 }, roseFar: { pupils: 2 } },
    });
  });

  it("do not exist for nobody, and refuse what is no matrix", () => {
    expect(transitionShares(transitionMatrix([], []))).toBeNull();
    expect(() => transitionShares(cohort.slice(1))).toThrow(/four by four/);
    expect(() => transitionShares(cohort.map((row) => row.slice(1)))).toThrow(/four by four/);
    expect(() => transitionShares(cohort.with(0, [0, 0, 0, -1]))).toThrow(RangeError);
  });
});
