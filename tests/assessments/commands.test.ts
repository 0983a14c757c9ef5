import { beforeAll, describe, expect, it } from "vitest";
import { addWork, adoptScale, editWork, removeWork } from "#lib/assessments/commands.ts";
import { getWork, listWorks } from "#lib/assessments/queries.ts";
import type { AddWorkInput, AdoptScaleInput } from "#lib/assessments/schema.ts";
import { workFacts } from "#lib/assessments/work-facts.ts";
import { inTransaction } from "#lib/platform/access/as-viewer.ts";
import { systemViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asSystem, person, type SmallRegion, smallRegion } from "#tests/support/registry.ts";

const now = new Date("2026-04-22T10:00:00Z");
const later = new Date("2026-04-23T10:00:00Z");
let place: SmallRegion;
let other: SmallRegion;
let editor: Viewer;
let deputy: Viewer;

beforeAll(async () => {
  await testDatabase();
  place = await smallRegion();
  other = await smallRegion();
  editor = await person("region", { regionId: place.regionId });
  deputy = await person("deputy", { schoolId: place.schoolIds[0] });
});

let year = 2030;
/** A work that nobody else in this file has: every call takes a year of its own. */
const input = (part: Partial<AddWorkInput> = {}): AddWorkInput => ({
  kind: "vpr",
  year: year++,
  season: "spring",
  gradeTested: 4,
  gradeWriting: null,
  subject: "RU",
  level: "base",
  maxScore: 5,
  opensOn: null,
  closesOn: null,
  tasks: "1; 2; Б\n2; 3; П",
  note: "",
  ...part,
});
const scale = (workId: number, part: Partial<AdoptScaleInput> = {}): AdoptScaleInput => ({
  workId,
  baseEdition: 0,
  scale: "0-1 | 2 | 3-4 | 5",
  source: "описание работы",
  note: "",
  needsCheck: false,
  ...part,
});
const refusal = (kind: string, key: string, params = {}) =>
  expect.objectContaining({ kind, messageKey: `assessments.refused.${key}`, params });
/** Results of a school for the work, as applying an import leaves them. */
const giveResults = (workId: number, schoolId: number) =>
  inTransaction(systemViewer, (tx) =>
    tx.resultSet.create({
      data: {
        schoolId,
        workId,
        year: 2026,
        version: 1,
        lastImport: 0,
        receivedAt: now,
        changedAt: now,
        changedBy: 1,
      },
    }),
  );
const events = (workId: number) =>
  asSystem((tx) => tx.auditEvent.findMany({ where: { subject: `work:${workId}` }, orderBy: { id: "asc" } }));

describe("describing a work", () => {
  it("gives it a code and keeps its tasks in order; the journal says who and what", async () => {
    const { workId, code } = await addWork(
      editor,
      input({ year: 2026, season: "autumn", subject: "MA" }),
      now,
    );
    expect(code).toBe("VPR-2026A-MA-4");
    const work = await getWork(editor, workId);
    expect(work).toMatchObject({
      gradeTested: 4,
      gradeWriting: 5,
      maxScore: 5,
      origin: "centre",
      scale: null,
      schools: 0,
      locked: false,
    });
    expect(work.tasks.map((task) => [task.code, task.max, task.difficulty])).toEqual([
      ["1", 2, "Б"],
      ["2", 3, "П"],
    ]);
    expect(await events(workId)).toMatchObject([
      { action: "assessments.add", actorId: editor.personId, details: { code, max: 5 } },
    ]);
  });
  it("a second work of the same code is refused by its code", async () => {
    const twice = input();
    const { code } = await addWork(editor, twice, now);
    await expect(addWork(editor, twice, now)).rejects.toEqual(refusal("conflict", "workExists", { code }));
  });
  it("tasks that do not add up leave nothing behind", async () => {
    const wrong = input({ maxScore: 6 });
    await expect(addWork(editor, wrong, now)).rejects.toEqual(
      refusal("invalid", "tasksSum", { sum: 5, max: 6 }),
    );
    expect(await listWorks(editor, { year: wrong.year })).toEqual([]);
  });
});

describe("changing a description", () => {
  const edit = async (workId: number, part = {}) => {
    const work = await getWork(editor, workId);
    const { version, maxScore, note } = work;
    return editWork(
      editor,
      {
        workId,
        version,
        gradeWriting: null,
        maxScore,
        opensOn: null,
        closesOn: null,
        tasks: "1; 2; Б\n2; 3; П",
        checked: false,
        note,
        ...part,
      },
      later,
    );
  };
  it("of a version that is no longer the newest is a conflict, and nothing is lost", async () => {
    const { workId } = await addWork(editor, input(), now);
    await edit(workId, { note: "первая правка" });
    await expect(edit(workId, { version: 1, note: "вторая правка" })).rejects.toEqual(
      refusal("conflict", "changedMeanwhile"),
    );
    expect((await getWork(editor, workId)).note).toBe("первая правка");
  });
  it("codes and maxima stand still once a school has results; difficulty and skill may still be said", async () => {
    const { workId } = await addWork(editor, input(), now);
    // A school of another region, which the editor cannot see: its results count all the same.
    await giveResults(workId, other.schoolIds[0]);
    expect(await getWork(editor, workId)).toMatchObject({ schools: 0, locked: true });
    await expect(edit(workId, { tasks: "1; 3\n2; 2" })).rejects.toEqual(refusal("conflict", "tasksLocked"));
    await expect(edit(workId, { tasks: "", maxScore: 9 })).rejects.toEqual(
      refusal("conflict", "tasksLocked"),
    );
    await edit(workId, { tasks: "1; 2; П; 1.1; Читать\n2; 3; В" });
    expect((await getWork(editor, workId)).tasks).toMatchObject([
      { difficulty: "П", codifier: "1.1", skill: "Читать" },
      { difficulty: "В" },
    ]);
    await expect(removeWork(editor, { workId, version: 2 }, later)).rejects.toEqual(
      refusal("conflict", "workInUse"),
    );
  });
  it("a work that nobody has results for may be taken back", async () => {
    const { workId } = await addWork(editor, input(), now);
    await adoptScale(editor, scale(workId), now);
    await removeWork(editor, { workId, version: 1 }, later);
    await expect(getWork(editor, workId)).rejects.toMatchObject({ kind: "notFound" });
  });
});

