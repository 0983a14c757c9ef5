import { beforeAll, describe, expect, it } from "vitest";
import {
  addAreaBreak,
  addPublicHolidays,
  announceWork,
  removeAnnounced,
} from "#lib/schedule/announce-commands.ts";
import { addBreak, setHours, setPlan, setWeeks } from "#lib/schedule/plan-commands.ts";
import { getSchoolYear } from "#lib/schedule/queries.ts";
import type { PlanInput } from "#lib/schedule/schema.ts";
import { chooseDays } from "#lib/schedule/window-commands.ts";
import { editWork, moveWork, placeWork, removeWork } from "#lib/schedule/work-commands.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asSystem, person } from "#tests/support/registry.ts";

import {
  begin,
  deputy,
  form,
  key,
  now,
  officer,
  place,
  placedWork,
  refusal,
  schoolId,
  window,
  year,
} from "./story.ts";

beforeAll(async () => {
  await testDatabase();
});

describe("placing a work", () => {
  beforeAll(begin);

  it("writes it, and the journal says who", async () => {
    const placed = await placeWork(deputy, form(), now);
    expect(placed.done).toBe(true);
    const { works } = await getSchoolYear(deputy, key());
    expect(works.map(({ title, on, classes, grade }) => [title, on, classes, grade])).toEqual([
      ["Дроби", "2026-10-15", ["5А"], 5],
    ]);
    const events = await asSystem((tx) =>
      tx.auditEvent.findMany({ where: { schoolId, action: "schedule.placeWork" } }),
    );
    expect(events.map(({ actorId }) => actorId)).toEqual([deputy.personId]);
  });

  it("is stopped by a conflict, writes nothing and offers three free days; on one of them it stands", async () => {
    const before = (await getSchoolYear(deputy, key())).works.length;
    const stopped = await placeWork(deputy, form({ subject: "RU", title: "Диктант" }), now);
    if (stopped.done) throw new Error("two works on one day were placed");
    expect(stopped.review.conflicts.map(({ rule }) => rule)).toContain("secondToday");
    expect(stopped.review.slots).toHaveLength(3);
    expect((await getSchoolYear(deputy, key())).works).toHaveLength(before);
    const [slot] = stopped.review.slots;
    const free = form({ subject: "RU", title: "Диктант", on: slot!.on, lesson: String(slot!.lesson ?? "") });
    expect((await placeWork(deputy, free, now)).done).toBe(true);
  });

  it("with the conflict accepted it stands, and the journal keeps that", async () => {
    expect((await placeWork(deputy, form({ subject: "EN", title: "Тест", accept: "on" }), now)).done).toBe(
      true,
    );
    const [event] = await asSystem((tx) =>
      tx.auditEvent.findMany({
        where: { schoolId, action: "schedule.placeWork" },
        orderBy: { id: "desc" },
        take: 1,
      }),
    );
    expect(event?.details).toMatchObject({ accepted: true });
  });

  it("a day that has passed is refused even when accepted", async () => {
    expect(await refusal(placeWork(deputy, form({ on: "2026-09-09", accept: "on" }), now))).toBe(
      "schedule.refused.past",
    );
  });

  it("a class that the registry does not have is refused by name", async () => {
    expect(await refusal(placeWork(deputy, form({ classes: ["5Я"] }), now))).toBe(
      "schedule.refused.unknownClass",
    );
  });

  it("a stale version is a conflict, never an overwrite", async () => {
    const id = await placedWork({ title: "Проценты", on: "2026-11-26" });
    const move = { ...key(), id, on: "2026-11-27" as const, lesson: 2, accept: true };
    await moveWork(deputy, { ...move, version: 1 }, now);
    expect(await refusal(moveWork(deputy, { ...move, version: 1 }, now))).toBe(
      "schedule.refused.changedMeanwhile",
    );
    const edit = { ...form({ title: "Другое", on: "2026-11-27", accept: "on" }), id, version: 1 };
    expect(await refusal(editWork(deputy, edit, now))).toBe("schedule.refused.changedMeanwhile");
    expect(await refusal(removeWork(deputy, { ...key(), id, version: 1 }, now))).toBe(
      "schedule.refused.changedMeanwhile",
    );
    await editWork(deputy, { ...edit, version: 2 }, now);
    await removeWork(deputy, { ...key(), id, version: 3 }, now);
    expect((await getSchoolYear(deputy, key())).works.some((one) => one.id === id)).toBe(false);
  });

  it("two people who place at the same moment see each other's works", async () => {
    const both = ["2027-02-04", "2027-02-04"].map((on, index) =>
      placeWork(deputy, form({ on, title: `Работа ${index}`, subject: index ? "IS" : "GG" }), now),
    );
    const done = (await Promise.all(both)).map((one) => one.done);
    expect(done.sort()).toEqual([false, true]);
  });
});

