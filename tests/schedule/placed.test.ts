import { describe, expect, it } from "vitest";
import { candidateOf, othersOf } from "#lib/schedule/candidate.ts";
import { fixedWorks, openWindows, placedWorks } from "#lib/schedule/placed.ts";
import { announced, schoolYear, work } from "./school-year.ts";

describe("what stands in a school's schedule", () => {
  it("holds a day that an office has set without anybody entering it", () => {
    const exam = announced({ id: 7, opensOn: "2027-02-16", closesOn: "2027-02-16" });
    const [placed] = placedWorks(schoolYear({ announced: [exam] }));
    expect(placed).toMatchObject({
      id: "w7",
      on: "2027-02-16",
      classes: ["5А", "5Б"],
      fixed: true,
      window: null,
    });
  });

  it("leaves out of it the classes that have a placement of their own", () => {
    const day = announced({ id: 7, opensOn: "2027-02-16", closesOn: "2027-02-16" });
    const own = work({ id: 3, windowId: 7, level: "federal", classes: ["5А"], on: "2027-02-16", lesson: 2 });
    const placed = placedWorks(schoolYear({ announced: [day], works: [own] }));
    expect(placed.map(({ id, classes, fixed, work: of }) => [id, classes, fixed, of])).toEqual([
      ["s3", ["5А"], true, "w7"],
      ["w7", ["5Б"], true, "w7"],
    ]);
  });

  it("does not place a window before the school chooses, and says that it is open", () => {
    const facts = schoolYear({
      announced: [announced({ id: 7 })],
      works: [work({ windowId: 7, classes: ["5Б"] })],
    });
    expect(fixedWorks(facts)).toEqual([]);
    expect(openWindows(facts).map(({ classes }) => classes)).toEqual([["5А"]]);
    expect(placedWorks(facts)[0]?.window).toEqual({ from: "2027-04-20", to: "2027-05-20" });
  });

  it("says nothing about a parallel that the school does not have", () => {
    expect(openWindows(schoolYear({ announced: [announced({ grade: 11 })] }))).toEqual([]);
  });

  it("takes the same work of two classes on near days as one", () => {
    const works = [
      work({ id: 1, classes: ["5А"], on: "2026-10-15" }),
      work({ id: 2, classes: ["5Б"], on: "2026-10-20" }),
    ];
    expect(placedWorks(schoolYear({ works })).map((one) => one.work)).toEqual(["own1", "own1"]);
  });

  it.each([
    ["the same class again", { classes: ["5А"], on: "2026-10-20" as const }],
    ["another title", { classes: ["5Б"], title: "Проценты", on: "2026-10-20" as const }],
    ["more than ten days later", { classes: ["5Б"], on: "2026-10-26" as const }],
  ])("but not with %s", (_, second) => {
    const works = [work({ id: 1 }), work({ id: 2, ...second })];
    expect(placedWorks(schoolYear({ works })).map((one) => one.work)).toEqual(["own1", "own2"]);
  });

  it("keeps drawn subjects apart while they are not known", () => {
    const works = [1, 2].map((id) => work({ id, subject: "", options: ["GG", "BI"] }));
    expect(new Set(placedWorks(schoolYear({ works })).map(({ subject }) => subject)).size).toBe(2);
  });
});

describe("a draft among the others", () => {
  const facts = schoolYear({ works: [work({ id: 1 }), work({ id: 2, classes: ["5Б"], on: "2026-10-16" })] });

  it("is not judged against its own old place", () => {
    const draft = { ...facts.works[0]!, on: "2026-10-19" as const };
    expect(othersOf(facts, draft).map(({ id }) => id)).toEqual(["s2"]);
    expect(candidateOf(facts, draft)).toMatchObject({ id: "s1", on: "2026-10-19", work: "own2" });
  });

  it("takes its classes out of a day that an office has set", () => {
    const day = announced({ id: 7, opensOn: "2027-02-16", closesOn: "2027-02-16" });
    const draft = { id: null, windowId: 7, classes: ["5А"] };
    expect(othersOf(schoolYear({ announced: [day] }), draft).map(({ classes }) => classes)).toEqual([["5Б"]]);
  });
});
