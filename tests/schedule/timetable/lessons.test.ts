import { describe, expect, it } from "vitest";
import { subjectKey } from "#lib/schedule/subjects.ts";
import { lessonSubjects, readLesson } from "#lib/schedule/timetable/lessons.ts";
import { lessonNames } from "#lib/schedule/timetable/names.ts";
import { countLessons, differingLessons, weekOf } from "#lib/schedule/timetable/week.ts";
import { locales } from "#messages/load.ts";
import { rootTranslator } from "#messages/translate.ts";

describe("a lesson as it is written", () => {
  it.each([
    ["Математика", ["MA"]],
    ["математика каб. 12", ["MA"]],
    ["Английский язык / Информатика", ["EN", "INF"]],
    ["Английский язык (1 гр.) / Немецкий язык (2 гр.)", ["EN", "DE"]],
    ["Физкультура", ["PE"]],
    ["Физическая культура", ["PE"]],
    ["Физика", ["FI"]],
    ["ИЗО", ["AR"]],
    ["История", ["IS"]],
    ["Литературное чтение на родном языке", ["NL"]],
    ["Литературное чтение", ["LC"]],
    ["Разговоры о важном", ["CL"]],
    ["", []],
    ["—", []],
  ])("%s", (text, subjects) => {
    expect(readLesson(text)).toEqual({ ok: true, subjects });
  });

  it.each(["Алхимия", "Математика / Алхимия"])("%s is not guessed at", (text) => {
    expect(readLesson(text)).toEqual({ ok: false, text });
  });

  it.each(locales)("every name that the portal offers in %s is read back as its subject", (locale) => {
    const t = rootTranslator(locale);
    const names = lessonNames();
    for (const code of lessonSubjects)
      expect([code, readLesson(t(subjectKey(code)), names)]).toEqual([code, { ok: true, subjects: [code] }]);
  });
});

describe("a week of lessons", () => {
  const week = weekOf([
    { day: 1, lesson: 2, subjects: ["MA"] },
    { day: 6, lesson: 1, subjects: ["RU"] },
    { day: 6, lesson: 4, subjects: [] },
  ]);

  it("has seven days, keeps the number of a lesson after a free one, and ends with the last lesson", () => {
    expect(week).toEqual([[[], ["MA"]], [], [], [], [], [["RU"]], []]);
    expect(countLessons(week)).toBe(2);
  });

  it("two weeks differ in the lessons that differ", () => {
    const other = weekOf([{ day: 1, lesson: 2, subjects: ["RU"] }]);
    expect(differingLessons(week, other)).toEqual([
      { day: 1, lesson: 2, before: ["MA"], after: ["RU"] },
      { day: 6, lesson: 1, before: ["RU"], after: [] },
    ]);
    expect(differingLessons(week, week)).toEqual([]);
  });
});