describe("windows of an office", () => {
  beforeAll(begin);
  const days = (windowId: number, on: (string | null)[], rest: object = {}) => ({
    ...{ ...key(), windowId, label: ["5А", "5Б"], on: on as (`${number}-${number}-${number}` | null)[] },
    ...{ lesson: [2, 2], subject: ["" as const, "" as const], accept: false },
    ...rest,
  });

  it("a school chooses days inside, never outside", async () => {
    const { id } = await announceWork(officer, window(), now);
    expect(await refusal(chooseDays(deputy, days(id, ["2027-04-19", null]), now))).toBe(
      "schedule.refused.outsideWindow",
    );
    const chosen = await chooseDays(deputy, days(id, ["2027-04-22", "2027-04-23"]), now);
    expect(chosen).toEqual({ done: true, placed: 2 });
    const { works } = await getSchoolYear(deputy, key());
    expect(works.map(({ classes, on, level }) => [classes, on, level])).toEqual([
      [["5А"], "2027-04-22", "federal"],
      [["5Б"], "2027-04-23", "federal"],
    ]);
    expect(await refusal(chooseDays(deputy, days(id, ["2027-04-22", "2027-04-23"]), now))).toBe(
      "schedule.refused.nothingChosen",
    );
  });

  it("a conflict in the second line takes the first one back too", async () => {
    const { id } = await announceWork(officer, window({ subject: "RU" }), now);
    const before = (await getSchoolYear(deputy, key())).works.length;
    const chosen = await chooseDays(deputy, days(id, ["2027-05-12", "2027-04-23"]), now);
    expect(chosen).toMatchObject({ done: false, label: "5Б" });
    expect((await getSchoolYear(deputy, key())).works).toHaveLength(before);
  });

  it("a drawn subject is one of those announced, and may come later than the day", async () => {
    const drawn = window({ subject: "", options: ["GG", "BI"] });
    const { id } = await announceWork(officer, drawn, now);
    const line = days(id, ["2027-05-18", null]);
    await chooseDays(deputy, line, now);
    expect(await refusal(chooseDays(deputy, { ...line, subject: ["FI", ""] }, now))).toBe(
      "schedule.refused.notDrawn",
    );
    await chooseDays(deputy, { ...line, subject: ["BI", ""] }, now);
    const { works } = await getSchoolYear(deputy, key());
    expect(
      works.filter(({ windowId }) => windowId === id).map(({ subject, version }) => [subject, version]),
    ).toEqual([["BI", 2]]);
  });

  it("an office does not take away or shrink what schools have chosen", async () => {
    const { announced } = await getSchoolYear(deputy, key());
    const chosen = announced.find(({ subject }) => subject === "MA")!;
    const seen = { id: chosen.id, version: chosen.version };
    expect(await refusal(removeAnnounced(officer, seen, now))).toBe("schedule.refused.daysChosen");
    const shrunk = window({ id: String(chosen.id), version: String(chosen.version), opensOn: "2027-05-01" });
    expect(await refusal(announceWork(officer, shrunk, now))).toBe("schedule.refused.daysChosen");
  });

  it("a municipality announces municipal works only", async () => {
    const municipal = await person("municipality", { municipalityId: place.municipalityIds[0] });
    expect(await refusal(Promise.resolve().then(() => announceWork(municipal, window(), now)))).toBe(
      "schedule.refused.notYourLevel",
    );
    expect(await refusal(announceWork(municipal, window({ level: "municipal" }), now))).toBe("done");
  });

  it("public holidays are entered once", async () => {
    const name = (code: string) => code;
    expect(await addPublicHolidays(officer, { year }, name, now)).toEqual({ added: 6 });
    expect(await addPublicHolidays(officer, { year }, name, now)).toEqual({ added: 0 });
    await addAreaBreak(
      officer,
      { year, kind: "workday", from: "2026-12-05", to: null, asWeekday: 1, title: "Перенос" },
      now,
    );
    expect((await getSchoolYear(deputy, key())).breaks.map(({ kind }) => kind)).toContain("workday");
  });
});

describe("the year of a school", () => {
  beforeAll(begin);

  it("is entered in one's own words and read back", async () => {
    const plan: PlanInput = {
      ...key(),
      version: 0,
      startsOn: "2026-09-01",
      endsOn: "2027-05-26",
      secondHalfOn: "2027-01-11",
      lessonMinutes: 40,
      bells: ["08:30"],
      gapDays: 17,
      gapCountsHolidays: false,
      reading: "class",
      timeCountedIn: "lessons",
    };
    await setPlan(deputy, plan, now);
    await setHours(
      deputy,
      { ...key(), version: 2, lines: "5; Математика; 170\n5; Русский язык; 170; 5" },
      now,
    );
    await setWeeks(deputy, { ...key(), version: 3, lines: "5А; 5; 6; 6; 5; 6; 0" }, now);
    await addBreak(
      deputy,
      { ...key(), kind: "holiday", from: "2026-10-09", to: null, asWeekday: null, title: "День здоровья" },
      now,
    );
    const facts = await getSchoolYear(deputy, key());
    // What equals the default is not kept.
    expect(facts.plan).toMatchObject({ endsOn: "2027-05-26", lessonMinutes: 40, version: 4 });
    expect(facts.plan.parameters).toEqual({ gapDays: 17, gapCountsHolidays: false, reading: "class" });
    expect(facts.hours.map(({ subject, lessonsPerWeek }) => [subject, lessonsPerWeek])).toEqual([
      ["MA", 5],
      ["RU", 5],
    ]);
    expect(facts.weeks).toEqual([{ label: "5А", lessons: [5, 6, 6, 5, 6, 0, 0] }]);
    expect(facts.breaks.map(({ owner, from }) => [owner, from])).toEqual([["school", "2026-10-09"]]);
  });

  it.each([
    ["5; Алхимия; 170", 1],
    ["5; Математика; 170\n5; Математика; 100", 2],
    ["пять; Математика; 170", 1],
  ])("a line that cannot be read (%s) leaves everything as it was", async (lines) => {
    const before = await getSchoolYear(deputy, key());
    const version = before.plan.version;
    expect(
      await refusal(Promise.resolve().then(() => setHours(deputy, { ...key(), version, lines }, now))),
    ).toBe("schedule.refused.wrongLine");
    expect((await getSchoolYear(deputy, key())).hours).toEqual(before.hours);
  });

  it("a stale form is a conflict", async () => {
    expect(await refusal(setWeeks(deputy, { ...key(), version: 1, lines: "5А; 1" }, now))).toBe(
      "schedule.refused.changedMeanwhile",
    );
  });
});
