import { describe, expect, it } from "vitest";
import { type DraftFacts, publicationIssues } from "#lib/reports/rules.ts";
import type { Snapshot } from "#lib/reports/snapshot.ts";
import { locales } from "#messages/load.ts";
import { rootTranslator } from "#messages/translate.ts";
import { unit } from "./published-unit.ts";

function snapshot(...units: ReturnType<typeof unit>[]): Snapshot {
  return {
    format: 1,
    unit: { kind: "school", name: "Школа", slug: "shkola", municipality: "Округ", region: "Область" },
    year: 2026,
    title: "Отчёт",
    foreword: "",
    least: 10,
    works: [
      {
        code: "VPR-2026-MA-4",
        kind: "vpr",
        year: 2026,
        season: "spring",
        subject: "MA",
        gradeTested: 4,
        gradeWriting: 4,
        level: "base",
        maxScore: 18,
        schools: null,
        units,
      },
    ],
  };
}
const shown = unit("school", { n: 60, "2": 12, "3": 20, low: 32, "4": 15, "5": 13, high: 28 });

/** A draft against which nothing can be said, unless told otherwise. */
const draft = (given: Partial<DraftFacts> = {}): DraftFacts => ({
  title: "Отчёт",
  workIds: [1],
  emptyWorks: [],
  worksWithoutScale: [],
  uncheckedWorks: [],
  markDifferences: 0,
  missingSchools: 0,
  exposed: 0,
  snapshot: snapshot(shown),
  previous: null,
  note: "",
  ...given,
});
const keys = (given: Partial<DraftFacts>) => {
  const { errors, warnings } = publicationIssues(draft(given));
  return { errors: errors.map(({ key }) => key), warnings: warnings.map(({ key }) => key) };
};

describe("what stands against publishing", () => {
  it("nothing, when all is there and nothing is hidden", () => {
    expect(publicationIssues(draft())).toEqual({ errors: [], warnings: [] });
  });

  it.each<[string, Partial<DraftFacts>, string[]]>([
    ["no work", { workIds: [], snapshot: { ...snapshot(), works: [] } }, ["noWorks"]],
    ["a work whose results are gone", { emptyWorks: ["VPR-2026-MA-4"] }, ["emptyWorks"]],
    ["everything hidden", { snapshot: snapshot(unit("school", {})) }, ["nothingVisible"]],
    ["only zeros", { snapshot: snapshot(unit("school", { n: 0, low: 0, high: 0 })) }, ["nothingVisible"]],
    ["the same words again", { previous: { edition: 1, same: true }, note: "Повтор" }, ["nothingChanged"]],
    ["an amendment without a note", { previous: { edition: 1, same: false }, note: " —  " }, ["noteMissing"]],
    ["an amendment with a note", { previous: { edition: 1, same: false }, note: "Исправили" }, []],
  ])("%s", (_what, given, errors) => {
    expect(keys(given).errors).toEqual(errors);
  });

  it("numbers of the areas do not make a report of a school worth reading", () => {
    expect(keys({ snapshot: snapshot(unit("school", {}), { ...shown, kind: "region" }) }).errors).toEqual([
      "nothingVisible",
    ]);
  });
});

describe("what a person must confirm", () => {
  it.each<[string, Partial<DraftFacts>]>([
    ["hidden", { snapshot: snapshot(unit("school", { n: 60, low: 32, "4": 15, "5": 13, high: 28 })) }],
    ["missingSchools", { missingSchools: 2 }],
    ["noScale", { worksWithoutScale: ["VPR-2026-MA-4"] }],
    ["unchecked", { uncheckedWorks: ["VPR-2026-MA-4"] }],
    ["markDifferences", { markDifferences: 3 }],
    ["exposed", { exposed: 1 }],
  ])("%s", (key, given) => {
    expect(keys(given)).toEqual({ errors: [], warnings: [key] });
  });
});

describe.each(locales)("every issue has its sentence in %s", (locale) => {
  const t = rootTranslator(locale);
  const bad = {
    emptyWorks: ["A", "B"],
    worksWithoutScale: ["A"],
    uncheckedWorks: ["A", "B"],
    markDifferences: 5,
    missingSchools: 21,
    exposed: 2,
    snapshot: snapshot(unit("school", {})),
  };
  const issues = [
    draft({ ...bad, previous: { edition: 1, same: true } }),
    draft({ ...bad, emptyWorks: [], previous: { edition: 1, same: false } }),
    draft({ workIds: [] }),
  ].flatMap((one) => Object.values(publicationIssues(one)).flat());

  it.each(issues)("$key", ({ key, params }) => {
    expect(t(`reports.issues.${key}`, { ...params })).not.toMatch(/[{}]|undefined/u);
  });
});
