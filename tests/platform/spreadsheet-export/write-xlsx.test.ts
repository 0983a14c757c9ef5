import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ExportCell, type ExportSheet, writeXlsx } from "#lib/platform/spreadsheet-export/write-xlsx.ts";
import { CELL } from "#lib/platform/workbook/cell.ts";
import { firstSheet, opened } from "../workbook/outcome.ts";
import { partOf } from "./part-of.ts";

const sheetOf = (rows: readonly (readonly ExportCell[])[], more: Partial<ExportSheet> = {}): ExportSheet => ({
  name: "Итоги",
  columns: [
    { header: "Школа", width: 30 },
    { header: "Балл", width: 10, format: "oneDecimal" },
  ],
  rows,
  ...more,
});
const sheetXml = (sheet: ExportSheet) => partOf(writeXlsx([sheet]), "xl/worksheets/sheet1.xml");

describe("writeXlsx", () => {
  it("writes numbers as numbers and texts as texts", () => {
    const sheet = firstSheet(
      writeXlsx([
        sheetOf([
          ["Школа № 1", 61.25],
          ["007", -5],
          ["3", null],
        ]),
      ]),
    );
    expect(sheet.rows).toEqual([["Школа", "Балл"], ["Школа № 1", "61.25"], ["007", "-5"], ["3"]]);
    expect(sheet.kinds.map((row) => [...row])).toEqual([
      [CELL.text, CELL.text],
      [CELL.text, CELL.number],
      [CELL.text, CELL.number],
      [CELL.text],
    ]);
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1+1", "\u200b=1"])(
    "%j is a text cell with the quote prefix, never a formula",
    (text) => {
      const bytes = writeXlsx([sheetOf([[text, 1]])]);
      expect(firstSheet(bytes).rows[1]![0]).toBe(text);
      const xml = partOf(bytes, "xl/worksheets/sheet1.xml");
      expect(xml).not.toContain("<f>");
      const style = /r="A2" s="(\d+)"/.exec(xml)![1]!;
      const styles = partOf(bytes, "xl/styles.xml")
        .split("<cellXfs")[1]!
        .match(/<xf [^>]*>/g)!;
      expect(styles[Number(style)]).toContain('quotePrefix="1"');
    },
  );

  it("writes only formulas of our own, with the value that they have now", () => {
    const sheet = firstSheet(
      writeXlsx([
        sheetOf([
          ["сумма", { formula: "=SUM(B2:B9)", value: 7 }],
          ["связь", { formula: 'A1&"<"', value: "Школа<" }],
        ]),
      ]),
    );
    expect(sheet.rows.slice(1)).toEqual([
      ["сумма", "7"],
      ["связь", "Школа<"],
    ]);
    expect(sheet.kinds[1]![1]).toBe(CELL.formula);
  });

  it("freezes, filters and repeats the header and prints on A4 as wide as the page", () => {
    const bytes = writeXlsx([
      sheetOf([
        ["a", 1],
        ["b", 2],
      ]),
    ]);
    const xml = partOf(bytes, "xl/worksheets/sheet1.xml");
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(xml).toContain('<autoFilter ref="A1:B3"/>');
    expect(xml).toContain('paperSize="9"');
    expect(partOf(bytes, "xl/workbook.xml")).toContain("'Итоги'!$1:$1");
  });

  it("a share is kept whole and shown in per cent", () => {
    const columns = [{ header: "Доля", width: 8, format: "percent" as const }];
    const bytes = writeXlsx([sheetOf([[4 / 9]], { columns })]);
    expect(firstSheet(bytes).rows[1]).toEqual([String(4 / 9)]);
    expect(partOf(bytes, "xl/styles.xml")).toContain('formatCode="0\u00a0%"');
  });

  it("notes stand under the table after a blank line", () => {
    const { rows } = firstSheet(
      writeXlsx([sheetOf([["a", 1]], { notes: ["Источник: файлы школ.", "=1+1"] })]),
    );
    expect(rows).toEqual([["Школа", "Балл"], ["a", "1"], [], ["Источник: файлы школ."], ["=1+1"]]);
  });

  it("the same sheets give the same bytes", () => {
    const sheets = [sheetOf([["a", 1]])];
    expect(writeXlsx(sheets)).toEqual(writeXlsx(sheets));
    // 1 January 1980, the first day of the archive's own calendar, in the header of the first part.
    expect([...writeXlsx(sheets).subarray(10, 14)]).toEqual([0, 0, 0x21, 0]);
  });

  it("makes names of sheets that programs accept", () => {
    const names = [
      "4 класс: РУ/МА [2026]",
      "4 КЛАСС  РУ МА 2026",
      "",
      "'кавычки'",
      "очень длинное название листа с итогами работы",
      "очень длинное название листа с итогами года",
    ];
    const shown = opened(writeXlsx(names.map((name) => sheetOf([["a", 1]], { name })))).sheets.map(
      ({ name }) => name,
    );
    expect(shown).toEqual([
      "4 класс РУ МА 2026",
      "4 КЛАСС РУ МА 2026 (2)",
      "3",
      "кавычки",
      "очень длинное название листа с",
      "очень длинное название лист (2)",
    ]);
    expect(Math.max(...shown.map(({ length }) => length))).toBeLessThanOrEqual(31);
  });

  it("gives rows with long texts the height that they need", () => {
    const long = "Средняя общеобразовательная школа с углублённым изучением отдельных предметов";
    expect(
      sheetXml(
        sheetOf([
          [long, 1],
          ["коротко", 2],
        ]),
      ),
    ).toMatch(/<row r="2" ht="45" customHeight="1">.*\n<row r="3">/s);
  });

  it.each([
    ["a text that no cell can hold", sheetOf([["x".repeat(32_768), 1]])],
    ["what is no number", sheetOf([["a", Number.POSITIVE_INFINITY]])],
    ["a row wider than the header", sheetOf([["a", 1, 2]])],
    ["a sheet without columns", sheetOf([], { columns: [] })],
  ])("%s is an error, never cut", (_, sheet) => {
    expect(() => writeXlsx([sheet])).toThrow(RangeError);
  });

  it("a workbook without sheets is an error", () => {
    expect(() => writeXlsx([])).toThrow(RangeError);
  });

  it("any text comes back the same, escapes and markup included", () => {
    const unit = fc.constantFrom(
      "a",
      "Ж",
      "<",
      ">",
      "&",
      '"',
      "'",
      "_x000D_",
      "_x005F_",
      "]]>",
      "\n",
      "\t",
      "\r",
      " ",
      "=",
      "&#10;",
      "й",
      "😀",
    );
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit, minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 6 }),
        (texts) => {
          const { rows } = firstSheet(writeXlsx([sheetOf(texts.map((text) => [text, 1]))]));
          expect(rows.slice(1).map(([text]) => text)).toEqual(texts);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("any number comes back the same", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(firstSheet(writeXlsx([sheetOf([["a", value]])])).rows[1]![1])).toBe(
          value === 0 ? 0 : value,
        );
      }),
      { numRuns: 100 },
    );
  });
});
