import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { endEdition } from "#lib/regulations/edition-commands.ts";
import { askToRead, closeReading, markRead } from "#lib/regulations/reading-commands.ts";
import { getReadingSheet, getReadingState, listToRead } from "#lib/regulations/reading-queries.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asSystem, person, type SmallRegion, smallRegion } from "#tests/support/registry.ts";
import { act, adopted, draftOf, now, today } from "./story.ts";

let place: SmallRegion;
let head: Viewer;
let deputy: Viewer;
let teacher: Viewer;
let other: Viewer;

beforeAll(async () => {
  await testDatabase();
  place = await smallRegion();
  const school = { schoolId: place.schoolIds[0] };
  head = await person("head", school);
  deputy = await person("deputy", school);
  teacher = await person("teacher", { ...school, classLabels: ["2026:4А"] });
  other = await person("teacher", { schoolId: place.schoolIds[1], classLabels: ["2026:4А"] });
});

async function federalAct(): Promise<number> {
  const region = await person("region", { regionId: place.regionId });
  const { regulationId } = await act(region, "federal", { title: "Письмо о графиках" });
  return adopted(region, regulationId, "2026-09-01", ["Не чаще раза в две недели"]);
}

describe("who must read", () => {
  it("is asked of the own people by role and by name; each sees it until it is read", async () => {
    const editionId = await federalAct();
    await askToRead(
      head,
      { editionId, roles: ["teacher"], people: [deputy.personId!], dueOn: "2026-09-15" },
      now,
    );
    const waiting = async (viewer: Viewer) =>
      (await listToRead(viewer, today)).map(({ dueOn, late }) => [dueOn, late]);
    expect(await waiting(teacher)).toEqual([["2026-09-15", true]]);
    expect(await waiting(deputy)).toEqual([["2026-09-15", true]]);
    expect(await waiting(head)).toEqual([]);
    expect(await waiting(other)).toEqual([]);
    await markRead(teacher, { editionId }, now);
    await markRead(teacher, { editionId }, now);
    expect(await waiting(teacher)).toEqual([]);
    const sheet = await getReadingSheet(head, editionId);
    expect(sheet.readers.map(({ id, readAt }) => [id, readAt !== null])).toEqual([
      [deputy.personId, false],
      [teacher.personId, true],
    ]);
    expect((await getReadingState(deputy, editionId, today)).unit).toEqual({ must: 2, have: 1 });
    expect((await getReadingState(teacher, editionId, today)).unit).toBeNull();
  });

  it("is said anew by the same unit, and taken back; what was read stays read", async () => {
    const editionId = await federalAct();
    const ask = { editionId, people: [], dueOn: "2026-11-01" };
    await askToRead(head, { ...ask, roles: ["teacher"] }, now);
    await markRead(teacher, { editionId }, now);
    await askToRead(head, { ...ask, roles: ["deputy"] }, now);
    const { demand, readers, others } = await getReadingSheet(head, editionId);
    expect([readers.map(({ id }) => id), others.map(({ id }) => id)]).toEqual([
      [deputy.personId],
      [teacher.personId],
    ]);
    await closeReading(head, { readingId: demand!.id, version: demand!.version }, now);
    expect((await getReadingSheet(head, editionId)).demand).toBeNull();
    expect((await getReadingState(teacher, editionId, today)).readAt).not.toBeNull();
  });

  it("ends with the edition", async () => {
    const { regulationId } = await act(head, "school");
    const editionId = await adopted(head, regulationId, "2025-09-01", ["а"]);
    await askToRead(head, { editionId, roles: ["teacher"], people: [], dueOn: "2026-12-01" }, now);
    const has = async () => (await listToRead(teacher, today)).some((row) => row.editionId === editionId);
    expect(await has()).toBe(true);
    await endEdition(head, { editionId, effectiveTo: "2026-09-30" }, now);
    expect(await has()).toBe(false);
  });

  it("is never somebody of another school, and never asked about a draft", async () => {
    const editionId = await federalAct();
    const ask = { roles: [], people: [other.personId!], dueOn: "2026-12-01" };
    await expect(askToRead(head, { editionId, ...ask }, now)).rejects.toMatchObject({ kind: "notFound" });
    const { regulationId } = await act(head, "school");
    const draft = await draftOf(head, regulationId, "2025-09-01", ["а"]);
    await expect(
      askToRead(
        head,
        { editionId: draft.editionId, roles: ["teacher"], people: [], dueOn: "2026-12-01" },
        now,
      ),
    ).rejects.toMatchObject({ messageKey: "regulations.refused.notAdopted" });
    await expect(markRead(teacher, { editionId: draft.editionId }, now)).rejects.toMatchObject({
      kind: "notFound",
    });
  });

  it("nobody says for somebody else", async () => {
    const editionId = await federalAct();
    await markRead(deputy, { editionId }, now);
    const marks = await asSystem((tx) => tx.regulationReadingMark.findMany({ where: { editionId } }));
    expect(marks.map(({ personId, schoolId }) => [personId, schoolId])).toEqual([
      [deputy.personId, place.schoolIds[0]],
    ]);
  });
});
