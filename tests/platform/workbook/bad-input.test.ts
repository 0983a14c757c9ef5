import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parseDecimal, parseWholeNumber } from "#lib/platform/workbook/numbers.ts";
import { readWorkbook } from "#lib/platform/workbook/workbook.ts";
import { type Answer, answerTo } from "./outcome.ts";

// The answers below are those of the collection of bad input files (bad-input/expected.json), whose files lie in the fixtures.

const FOLDER = resolve("tests/fixtures/bad-input");
const bytes = (file: string): Uint8Array => readFileSync(resolve(FOLDER, file));
const answer = (file: string): Answer => answerTo(bytes(file), file);
const values = (file: string, header: string): (string | undefined)[] =>
  answer(file).rows.map((row) => row.get(header));

const HEADERS = [
  "логин школы",
  "регион",
  "номер",
  "код",
  "отметка",
  "вариант",
  "всего баллов",
  "балл за 1",
  "балл за 2",
];
const FOUR_ROWS = [
  ["sch220001", "г. Алейск", "1", "40001", "5", "1", "3", "1", "2"],
  ["sch220001", "г. Алейск", "2", "40002", "4", "2", "1", "1", "0"],
  ["sch220002", "Тогульский МР", "1", "40001", "3", "1", "0", "X", "Х"],
  ["sch220002", "Тогульский МР", "2", "40002", "", "отсутствовал", "", "", ""],
];
const records = (rows: readonly string[][]) =>
  rows.map((row) => new Map(row.map((cell, index) => [HEADERS[index]!, cell])));

describe("the same four rows in every encoding, separator and line end", () => {
  it.each([
    "01_cp1251_semicolon.csv",
    "02_utf8_bom.csv",
    "03_utf16le_bom.csv",
    "04_utf16be_bom.csv",
    "10_mac_cr_only.csv",
    "11_lf_no_final_newline.csv",
    "12_sep_line_excel.csv",
    "13_tabs.tsv",
  ])("%s is read without a word", (file) => {
    const { answer: kind, rows } = answer(file);
    expect(kind).toBe("accept");
    expect(rows).toEqual(records(FOUR_ROWS));
  });

  it.each([
    ["05_koi8r.csv", "KOI8"],
    ["06_cp866.csv", "CP866 (DOS)"],
  ])("%s is read right and the encoding is named", (file, encoding) => {
    const { answer: kind, rows, findings } = answer(file);
    expect(kind).toBe("accept with a message");
    expect(findings).toMatchObject([{ code: "encodingGuessed", params: { encoding } }]);
    expect(rows).toEqual(records(FOUR_ROWS));
  });
});

