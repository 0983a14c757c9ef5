import { describe, expect, it } from "vitest";
import { writeXlsx } from "#lib/platform/spreadsheet-export/write-xlsx.ts";
import { readClasses, readDayCell, readKind, readLevel } from "#lib/schedule/import-cells.ts";
import { checkImport } from "#lib/schedule/import-check.ts";
import { mostImportRows, readScheduleFile } from "#lib/schedule/import-file.ts";
import { scheduleTemplate } from "#lib/schedule/template.ts";
import { loadMessages, locales } from "#messages/load.ts";
import { rootTranslator } from "#messages/translate.ts";
import { announced, schoolYear, work } from "./school-year.ts";

const facts = schoolYear({
  breaks: [
    {
      id: 1,
      owner: "region",
      kind: "holiday",
      from: "2026-11-02",
      to: "2026-11-08",
      asWeekday: null,
      title: "Осенние каникулы",
    },
  ],
});
const bytes = (text: string) => new TextEncoder().encode(text);
const csv = (...lines: string[]) =>
  readScheduleFile(
    bytes(["Дата;Класс;Предмет;Название;Урок;Минут;Уровень", ...lines].join("\n")),
    "график.csv",
  );
const problems = (...lines: string[]) =>
  checkImport(facts, csv(...lines).rows, "2026-09-20").map(({ state, problem }) => problem?.code ?? state);

describe("rows of a file", () => {
  it.each([
    ["15.10.2026;5А;Математика;Дроби;3;45;", "add"],
    [";5А;Математика;Дроби;3;45;", "dayMissing"],
    ["31.02.2026;5А;Математика;Дроби;3;45;", "dayWrong"],
    ["скоро;5А;Математика;Дроби;3;45;", "dayWrong"],
    ["15.09.2026;5А;Математика;Дроби;3;45;", "dayPast"],
    ["03.11.2026;5А;Математика;Дроби;3;45;", "dayHoliday"],
    ["15.07.2027;5А;Математика;Дроби;3;45;", "dayOutsideYear"],
    ["15.10.2026;;Математика;Дроби;3;45;", "classMissing"],
    ["15.10.2026;пятый;Математика;Дроби;3;45;", "classWrong"],
    ["15.10.2026;5А, 6А;Математика;Дроби;3;45;", "classesMixed"],
    ["15.10.2026;5Я;Математика;Дроби;3;45;", "classUnknown"],
    ["15.10.2026;5А;Алхимия;Дроби;3;45;", "subjectUnknown"],
    ["15.10.2026;5А;Математика;;3;45;", "titleMissing"],
    ["15.10.2026;5А;Математика;Дроби;25;45;", "lessonWrong"],
    ["15.10.2026;5А;Математика;Дроби;3;долго;", "minutesWrong"],
    ["15.10.2026;5А;Математика;Дроби;3;45;космический", "levelWrong"],
    ["15.10.2026;5А;Математика;Дроби;3;45;федеральный", "noWindow"],
  ])("%s → %s", (line, expected) => {
    expect(problems(line)).toEqual([expected]);
  });

  it("a row that repeats another is left out and names it", () => {
    const line = "15.10.2026;5А;Математика;Дроби;3;45;";
    const rows = checkImport(facts, csv(line, line).rows, "2026-09-20");
    expect(rows.map(({ problem }) => problem)).toEqual([null, { code: "duplicate", params: { row: 2 } }]);
  });

  it("a work that stands already stays as it is", () => {
    const standing = schoolYear({ works: [work({ on: "2026-10-15", title: "дроби" })] });
    const rows = checkImport(standing, csv("15.10.2026;5А;Математика;Дроби;3;45;").rows, "2026-09-20");
    expect(rows.map(({ state }) => state)).toEqual(["there"]);
  });

  it("each row is judged with those above it as placed", () => {
    const { rows } = csv("15.10.2026;5А;Математика;Дроби;3;45;", "15.10.2026;5А;Русский язык;Диктант;4;45;");
    const checked = checkImport(facts, rows, "2026-09-20");
    expect(checked[0]?.conflicts).toEqual([]);
    expect(checked[1]?.conflicts.map(({ rule }) => rule)).toContain("secondToday");
  });

  it("the whole parallel is spelled out by the registry", () => {
    const [row] = checkImport(facts, csv("15.10.2026;5;Математика;Дроби;3;;").rows, "2026-09-20");
    expect(row?.draft).toMatchObject({ classes: ["5А", "5Б"], grade: 5, minutes: 45 });
  });

  it("a federal work goes into its window, or is told that it does not fit", () => {
    const withWindow = schoolYear({ announced: [announced({ id: 4 })] });
    const read = csv(
      "22.04.2027;5А;Математика;ВПР;3;45;федеральный",
      "01.04.2027;5Б;Математика;ВПР;3;45;федеральный",
    );
    const rows = checkImport(withWindow, read.rows, "2026-09-20");
    expect(rows[0]?.draft).toMatchObject({ windowId: 4, kind: "vpr", level: "federal" });
    expect(rows[1]?.problem).toMatchObject({ code: "outsideWindow" });
  });

  it("more rows than a year has are refused beyond the last that fits", () => {
    const row = { row: 2, cells: { on: "скоро" } };
    const rows = checkImport(
      facts,
      Array.from({ length: mostImportRows + 1 }, () => row),
      "2026-09-20",
    );
    expect(rows.at(-1)?.problem?.code).toBe("tooManyRows");
  });

  it("every problem has its sentence in both languages", () => {
    const codes = [
      "dayMissing",
      "dayWrong",
      "dayPast",
      "dayHoliday",
      "dayOutsideYear",
      "classMissing",
      "classWrong",
    ];
    const more = [
      "classesMixed",
      "classUnknown",
      "subjectUnknown",
      "titleMissing",
      "lessonWrong",
      "minutesWrong",
    ];
    const rest = ["levelWrong", "noWindow", "outsideWindow", "duplicate", "tooManyRows"];
    for (const locale of locales) {
      const schedule = loadMessages(locale).schedule as Record<
        string,
        Record<string, Record<string, string>>
      >;
      expect(Object.keys(schedule.import?.problem ?? {}).sort()).toEqual([...codes, ...more, ...rest].sort());
    }
  });
});

