import { describe, expect, it } from "vitest";
import { FILE_FINDINGS, fileFinding, messageKind } from "#lib/platform/workbook/file-findings.ts";
import { loadMessages, locales } from "#messages/load.ts";
import { translator } from "#messages/translate.ts";

const CODES = Object.keys(FILE_FINDINGS);
/** Every parameter that a sentence about a file may want. */
const PARAMS = {
  file: "отчёт.xlsx",
  limit: 60,
  megabytes: 200,
  seconds: 10,
  line: 2,
  row: 5,
  column: 4,
  cells: 2,
  headers: 3,
  count: 22,
  part: "xl/workbook.xml",
  encoding: "KOI8",
  extension: "xls",
  format: "xlsx",
  header: "Класс",
  other: "Kласс",
  columns: "1, 2",
  found: "логин",
  code: "strayQuote",
};

describe.each(locales)("findings of a file in %s", (locale) => {
  it("every code has a sentence, and there are no other sentences", () => {
    expect(Object.keys(loadMessages(locale).files as object).sort()).toEqual([...CODES].sort());
  });

  it.each(CODES)("%s is a whole sentence", (code) => {
    const sentence = translator(locale, "files")(code, PARAMS);
    expect(sentence).toMatch(/^[А-ЯІЇЄҐ].*\.$/);
    expect(sentence).not.toMatch(/[{}]/);
  });

  it.each(["oldExcelFile", "binaryWorkbook"])("%s names .xlsx and how to get it", (code) => {
    expect(translator(locale, "files")(code, PARAMS)).toMatch(/«(Сохранить как|Зберегти як)» → «.*\.xlsx\)»/);
  });
});

describe("message kinds", () => {
  it("belong to codes of this reader only", () => {
    expect(messageKind("encodingMixed")).toBe("ENCODING_MIXED");
    expect(messageKind("toString")).toBeNull();
  });

  it("a long raw text is shortened for show", () => {
    expect(fileFinding("strayQuote", {}, { raw: "x".repeat(5000) }).raw).toHaveLength(201);
  });
});
