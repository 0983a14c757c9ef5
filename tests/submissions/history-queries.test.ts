import { beforeEach, describe, expect, it } from "vitest";
import { publicViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { applyImport, undoImport } from "#lib/results/apply-commands.ts";
import { listChangedCells } from "#lib/submissions/changed-cells-queries.ts";
import { getRowHistory } from "#lib/submissions/history-queries.ts";
import { testDatabase } from "#tests/support/database.ts";
import { person, type SmallRegion, smallRegion } from "#tests/support/registry.ts";
import { now, row, staged } from "./school-results.ts";

let place: SmallRegion;
let here: { schoolId: number; workId: number };
let deputy: Viewer;
let head: Viewer;
let office: Viewer;

beforeEach(async () => {
  await testDatabase();
  place = await smallRegion();
  here = { schoolId: place.schoolIds[0], workId: place.workId };
  deputy = await person("deputy", { schoolId: here.schoolId });
  head = await person("head", { schoolId: here.schoolId });
  office = await person("municipality", { municipalityId: place.municipalityIds[0] });
});

const rows = (...codes: string[]) => codes.map((code) => row(place.workId, code, "4А", [1, 2, 0]));
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { messageKey?: string }) => error.messageKey ?? String(error),
  );

describe("the history of a row", () => {
  it("tells who changed which value by which file, and what was taken back", async () => {
    const first = await staged(deputy, here.schoolId, rows("1", "2"), { name: "первый.xlsx" });
    await applyImport(deputy, first, now);
    const mended = [row(place.workId, "1", "4А", [1, 2, 3]), row(place.workId, "2", "4А", [1, 2, 0])];
    const second = await staged(head, here.schoolId, mended, { name: "исправленный.xlsx" });
    await applyImport(head, second, new Date("2025-05-02T18:00:00Z"));
    await undoImport(deputy, second, new Date("2025-05-03T18:00:00Z"));
    const { steps, present } = await getRowHistory(deputy, here.workId, here.schoolId, "1");
    expect(present).toBe(true);
    expect(steps.map(({ kind, actor, file }) => [kind, actor, file?.name])).toEqual([
      ["undone", deputy.name, "исправленный.xlsx"],
      ["changed", head.name, "исправленный.xlsx"],
      ["added", deputy.name, "первый.xlsx"],
    ]);
    expect(steps[1]?.changes).toEqual([
      { name: { field: "totalPrinted" }, before: 3, after: 6 },
      { name: { field: "markScale" }, before: 3, after: 5 },
      { name: { field: "item", index: 2 }, before: 0, after: 3 },
    ]);
    // The other row stood in both files and changed in none.
    const other = await getRowHistory(deputy, here.workId, here.schoolId, "2");
    expect(other.steps.map(({ kind }) => kind)).toEqual(["added"]);
  });

  it("says when and by whom an office changed it, but shows a school neither its person nor its file", async () => {
    await applyImport(office, await staged(office, here.schoolId, rows("1")), now);
    const [step] = (await getRowHistory(deputy, here.workId, here.schoolId, "1")).steps;
    expect(step).toMatchObject({ actor: null, actorRole: "municipality", file: null, at: now.toISOString() });
    const [own] = (await getRowHistory(office, here.workId, here.schoolId, "1")).steps;
    expect(own?.file).toMatchObject({ name: "a.xlsx", sheet: "Лист", row: 1 });
  });

  it("of a code of nobody, and of a neighbour's, is not found", async () => {
    await applyImport(deputy, await staged(deputy, here.schoolId, rows("1", "2")), now);
    const other = await person("deputy", { schoolId: place.schoolIds[1] });
    expect(await refusal(getRowHistory(deputy, here.workId, here.schoolId, "77"))).toBe("notFound");
    expect(await refusal(getRowHistory(other, here.workId, here.schoolId, "1"))).toBe("notFound");
  });
});

describe("the cells of a school's rows that were changed", () => {
  it("are told with what they were, by whom and by which file; a change taken back is none", async () => {
    await applyImport(deputy, await staged(deputy, here.schoolId, rows("1", "2")), now);
    const mended = [row(place.workId, "1", "4А", [1, 2, 3]), row(place.workId, "2", "4А", [1, 2, 0])];
    const second = await staged(head, here.schoolId, mended, { name: "исправленный.xlsx" });
    await applyImport(head, second, new Date("2025-05-02T18:00:00Z"));
    const cells = await listChangedCells(deputy, here.workId, here.schoolId);
    const told = { code: "1", at: "2025-05-02T18:00:00.000Z", by: head.name, file: "исправленный.xlsx" };
    expect(cells).toEqual([
      { name: { field: "totalPrinted" }, before: 3, after: 6, ...told },
      { name: { field: "markScale" }, before: 3, after: 5, ...told },
      { name: { field: "item", index: 2 }, before: 0, after: 3, ...told },
    ]);
    await undoImport(deputy, second, new Date("2025-05-03T18:00:00Z"));
    expect(await listChangedCells(deputy, here.workId, here.schoolId)).toEqual([]);
  });

  it("are nobody's business outside of the school, and of no teacher, who sees no files", async () => {
    await applyImport(deputy, await staged(deputy, here.schoolId, rows("1")), now);
    const mended = [row(place.workId, "1", "4А", [1, 2, 3])];
    await applyImport(deputy, await staged(deputy, here.schoolId, mended), new Date("2025-05-02T18:00:00Z"));
    const other = await person("deputy", { schoolId: place.schoolIds[1] });
    const teacher = await person("teacher", { schoolId: here.schoolId, classLabels: ["2024:4А"] });
    expect(await listChangedCells(deputy, here.workId, here.schoolId)).toHaveLength(3);
    for (const who of [other, teacher])
      expect(await listChangedCells(who, here.workId, here.schoolId)).toEqual([]);
    expect(() => listChangedCells(publicViewer, here.workId, here.schoolId)).toThrow("notSignedIn");
  });
});