describe("adopting a scale", () => {
  it("adds an edition with its source and person; the earlier one stays as it was", async () => {
    const { workId } = await addWork(editor, input(), now);
    await adoptScale(editor, scale(workId), now);
    await adoptScale(
      editor,
      scale(workId, { baseEdition: 1, scale: "0 | 1-2 | 3-4 | 5", note: "исправлена опечатка" }),
      later,
    );
    const { editions, scale: force } = await getWork(editor, workId);
    expect(force).toMatchObject({
      edition: 2,
      bands: [
        { mark: 2, from: 0, to: 0 },
        { mark: 3, from: 1, to: 2 },
        { mark: 4, from: 3, to: 4 },
        { mark: 5, from: 5, to: 5 },
      ],
    });
    expect(editions).toMatchObject([
      {
        edition: 2,
        inForce: true,
        adoptedBy: editor.name,
        note: "исправлена опечатка",
        adoptedAt: later.toISOString(),
      },
      {
        edition: 1,
        inForce: false,
        adoptedBy: editor.name,
        source: "описание работы",
        bands: [{ to: 1 }, { from: 2, to: 2 }, {}, {}],
      },
    ]);
    expect(await workFacts(deputy, { ids: [workId] })).toMatchObject([{ scale: { edition: 2 } }]);
  });
  it("whoever may not see the person learns only that somebody of the centre adopted it", async () => {
    const { workId } = await addWork(editor, input(), now);
    await adoptScale(editor, scale(workId), now);
    expect((await getWork(deputy, workId)).editions).toMatchObject([{ adoptedBy: null, shipped: false }]);
  });
  it.each([
    ["0-1 | 1-2 | 3-4 | 5", "scaleOverlap", { range: "1", lower: 2, upper: 3 }],
    ["0-1 | 3 | 4 | 5", "scaleGap", { range: "2", max: 5 }],
    ["0-1 | 2 | 3-4 | 5-6", "scaleAboveMax", { mark: 5, range: "6", max: 5 }],
  ])("%s is refused with the range named", async (text, key, params) => {
    const { workId } = await addWork(editor, input(), now);
    await expect(adoptScale(editor, scale(workId, { scale: text }), now)).rejects.toEqual(
      refusal("invalid", key, params),
    );
    expect((await getWork(editor, workId)).editions).toEqual([]);
  });
  it("written on an edition that is no longer the newest is a conflict", async () => {
    const { workId } = await addWork(editor, input(), now);
    await adoptScale(editor, scale(workId), now);
    await expect(adoptScale(editor, scale(workId, { scale: "0 | 1 | 2 | 3-5" }), later)).rejects.toEqual(
      refusal("conflict", "scaleChanged"),
    );
  });
  it("that is adopted already is no new edition, unless it is now checked", async () => {
    const { workId } = await addWork(editor, input(), now);
    await adoptScale(editor, scale(workId, { needsCheck: true }), now);
    await expect(
      adoptScale(editor, scale(workId, { baseEdition: 1, needsCheck: true }), later),
    ).rejects.toEqual(refusal("conflict", "scaleSame", { edition: 1 }));
    expect(await adoptScale(editor, scale(workId, { baseEdition: 1 }), later)).toEqual({ edition: 2 });
  });
  it("an adopted edition cannot be rewritten, not even by the portal", async () => {
    const { workId } = await addWork(editor, input(), now);
    await adoptScale(editor, scale(workId), now);
    const rewrite = inTransaction(systemViewer, (tx) =>
      tx.scaleEdition.updateMany({ where: { workId }, data: { min3: 1 } }),
    );
    await expect(rewrite).rejects.toThrow();
  });
  it("for a maximum that was corrected no longer counts, and is kept", async () => {
    const { workId } = await addWork(editor, input({ tasks: "" }), now);
    await adoptScale(editor, scale(workId), now);
    await editWork(
      editor,
      {
        workId,
        version: 1,
        gradeWriting: null,
        maxScore: 6,
        opensOn: null,
        closesOn: null,
        tasks: "",
        checked: false,
        note: "",
      },
      later,
    );
    const work = await getWork(editor, workId);
    expect(work).toMatchObject({
      maxScore: 6,
      scale: null,
      editions: [{ edition: 1, maxScore: 5, inForce: false }],
    });
  });
});