describe("text tables that cannot be trusted", () => {
  it("two encodings in one file refuse it with the line", () => {
    const { answer: kind, findings, kinds } = answer("07_mixed_cp1251_utf8.csv");
    expect(kind).toBe("refuse");
    expect(kinds[0]).toBe("ENCODING_MIXED");
    expect(findings[0]).toMatchObject({ row: 2, params: { line: 2, file: "07_mixed_cp1251_utf8.csv" } });
  });

  it.each([
    ["08_truncated_multibyte.csv", 3, 5],
    ["08b_cut_inside_character.csv", 2, 4],
  ])("%s: the unfinished row is named and not read, the rows before it are", (file, kept, sheetRow) => {
    const { answer: kind, kinds, rows, findings } = answer(file);
    expect(kind).toBe("accept with a message");
    expect(kinds).toEqual(["FILE_CUT_OFF"]);
    expect(rows).toEqual(records(FOUR_ROWS.slice(0, kept)));
    expect(findings[0]!.row).toBe(sheetRow);
  });

  it("a NUL in the code that tells rows apart refuses the table and names the row", () => {
    const file = "09_nul_bytes.csv";
    const refused = answerTo(bytes(file), file, { identity: ["код"] });
    expect(refused.answer).toBe("refuse");
    expect(refused.findings[0]).toMatchObject({
      code: "controlCharacters",
      row: 3,
      column: 4,
      raw: "400␀02",
    });
  });

  it("a NUL elsewhere refuses only its rows, and the code becomes neither 400 nor 40002", () => {
    const { rows, kinds } = answer("09_nul_bytes.csv");
    expect(kinds).toContain("CONTROL_CHARACTERS");
    expect(rows).toEqual(records([FOUR_ROWS[0]!, FOUR_ROWS[2]!]));
  });

  it.each([
    ["15_empty.csv", "EMPTY_FILE"],
    ["16_header_only.csv", "NO_DATA_ROWS"],
    ["17_bom_only.csv", "EMPTY_FILE"],
    ["18_unclosed_quote.csv", "UNCLOSED_QUOTE"],
    ["22_dup_headers.csv", "DUPLICATE_HEADER"],
    ["23_lookalike_headers.csv", "DUPLICATE_HEADER"],
    ["24_excel_dates_for_tasks.csv", "HEADER_LOOKS_LIKE_DATE"],
  ])("%s is refused as %s", (file, kind) => {
    const { answer: refused, kinds, rows } = answer(file);
    expect(refused).toBe("refuse");
    expect(kinds[0]).toBe(kind);
    expect(rows).toEqual([]);
  });

  it("an unclosed quote is named by the line where it opens", () => {
    expect(answer("18_unclosed_quote.csv").findings[0]).toMatchObject({ row: 2, params: { line: 2 } });
  });

  it("all columns of one name are listed together", () => {
    expect(answer("22_dup_headers.csv").findings[0]!.params.columns).toBe("1, 2, 3, 4");
    expect(answer("23_lookalike_headers.csv").findings[0]!.params.columns).toBe("1, 2, 3, 4, 5");
  });

  it("tasks that became dates are asked about, 1.1 and 1.10 stay two tasks, К and K are one", () => {
    const { findings } = answer("24_excel_dates_for_tasks.csv");
    const dates = findings.filter(({ code }) => code === "headerLooksLikeDate").map(({ raw }) => raw);
    expect(dates).toEqual(["05.янв", "05.фев", "01.10.2021"]);
    const ambiguous = findings.filter(({ code }) => code === "ambiguousHeader");
    expect(ambiguous.map(({ params }) => [params.header, params.other])).toEqual([
      ["6(1)", "6.1"],
      ["6К1", "6K1"],
    ]);
  });
});

describe("cells of text tables", () => {
  it("quotes inside a cell that does not begin with one are letters", () => {
    expect(answer("19_quote_in_middle.csv").answer).toBe("accept");
    expect(values("19_quote_in_middle.csv", "a")).toEqual(['МБОУ "СОШ №1"', 'МБОУ "СОШ №2"']);
  });

  it("a quoted line break does not end the row", () => {
    expect(answer("20_newline_in_quotes.csv")).toMatchObject({
      answer: "accept",
      rows: [
        new Map([
          ["a", "line1\nline2"],
          ["b", "1"],
        ]),
      ],
    });
  });

  it("rows that are too short or too long are reported, blank ones are none", () => {
    const { answer: kind, kinds, rows, findings } = answer("21_ragged.csv");
    expect(kind).toBe("accept with a message");
    expect(new Set(kinds)).toEqual(new Set(["RAGGED_ROW"]));
    expect(rows.map((row) => [...row.values()])).toEqual([
      ["1", "2", ""],
      ["1", "2", "3"],
    ]);
    expect(findings.map(({ row, raw }) => [row, raw])).toEqual([
      [2, null],
      [3, "4"],
    ]);
  });

  it("codes stay text, letter for letter", () => {
    expect(answer("26_scientific_logins.csv").answer).toBe("accept");
    expect(values("26_scientific_logins.csv", "логин")).toEqual(["220206E5", "1E400", "00123"]);
  });

  it("formulas in a text table are plain text and none is lost", () => {
    const { answer: kind, rows } = answer("27_formula_injection.csv");
    expect(kind).toBe("accept");
    expect(rows).toHaveLength(19);
    expect(values("27_formula_injection.csv", "школа").slice(0, 6)).toEqual([
      "=1+1",
      "+1+1",
      "-1+1",
      "@SUM(1+1)",
      "\t=1+1",
      "\r=1+1",
    ]);
  });

  it("marks that reverse the reading direction are removed and told, stacked accents stay, a NUL refuses its row", () => {
    const { answer: kind, kinds, rows, findings } = answer("31_rtl_and_zalgo.csv");
    expect(kind).toBe("accept with a message");
    expect(kinds).toEqual(["CONTROL_CHARACTERS", "CONTROL_CHARACTERS"]);
    expect(findings.map(({ row }) => row)).toEqual([2, 4]);
    expect(rows.map((row) => row.get("школа"))).toEqual(["локш", "Ш\u0300\u0301\u0302кола"]);
  });

  it.each(["32_nfd_vs_nfc.csv", "32b_nfd_and_nfc.csv"])("%s holds two municipalities, not four", (file) => {
    expect(answer(file)).toMatchObject({ answer: "accept" });
    expect(values(file, "муниципалитет")).toEqual(["Йошкар", "Йошкар", "Ёлкино", "Ёлкино"]);
  });
});

