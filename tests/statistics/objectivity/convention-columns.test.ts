import { describe, expect, it } from "vitest";
import { conventionColumns } from "#lib/statistics/objectivity/convention-columns.ts";
import { expectEntry, expected } from "#tests/support/expected.ts";
import { districtResults } from "./district-pupils.ts";

describe("the four columns of conventions", () => {
  const columns = conventionColumns(districtResults());

  it("hit the four of R", () => {
    for (const { divisor, spearman, index, schools, flagged, flaggedSchools } of columns)
      expectEntry(
        { index, schools, flagged, flaggedSchools },
        expected(`fioko.index.ddof${divisor === "n" ? 0 : 1}.${spearman}`),
      );
    expect(columns.map(({ divisor, spearman }) => `${divisor} ${spearman}`)).toEqual([
      ...["n-1 ties", "n-1 noTies", "n ties", "n noTies"],
    ]);
  });

  it("name the schools that the choice adds to the list or drops from it", () => {
    expect(columns.map(({ added }) => added)).toEqual([
      ["edu970031"],
      [],
      ["edu970004", "edu970029", "edu970031", "edu970033"],
      ["edu970004", "edu970029", "edu970033"],
    ]);
    expect(columns.every(({ dropped }) => dropped.length === 0)).toBe(true);
  });

  it("count from the conventions that are chosen", () => {
    const chosen = { ...conventionsOf("n"), spearman: "ties" as const };
    const [first, , third] = conventionColumns(districtResults(), chosen, "all");
    expect(first!.dropped).toEqual(["edu970004", "edu970029", "edu970033"]);
    expect([third!.added, third!.dropped]).toEqual([[], []]);
  });

  it("of no schools have no index", () => {
    expect(conventionColumns([]).map(({ index }) => index)).toEqual([null, null, null, null]);
  });
});

function conventionsOf(divisor: "n" | "n-1") {
  return {
    ...({ divisor, z: 1.96, region: "pupils", spearman: "noTies", quantileType: 7, fence: 3 } as const),
    ...{ minimumPupils: 2, minimumCohort: 1 },
  };
}
