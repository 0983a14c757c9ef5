import { describe, expect, it } from "vitest";
import { book, type Cell, check, read, SMALL_HEADER, sheet, smallWork } from "../sheets.ts";

const HEADER = [
  "Пользователь",
  "Код региона",
  "Регион",
  "Муниципалитет",
  "Школа",
  "Дата загрузки",
  "Код",
  "Вариант",
  ...SMALL_HEADER,
];
const TAIL = [
  "Наименование класса",
  "Пол",
  "Отметка за предыдущий триместр/ четверть/полугодие",
  "Итого баллов",
];

function row(cells: { login?: string; code?: string; date?: Cell; class?: Cell } = {}): Cell[] {
  const { login = "edu970001", code = "00101", date = "24.04.2026 14:20:05" } = cells;
  const school = [
    login,
    "97",
    "reg970000 | Приозёрная область",
    "reg97_m003 | Заречно-Полянский МР",
    `${login} | Школа № 1`,
  ];
  return [...school, date, code, 1, 3, 1, 0, cells.class === undefined ? "А" : cells.class, "м", 4, 4];
}

const form = (...rows: Cell[][]) =>
  read(
    book(
      sheet("Классы", [["Пользователь", "Школа", "Наименование класса"]]),
      sheet("Протокол", [[...HEADER, ...TAIL], ...rows]),
    ),
  );

describe("the regional export of 2022", () => {
  it("has code and name of school and municipality in one cell", () => {
    const [first] = form(row()).rows;
    expect(first).toMatchObject({
      login: "970001",
      schoolName: "Школа № 1",
      municipality: "Заречно-Полянский МР",
      code: "00101",
    });
  });

  it("holds many schools; a row without a readable login is refused by itself", () => {
    const result = check(form(row(), row({ login: "—", code: "00102" })), {
      works: [smallWork({ year: 2022 })],
    });
    expect(result.lines).toMatchObject({ present: 1, refused: { "": 1 } });
    expect(result.findings).toMatchObject([{ code: "schoolUnreadable", row: 3, column: 1 }]);
  });

  it("refuses a date of upload with two digits of the year, and only that cell", () => {
    const result = check(form(row({ date: "24.04.26 14:20:05" }), row({ code: "00102", date: 45405.5 })), {
      works: [smallWork({ year: 2022 })],
    });
    expect(result.lines.present).toBe(2);
    expect(result.findings).toMatchObject([
      { code: "loadDateUnreadable", row: 2, column: 6, raw: "24.04.26 14:20:05" },
    ]);
    expect(result.cells).toMatchObject({ rejected: 1, accepted: { dateSerial: 1 } });
  });

  it("states neither year nor subject nor grade", () => {
    expect(form(row()).works[0]).toMatchObject({
      year: null,
      subject: null,
      grade: null,
      readFrom: { school: "column" },
    });
  });
});