describe("files", () => {
  it("a file without the needed columns is no schedule", () => {
    const reading = readScheduleFile(bytes("Имя;Телефон\nа;1"), "список.csv");
    expect(reading).toMatchObject({ unknown: true, rows: [] });
  });

  it("an empty file and one that is no table are refused in words, not thrown", () => {
    for (const broken of [new Uint8Array(), new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3])]) {
      const reading = readScheduleFile(broken, "график.xlsx");
      expect(reading.rows).toEqual([]);
      expect(reading.findings.length + Number(reading.unknown)).toBeGreaterThan(0);
    }
  });

  it("a heading over the table does not hide it, and days may be serial numbers of a workbook", () => {
    // 46 310 days after 30 December 1899 are 15 October 2026.
    const columns = Array.from({ length: 4 }, () => ({ header: "", width: 10 }));
    const sheet = writeXlsx([
      {
        name: "График",
        columns: columns.map((column, i) => ({ ...column, header: ["График работ", "", "", ""][i] ?? "" })),
        rows: [
          ["Дата", "Класс", "Предмет", "Название"],
          [46_310, "5А", "Математика", "Дроби"],
        ],
      },
    ]);
    const { rows } = readScheduleFile(sheet, "график.xlsx");
    const [row] = checkImport(facts, rows, "2026-09-20");
    expect(row?.draft).toMatchObject({ on: "2026-10-15", classes: ["5А"], subject: "MA" });
  });

  it("the portal's own template comes back as a schedule without rows", () => {
    for (const locale of locales) {
      const { bytes: file } = scheduleTemplate(rootTranslator(locale), facts, "2026/27");
      expect(readScheduleFile(file, "шаблон.xlsx").rows).toEqual([]);
      expect(readScheduleFile(file, "шаблон.xlsx").unknown).toBe(false);
    }
  });
});

describe("cells", () => {
  it.each([
    ["15.10.2026", "2026-10-15"],
    ["5.9.26", "2026-09-05"],
    ["2026-10-15", "2026-10-15"],
    ["2026-10-15 00:00:00", "2026-10-15"],
    ["15.10.2026 г.", "2026-10-15"],
    ["46310", "2026-10-15"],
    ["31.04.2026", null],
    ["15.13.2026", null],
    ["октябрь", null],
  ])("the day %s is %s", (text, expected) => {
    expect(readDayCell(text)).toBe(expected);
  });

  it.each([
    ["5А", ["5А"]],
    ["5 «а»", ["5А"]],
    ["5А, 5Б", ["5А", "5Б"]],
    ["5А и 5Б", ["5А", "5Б"]],
    ["5", ["5А", "5Б"]],
    ["5 классы", ["5А", "5Б"]],
    ["5-е", ["5А", "5Б"]],
  ])("the classes %s are %s", (text, expected) => {
    const read = readClasses(text, facts.classes);
    expect(read.ok && read.labels).toEqual(expected);
  });

  it("kinds and levels by the words that schools use", () => {
    const kinds = [
      "Контрольная работа",
      "ВПР",
      "К/р",
      "Сочинение",
      "Пробный ОГЭ",
      "Стартовая диагностика",
      "Поделка",
    ];
    expect(kinds.map(readKind)).toEqual([
      "control",
      "vpr",
      "control",
      "essay",
      "mock",
      "diagnostic",
      "other",
    ]);
    expect(["", "школьный", "Федеральный", "региональная", "муниципальный", "?"].map(readLevel)).toEqual([
      ...["school", "school", "federal", "regional", "municipal"],
      null,
    ]);
  });
});
