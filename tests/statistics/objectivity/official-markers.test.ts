import { describe, expect, it } from "vitest";
import { FIOKO_2019 } from "#lib/statistics/objectivity/conventions.ts";
import { objectivityIndex } from "#lib/statistics/objectivity/objectivity-index.ts";
import { OFFICIAL_MARKERS } from "#lib/statistics/objectivity/official-list.ts";
import { officialMarkers, type SchoolResults } from "#lib/statistics/objectivity/official-markers.ts";
import { expectEntry, expected } from "#tests/support/expected.ts";
import { districtResults } from "./district-pupils.ts";

const district = districtResults();
const columns = (["n", "n-1"] as const).flatMap((divisor) =>
  (["ties", "noTies"] as const).map(
    (spearman) =>
      [`ddof${divisor === "n" ? 0 : 1}.${spearman}`, { ...FIOKO_2019, divisor, spearman }] as const,
  ),
);
/** The order of the reference: works MA4, RU4, MA5, RU5; rules A, B; then falls and rises. */
const order = [
  ...["overHigh.MA4", "overHigh.RU4", "overHigh.MA5", "overHigh.RU5"],
  ...["negative.MA4", "negative.RU4", "negative.MA5", "negative.RU5"],
  ...["fall.MA", "rise.MA", "fall.RU", "rise.RU"],
];
const nothing: SchoolResults = { school: "a", scores: {}, journal: {}, cohorts: {} };

describe("the fourteen markers of a district", () => {
  it.each(columns)("are those of R for every school, %s", (column, conventions) => {
    const markers = officialMarkers(district, conventions);
    const rows = markers.map(({ school, flagged }) => {
      expect(flagged.every((one) => order.includes(one))).toBe(true);
      return [school, order.filter((one) => flagged.includes(one))] as const;
    });
    const entry = expected(`fioko.markers.${column}`);
    expectEntry(Object.fromEntries(rows), entry);
    expect(rows.map(([school]) => school)).toEqual(Object.keys(entry.value as object));
  });

  it.each(columns)("give the index of R, %s", (column, conventions) => {
    const { index, schools, flagged, flaggedSchools } = objectivityIndex(
      officialMarkers(district, conventions),
    );
    expectEntry({ index, schools, flagged, flaggedSchools }, expected(`fioko.index.${column}`));
  });

  it("come with all fourteen results in the document's order, ОГЭ as missing data", () => {
    const [first] = officialMarkers(district);
    expect(first!.markers.map(({ number, marker, of }) => ({ number, rule: marker, of }))).toEqual(
      OFFICIAL_MARKERS,
    );
    expect(first!.markers.every(({ namespace }) => namespace === "official")).toBe(true);
    expect(first!.markers.filter(({ n }) => n === 0).map(({ of, verdict }) => [of, verdict])).toEqual([
      ["OGE_RU", "insufficient"],
      ["OGE_MA", "insufficient"],
    ]);
  });
});

describe("the fourteen markers", () => {
  it("are all insufficient for a school without data, and there are none for no schools", () => {
    const [only] = officialMarkers([nothing]);
    expect(only!.flagged).toEqual([]);
    expect(
      only!.markers.every(({ n, verdict, statistic }) => !n && verdict === "insufficient" && !statistic),
    ).toBe(true);
    expect(officialMarkers([])).toEqual([]);
  });

  it("measure ОГЭ by rule A", () => {
    // Ten schools of two pupils at 10 ± 1, one of two at 20 and 20
    const others = Array.from({ length: 10 }, (_, i) => ({
      ...nothing,
      school: `s${i}`,
      scores: { OGE_RU: { n: 2, sum: 20, squareSum: 202 } },
    }));
    const high = { ...nothing, scores: { OGE_RU: { n: 2, sum: 40, squareSum: 800 } } };
    const results = officialMarkers([high, ...others]);
    expect(results[0]!.flagged).toEqual(["overHigh.OGE_RU"]);
    expect(results.slice(1).every(({ flagged }) => flagged.length === 0)).toBe(true);
  });

  it("take the quartiles of change from the schools that have both years only", () => {
    const cohort = (earlier: number, later: number) => ({
      ...nothing,
      cohorts: {
        RU: {
          earlier: { n: 10, sum: earlier, maxScore: 20 },
          later: { n: later ? 10 : 0, sum: later, maxScore: 20 },
        },
      },
    });
    const schools = [...[100, 101, 99, 100, 102].map((sum) => cohort(sum, 100)), cohort(190, 100)];
    const [last] = officialMarkers([...schools, cohort(100, 0), nothing]).slice(5);
    expect(last!.flagged).toEqual(["fall.RU"]);
    const limits = last!.markers.find(({ number }) => number === 13)!.limit!;
    // R: q <- quantile(c(1, 1.01, .99, 1, 1.02, 1.9), c(.25, .75)); q[2] + 3 * (q[2] - q[1]) = 1.07
    expect(limits).toBeCloseTo(1.07, 12);
    const first = officialMarkers(schools.map(({ cohorts }, i) => ({ ...nothing, school: `${i}`, cohorts })));
    expect(first.filter(({ flagged }) => flagged.length > 0).map(({ school }) => school)).toEqual(["5"]);
  });

  it("refuse broken conventions even without schools", () => {
    expect(() => officialMarkers([], { ...FIOKO_2019, z: -1 })).toThrow(RangeError);
  });
});
