import { describe, expect, it } from "vitest";
import { shareHalfUp } from "#lib/platform/format/rounding.ts";
import { type MarkCounts, passRate } from "#lib/statistics/marks.ts";
import { pooledPercent } from "#lib/statistics/pooled-percent.ts";
import { expectClose } from "#tests/support/close.ts";
import { districtSummaries, districtSummary } from "#tests/support/district.ts";
import { expectEntry, hasPublicData, publicExpected, publicNotice } from "#tests/support/expected.ts";
import { newYorkRows } from "#tests/support/new-york.ts";

describe("a pooled percentage", () => {
  it("is that of all pupils together, for the district from its schools", () => {
    const schools = [...districtSummaries("RU5", "school").values()];
    const total = ({ marks }: { marks: MarkCounts }) => marks.reduce((sum, count) => sum + count, 0);
    expectClose(
      pooledPercent(schools.map((s) => ({ value: passRate(s.marks), participants: total(s) }))),
      passRate(districtSummary("RU5").marks)!,
      1e-13,
    );
  });

  it.skipIf(!hasPublicData)(
    `agrees with R for New York's schools, where the plain mean is off${publicNotice}`,
    () => {
      const rows = newYorkRows();
      const shown = rows.filter((row) => row.grade === "All Grades" && row.level34 !== null);
      const years = Map.groupBy(shown, (row) => row.year);
      const entries = new Map(publicExpected("nyc.").map((entry) => [entry.id, entry]));
      const share = (row: { level34: number | null; tested: number }) => (100 * row.level34!) / row.tested;
      expectEntry(
        Object.fromEntries(
          [...years].map(([year, group]) => {
            const tested = group.reduce((sum, row) => sum + row.tested, 0);
            const level34 = group.reduce((sum, row) => sum + row.level34!, 0);
            const figures = {
              ...{ schools: group.length, tested, level34 },
              percent: pooledPercent(group.map((row) => ({ value: share(row), participants: row.tested }))),
              percentHalfUp: shareHalfUp(level34, tested, 1),
              unweightedMeanOfSchools: group.reduce((sum, row) => sum + share(row), 0) / group.length,
            };
            return [year, figures];
          }),
        ),
        entries.get("nyc.years")!,
      );
      expect(years.size).toBe(4);
      const suppressed = rows.filter((row) => row.levels[0] === null);
      const sum = (levels: readonly (number | null)[]) =>
        levels.reduce<number>((total, count) => total + count!, 0);
      expectEntry(
        {
          ...{ rows: rows.length, schools: new Set(rows.map((row) => row.school)).size },
          suppressedRows: suppressed.length,
          suppressedLargestN: Math.max(...suppressed.map((row) => row.tested)),
          rowsByYear: Object.fromEntries(
            [...Map.groupBy(rows, (row) => row.year)].map(([y, g]) => [y, g.length]),
          ),
          levelsNotAddingToN: rows.filter((row) => row.levels[0] !== null && sum(row.levels) !== row.tested)
            .length,
          numbersWithThousandsSeparator: rows.filter((row) => row.withComma).length,
          largestNumberTested: Math.max(...rows.map((row) => row.tested)),
        },
        entries.get("nyc.rows")!,
      );
    },
  );

  it("leaves out schools without a figure or without pupils", () => {
    expect(
      pooledPercent([
        { value: null, participants: 50 },
        { value: 80, participants: 0 },
        { value: 60, participants: 10 },
      ]),
    ).toBe(60);
  });

  it("is not defined when none is left", () => {
    expect(pooledPercent([])).toBeNull();
    expect(pooledPercent([{ value: null, participants: 5 }])).toBeNull();
    expect(pooledPercent([{ value: 5, participants: 0 }])).toBeNull();
  });

  it("refuses what is no count and no figure", () => {
    expect(() => pooledPercent([{ value: 5, participants: -1 }])).toThrow(RangeError);
    expect(() => pooledPercent([{ value: 5, participants: 1.5 }])).toThrow(RangeError);
    expect(() => pooledPercent([{ value: Number.NaN, participants: 1 }])).toThrow(RangeError);
  });

  it("repeats the example of its docstring", () => {
    // R: weighted.mean(c(100, 50), c(4, 96)) = 52
    expect(
      pooledPercent([
        { value: 100, participants: 4 },
        { value: 50, participants: 96 },
      ]),
    ).toBe(52);
  });
});