describe("numbers of text tables", () => {
  it("decimals are read with comma, point and grouped digits; dashes and double marks are no numbers", () => {
    const file = "14_comma_decimal.csv";
    const read = (text: string | undefined) => {
      const reading = parseDecimal(text ?? "");
      return reading.ok ? reading.value : reading.code;
    };
    expect(values(file, "средний").map(read)).toEqual([3.75, 4, 4.25, -0.5, "notANumber"]);
    expect(values(file, "процент").map(read)).toEqual([45.5, 1234.5, 1234.5, "notANumber", "notANumber"]);
  });

  it("points are whole numbers in plain digits and nothing else", () => {
    const read = values("25_numbers_as_text.csv", "балл").map((text) => {
      const reading = parseWholeNumber(text ?? "");
      return reading.ok ? [reading.value, reading.note] : reading.code;
    });
    expect(read).toEqual([
      [12, "leadingZeros"],
      ...Array<string>(8).fill("notANumber"),
      [7, null],
      [7, null],
      "notANumber",
      "numberOutOfRange",
    ]);
  });
});

describe("tables beyond the limits", () => {
  it("one column more than a worksheet holds is refused", () => {
    const wide = Array.from({ length: 16_385 }, (_, index) => `c${index}`).join(",");
    const { answer: kind, kinds } = answerTo(new TextEncoder().encode(`${wide}\n`), "28_wide.csv");
    expect([kind, kinds[0]]).toEqual(["refuse", "TOO_MANY_COLUMNS"]);
  });

  it("a cell of five megabytes is refused", () => {
    const long = new TextEncoder().encode(`a\n"${"Ж".repeat(2_500_000)}"\n`);
    expect(long).toHaveLength(5_000_005);
    expect(answerTo(long, "29_long.csv")).toMatchObject({ answer: "refuse", kinds: ["CELL_TOO_LONG"] });
  });

  it("a million rows are refused, or read where the limit allows them", () => {
    const many = new TextEncoder().encode(`a,b\n${"1,2\n".repeat(1_000_000)}`);
    expect(many).toHaveLength(4_000_004);
    expect(answerTo(many, "30_many.csv")).toMatchObject({ answer: "refuse", kinds: ["TOO_MANY_ROWS"] });
    const allowed = readWorkbook(many, "30_many.csv", { rows: 1_000_001 });
    expect(allowed.ok && allowed.workbook.sheets[0]!.rows.length).toBe(1_000_001);
  });
});

describe("a minimal workbook", () => {
  it("opens, and as a table has a header and no rows", () => {
    const outcome = readWorkbook(bytes("40_ok.xlsx"), "40_ok.xlsx");
    expect(outcome).toMatchObject({ ok: true, workbook: { format: "xlsx", notes: [] } });
    expect(outcome.ok && outcome.workbook.sheets[0]).toMatchObject({ name: "Лист1", rows: [["школа", "5"]] });
    expect(answer("40_ok.xlsx")).toMatchObject({ answer: "refuse", kinds: ["NO_DATA_ROWS"] });
  });
});
