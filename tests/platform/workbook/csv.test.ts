import { describe, expect, it } from "vitest";
import { CELL } from "#lib/platform/workbook/cell.ts";
import { firstSheet, opened, refusalOf } from "./outcome.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const rowsOf = (text: string) => firstSheet(utf8(text), "file.csv").rows;

/** windows-1251 of Russian and Ukrainian letters, by the code page's table. */
function cp1251(text: string): Uint8Array {
  const others: Record<string, number> = {
    ё: 0xb8,
    Ё: 0xa8,
    і: 0xb3,
    І: 0xb2,
    ї: 0xbf,
    є: 0xba,
    ґ: 0xb4,
    Ґ: 0xa5,
    "№": 0xb9,
    "«": 0xab,
    "»": 0xbb,
  };
  return Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0);
    if (code >= 0x410 && code <= 0x44f) return code - 0x410 + 0xc0;
    return others[letter] ?? code;
  });
}

describe("separators", () => {
  it.each([";", ",", "\t"])("%j is found by the rows that agree on it", (separator) => {
    const rows = [
      ["логин", "балл", "текст"],
      ["a", "1", "x"],
      ["b", "2", "y"],
    ];
    expect(rowsOf(rows.map((row) => row.join(separator)).join("\r\n"))).toEqual(rows);
  });

  it("decimal commas do not make columns of a semicolon table", () => {
    expect(rowsOf("школа;средний;доля\nА;3,75;0,5\nБ;4,25;0,25\n")[1]).toEqual(["А", "3,75", "0,5"]);
  });

  it("decimal commas in every cell do not outvote the semicolons of the names", () => {
    const rows = ["школа;доля;балл", ...Array<string>(20).fill("0,1;0,2;0,3")];
    expect(rowsOf(rows.join("\n"))[1]).toEqual(["0,1", "0,2", "0,3"]);
  });

  it("a title line above the names has no say", () => {
    expect(rowsOf("ВПР 2026 Математика 4 класс\nшкола,балл,тип\nА,1,x\nБ,2,y\n")[1]).toEqual([
      "школа",
      "балл",
      "тип",
    ]);
  });

  it("a first line that names the separator is no row", () => {
    expect(rowsOf("sep=|\r\na|b\r\n1|2\r\n")).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });

  it("a table of one column is a table", () => {
    expect(rowsOf("логин\nedu220001\nedu220002")).toEqual([["логин"], ["edu220001"], ["edu220002"]]);
  });
});

describe("rows and cells", () => {
  it("blank lines keep the numbers of the rows below them", () => {
    const { rows, kinds } = firstSheet(utf8("a;b\n\n1;2\n"), "file.csv");
    expect(rows).toEqual([["a", "b"], [], ["1", "2"]]);
    expect(kinds.map((row) => [...row])).toEqual([[CELL.text, CELL.text], [], [CELL.text, CELL.text]]);
  });

  it("a text after a closing quote keeps the cell as it stands and says so", () => {
    const book = opened(utf8('школа;n\n"МБОУ "СОШ №1"";1\n'), "file.csv");
    expect(book.sheets[0]!.rows[1]).toEqual(['"МБОУ "СОШ №1""', "1"]);
    expect(book.notes).toMatchObject([{ code: "strayQuote", row: 2, column: 1 }]);
  });

  it("letters that were lost before the file came are pointed at", () => {
    expect(opened(utf8("школа\nШк\ufffdла\n"), "file.csv").notes).toMatchObject([
      { code: "lettersLost", row: 2 },
    ]);
  });

  it("a long header of sixteen thousand columns is still a table", () => {
    expect(rowsOf(Array.from({ length: 16_384 }, (_, n) => `c${n}`).join(";"))[0]).toHaveLength(16_384);
  });
});

describe("encodings", () => {
  it("windows-1251 without any known word is read and named as a guess", () => {
    const book = opened(cp1251("Москва;Тверь\nВолгоград на Волге;Нижний Новгород\n"), "file.csv");
    expect(book.sheets[0]!.rows[0]).toEqual(["Москва", "Тверь"]);
    expect(book.notes).toMatchObject([{ code: "encodingGuessed", params: { encoding: "windows-1251" } }]);
  });

  it("Ukrainian letters of windows-1251 are read", () => {
    const book = opened(cp1251("школа;клас\nЛіцей № 5 «Ґрунт» їжа є;4\n"), "file.csv");
    expect(book.sheets[0]!.rows[1]![0]).toBe("Ліцей № 5 «Ґрунт» їжа є");
    expect(book.notes).toEqual([]);
  });

  it.each(["utf-16le", "utf-16be"])("%s without its mark is recognised and named", (encoding) => {
    const le = Buffer.from("логин;балл\nsch220001;3\nsch220002;4\n", "utf16le");
    const book = opened(encoding === "utf-16le" ? le : Buffer.from(le).swap16(), "file.csv");
    expect(book.sheets[0]!.rows[1]).toEqual(["sch220001", "3"]);
    expect(book.notes).toMatchObject([{ code: "encodingGuessed" }]);
  });

  it("bytes that read as no language are refused, not replaced", () => {
    const noise = Uint8Array.from({ length: 300 }, (_, index) => 0x80 + ((index * 37) % 0x40));
    expect(refusalOf(noise, "file.csv").code).toBe("encodingUnknown");
  });

  it("a cp1251 file that ends in a letter is not taken for UTF-8 that was cut off", () => {
    const book = opened(cp1251("логин;класс\nsch220001;4Р"), "file.csv");
    expect(book.encoding).toBe("windows-1251");
    expect(book.sheets[0]!.rows[1]).toEqual(["sch220001", "4Р"]);
  });
});

describe("files that only look like tables", () => {
  it.each([
    ["a page", "<html><table><tr><td>1</td></tr></table></html>", "webPage"],
    ["a page with a mark", "\ufeff<!DOCTYPE html><p>Ошибка</p>", "webPage"],
    ["a table of an old program in XML", '<?xml version="1.0"?><Workbook/>', "webPage"],
    ["a document", "%PDF-1.7\n%\u0001\u0002\u0003\u0004", "notASpreadsheet"],
    ["bytes of a program", `MZ${"\u0001\u0002\u0003".repeat(50)}`, "notASpreadsheet"],
    ["spaces", "  \r\n \t \n", "emptyFile"],
  ])("%s is refused by its own sentence", (_, text, code) => {
    expect(refusalOf(utf8(text), "отчёт.xls").code).toBe(code);
  });

  it("a text table called .xlsx is read as what it is, and the name is noted", () => {
    const book = opened(utf8("a;b\n1;2\n"), "таблица.xlsx");
    expect(book).toMatchObject({
      format: "csv",
      notes: [{ code: "wrongExtension", params: { extension: "xlsx" } }],
    });
  });
});
