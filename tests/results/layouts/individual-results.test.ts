import { describe, expect, it } from "vitest";
import { type Cell, pupil, read, smallF1 } from "../sheets.ts";

const TITLE = ["ВПР 2026 Русский язык 5 класс"];
const codes = (heading: Cell[][]) => read(smallF1([pupil()], heading)).findings.map(({ code }) => code);

describe("the heading of Ф1", () => {
  it.each([
    ["ВПР 2026 Русский язык 5 класс", 2026, "RU", 5, null],
    ["ВПР 2024 Математика 4 класса", 2024, "MA", 4, null],
    ["Отчёт. ВПР 2025 Математика 8 класс (углублённый уровень)", 2025, "MA", 8, "advanced"],
    ["ВПР 2026 Окружающий мир 4 класс", 2026, "OM", 4, null],
  ])("%j states year, subject, grade and level", (title, year, subject, grade, level) => {
    expect(read(smallF1([pupil()], [[title]])).works[0]).toMatchObject({
      year,
      subject,
      grade,
      level,
      title,
    });
  });

  it("without a title leaves them open and says so", () => {
    expect(codes([["Отчёт"]])).toEqual(["titleUnreadable"]);
    expect(read(smallF1([pupil()], [["Отчёт"]])).works[0]).toMatchObject({
      year: null,
      subject: null,
      grade: null,
    });
  });

  it("that names another subject than the title decides nothing", () => {
    const heading = [TITLE, ["Предмет:", "Математика"]];
    expect(codes(heading)).toEqual(["titleDisagrees"]);
    expect(read(smallF1([pupil()], heading)).works[0]).toMatchObject({ year: 2026, subject: null, grade: 5 });
  });

  it("dated in another year than the title leaves the year open", () => {
    const heading = [TITLE, ["Дата:", "24.04.2025"]];
    expect(codes(heading)).toEqual(["titleDisagrees"]);
    expect(read(smallF1([pupil()], heading)).works[0]).toMatchObject({ year: null, subject: "RU" });
  });

  it("with a maximum that the tasks do not add up to is a warning at its cell", () => {
    const [finding] = read(smallF1([pupil()], [TITLE, ["Максимальный первичный балл: 6"]])).findings;
    expect(finding).toMatchObject({
      code: "declaredMaxDiffers",
      row: 2,
      column: 1,
      params: { declared: 6, sum: 5 },
    });
  });

  it("gives the tasks their difficulty, wherever its row stands", () => {
    const levels = ["Уровень сложности задания", "", "", "", "", "", "Б", "B", "П"];
    const tasks = read(smallF1([pupil()], [levels, [], TITLE])).works[0]?.tasks;
    expect(tasks?.map(({ difficulty }) => difficulty)).toEqual(["Б", "В", "П"]);
  });
});

describe("lines between the pupils of Ф1", () => {
  const kinds = (...rows: Cell[][]) => {
    const { heading: _, header: __, ...notData } = read(smallF1([...rows, pupil()])).lines.notData;
    return notData;
  };

  it("are group lines, totals and headings of sections", () => {
    const school = ["Школа № 1(edu970001)", "Кол-во участников: 1"];
    const area = ["Лугогорск(reg97_m001)", "Кол-во участников: 300"];
    expect(kinds(area, school, ["Раздел первый"], ["Всего участников:", 1])).toEqual({
      groupLine: 2,
      sectionLine: 1,
      totalLine: 1,
    });
  });

  it("with means of tasks are no pupil", () => {
    expect(kinds(["Средний балл", "", "", "", "", "", 2.5, 0.5, 0.5, 3.5])).toEqual({ sectionLine: 1 });
  });

  it("with column numbers under the header are no pupil", () => {
    expect(kinds([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])).toEqual({ columnNumbers: 1 });
    const numbersOnly = pupil({ login: 1, code: 4, class: 5, variant: 6, items: [3, 1, 0], total: 4 });
    expect(kinds(numbersOnly)).toEqual({});
  });
});

describe("the school of a row of Ф1", () => {
  const noSchool = pupil({ login: "" });

  it("is that of the group line where its own cell is empty, also in one merged cell", () => {
    const reading = read(smallF1([["Школа № 2(edu970002) | Кол-во участников: 1"], noSchool]));
    expect(reading.rows[0]).toMatchObject({ login: "970002", schoolName: "Школа № 1" });
    expect(reading.declared).toEqual([
      { login: "970002", participants: 1, sheet: "Ф1 Индивидуальные результаты", row: 5, column: 1 },
    ]);
  });

  it("is its own where the group line names another, once said", () => {
    const reading = read(
      smallF1([["Школа № 2(edu970002)", "Кол-во участников: 2"], pupil(), pupil({ code: "00102" })]),
    );
    expect(reading.rows.map(({ login }) => login)).toEqual(["970001", "970001"]);
    expect(reading.findings).toMatchObject([
      { code: "schoolDisagrees", row: 6, params: { own: "edu970001", group: "edu970002" } },
    ]);
  });
});
