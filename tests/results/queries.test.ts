import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "#lib/platform/access/as-viewer.ts";
import { systemViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { applyImport } from "#lib/results/apply-commands.ts";
import type { CheckedRow } from "#lib/results/check.ts";
import { differences, stageRows } from "#lib/results/import-writes.ts";
import { getResultRows, listSchoolsWithResults, listWorksWithResults } from "#lib/results/queries.ts";
import { registerImport } from "#lib/results/receive-commands.ts";
import { diffRows, type ResultRow } from "#lib/results/rules.ts";
import { testDatabase } from "#tests/support/database.ts";
import { person, type SmallRegion, smallRegion } from "#tests/support/registry.ts";

const now = new Date("2025-05-01T18:00:00Z");
let place: SmallRegion;
let deputy: Viewer;

beforeAll(async () => {
  await testDatabase();
  place = await smallRegion();
  deputy = await person("deputy", { schoolId: place.schoolIds[0] });
  await applied(place.schoolIds[0], [
    pupil("40002", "4А"),
    pupil("40001", "4А"),
    pupil("40010", "4Б"),
    pupil("40003", "4А", { status: "absent", items: [], totalPrinted: null, markScale: null }),
    pupil("40020", ""),
  ]);
  await applied(place.schoolIds[2], [pupil("1", "4")]);
});

function pupil(code: string, classLabel: string, changes: Partial<CheckedRow> = {}): CheckedRow {
  return {
    sheet: "Лист",
    row: 1,
    login: "x",
    workId: place.workId,
    code,
    classLabel,
    variant: "1",
    sex: null,
    status: "present",
    items: [1, -1, 2],
    totalPrinted: 3,
    totalFromItems: 3,
    markFile: null,
    markScale: 3,
    journal: 4,
    ...changes,
  };
}

async function staged(schoolId: number, rows: readonly CheckedRow[]): Promise<number> {
  return inTransaction(systemViewer, async (tx) => {
    const file = { name: "a.xlsx", bytes: 1, sha256: "00" };
    const importId = await registerImport(tx, systemViewer, file, {}, now);
    await stageRows(tx, importId, new Map([["x", schoolId]]), rows);
    for (const target of await differences(tx, importId)) {
      const key = { schoolId: target.schoolId, workId: target.workId };
      const base = await tx.resultSet.findUnique({ where: { schoolId_workId: key } });
      await tx.importTarget.create({
        data: { ...target, importId, held: 0, baseVersion: base?.version ?? 0 },
      });
    }
    await tx.importFile.update({ where: { id: importId }, data: { status: "review" } });
    return importId;
  });
}

const applied = async (schoolId: number, rows: readonly CheckedRow[]) =>
  applyImport(systemViewer, await staged(schoolId, rows), now);

describe("rows of a school in a work", () => {
  const read = (viewer: Viewer, classLabel?: string) =>
    getResultRows(viewer, place.workId, place.schoolIds[0], { classLabel });

  it("come by class, those who wrote first, then by code; rows without a class last", async () => {
    const view = await read(deputy);
    expect(view.rows.map(({ code }) => code)).toEqual(["40001", "40002", "40003", "40010", "40020"]);
    expect(view.classes).toEqual([
      { label: "4А", present: 2, absent: 1 },
      { label: "4Б", present: 1, absent: 0 },
      { label: "", present: 1, absent: 0 },
    ]);
    expect(view.tasks).toEqual([
      { code: "1", max: 1 },
      { code: "2", max: 2 },
      { code: "3", max: 3 },
    ]);
  });

  it("of one class when asked for, and none of a class that is not there", async () => {
    expect((await read(deputy, "4Б")).rows.map(({ code }) => code)).toEqual(["40010"]);
    expect((await read(deputy, "")).rows.map(({ code }) => code)).toEqual(["40020"]);
    expect((await read(deputy, "9Я")).rows).toEqual([]);
  });

  it("a teacher sees the own class only, also when asking for another", async () => {
    const teacher = await person("teacher", { schoolId: place.schoolIds[0], classLabels: ["2024:4Б"] });
    expect((await read(teacher)).rows.map(({ code }) => code)).toEqual(["40010"]);
    expect((await read(teacher)).classes).toEqual([{ label: "4Б", present: 1, absent: 0 }]);
    expect((await read(teacher, "4А")).rows).toEqual([]);
  });

  it("come at most two hundred at a time", async () => {
    const school = place.schoolIds[1];
    const many = Array.from({ length: 205 }, (_, i) => pupil(String(10_000 + i), "4А"));
    await applied(school, many);
    const page = (number: number) => getResultRows(systemViewer, place.workId, school, { page: number });
    expect(await page(1)).toMatchObject({ page: 1, pages: 2, rows: { length: 200 } });
    expect(await page(2)).toMatchObject({ page: 2, rows: { length: 5 } });
    expect(await page(99)).toMatchObject({ page: 2 });
  });
});

describe("works with results", () => {
  it("are counted over the schools that the viewer sees", async () => {
    const officer = await person("municipality", { municipalityId: place.municipalityIds[1] });
    expect(await listWorksWithResults(deputy)).toMatchObject([
      { work: { id: place.workId }, schools: 1, participants: 4, absent: 1, schoolYear: 2024 },
    ]);
    expect(await listWorksWithResults(officer)).toMatchObject([{ schools: 1, participants: 1, absent: 0 }]);
  });

  it("are for a teacher those of the own classes", async () => {
    const unit = { schoolId: place.schoolIds[0] };
    const own = await person("teacher", { ...unit, classLabels: ["2024:4Б"] });
    const other = await person("teacher", { ...unit, classLabels: ["2024:9А"] });
    expect(await listWorksWithResults(own)).toMatchObject([{ schools: 1, participants: 1, absent: 0 }]);
    expect(await listWorksWithResults(other)).toEqual([]);
  });

  it("list their schools by name and never by result", async () => {
    const { schools, total } = await listSchoolsWithResults(systemViewer, place.workId, { page: 1 });
    expect(total).toBe(3);
    expect(schools.map(({ id }) => id).sort()).toEqual([...place.schoolIds].sort());
    expect(Object.keys(schools[0] ?? {}).sort()).toEqual([
      "absent",
      "changedAt",
      "id",
      "name",
      "participants",
    ]);
  });
});

describe("the comparison in the database and the pure rule", () => {
  // Few codes, classes and points, so that rows meet often.
  const one = fc.record({
    code: fc.constantFrom("1", "2", "3", "4", "5", "6"),
    classLabel: fc.constantFrom("4А", "4Б", "4В", ""),
    status: fc.constantFrom("present", "present", "absent", "held") as fc.Arbitrary<CheckedRow["status"]>,
    items: fc.constantFrom([1, 1, 1], [1, -1, -3]),
    totalPrinted: fc.constantFrom(null, 3),
    markFile: fc.constantFrom(null, 4 as const),
    sex: fc.constantFrom(null, "м" as const),
  });
  const rows = fc.uniqueArray(one, { selector: ({ code }) => code, maxLength: 6 });

  it("agree on what a file adds, changes, leaves and removes", async () => {
    await fc.assert(
      fc.asyncProperty(rows, rows, async (before, after) => {
        const fresh = await smallRegion();
        const [schoolId] = fresh.schoolIds;
        const made = (list: typeof before) =>
          list.map(({ code, classLabel, ...changes }) =>
            pupil(code, classLabel, {
              ...changes,
              items: changes.status === "absent" ? [] : changes.items,
              workId: fresh.workId,
            }),
          );
        if (before.some(({ status }) => status !== "held")) await applied(schoolId, made(before));
        const importId = await staged(schoolId, made(after));
        const [found] = await inTransaction(systemViewer, (tx) => differences(tx, importId));
        const pure = diffRows<ResultRow, ResultRow>(made(before), made(after));
        const counts = {
          added: pure.added.length,
          changed: pure.changed.length,
          unchanged: pure.unchanged.length,
          gone: pure.gone.length,
        };
        // A file without a row that counts has no target at all, and removes nothing.
        expect(found ?? { added: 0, changed: 0, unchanged: 0, gone: 0 }).toMatchObject(counts);
      }),
      { numRuns: 40 },
    );
  });
});
