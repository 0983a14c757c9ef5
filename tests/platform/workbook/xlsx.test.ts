import { describe, expect, it } from "vitest";
import { CELL } from "#lib/platform/workbook/cell.ts";
import { makeXlsx, sheetPart, textCell } from "./make-xlsx.ts";
import { firstSheet, opened } from "./outcome.ts";

const rows = (sheet: string, shared?: string) =>
  firstSheet(makeXlsx({ sheets: [sheet], ...(shared === undefined ? {} : { shared }) })).rows;

describe("kinds of cells", () => {
  it("tells number, text, formula with and without a value, error and truth value apart", () => {
    const sheet = firstSheet(
      makeXlsx({
        shared: "<si><t>школа</t></si>",
        sheets: [
          `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>3</v></c><c r="C2" t="n"><f>A1+1</f><v>4</v></c><c r="D2"><f>SUM(A1:A9)</f><v></v></c><c r="E2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="F2" t="b"><v>1</v></c><c r="G2" t="str"><f>A1&amp;"x"</f><v>текст</v></c><c r="H2" s="1"/><c r="J2"><f t="shared" si="0"/></c></row>`,
        ],
      }),
    );
    expect(sheet.rows).toEqual([[], ["школа", "3", "4", "", "#DIV/0!", "1", "текст", "", "", ""]]);
    const { text, number, formula, formulaWithoutValue, error, boolean, blank } = CELL;
    expect([...sheet.kinds[1]!]).toEqual([
      text,
      number,
      formula,
      formulaWithoutValue,
      error,
      boolean,
      formula,
      blank,
      blank,
      formulaWithoutValue,
    ]);
  });

  it("keeps a number in the notation in which it is stored", () => {
    const cells = ["3", "0.1", "3.0000000000000004", "1E-5", "00119", "45000"];
    const row = cells.map((value, index) => `<c r="${"ABCDEF"[index]}1"><v>${value}</v></c>`).join("");
    expect(rows(`<row r="1">${row}</row>`)).toEqual([cells]);
  });

  it("reads cells without addresses one after the other", () => {
    expect(rows("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>")).toEqual([
      ["1", "2"],
      ["3"],
    ]);
  });

  it("styled blank cells are not cells", () => {
    expect(
      rows('<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="2"/></row><row r="2"><c r="A2" s="2"/></row>'),
    ).toEqual([["1"]]);
  });
});

describe("texts", () => {
  it("joins the runs of a rich text and leaves phonetic hints out", () => {
    const shared =
      '<si><r><t xml:space="preserve">Код </t></r><r><rPr><b/></rPr><t>участника</t></r><rPh sb="0" eb="1"><t>подсказка</t></rPh><phoneticPr fontId="1"/></si>';
    expect(rows('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', shared)).toEqual([["Код участника"]]);
  });

  it("resolves references, CDATA and the escapes of the format, in this order", () => {
    const row = [
      textCell("A1", "a &lt;b&gt; &amp;amp; &#1046;&#x416;"),
      textCell("B1", "<![CDATA[1 < 2 & 3]]>"),
      textCell("C1", "строка_x000D_\nещё _x005F_x000D_"),
    ];
    expect(rows(`<row r="1">${row.join("")}</row>`)).toEqual([
      ["a <b> &amp; ЖЖ", "1 < 2 & 3", "строка\r\nещё _x000D_"],
    ]);
  });

  it("composes letters, so that й written in two ways is one", () => {
    expect(rows(`<row r="1">${textCell("A1", "И\u0306ошкар")}</row>`)).toEqual([["Йошкар"]]);
  });

  it("a control character that hides behind an escape refuses its cell, visibly", () => {
    const book = opened(makeXlsx({ sheets: [`<row r="1">${textCell("A1", "400_x0000_02")}</row>`] }));
    expect(book.sheets[0]!.rows).toEqual([["400␀02"]]);
    expect(book.sheets[0]!.kinds[0]![0]).toBe(CELL.error);
    expect(book.notes).toMatchObject([{ code: "controlCharacters", sheet: "Лист1", row: 1, column: 1 }]);
  });

  it("names like __proto__ are texts like any other", () => {
    expect(rows(`<row r="1">${textCell("A1", "__proto__")}${textCell("B1", "constructor")}</row>`)).toEqual([
      ["__proto__", "constructor"],
    ]);
  });

  it("a text cut by the end of a window is whole", () => {
    const long = "Ж".repeat(32_000);
    const many = Array.from(
      { length: 60 },
      (_, index) => `<row r="${index + 1}">${textCell(`A${index + 1}`, long + index)}</row>`,
    );
    const read = rows(many.join(""));
    expect(read.map((row) => row[0])).toEqual(many.map((_, index) => long + index));
  });
});

