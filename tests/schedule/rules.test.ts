import { describe, expect, it } from "vitest";
import { publicationIssues, publicationTerms, publicHolidays } from "#lib/schedule/rules.ts";

describe("by when a schedule must be published", () => {
  const plan = { startsOn: "2026-09-01", secondHalfOn: "2027-01-11" } as const;
  // Two weeks from 1 September are 15 September; from 11 January, 25 January.
  it.each([
    ["there is time", [], "2026-09-10", ["ahead", "ahead"]],
    ["on the last day there still is", [], "2026-09-15", ["ahead", "ahead"]],
    ["a day later it is late", [], "2026-09-16", ["late", "ahead"]],
    ["published in time", ["2026-09-15"], "2026-10-01", ["met", "met"]],
    [
      "published late for the first half, in time for the second",
      ["2026-10-01"],
      "2026-10-02",
      ["late", "met"],
    ],
    ["a later edition does not undo the first", ["2026-11-01", "2026-09-10"], "2026-11-02", ["met", "met"]],
  ] as const)("%s", (_, editions, today, states) => {
    const terms = publicationTerms(plan, [...editions], today);
    expect(terms.map(({ dueOn }) => dueOn)).toEqual(["2026-09-15", "2027-01-25"]);
    expect(terms.map(({ state }) => state)).toEqual(states);
  });
});

describe("what stands against publishing", () => {
  const clean = {
    works: 3,
    changed: true,
    conflicts: 0,
    checks: 0,
    openWindows: 0,
    unknownSubjects: 0,
    late: 0,
  };
  it("nothing, when all is well", () => {
    expect(publicationIssues(clean)).toEqual({ errors: [], warnings: [] });
  });
  it("an empty schedule and one that says nothing new", () => {
    expect(publicationIssues({ ...clean, works: 0 }).errors).toEqual(["empty"]);
    expect(publicationIssues({ ...clean, changed: false }).errors).toEqual(["unchanged"]);
  });
  it("conflicts are confirmed, not forbidden: fixed days of offices may leave no way out", () => {
    const issues = publicationIssues({ ...clean, conflicts: 2, openWindows: 1 });
    expect(issues.errors).toEqual([]);
    expect(issues.warnings).toEqual([
      { code: "conflicts", count: 2 },
      { code: "openWindows", count: 1 },
    ]);
  });
});

it("public holidays of a school year are those of article 112 between September and June", () => {
  expect(publicHolidays(2026).map(({ from, to }) => [from, to])).toEqual([
    ["2026-11-04", "2026-11-04"],
    ["2027-01-01", "2027-01-08"],
    ["2027-02-23", "2027-02-23"],
    ["2027-03-08", "2027-03-08"],
    ["2027-05-01", "2027-05-01"],
    ["2027-05-09", "2027-05-09"],
  ]);
});
