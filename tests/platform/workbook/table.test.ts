import { describe, expect, it } from "vitest";
import { readTable } from "#lib/platform/workbook/table.ts";
import { makeXlsx, textCell } from "./make-xlsx.ts";
import { answerTo, opened } from "./outcome.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const row = (number: number, ...texts: string[]): string =>
  `<row r="${number}">${texts.map((text, index) => (text === "" ? "" : textCell(`${"ABCDEF"[index]}${number}`, text))).join("")}</row>`;

describe("a table in a workbook", () => {
  it("begins at its first filled row, and rows without their last cells are whole", () => {
    const book = opened(makeXlsx({ sheets: [row(3, "логин", "имя", "тип") + row(5, "edu220001", "Школа")] }));
    const outcome = readTable(book);
    expect(outcome).toMatchObject({ ok: true, findings: [], table: { sheet: "Лист1", headerRow: 3 } });
    expect(outcome.ok && outcome.table.rows).toEqual([
      {
        row: 5,
        values: new Map([
          ["логин", "edu220001"],
          ["имя", "Школа"],
          ["тип", ""],
        ]),
      },
    ]);
  });

  it("a cell in a column without a name is pointed at and kept out", () => {
    const outcome = readTable(
      opened(makeXlsx({ sheets: [row(1, "логин") + row(2, "edu220001", "заметка")] })),
    );
    expect(outcome.findings).toMatchObject([
      { code: "columnWithoutHeader", row: 2, column: 2, raw: "заметка" },
    ]);
    expect(outcome.ok && [...outcome.table.rows[0]!.values]).toEqual([["логин", "edu220001"]]);
  });

  it("a name stored as the number of a day is asked about", () => {
    const sheet =
      '<row r="1"><c r="A1"><v>44201</v></c><c r="B1"><v>5</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>';
    expect(readTable(opened(makeXlsx({ sheets: [sheet] })))).toMatchObject({
      ok: false,
      refusal: { code: "headerLooksLikeDate", column: 1 },
    });
  });

  it("hidden sheets are passed over unless they are asked for", () => {
    const book = opened(
      makeXlsx({
        sheets: [row(1, "a") + row(2, "1"), row(1, "b") + row(2, "2")],
        attributes: ['state="hidden"'],
      }),
    );
    expect(readTable(book)).toMatchObject({ table: { sheet: "Лист2" } });
    expect(readTable(book, { sheet: book.sheets[0]! })).toMatchObject({ table: { sheet: "Лист1" } });
  });

  it("a sheet of blanks has no table", () => {
    expect(
      readTable({
        format: "xlsx",
        encoding: null,
        notes: [],
        sheets: [{ name: "А", hidden: false, rows: [], kinds: [] }],
      }),
    ).toMatchObject({ ok: false, refusal: { code: "emptyFile" } });
  });
});

describe("names of columns", () => {
  it("a missing column is named together with those that were found", () => {
    const missing = answerTo(utf8("логин;название\nedu220001;Школа\n"), "школы.csv", {
      required: ["Логин", "Муниципалитет"],
    });
    expect(missing.findings).toMatchObject([
      { code: "missingColumn", params: { header: "Муниципалитет", found: "логин, название" } },
    ]);
    expect(missing.answer).toBe("refuse");
  });

  it("names of the language's own objects are names like any other", () => {
    const { rows } = answerTo(utf8("__proto__;constructor\n1;2\n"), "a.csv");
    expect(rows).toEqual([
      new Map([
        ["__proto__", "1"],
        ["constructor", "2"],
      ]),
    ]);
  });

  it("a row of invisible characters is no header", () => {
    expect(answerTo(utf8("\u200b;\u200b\n1;2\n"), "a.csv")).toMatchObject({
      answer: "refuse",
      kinds: ["NO_DATA_ROWS"],
    });
  });
});