describe("forms of the format", () => {
  it("reads prefixed names and the strict namespace", () => {
    const strict = "http://purl.oclc.org/ooxml";
    const bytes = makeXlsx({
      sheets: [""],
      parts: {
        "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${strict}/officeDocument/relationships/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
        "xl/worksheets/sheet1.xml": `<x:worksheet xmlns:x="${strict}/spreadsheetml/main"><x:sheetData><x:row xmlns:r="urn:other" r='1'><x:c r='A1' t='inlineStr'><x:is><x:t>да</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
      },
    });
    expect(firstSheet(bytes).rows).toEqual([["да"]]);
  });

  it("reads parts in UTF-16 and with a byte order mark", () => {
    const part = sheetPart(`<row r="1">${textCell("A1", "школа")}</row>`);
    const utf16 = Buffer.from(`\ufeff${part.replace('encoding="UTF-8"', 'encoding="UTF-16"')}`, "utf16le");
    for (const sheet of [utf16, `\ufeff${part}`]) {
      expect(
        firstSheet(makeXlsx({ sheets: [""], parts: { "xl/worksheets/sheet1.xml": sheet } })).rows,
      ).toEqual([["школа"]]);
    }
  });

  it("hidden sheets, rows and columns are data", () => {
    const bytes = makeXlsx({
      sheets: [
        '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>2</v></c></row>',
      ],
      attributes: ["", 'state="veryHidden"'],
    });
    expect(opened(bytes).sheets.map(({ hidden, rows: cells }) => [hidden, cells])).toEqual([
      [false, [["1"]]],
      [true, [["2"]]],
    ]);
  });

  it("what stands around the rows is passed over, the same names in it included", () => {
    const bytes = makeXlsx({
      sheets: [""],
      parts: {
        "xl/worksheets/sheet1.xml": `<worksheet><sheetPr><c r="Z9"><v>9</v></c></sheetPr><sheetData><row r="1"><c r="A1"><v>1</v><extLst><ext><v>7</v></ext></extLst></c></row></sheetData><!-- <row/> --><extLst><row r="5"><c r="A5"><v>5</v></c></row></extLst></worksheet>\n`,
      },
    });
    expect(firstSheet(bytes).rows).toEqual([["1"]]);
  });

  it("macros are never run and are mentioned", () => {
    const bytes = makeXlsx({
      sheets: ['<row r="1"><c r="A1"><v>1</v></c></row>'],
      parts: { "xl/vbaProject.bin": "Attribute VB_Name" },
    });
    expect(opened(bytes, "книга.xlsm").notes.map(({ code }) => code)).toEqual(["macrosIgnored"]);
  });

  it("dates that count from 1904 are mentioned", () => {
    const parts = {
      "xl/workbook.xml":
        '<workbook xmlns:r="urn:r"><workbookPr date1904="1"/><sheets><sheet name="А" r:id="s0"/></sheets></workbook>',
    };
    expect(
      opened(makeXlsx({ sheets: ['<row r="1"><c r="A1"><v>1</v></c></row>'], parts })).notes,
    ).toMatchObject([{ code: "dates1904" }]);
  });

  it("a workbook called .csv is read as what it is, and the name is noted", () => {
    const bytes = makeXlsx({ sheets: ['<row r="1"><c r="A1"><v>1</v></c></row>'] });
    expect(opened(bytes, "данные.csv").notes).toMatchObject([
      { code: "wrongExtension", params: { extension: "csv", format: "xlsx" } },
    ]);
  });
});
