import { describe, expect, it } from "vitest";
import type { Day } from "#lib/platform/clock.ts";
import { checkOne, checkYear } from "#lib/schedule/load/check.ts";
import type { LoadParameters } from "#lib/schedule/load/parameters.ts";
import type { LoadContext, PlacedWork } from "#lib/schedule/load/shapes.ts";
import { context, work } from "./schedules.ts";

const found = (works: PlacedWork[], change: Partial<LoadContext> = {}, set: Partial<LoadParameters> = {}) =>
  checkYear(context(change, set), works).conflicts.map((one) => [one.rule, ...one.works].join(" "));

describe("what a procedure is", () => {
  it.each([
    ["29 minutes", { minutes: 29 }, "tooShort"],
    ["a part of the class", { wholeClass: false }, "notWholeClass"],
    ["an exam of the ГИА", { kind: "exam" as const }, "exam"],
  ])("%s is listed as no procedure and loads nobody", (_, change, reason) => {
    const report = checkYear(context(), [work("a"), work("b", { lesson: 5, subject: "RU", ...change })]);
    expect(report.notProcedures).toEqual([{ work: "b", reason }]);
    expect(report.conflicts).toEqual([]);
    expect(report.loads.map((load) => load.subject)).toEqual(["MA"]);
  });

  it("30 minutes of the whole class are one", () => {
    expect(found([work("a"), work("b", { lesson: 5, subject: "RU", minutes: 30 })])).toEqual([
      "secondToday a b",
    ]);
  });
});

describe("once per 2.5 weeks for a subject in a parallel", () => {
  // 6 October + 17 days = 23 October (17 < 17.5), + 18 days = 24 October.
  it("17 days are too few, 18 are enough", () => {
    expect(found([work("a"), work("b", { on: "2026-10-23" })])).toEqual(["tooOften a b"]);
    expect(found([work("a", { on: "2026-10-05" }), work("b", { on: "2026-10-23" })])).toEqual([]);
  });

  it("17 days are enough where 2.5 weeks are rounded down", () => {
    expect(found([work("a"), work("b", { on: "2026-10-23" })], {}, { gapDays: 17 })).toEqual([]);
  });

  it("other subjects and other parallels have their own count", () => {
    expect(found([work("a"), work("b", { on: "2026-10-08", subject: "RU" })])).toEqual([]);
    expect(found([work("a"), work("b", { on: "2026-10-08", classes: ["6А"] })])).toEqual([]);
  });

  it("classes of a parallel may write the same work on different days", () => {
    const days = [work("a", { work: "W" }), work("b", { work: "W", on: "2026-10-08", classes: ["5Б"] })];
    expect(found(days)).toEqual([]);
  });

  it("different works of two classes of a parallel stand against each other, unless only the class is asked", () => {
    const days = [work("a"), work("b", { on: "2026-10-08", classes: ["5Б"] })];
    expect(found(days)).toEqual(["tooOften a b"]);
    expect(found(days, {}, { reading: "class" })).toEqual([]);
  });

  it("the gap of works written on several days is that between their nearest days", () => {
    // Work W on 6 and 8 October; 26 October is 20 days from the first, 18 from the second; 23 October is 15 from the second.
    const days = [work("a", { work: "W" }), work("b", { work: "W", on: "2026-10-08", classes: ["5Б"] })];
    const next = work("c", { on: "2026-10-23" });
    const [conflict] = checkYear(context(), [...days, next]).conflicts;
    expect(conflict).toMatchObject({ works: ["b", "c"], params: { gap: 15, need: 18 } });
  });

  it("a vacation of nine days can be left out of the gap", () => {
    // 16 October – 6 November: 21 days, 12 of them outside of the vacation of 24 October – 1 November.
    const days = [work("a", { on: "2026-10-16" }), work("b", { on: "2026-11-06" })];
    expect(found(days)).toEqual([]);
    const [conflict] = checkYear(context({}, { gapCountsHolidays: false }), days).conflicts;
    expect(conflict).toMatchObject({ rule: "tooOften", params: { gap: 12 } });
  });
});

