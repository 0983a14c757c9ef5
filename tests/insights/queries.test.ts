import { beforeAll, describe, expect, it } from "vitest";
import { getAnalysis, listUnitWorks } from "#lib/insights/queries.ts";
import type { Unit } from "#lib/insights/schema.ts";
import { listSources } from "#lib/insights/source-queries.ts";
import { listUnitsAround } from "#lib/insights/unit-queries.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { undoImport } from "#lib/results/apply-commands.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asSystem, person, type SmallRegion, smallRegion } from "#tests/support/registry.ts";
import { loadRows, pupil } from "./loaded-results.ts";

let place: SmallRegion;
let deputy: Viewer;
let officer: Viewer;
let lastImport: number;
const school = (): Unit => ({ kind: "school", id: place.schoolIds[0], classLabel: null });
const ofClass = (classLabel: string): Unit => ({ ...school(), classLabel });
const municipality = (): Unit => ({ kind: "municipality", id: place.municipalityIds[0], classLabel: null });

beforeAll(async () => {
  await testDatabase();
  place = await smallRegion();
  const [first, second, third] = place.schoolIds;
  deputy = await person("deputy", { schoolId: first });
  officer = await person("municipality", { municipalityId: place.municipalityIds[0] });
  const rows = (label: string) => [
    pupil(place, `${label}1`, label, [1, 2, 3]),
    pupil(place, `${label}2`, label, [1, 1, 0]),
  ];
  await loadRows(deputy, first, "4А.xlsx", rows("4А"));
  lastImport = await loadRows(deputy, first, "4Б.xlsx", rows("4Б"));
  await loadRows(officer, second, "соседи.xlsx", rows("4А"));
  await loadRows(await person("deputy", { schoolId: third }), third, "далеко.xlsx", rows("4А"));
});

describe("the analysis of a school", () => {
  it("comes from its summaries, with classes in natural order and the last file", async () => {
    const found = await getAnalysis(deputy, school(), place.workId);
    // each class: 6 and 2 points of 6, marks 5 and 3 by the scale
    expect(found.summary).toMatchObject({ participants: 4, scored: 4, scoreSum: 16, marks: [0, 2, 0, 2] });
    expect(found.parts.map(({ name, summary }) => [name, summary.participants])).toEqual([
      ["4А", 2],
      ["4Б", 2],
    ]);
    expect(found.source).toMatchObject({ fileName: "4Б.xlsx", role: "deputy" });
  });

  it("does not show an area of two schools, but does one of three", async () => {
    const { areas } = await getAnalysis(deputy, school(), place.workId);
    expect(areas.map(({ kind, reason, summary }) => [kind, reason, summary?.participants ?? null])).toEqual([
      ["municipality", "fewSchools", null],
      ["region", null, 8],
    ]);
  });

  it("answers for a class, and with nothing for a class that has no results", async () => {
    expect((await getAnalysis(deputy, ofClass("4Б"), place.workId)).summary?.participants).toBe(2);
    expect((await getAnalysis(deputy, ofClass("4Я"), place.workId)).summary).toBeNull();
  });

  it("lists works with their participants", async () => {
    const { works } = await listUnitWorks(deputy, school());
    expect(works.map(({ id, participants }) => [id, participants])).toEqual([[place.workId, 4]]);
  });
});

describe("files behind a figure", () => {
  it("are named one by one, each with its rows; a class has its own file only", async () => {
    const { files } = await listSources(deputy, school(), place.workId);
    expect(files.map(({ name, rows, role }) => [name, rows, role])).toEqual([
      ["4А.xlsx", 2, "deputy"],
      ["4Б.xlsx", 2, "deputy"],
    ]);
    const own = await listSources(deputy, ofClass("4А"), place.workId);
    expect(own.files.map(({ name }) => name)).toEqual(["4А.xlsx"]);
  });

  it("of a municipality are named school by school", async () => {
    const { files, schools } = await listSources(officer, municipality(), place.workId);
    expect(schools).toBe(2);
    expect(files.map(({ name, role }) => [name, role])).toEqual([
      ["4Б.xlsx", "deputy"],
      ["соседи.xlsx", "municipality"],
    ]);
  });

  it("of a region are counted, not listed", async () => {
    const regional = await person("region", { regionId: place.regionId });
    const region: Unit = { kind: "region", id: place.regionId, classLabel: null };
    expect(await listSources(regional, region, place.workId)).toMatchObject({ files: [], schools: 3 });
  });

  it("are known by what may be told when a wider office brought them", async () => {
    const [, second] = place.schoolIds;
    const head = await person("head", { schoolId: second });
    const { files } = await listSources(head, { kind: "school", id: second, classLabel: null }, place.workId);
    expect(files).toMatchObject([{ name: "соседи.xlsx", role: "municipality", rows: 2 }]);
  });

  it("no longer name a file that was undone", async () => {
    await undoImport(deputy, lastImport, new Date("2025-05-02T10:00:00Z"));
    const { files } = await listSources(deputy, school(), place.workId);
    expect(files.map(({ name }) => name)).toEqual(["4А.xlsx"]);
  });
});

describe("where one can go from a unit", () => {
  it("a school sees its classes and nothing around; its officer sees the way up to the own unit", async () => {
    const own = await listUnitsAround(deputy, school());
    expect(own.around).toEqual([]);
    expect(own.inside.map(({ name }) => name)).toEqual(["4А"]);
    const above = await listUnitsAround(officer, school());
    expect(above.around.map(({ kind }) => kind)).toEqual(["municipality"]);
    expect((await listUnitsAround(officer, municipality())).inside).toHaveLength(2);
  });

  it("a teacher sees the own class only", async () => {
    const teacher = await person("teacher", { schoolId: place.schoolIds[0], classLabels: ["2024:4А"] });
    expect((await listUnitsAround(teacher, school())).inside.map(({ name }) => name)).toEqual(["4А"]);
    const stranger = await person("teacher", { schoolId: place.schoolIds[0], classLabels: ["2024:4В"] });
    expect((await listUnitsAround(stranger, school())).inside).toEqual([]);
    expect((await getAnalysis(stranger, ofClass("4А"), place.workId)).summary).toBeNull();
    expect((await getAnalysis(stranger, school(), place.workId)).parts).toEqual([]);
  });

  it("the schools of a municipality stand in natural order", async () => {
    const names = (await listUnitsAround(officer, municipality())).inside.map(({ name }) => name);
    const stored = await asSystem((tx) =>
      tx.school.findMany({ where: { municipalityId: place.municipalityIds[0] } }),
    );
    expect(names).toEqual(
      stored.map(({ name }) => name).sort((a, b) => Number(a.slice(6)) - Number(b.slice(6))),
    );
  });
});
