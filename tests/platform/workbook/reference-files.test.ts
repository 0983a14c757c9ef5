import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parseDecimal } from "#lib/platform/workbook/numbers.ts";
import { firstSheet, opened } from "./outcome.ts";

// The sample files as schools and regions hand them on, read where they lie; expected.json beside them counts their lines.
const FOLDER = resolve("../shared/reference/files");
const isThere = existsSync(FOLDER);
if (!isThere) console.warn("the sample files are not on this machine: they are not read");

interface Expected {
  file: string;
  format: string;
  sheets: Record<string, { header_row: number | null; lines?: { total: number } }>;
  other_sheets: string[];
}

const bytes = (file: string): Uint8Array => readFileSync(resolve(FOLDER, file));
const files: Expected[] = isThere
  ? JSON.parse(readFileSync(resolve(FOLDER, "expected.json"), "utf8")).files
  : [];
const isFilled = (row: readonly string[], kinds: Uint8Array) =>
  row.some((text, index) => text !== "" || kinds[index] === 5);

describe.skipIf(!isThere)("sample files", () => {
  it.each(files.filter(({ format }) => format === "xlsx"))(
    "$file has the sheets and lines that it should have",
    ({ file, sheets }) => {
      const book = opened(bytes(file), file);
      expect(book.notes).toEqual([]);
      for (const [name, { lines }] of Object.entries(sheets)) {
        const sheet = book.sheets.find((candidate) => candidate.name === name)!;
        if (lines === undefined) expect(sheet).toBeDefined();
        else
          expect(sheet.rows.filter((row, index) => isFilled(row, sheet.kinds[index]!))).toHaveLength(
            lines.total,
          );
      }
    },
  );

  it.each(["11-formats/форма.xls", "11-formats/форма.ods"])("%s is the workbook itself", (file) => {
    const plainly = (name: string) =>
      opened(bytes(name), name).sheets.map(({ name: title, rows }) => [title, rows.map(plain)]);
    expect(plainly(file)).toEqual(plainly("11-formats/форма.xlsx"));
  });

  it.each(["11-formats/форма (windows-1251).csv", "11-formats/форма (UTF-16).csv"])(
    "%s holds the same cells as the workbook",
    (file) => {
      const expected = firstSheet(bytes("11-formats/форма.xlsx")).rows.map(plain);
      expect(firstSheet(bytes(file), file).rows.map(plain)).toEqual(expected);
    },
  );
});

/** Cells without what separates the formats: blanks at the end, the decimal comma, zeros behind it. */
function plain(row: readonly string[]): string[] {
  const cells = row.map((text) => {
    const reading = /^0\d/.test(text) ? null : parseDecimal(text);
    return reading?.ok ? String(reading.value) : text.replace(/^(\d+),(\d+ \()/, "$1.$2");
  });
  while (cells.at(-1) === "") cells.pop();
  return cells;
}
