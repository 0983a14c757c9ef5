import { describe, expect, it } from "vitest";
import type { MarkerVerdict } from "#lib/statistics/objectivity/marker.ts";
import { objectivityIndex } from "#lib/statistics/objectivity/objectivity-index.ts";
import type { SchoolMarkers } from "#lib/statistics/objectivity/official-markers.ts";

const school = (key: string, n: number, verdict: MarkerVerdict): SchoolMarkers => ({
  school: key,
  markers: [
    {
      ...({ namespace: "official", marker: "overHigh", statistic: null, limit: null, n, verdict } as const),
      ...({ number: 1, of: "RU4" } as const),
    },
  ],
  flagged: verdict === "strong" ? ["overHigh.RU4"] : [],
});

describe("the objectivity index", () => {
  const schools = [
    school("a", 20, "strong"),
    school("b", 20, "none"),
    school("c", 1, "insufficient"),
    school("d", 0, "insufficient"),
  ];

  it("is a share of schools with a procedure by default; the list does not depend on the denominator", () => {
    const index = objectivityIndex(schools);
    expect(index).toMatchObject({
      ...{ schools: 3, flagged: 1, flaggedSchools: ["a"] },
      ...{ denominators: { all: 4, withProcedure: 3, withVerdict: 2 } },
    });
    expect(index.index).toBeCloseTo(100 - 100 / 3, 12);
    expect(objectivityIndex(schools, "all")).toMatchObject({ index: 75, schools: 4, flaggedSchools: ["a"] });
    const more = [...schools, school("e", 1, "insufficient")];
    expect(objectivityIndex(more).denominators).toEqual({ all: 5, withProcedure: 4, withVerdict: 2 });
    expect(objectivityIndex(schools, "withVerdict")).toMatchObject({ index: 50, schools: 2, flagged: 1 });
  });

  it("is 100 without markers and 0 when all schools are marked", () => {
    expect(objectivityIndex([schools[1]!]).index).toBe(100);
    expect(objectivityIndex([schools[0]!]).index).toBe(0);
  });

  it("does not exist for no schools", () => {
    expect(objectivityIndex([])).toEqual({
      ...{ index: null, schools: 0, flagged: 0, flaggedSchools: [] },
      denominators: { all: 0, withProcedure: 0, withVerdict: 0 },
    });
    expect(objectivityIndex([schools[3]!])).toMatchObject({ index: null, schools: 0 });
  });

  it("refuses a denominator that is none", () => {
    expect(() => objectivityIndex(schools, "some" as "all")).toThrow(RangeError);
  });
});