describe("the tenth of the year's hours", () => {
  // 34 lessons of 45 minutes are 1530 minutes, a tenth is 153: three lessons (135) fit, four (180) do not.
  const written = (n: number, minutes = 45) =>
    ["2026-09-08", "2026-10-06", "2026-11-10", "2026-12-08"]
      .slice(0, n)
      .map((on, i) => work(`w${i}`, { subject: "OM", on: on as PlacedWork["on"], minutes }));

  it("three lessons of 34 fit, four do not, and no other day would help", () => {
    expect(found(written(3))).toEqual([]);
    const [conflict] = checkYear(context(), written(4)).conflicts;
    expect(conflict).toMatchObject({
      rule: "overTenPercent",
      movable: false,
      on: null,
      params: { used: 180, allowed: 153, hours: 34, percent: 10, grade: 5 },
    });
  });

  it("a work of 50 minutes takes two lessons, or 50 minutes where minutes are counted", () => {
    // Two works: 4 lessons = 180 minutes against 100.
    expect(found(written(2, 50))).toEqual(["overTenPercent w0 w1"]);
    expect(found(written(2, 50), {}, { timeCountedIn: "minutes" })).toEqual([]);
  });

  it("a work that the classes write on different days counts once", () => {
    const twice = written(3).flatMap((one) => [
      { ...one, work: one.id },
      { ...one, id: `${one.id}Б`, work: one.id, classes: ["5Б"] },
    ]);
    expect(found(twice)).toEqual([]);
  });

  it("hours that nobody has set are told, not guessed", () => {
    const report = checkYear(context({ hours: {} }), written(4));
    expect(report.conflicts).toEqual([]);
    expect(report.unchecked).toContainEqual({
      rule: "overTenPercent",
      reason: "noHours",
      works: ["w0", "w1", "w2", "w3"],
    });
  });
});

describe("one a day", () => {
  it("names the classes that write both, and only those", () => {
    const [conflict] = checkYear(context(), [
      work("a", { classes: ["5А", "5Б"] }),
      work("b", { classes: ["5Б", "5В"], subject: "RU", lesson: 5 }),
    ]).conflicts;
    expect(conflict).toMatchObject({ rule: "secondToday", classes: ["5Б"], params: { works: 2, need: 1 } });
  });

  it("two parts of one work on one day are one procedure", () => {
    expect(found([work("a", { work: "W" }), work("b", { work: "W", lesson: 5 })])).toEqual([]);
  });

  it("two works on one lesson are refused even when one is no procedure; a long work takes the next lesson too", () => {
    const short = work("b", { subject: "RU", lesson: 4, minutes: 20 });
    expect(found([work("a", { minutes: 80 }), short])).toEqual(["sameLesson a b"]);
    expect(found([work("a"), short])).toEqual([]);
  });
});

describe("first and last lessons", () => {
  const lessons = { lessonsPerDay: { "5А": [5, 5, 5, 5, 5] } };
  it.each([
    ["the first", { lesson: 1 }, ["firstLesson a"]],
    ["the last", { lesson: 5 }, ["lastLesson a"]],
    ["a long work that ends with the last", { lesson: 4, minutes: 80 }, ["lastLesson a"]],
    ["the one before the last", { lesson: 4 }, []],
    ["the first, but no procedure", { lesson: 1, minutes: 20 }, []],
  ])("%s", (_, change, expected) => {
    expect(found([work("a", change)], lessons)).toEqual(expected);
  });

  it("a subject with one lesson a week may, and the portal says that it took this on trust", () => {
    const report = checkYear(context({ ...lessons, lessonsPerWeek: { 5: { OM: 1 } } }), [
      work("a", { subject: "OM", lesson: 1 }),
    ]);
    expect(report.conflicts).toEqual([]);
    expect(report.unchecked).toEqual([
      { rule: "firstLesson", reason: "singleLessonAssumed", works: ["a"] },
      { rule: "offTimetable", reason: "noTimetable", works: ["a"] },
    ]);
  });

  it("with a timetable the one lesson must be this one, and the day ends where lessons end", () => {
    const day = (...subjects: string[]) => subjects.map((subject) => [subject]);
    // Tuesday: OM first, then RU, MA, RU; no other OM in the week.
    const days = [day(), day("OM", "RU", "MA", "RU"), day(), day(), day()];
    const timetable = { "5А": [{ from: "2026-09-01" as const, days }] };
    expect(found([work("a", { subject: "OM", lesson: 1 })], { timetable })).toEqual([]);
    expect(found([work("a", { subject: "RU", lesson: 4 })], { timetable })).toEqual(["lastLesson a"]);
    expect(found([work("a", { subject: "MA", lesson: 2 })], { timetable })).toEqual(["offTimetable a"]);
  });
});

