import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { looksLikeFormula } from "#lib/platform/spreadsheet-export/formula-like.ts";
import { writeCsv } from "#lib/platform/spreadsheet-export/write-csv.ts";
import { firstSheet } from "../workbook/outcome.ts";

const written = (rows: readonly (readonly (string | number | null)[])[], separator: ";" | "," | "\t" = ";") =>
  Buffer.from(writeCsv(rows, { separator })).toString("utf8");

describe("writeCsv", () => {
  it("writes UTF-8 with a byte order mark and CR LF", () => {
    expect(
      written([
        ["школа", "балл"],
        ["№ 1", 5],
      ]),
    ).toBe("\ufeffшкола;балл\r\n№ 1;5\r\n");
  });

  it("puts cells in quotes where the table would break", () => {
    expect(written([['МБОУ "СОШ"', "a;b", "1\n2", " x", "", null]])).toBe(
      '\ufeff"МБОУ ""СОШ""";"a;b";"1\n2";" x";;\r\n',
    );
  });

  it("writes numbers as numbers: a decimal comma with the semicolon, else a point", () => {
    expect(written([[-1.5, 0.25, 0]])).toBe("\ufeff-1,5;0,25;0\r\n");
    expect(written([[-1.5, 0.25, 0]], ",")).toBe("\ufeff-1.5,0.25,0\r\n");
  });

  it("refuses what is no number", () => {
    expect(() => written([[Number.NaN]])).toThrow(RangeError);
  });

  it.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n1",
    "＝1+1",
    "\u200b=1",
    "\ufeff=1",
    " =1",
    "\u00a0+1",
    "|cmd",
    "−1".replace("−", "－"),
  ])("%j gets an apostrophe and is never run", (text) => {
    expect(firstSheet(writeCsv([["a"], [text]], { separator: ";" }), "a.csv").rows[1]).toEqual([
      `'${text.replace(/^\r/, "\r")}`,
    ]);
  });

  it.each(["школа", "5", "1-2", "a=b", "'=1", "%0A=1", "<b>"])("%j stays as it is", (text) => {
    expect(written([[text]])).toBe(`\ufeff${text}\r\n`);
  });

  it("no cell of the injection collection begins dangerously after a way through reading and writing", () => {
    const bytes = readFileSync(resolve("tests/fixtures/bad-input/27_formula_injection.csv"));
    const again = firstSheet(writeCsv(firstSheet(bytes, "a.csv").rows, { separator: ";" }), "a.csv").rows;
    expect(again).toHaveLength(20);
    for (const [text] of again) {
      expect(text!.replace(/^[\s\p{Cf}]+/u, "")).not.toMatch(/^[=+\-@＝]/);
      expect(text).not.toMatch(/^[\t\r]/);
    }
  });

  it("texts come back the same, but for the apostrophe", () => {
    const text = fc.string({
      unit: fc.constantFrom("a", "Ж", '"', ";", ",", "\t", "\n", "\r", " ", "=", "'"),
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(";", ",", "\t" as const),
        (rows, separator) => {
          const bytes = writeCsv([["первый", "второй"], ...rows], { separator });
          const guarded = rows.map((row) => row.map((cell) => (looksLikeFormula(cell) ? `'${cell}` : cell)));
          expect(firstSheet(bytes, "a.csv").rows.slice(1)).toEqual(guarded);
        },
      ),
      { numRuns: 300 },
    );
  });
});
