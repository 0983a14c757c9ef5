import { describe, expect, it } from "vitest";
import { checkTimetables } from "#lib/schedule/timetable/check.ts";
import { readTimetableFile } from "#lib/schedule/timetable/file.ts";
import { lessonNames } from "#lib/schedule/timetable/names.ts";
import { timetableTemplate } from "#lib/schedule/timetable/template.ts";
import { weekOf } from "#lib/schedule/timetable/week.ts";
import { locales } from "#messages/load.ts";
import { rootTranslator } from "#messages/translate.ts";
import { schoolYear } from "../school-year.ts";

const facts = schoolYear();
const names = lessonNames();
const csv = (...lines: string[]) =>
  readTimetableFile(new TextEncoder().encode(["День;Урок;5А;5Б", ...lines].join("\n")), "расписание.csv");
const check = (...lines: string[]) => checkTimetables(facts, csv(...lines), "2026-09-01", names);

describe("a file of timetables", () => {
  it("a day is named once over its lessons, as merged cells leave it", () => {
    const [first, second] = check("Понедельник;1;Математика;", ";2;Русский язык;История", "вт;1;;Биология");
    expect(first).toMatchObject({
      label: "5А",
      state: "new",
      days: [[["MA"], ["RU"]], [], [], [], [], [], []],
    });
    expect(second).toMatchObject({ state: "new", days: [[[], ["IS"]], [["BI"]], [], [], [], [], []] });
  });

  it("an unknown subject keeps its class out, with the cell; the other classes stay", () => {
    const [first, second] = check("Понедельник;1;Алхимия;История");
    expect(first).toMatchObject({
      state: "out",
      problems: [{ code: "subject", params: { cell: "C2", text: "Алхимия" } }],
    });
    expect(second?.state).toBe("new");
  });

  it("a class that the school has not, and a class that stands twice, stay out", () => {
    const text = "День;Урок;5Я;5А;5А\nПонедельник;1;Математика;Математика;История";
    const reading = readTimetableFile(new TextEncoder().encode(text), "f.csv");
    const checked = checkTimetables(facts, reading, "2026-09-01", names);
    expect(checked.map(({ state, problems }) => [state, problems[0]?.code])).toEqual([
      ["out", "unknownClass"],
      ["new", undefined],
      ["out", "repeated"],
    ]);
  });

  it("lessons without a day or a number are named as passed over", () => {
    expect(csv("Когда-нибудь;1;Математика;", "Понедельник;нулевой;История;").lost).toEqual([
      { row: 2, text: "Когда-нибудь · 1 · Математика" },
      { row: 3, text: "Понедельник · нулевой · История" },
    ]);
  });

  it("an empty column changes nothing; another file is no timetable; what is broken is said", () => {
    expect(check("Понедельник;1;Математика;")[1]?.state).toBe("empty");
    const other = readTimetableFile(new TextEncoder().encode("Дата;Класс\n15.10.2026;5А"), "f.csv");
    expect(other.unknown).toBe(true);
    expect(readTimetableFile(new Uint8Array(), "f.xlsx").findings).not.toEqual([]);
  });

  it("against the timetable in force: the same is a no-op, a change names its lessons", () => {
    const days = weekOf([{ day: 1, lesson: 1, subjects: ["MA"] }]);
    const known = schoolYear({ timetables: [{ label: "5А", from: "2026-09-01", days }] });
    const judge = (text: string) =>
      checkTimetables(known, csv(`Понедельник;1;${text};`), "2026-11-01", names)[0];
    expect(judge("Математика")?.state).toBe("same");
    expect(judge("Физика")).toMatchObject({
      state: "changed",
      differences: [{ day: 1, lesson: 1, before: ["MA"], after: ["FI"] }],
    });
  });

  it.each(locales)("the template in %s, filled, is read back as what stands", (locale) => {
    const days = weekOf([
      { day: 1, lesson: 1, subjects: ["EN", "INF"] },
      { day: 5, lesson: 3, subjects: ["PE"] },
    ]);
    const known = schoolYear({ timetables: [{ label: "5Б", from: "2026-09-01", days }] });
    const { bytes } = timetableTemplate(rootTranslator(locale), known, "2026-09-01", "2026/27");
    const reading = readTimetableFile(bytes, "template.xlsx");
    const states = checkTimetables(known, reading, "2026-09-01", names).map(({ label, state }) => [
      label,
      state,
    ]);
    expect(states).toEqual([
      ["5А", "empty"],
      ["5Б", "same"],
      ["6А", "empty"],
    ]);
  });
});
