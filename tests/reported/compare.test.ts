import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareAll, compareFigure, likelyCauses } from "#lib/reported/compare.ts";
import type { FigureInForce } from "#lib/reported/compared.ts";
import type { UnitSums } from "#lib/reported/compute-figure.ts";
import { emptySummary } from "#lib/statistics/summary.ts";

const figure = (change: Partial<FigureInForce>): FigureInForce => ({
  form: "F-06",
  measure: "marks",
  key: "2",
  state: "value",
  value: 0,
  decimals: 2,
  n: 24,
  raw: "",
  importId: 1,
  sheet: "Лист",
  row: 9,
  ...change,
});
const task = { counted: 24, sum: 30, notAttempted: 0, notTaught: 0, blank: 0, rejected: 0 };
const sums = (change: Partial<UnitSums["summary"]> = {}): UnitSums => ({
  summary: {
    ...emptySummary(4, 1),
    participants: 24,
    scored: 24,
    histogram: [1, 1, 8, 10, 4],
    marks: [2, 8, 10, 4],
    tasks: [task],
    ...change,
  },
  schools: 1,
  tasks: [{ code: "1К1", max: 2 }],
  groups: null,
});

describe("a reported share beside the computed one", () => {
  // 2 of 24 = 8.333… %, 8 of 24 = 33.333… %, 10 of 24 = 41.666… %, 4 of 24 = 16.666… %
  it.each([
    ["2", 8.33, 2, "equal", 0],
    ["4", 41.67, 2, "equal", 0],
    ["4", 41.7, 1, "equal", 0],
    ["4", 41.66, 2, "rounding", -0.01],
    ["2", 8.34, 2, "differs", 0.01],
    ["5", 12.5, 2, "differs", -4.17],
  ] as const)("mark %s printed %d with %d decimals: %s", (key, value, decimals, verdict, difference) => {
    expect(compareFigure(figure({ key, value, decimals }), sums())).toMatchObject({ verdict, difference });
  });

  it("that was fitted to add up to 100 is rounding and no difference", () => {
    // Three equal thirds: 33.3, 33.3, 33.3 alone; 33.4 for the first when they must make 100.
    const thirds = sums({ marks: [0, 1, 1, 1], participants: 3 });
    expect(compareFigure(figure({ key: "3", value: 33.4, decimals: 1 }), thirds).verdict).toBe("rounding");
    expect(compareFigure(figure({ key: "4", value: 33.4, decimals: 1 }), thirds).verdict).toBe("differs");
  });

  it("of a task is points got of points possible: 30 of 24 × 2 is 62.5 %", () => {
    expect(compareFigure(figure({ measure: "tasks", key: "1К1", value: 62.5 }), sums())).toMatchObject({
      verdict: "equal",
      computed: { part: 30, whole: 48, value: 62.5 },
    });
  });

  it("printed exactly as it was counted never differs, at any number of decimals", () => {
    const counts = fc.tuple(...Array.from({ length: 4 }, () => fc.integer({ min: 0, max: 400 })));
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 2 }), (marks, decimals) => {
        const all = marks.reduce((sum, count) => sum + count, 0);
        fc.pre(all > 0);
        const own = sums({ marks: marks as [number, number, number, number], participants: all });
        for (const [i, count] of marks.entries()) {
          // Half up on whole numbers, without the portal's own rounding.
          const scaled = 100n * BigInt(count) * 10n ** BigInt(decimals);
          const value = Number((2n * scaled + BigInt(all)) / (2n * BigInt(all))) / 10 ** decimals;
          expect(compareFigure(figure({ key: String(i + 2), value, decimals }), own).verdict).toBe("equal");
        }
      }),
    );
  });
});

describe("no data, kept back and zero are three things", () => {
  it.each([
    [{ state: "blank", value: null, raw: "" }, "blank"],
    [{ state: "hidden", value: null, raw: "*" }, "hidden"],
    [{ state: "unread", value: null, raw: "#REF!" }, "unread"],
    [{ state: "value", value: 0, raw: "0" }, "differs"],
  ] as const)("%j: %s", (cell, verdict) => {
    expect(compareFigure(figure(cell), sums()).verdict).toBe(verdict);
  });

  it("a reported 0 where nobody got the mark is equal; without results nothing is", () => {
    expect(compareFigure(figure({ value: 0 }), sums({ marks: [0, 8, 10, 4] })).verdict).toBe("equal");
    expect(compareFigure(figure({ value: 0 }), null)).toMatchObject({
      verdict: "noComputed",
      computed: null,
    });
  });

  it("nobody with a journal mark is no data of ours, not a share of 0", () => {
    expect(compareFigure(figure({ measure: "journal", key: "raised", value: 0 }), sums()).verdict).toBe(
      "noComputed",
    );
  });
});

it("differences stand first", () => {
  const compared = compareAll(
    [figure({ key: "2", value: 8.33 }), figure({ key: "3", value: 33.33 }), figure({ key: "5", value: 20 })],
    sums(),
  );
  expect(compared.map(({ reported, verdict }) => [reported.key, verdict])).toEqual([
    ["5", "differs"],
    ["2", "equal"],
    ["3", "equal"],
  ]);
});

describe("likely causes", () => {
  const causes = (figures: FigureInForce[], own: UnitSums, changed = false) =>
    likelyCauses(compareAll(figures, own), own, changed).map(({ key }) => key);

  it("are none when nothing differs", () => {
    expect(causes([figure({ value: 8.33 })], sums({ markDifferences: 3 }), true)).toEqual([]);
  });

  it("name another number of pupils, marks against the scale, pupils without a mark, later changes", () => {
    const figures = [
      figure({ measure: "participants", key: "", value: 25, decimals: 0 }),
      figure({ value: 12 }),
    ];
    expect(causes(figures, sums({ markDifferences: 1, marks: [2, 8, 10, 3] }), true)).toEqual([
      "fewerPupils",
      "markNotByScale",
      "withoutMark",
      "changedAfter",
    ]);
  });

  it("say honestly when the sums do not show any", () => {
    expect(causes([figure({ value: 12 })], sums())).toEqual(["unknown"]);
  });
});