describe("timetables from a day on", () => {
  const day = (...subjects: string[]) => subjects.map((subject) => subject.split("/"));
  const week = (...tuesday: string[]) => [day(), day(...tuesday), day(), day(), day()];
  const at = (...timetables: [Day, string[]][]) => ({
    timetable: { "5А": timetables.map(([from, tuesday]) => ({ from, days: week(...tuesday) })) },
  });

  // The work stands on Tuesday, 6 October, third lesson.
  it("the one in force on the day is asked, not a later and not an earlier one", () => {
    const autumn: [Day, string[]] = ["2026-09-01", ["RU", "RU", "RU", "RU"]];
    expect(found([work("a")], at(autumn))).toEqual(["offTimetable a"]);
    expect(found([work("a")], at(autumn, ["2026-10-06", ["RU", "RU", "MA", "RU"]]))).toEqual([]);
    expect(found([work("a")], at(autumn, ["2026-10-07", ["RU", "RU", "MA", "RU"]]))).toEqual([
      "offTimetable a",
    ]);
  });

  it("one of two groups is enough, and mathematics is at home in algebra", () => {
    expect(found([work("a")], at(["2026-09-01", ["RU", "RU", "EN/MA", "RU"]]))).toEqual([]);
    expect(found([work("a")], at(["2026-09-01", ["RU", "RU", "AL", "RU"]]))).toEqual([]);
  });

  it("a weekday that has not been entered is a question, never a day off", () => {
    expect(found([work("a", { on: "2026-10-07" })], at(["2026-09-01", ["MA"]]))).toEqual(["offTimetable a"]);
  });

  it("a worked Saturday goes by the weekday that it replaces", () => {
    const saturday = { workingDays: ["2026-10-10" as const], asWeekday: { "2026-10-10": 2 } as const };
    const given = { ...at(["2026-09-01", ["RU", "RU", "MA", "RU"]]), ...saturday };
    expect(found([work("a", { on: "2026-10-10" })], given)).toEqual([]);
  });
});

describe("the calendar", () => {
  it.each([
    ["a vacation", "2026-10-27", "holiday"],
    ["a Saturday", "2026-10-10", "dayOff"],
    ["the summer", "2027-06-02", "outsideYear"],
  ] as const)("%s is refused", (_, on, rule) => {
    expect(found([work("a", { on })])).toEqual([`${rule} a`]);
  });

  it("a worked Saturday is a school day, a moved day off is none", () => {
    expect(found([work("a", { on: "2026-10-10" })], { workingDays: ["2026-10-10"] })).toEqual([]);
    expect(found([work("a")], { daysOff: ["2026-10-06"] })).toEqual(["dayOff a"]);
  });

  it("a work outside of the window given from above is refused", () => {
    const window = { from: "2026-10-07", to: "2026-10-20" } as const;
    expect(found([work("a", { window })])).toEqual(["outsideWindow a"]);
  });

  it("a day that has passed is refused while placing, and is history in the year", () => {
    const now = context({ today: "2026-11-22" });
    expect(checkOne(now, [], work("a")).map((one) => one.rule)).toEqual(["inThePast"]);
    expect(checkYear(now, [work("a")]).conflicts).toEqual([]);
  });

  it("a training work is asked about", () => {
    const [conflict] = checkYear(context(), [work("a", { kind: "training" })]).conflicts;
    expect(conflict).toMatchObject({ rule: "trainingWork", weight: "check" });
  });
});
