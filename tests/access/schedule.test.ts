import { beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "#lib/platform/access/as-viewer.ts";
import { type Role, roles } from "#lib/platform/access/permissions.ts";
import { publicViewer, systemViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import {
  addAreaBreak,
  addPublicHolidays,
  announceWork,
  removeAnnounced,
  removeAreaBreak,
} from "#lib/schedule/announce-commands.ts";
import { getAnnounced, getAnnouncedWork, getAreaSchedule } from "#lib/schedule/area-queries.ts";
import { applyImport, dropImport, stageImport } from "#lib/schedule/import-commands.ts";
import { getImport } from "#lib/schedule/import-queries.ts";
import { findLetter, listLinkedClauses, listLinkedWorks } from "#lib/schedule/link-queries.ts";
import { getOwed } from "#lib/schedule/owed/queries.ts";
import { addBreak, removeBreak, setHours, setPlan, setWeeks } from "#lib/schedule/plan-commands.ts";
import { publishSchedule } from "#lib/schedule/publish-commands.ts";
import {
  getPublication,
  getRepair,
  getScheduledWork,
  getSchoolSchedule,
  getSchoolYear,
  listAssessedWorks,
} from "#lib/schedule/queries.ts";
import { announceSchema, areaFilterSchema, placeWorkSchema } from "#lib/schedule/schema.ts";
import {
  applyTimetables,
  removeTimetable,
  setTimetable,
  stageTimetables,
} from "#lib/schedule/timetable/commands.ts";
import { getTimetableImport } from "#lib/schedule/timetable/queries.ts";
import { chooseDays } from "#lib/schedule/window-commands.ts";
import { editWork, moveWork, placeWork, removeWork } from "#lib/schedule/work-commands.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asSystem, everyRole, person, type SmallRegion, smallRegion } from "#tests/support/registry.ts";

const now = new Date("2026-09-10T09:00:00Z");
const today = "2026-09-10";
const year = 2026;
let place: SmallRegion;
let other: SmallRegion;
let workId = 0;
let importId = 0;
let breakId = 0;
let timetableImportId = 0;
let people: Map<Role, Viewer>;

beforeAll(async () => {
  await testDatabase();
  [place, other] = [await smallRegion(), await smallRegion()];
  const school = { schoolId: place.schoolIds[0] };
  people = await everyRole(place, ["2026:5А"]);
  await inTransaction(systemViewer, (tx) =>
    tx.schoolClass.createMany({
      data: place.schoolIds.map((schoolId) => ({ schoolId, year, grade: 5, label: "5А" })),
    }),
  );
  const placed = await placeWork(viewer("deputy"), form(), now);
  workId = placed.done ? placed.id : 0;
  const bytes = new TextEncoder().encode("Дата;Класс;Предмет;Название\n22.10.2026;5А;Русский язык;Диктант");
  ({ importId } = await stageImport(viewer("deputy"), { ...key(), name: "f.csv", bytes }, now));
  const table = new TextEncoder().encode("День;Урок;5А\nПонедельник;1;Математика");
  ({ importId: timetableImportId } = await stageTimetables(
    viewer("deputy"),
    { ...key(), from: "2026-09-01", name: "t.csv", bytes: table },
    now,
  ));
  const added = {
    ...key(),
    kind: "holiday" as const,
    from: "2026-10-09" as const,
    to: null,
    asWeekday: null,
    title: "День",
  };
  await addBreak(viewer("deputy"), added, now);
  breakId = (
    await asSystem((tx) => tx.scheduleBreak.findFirstOrThrow({ where: { schoolId: school.schoolId } }))
  ).id;
});

const viewer = (role: Role) => people.get(role) as Viewer;
const key = () => ({ schoolId: place.schoolIds[0], year });
const form = () =>
  placeWorkSchema.parse({
    ...{
      schoolId: String(place.schoolIds[0]),
      year: String(year),
      kind: "control",
      title: "Дроби",
      subject: "MA",
    },
    ...{ minutes: "45", lesson: "3", wholeClass: "on", classes: ["5А"], on: "2026-10-15", accept: "on" },
  });
const announced = () =>
  announceSchema.parse({
    ...{
      year: String(year),
      level: "municipal",
      kind: "mock",
      title: "Пробный экзамен",
      grade: "9",
      subject: "RU",
    },
    ...{ opensOn: "2027-02-16", minutes: "45", wholeClass: "on" },
  });
const plan = () => ({
  ...{
    ...key(),
    version: 99,
    startsOn: "2026-09-01" as const,
    endsOn: "2027-05-26" as const,
    secondHalfOn: null,
  },
  ...{ lessonMinutes: 45, bells: [], gapDays: 18, gapCountsHolidays: true },
  ...{ reading: "parallel" as const, timeCountedIn: "lessons" as const },
});
const days = () => ({
  ...{ ...key(), windowId: 999_999, label: ["5А"], on: ["2027-04-20" as const], lesson: [null] },
  ...{ subject: ["" as const], accept: false },
});
const timetable = () => ({
  ...{ ...key(), version: 99, label: "5А", from: "2026-09-01" as const },
  days: [[["MA"]], [], [], [], [], [], []],
});
const holiday = {
  year,
  kind: "holiday" as const,
  from: "2027-02-01" as const,
  to: null,
  asWeekday: null,
  title: "День",
};
const school: readonly Role[] = ["head", "deputy"];
const offices: readonly Role[] = ["region", "municipality"];

/** Every exported query and command, with who may come in at all. Rows are another matter, see below. */
const asked: Record<string, { may: readonly Role[]; run: (v: Viewer) => Promise<unknown> }> = {
  getSchoolSchedule: { may: roles, run: (v) => getSchoolSchedule(v, key(), today) },
  getAreaSchedule: { may: roles, run: (v) => getAreaSchedule(v, areaFilterSchema.parse({}), year) },
  listAssessedWorks: { may: roles, run: (v) => listAssessedWorks(v, year) },
  listLinkedWorks: { may: roles, run: (v) => listLinkedWorks(v, { regulationId: 1 }) },
  listLinkedClauses: { may: roles, run: listLinkedClauses },
  findLetter: { may: roles, run: findLetter },
  getSchoolYear: { may: school, run: (v) => getSchoolYear(v, key()) },
  getScheduledWork: { may: school, run: (v) => getScheduledWork(v, { schoolId: key().schoolId, workId }) },
  getRepair: { may: school, run: (v) => getRepair(v, key(), today) },
  getPublication: { may: school, run: (v) => getPublication(v, key(), today) },
  getImport: { may: school, run: (v) => getImport(v, { schoolId: key().schoolId, importId }, today) },
  getOwed: { may: offices, run: (v) => getOwed(v, null, today) },
  getAnnounced: { may: offices, run: (v) => getAnnounced(v, year) },
  getAnnouncedWork: { may: offices, run: (v) => getAnnouncedWork(v, 999_999) },
  placeWork: { may: school, run: (v) => placeWork(v, form(), now) },
  editWork: { may: school, run: (v) => editWork(v, { ...form(), id: 999_999, version: 1 }, now) },
  moveWork: {
    may: school,
    run: (v) =>
      moveWork(v, { ...key(), id: 999_999, version: 1, on: "2026-10-16", lesson: 2, accept: true }, now),
  },
  removeWork: { may: school, run: (v) => removeWork(v, { ...key(), id: 999_999, version: 1 }, now) },
  chooseDays: { may: school, run: (v) => chooseDays(v, days(), now) },
  setPlan: { may: school, run: (v) => setPlan(v, plan(), now) },
  setHours: { may: school, run: (v) => setHours(v, { ...key(), version: 99, lines: "" }, now) },
  setWeeks: { may: school, run: (v) => setWeeks(v, { ...key(), version: 99, lines: "" }, now) },
  addBreak: { may: school, run: (v) => addBreak(v, { ...key(), ...holiday }, now) },
  removeBreak: { may: school, run: (v) => removeBreak(v, { id: 999_999 }, now) },
  publishSchedule: {
    may: school,
    run: (v) => publishSchedule(v, { ...key(), fingerprint: "x", base: 9, reason: "", confirmed: true }, now),
  },
  stageImport: {
    may: school,
    run: (v) => stageImport(v, { ...key(), name: "f.csv", bytes: new Uint8Array() }, now),
  },
  applyImport: { may: school, run: (v) => applyImport(v, { importId: 999_999, fingerprint: "" }, now) },
  dropImport: { may: school, run: (v) => dropImport(v, { importId: 999_999 }) },
  setTimetable: { may: school, run: (v) => setTimetable(v, timetable(), now) },
  removeTimetable: { may: school, run: (v) => removeTimetable(v, timetable(), now) },
  stageTimetables: {
    may: school,
    run: (v) =>
      stageTimetables(v, { ...key(), from: "2026-09-01", name: "t.csv", bytes: new Uint8Array() }, now),
  },
  applyTimetables: {
    may: school,
    run: (v) => applyTimetables(v, { importId: 999_999, fingerprint: "" }, now),
  },
  getTimetableImport: {
    may: school,
    run: (v) => getTimetableImport(v, { schoolId: key().schoolId, importId: timetableImportId }),
  },
  announceWork: { may: offices, run: (v) => announceWork(v, announced(), now) },
  removeAnnounced: { may: offices, run: (v) => removeAnnounced(v, { id: 999_999, version: 1 }, now) },
  addAreaBreak: { may: offices, run: (v) => addAreaBreak(v, holiday, now) },
  removeAreaBreak: { may: offices, run: (v) => removeAreaBreak(v, { id: 999_999 }, now) },
  addPublicHolidays: { may: offices, run: (v) => addPublicHolidays(v, { year }, (code) => code, now) },
};

/** How a call ended: let in (also when there is nothing of this name, or it is refused in words), or refused as a person. */
const outcome = (run: () => Promise<unknown>) =>
  (async () => run())().then(
    () => "let in",
    (error: { kind?: string }) =>
      ["notFound", "conflict", "invalid"].includes(error.kind ?? "")
        ? "let in"
        : (error.kind ?? String(error)),
  );

describe.each(Object.entries(asked))("%s", (_, { may, run }) => {
  it.each(roles)("%s", async (role) => {
    expect(await outcome(() => run(viewer(role)))).toBe(may.includes(role) ? "let in" : "forbidden");
  });
  it("refuses who is not signed in", async () => {
    expect(await outcome(() => run(publicViewer))).toBe("notSignedIn");
  });
});

describe("out of scope is not there", () => {
  const strangers = async () => [
    await person("deputy", { schoolId: place.schoolIds[1] }),
    await person("deputy", { schoolId: other.schoolIds[0] }),
  ];

  it("a stranger cannot tell another school's schedule from a missing one", async () => {
    for (const stranger of await strangers())
      for (const schoolId of [place.schoolIds[0], 999_999]) {
        const at = { schoolId, year };
        for (const ask of [
          () => getSchoolSchedule(stranger, at, today),
          () => getSchoolYear(stranger, at),
          () => getRepair(stranger, at, today),
          () => getPublication(stranger, at, today),
          () => getScheduledWork(stranger, { schoolId, workId }),
          () => getImport(stranger, { schoolId, importId }, today),
          () => placeWork(stranger, { ...form(), schoolId }, now),
          () => removeWork(stranger, { ...at, id: workId, version: 1 }, now),
          () => addBreak(stranger, { ...at, ...holiday }, now),
          () => setTimetable(stranger, { ...timetable(), schoolId }, now),
          () => removeTimetable(stranger, { ...timetable(), schoolId }, now),
          () => getTimetableImport(stranger, { schoolId, importId: timetableImportId }),
          () => stageImport(stranger, { ...at, name: "f.csv", bytes: new Uint8Array() }, now),
        ])
          await expect(ask()).rejects.toMatchObject({ kind: "notFound" });
      }
  });

  it("nor may work, file and holiday of another school be reached through one's own", async () => {
    for (const stranger of await strangers()) {
      const own = { schoolId: stranger.schoolId ?? 0, year };
      const move = { ...own, id: workId, version: 1, on: "2026-10-16" as const, lesson: 2, accept: true };
      for (const ask of [
        () => getScheduledWork(stranger, { schoolId: own.schoolId, workId }),
        () => moveWork(stranger, move, now),
        () => removeWork(stranger, { ...own, id: workId, version: 1 }, now),
        () => applyImport(stranger, { importId, fingerprint: "" }, now),
        () => dropImport(stranger, { importId }),
        () => getTimetableImport(stranger, { schoolId: own.schoolId, importId: timetableImportId }),
        () => applyTimetables(stranger, { importId: timetableImportId, fingerprint: "" }, now),
        () => removeBreak(stranger, { id: breakId }, now),
      ])
        await expect(ask()).rejects.toMatchObject({ kind: "notFound" });
    }
    expect((await getSchoolYear(viewer("deputy"), key())).works.some(({ id }) => id === workId)).toBe(true);
  });

  it("an office sees the works of its own schools only", async () => {
    const foreign = await person("region", { regionId: other.regionId });
    const area = await getAreaSchedule(foreign, areaFilterSchema.parse({}), year);
    expect(area.works).toEqual([]);
    expect(area.schools.some(({ id }) => id === place.schoolIds[0])).toBe(false);
    const own = await getAreaSchedule(viewer("region"), areaFilterSchema.parse({}), year);
    expect(own.works.map(({ schoolId }) => schoolId)).toContain(place.schoolIds[0]);
  });

  it("links from a clause lead to the viewer's own schools only", async () => {
    const clause = { regulationId: 77, clauseKey: "2.3" };
    const linked = { ...form(), title: "По положению", on: "2026-11-12" as const, clause };
    expect((await placeWork(viewer("deputy"), linked, now)).done).toBe(true);
    const [stranger] = await strangers();
    for (const [who, count] of [
      [viewer("region"), 1],
      [stranger!, 0],
    ] as const) {
      expect(await listLinkedWorks(who, { regulationId: 77 })).toHaveLength(count);
      expect(await listLinkedClauses(who)).toEqual(count ? [clause] : []);
    }
    expect(await listLinkedWorks(viewer("region"), { regulationId: 77, clauseKey: "9" })).toEqual([]);
  });

  it("one office does not change what another has announced", async () => {
    const { id } = await announceWork(viewer("region"), announced(), now);
    for (const stranger of [viewer("municipality"), await person("region", { regionId: other.regionId })]) {
      await expect(getAnnouncedWork(stranger, id)).rejects.toMatchObject({ kind: "notFound" });
      await expect(removeAnnounced(stranger, { id, version: 1 }, now)).rejects.toMatchObject({
        kind: "notFound",
      });
    }
  });
});
