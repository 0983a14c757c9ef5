import { describe, expect, it } from "vitest";
import { book, type Cell, check, read, SMALL_HEADER, sheet, smallWork, UNCALCULATED } from "../sheets.ts";

const JOURNAL = "Отметка за предыдущий триместр/ четверть/полугодие";
const CLASSES = sheet("Порядковый номер класса", [
  ["Порядковый номер класса", "Наименование класса"],
  [1, "5А"],
  [2, "Б"],
]);
const given = { login: "970001" };

function form2026(rows: Cell[][], ...others: ReturnType<typeof sheet>[]) {
  const header = [
    "Код участника",
    "Вариант",
    ...SMALL_HEADER,
    "Порядковый номер класса",
    JOURNAL,
    "Итого баллов",
  ];
  return book(sheet("Протокол", [header, ...rows]), ...others);
}

const PREPARED: Cell[] = ["", "", "", "", "", "", "", { formula: "0" }, 1, 0];

describe("the school form of 2026", () => {
  it("has prepared rows and auxiliary cells that are no data", () => {
    const pupil: Cell[] = ["00101", 1, 3, 1, 0, 1, 4, { formula: "4" }, 1, 3];
    const never = ["", "", "", "", "", "", "", UNCALCULATED];
    const reading = read(form2026([pupil, PREPARED, never, PREPARED], CLASSES));
    expect(reading.lines).toEqual({ total: 5, notData: { header: 1, preparedRow: 3 } });
    expect(reading.cellsOutside).toBe(6);
  });

  it("ends with its total: lists beside the table are no columns of it, names there are still refused", () => {
    const header = [
      "Код участника",
      "Вариант",
      ...SMALL_HEADER,
      "Порядковый номер класса",
      JOURNAL,
      "Итого баллов",
    ];
    const pupil: Cell[] = ["00101", 1, 3, 1, 0, 1, 4, 4, "отсутствовал", 2, "Иванов"];
    const reading = read(book(sheet("Протокол", [[...header, "Вариант", "4 (1б)", "ФИО"], pupil]), CLASSES));
    expect(reading.rows[0]).toMatchObject({ variant: "1", absent: false, items: ["3", "1", "0"] });
    expect(reading.refusedColumns).toEqual([{ sheet: "Протокол", column: 11, reason: "names" }]);
  });

  it("takes a row for a pupil by code and variant, item or previous mark", () => {
    const rows: Cell[][] = [
      ["00101", 1, "", "", "", 1, "", { formula: "0" }],
      ["00102", "", "X", "", "", 1, "", { formula: "0" }],
      ["00103", "", "", "", "", 1, 4, { formula: "0" }],
      ["00104", "", "", "", "", 1, "", { formula: "0" }],
    ];
    const reading = read(form2026(rows, CLASSES));
    expect(reading.rows.map(({ code }) => code)).toEqual(["00101", "00102", "00103"]);
    expect(reading.lines.notData.codeOnly).toBe(1);
  });

  it("prints 0 for an absent pupil and for a row without items: no result of 0", () => {
    const rows: Cell[][] = [
      ["00101", "отсутствовал", "", "", "", 1, "", { formula: "0" }],
      ["00102", 1, "", "", "", 1, 4, { formula: "0" }],
      ["00103", 1, 0, 0, 0, 1, 4, { formula: "0" }],
    ];
    const result = check(read(form2026(rows, CLASSES)), { given });
    expect(result.rows.map(({ status, totalPrinted }) => [status, totalPrinted])).toEqual([
      ["absent", null],
      ["present", null],
      ["present", 0],
    ]);
  });

  it("names the class by its number, refuses an unknown one and keeps the row", () => {
    const row = (number: Cell, code: string): Cell[] => [code, 1, 3, 1, 0, number, 4, { formula: "4" }];
    const result = check(
      read(form2026([row(1, "00101"), row("2", "00102"), row(9, "00103"), row("", "00104")], CLASSES)),
      { given },
    );
    expect(result.rows.map(({ classLabel }) => classLabel)).toEqual(["5А", "5Б", "", ""]);
    expect(
      result.findings.filter(({ code }) => code === "classUnknownNumber").map(({ row: at }) => at),
    ).toEqual([4, 5]);
  });

  it("without its list of classes leaves the class open, unless the school has one class in the grade", () => {
    const reading = read(form2026([["00101", 1, 3, 1, 0, 1, 4, 4]]));
    const open = check(reading, { given });
    expect([open.rows[0]?.classLabel, open.findings.map(({ code }) => code)]).toEqual([
      "",
      ["classListMissing"],
    ]);
    const schools = new Map([["970001", { id: 1, name: "", classes: ["4А", "5А", "6А"] }]]);
    const settled = check(reading, { given, schools });
    expect([settled.rows[0]?.classLabel, settled.findings.map(({ code }) => code)]).toEqual([
      "5А",
      ["classListRead"],
    ]);
  });

  it("does not say whose it is: without an answer nothing is loaded", () => {
    const result = check(read(form2026([["00101", 1, 3, 1, 0, 1, 4, 4]], CLASSES)));
    expect(result.lines.refused).toEqual({ "": 1 });
    expect(result.findings.map(({ code }) => code)).toEqual(["schoolNotStated"]);
  });
});

describe("the school form of 2025", () => {
  const header = [
    "Код",
    "Вариант (часть 1)",
    "1 k1 (3б)",
    "Вариант (часть 2)",
    "2 (1б)",
    "3 (1б)",
    'Класс № (список формируется из листа "Классы")',
    "Пол",
    JOURNAL,
    "Итого баллов",
  ];
  const form = (...rows: Cell[][]) =>
    book(
      sheet("Протокол", [header, ...rows]),
      sheet("Классы", [
        ["№", "Наименование класса"],
        [1, "5А"],
      ]),
    );

  it("has two variants in a row and tasks of two parts", () => {
    const reading = read(form([40001, 1, 3, 2, 1, 0, 1, "ж", 4, 4]));
    expect(reading.works[0]?.tasks.map(({ code, part }) => [code, part])).toEqual([
      ["1К1", 1],
      ["2", 2],
      ["3", 2],
    ]);
    const result = check(reading, { given, works: [smallWork({ year: 2025 })] });
    expect(result.rows[0]).toMatchObject({ variant: "1/2", sex: "ж", classLabel: "5А", code: "40001" });
    expect(result.findings).toEqual([]);
  });

  it("without one of the variants says which part lacks it", () => {
    const result = check(read(form([40001, 1, 3, "", 1, 0, 1, "м", 4, 4])), {
      given,
      works: [smallWork({ year: 2025 })],
    });
    expect(result.findings).toMatchObject([{ code: "variantMissing", column: 4, params: { part: 2 } }]);
  });
});
