import { beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "#lib/platform/access/as-viewer.ts";
import { systemViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { getImport } from "#lib/schedule/import-queries.ts";
import { getSchoolSchedule, getSchoolYear } from "#lib/schedule/queries.ts";
import { placeWorkSchema } from "#lib/schedule/schema.ts";
import {
  applyTimetables,
  removeTimetable,
  setTimetable,
  stageTimetables,
} from "#lib/schedule/timetable/commands.ts";
import { getTimetableImport } from "#lib/schedule/timetable/queries.ts";
import { timetableSchema } from "#lib/schedule/timetable/schema.ts";
import { placeWork } from "#lib/schedule/work-commands.ts";
import { testDatabase } from "#tests/support/database.ts";
import { person, smallRegion } from "#tests/support/registry.ts";

const now = new Date("2026-09-10T09:00:00Z");
const year = 2026;
let deputy: Viewer;
let schoolId = 0;

beforeAll(async () => {
  await testDatabase();
  const place = await smallRegion();
  schoolId = place.schoolIds[0];
  deputy = await person("deputy", { schoolId });
  await inTransaction(systemViewer, (tx) =>
    tx.schoolClass.createMany({
      data: ["5А", "5Б"].map((label) => ({ schoolId, year, grade: 5, label })),
    }),
  );
});

const key = () => ({ schoolId, year });
const facts = () => getSchoolYear(deputy, key());
const form = async (rest: Record<string, string> = {}) => ({
  ...{ schoolId: String(schoolId), year: String(year), version: String((await facts()).plan.version) },
  ...{ label: "5А", from: "2026-09-01", d1l1: "Русский язык", d1l2: "Математика", d2l1: "", ...rest },
});
const set = async (rest: Record<string, string> = {}) =>
  setTimetable(deputy, timetableSchema.parse(await form(rest)), now);
const stage = (text: string, from: "2026-09-01" | "2027-08-01" = "2026-09-01") =>
  stageTimetables(deputy, { ...key(), from, name: "t.csv", bytes: new TextEncoder().encode(text) }, now);

/** Mathematics of 5А on Tuesday, 13 October 2026, third lesson; then what the rules say of it. */
const judged = async () => {
  const { report } = await getSchoolSchedule(deputy, key(), "2026-09-10");
  return {
    conflicts: report.conflicts.map(({ rule }) => rule),
    unchecked: report.unchecked.map(({ reason }) => reason).filter((reason) => reason === "noTimetable"),
  };
};

describe("the timetable of a class", () => {
  it("without one the rule is said to be not checked; with one it asks about the lesson", async () => {
    const work = placeWorkSchema.parse({
      ...{ schoolId: String(schoolId), year: String(year), kind: "control", title: "Дроби", subject: "MA" },
      ...{ minutes: "45", lesson: "3", wholeClass: "on", classes: ["5А"], on: "2026-10-13", accept: "on" },
    });
    expect((await placeWork(deputy, work, now)).done).toBe(true);
    expect(await judged()).toEqual({ conflicts: [], unchecked: ["noTimetable"] });
    // Tuesday: history, mathematics, Russian, biology — the third lesson is not mathematics, and not the last.
    await set({ d2l1: "История", d2l2: "Математика", d2l3: "Русский язык", d2l4: "Биология" });
    expect(await judged()).toEqual({ conflicts: ["offTimetable"], unchecked: [] });
  });

  it("a later timetable holds from its day, the earlier one before it; taken back, the earlier holds again", async () => {
    await set({ from: "2026-10-01", d2l3: "Математика", d2l4: "Биология" });
    expect((await facts()).timetables.map(({ from }) => from)).toEqual(["2026-09-01", "2026-10-01"]);
    expect((await judged()).conflicts).toEqual([]);
    const { version } = (await facts()).plan;
    await removeTimetable(deputy, { ...key(), version, label: "5А", from: "2026-10-01" }, now);
    expect((await judged()).conflicts).toEqual(["offTimetable"]);
  });

  it("every field that is no subject is marked; an empty week is refused", async () => {
    const wrong = timetableSchema.safeParse(await form({ d1l1: "Алхимия", d3l2: "Магия" }));
    expect(wrong.error?.issues.map(({ path }) => path.join())).toEqual(["d1l1", "d3l2"]);
    const empty = timetableSchema.safeParse(await form({ d1l1: "", d1l2: "" }));
    expect(empty.error?.issues.map(({ message }) => message)).toEqual(["schedule.fields.emptyWeek"]);
  });

  it("a form that is behind somebody else's change is a conflict, a class or day of another school year is refused", async () => {
    const stale = timetableSchema.parse(await form({ version: "1" }));
    await expect(setTimetable(deputy, stale, now)).rejects.toMatchObject({
      messageKey: "schedule.refused.changedMeanwhile",
    });
    await expect(set({ label: "9Я" })).rejects.toMatchObject({ messageKey: "schedule.refused.unknownClass" });
    await expect(set({ from: "2027-08-01" })).rejects.toMatchObject({
      messageKey: "schedule.refused.timetableDay",
    });
  });
});

describe("a file of timetables", () => {
  const text = "День;Урок;5А;5Б;9Я\nПонедельник;1;Математика;Физика;История";

  it("changes nothing before its review is confirmed; then all good classes at once, and a second time nothing", async () => {
    const { importId } = await stage(text);
    const before = await facts();
    const view = await getTimetableImport(deputy, { schoolId, importId });
    if (view.state !== "review") throw new Error("no review");
    expect(view.classes.map(({ state }) => state)).toEqual(["changed", "new", "out"]);
    expect((await facts()).timetables).toEqual(before.timetables);
    const wanted = { importId, fingerprint: view.fingerprint };
    expect(await applyTimetables(deputy, wanted, now)).toMatchObject({ classes: 2 });
    expect((await facts()).timetables.find(({ label }) => label === "5Б")?.days[0]).toEqual([["FI"]]);
    await expect(applyTimetables(deputy, wanted, now)).rejects.toMatchObject({
      messageKey: "schedule.refused.alreadyApplied",
    });
    const again = await getTimetableImport(deputy, { schoolId, importId: (await stage(text)).importId });
    expect(again.state === "review" && again.classes.map(({ state }) => state)).toEqual([
      "same",
      "same",
      "out",
    ]);
  });

  it("a review that is behind the timetable is not applied, and a file of timetables is no file of works", async () => {
    const { importId } = await stage("День;Урок;5Б\nПонедельник;1;История");
    const view = await getTimetableImport(deputy, { schoolId, importId });
    await set({ label: "5Б", d1l1: "История", d1l2: "" });
    const fingerprint = view.state === "review" ? view.fingerprint : "";
    await expect(applyTimetables(deputy, { importId, fingerprint }, now)).rejects.toMatchObject({
      messageKey: "schedule.refused.reviewChanged",
    });
    await expect(getImport(deputy, { schoolId, importId }, "2026-09-10")).rejects.toMatchObject({
      kind: "notFound",
    });
    await expect(stage(text, "2027-08-01")).rejects.toMatchObject({
      messageKey: "schedule.refused.timetableDay",
    });
  });
});
