import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CELL, readWorkbook } from "#lib/platform/workbook/workbook.ts";
import { opened, refusalOf } from "./outcome.ts";

const bytesOf = (format: string) =>
  new Uint8Array(readFileSync(resolve("tests/fixtures/formats", `cells.${format}`)));
const FORMATS = ["xlsx", "xls", "ods"] as const;

describe.each(FORMATS)("a workbook in the format %s", (format) => {
  const book = opened(bytesOf(format), `cells.${format}`);
  const [first, second] = book.sheets;

  it("is known by its content and read without remarks", () => {
    expect(book.format).toBe(format);
    expect(book.notes).toEqual([]);
    expect(book.sheets.map(({ name, hidden, rows }) => [name, hidden, rows.length])).toEqual([
      ["Всякое", false, 9],
      ["Скрытый", true, 420],
    ]);
  });

  it("gives every cell its text and its kind", () => {
    const { text, number, formula, error } = CELL;
    expect(first!.rows[1]!.slice(0, 2)).toEqual(["00119", "12.5"]);
    expect(first!.rows[1]!.slice(3)).toEqual(["25", "аб", "#DIV/0!"]);
    expect([...first!.kinds[1]!].filter((_, i) => i !== 2)).toEqual([text, number, formula, formula, error]);
    expect(first!.rows[2]!.map(Number)).toEqual([-7, 1000000, 0.1, 1e-7, 123456789012, 0]);
    expect(first!.rows[3]).toEqual(["два\nряда", "", "пробелы   внутри", "X", "с примечанием"]);
  });

  it("keeps blank rows, equal cells and merged cells in their places", () => {
    expect(first!.rows.slice(4, 7)).toEqual([[], [], []]);
    expect(first!.rows[7]).toEqual(["", "", "4", "4", "4"]);
    expect(first!.rows[8]).toEqual(["слито", "", "после"]);
  });

  it("keeps long texts whole, also where they run over from record to record", () => {
    const written = (i: number) =>
      `${i % 2 ? "Школа № " : "School "}${i}, ${(i % 3 ? "очень длинное название " : "plain ").repeat(i % 9)}`;
    expect(second!.rows.map(([text, number]) => [text!.trimEnd(), number])).toEqual(
      second!.rows.map((_, i) => [written(i).trimEnd(), String(i)]),
    );
  });

  it("cut off anywhere is refused or read, never an error", () => {
    const bytes = bytesOf(format);
    for (let length = 0; length < bytes.length; length += Math.ceil(bytes.length / 150))
      expect(typeof readWorkbook(bytes.subarray(0, length), "x").ok).toBe("boolean");
  });

  it("with bytes changed anywhere is refused or read, never an error and never endless", () => {
    const bytes = bytesOf(format);
    const change = fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 }));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 20 }), (changes) => {
        const changed = Uint8Array.from(bytes);
        for (const [at, byte] of changes) changed[at] = byte;
        expect(typeof readWorkbook(changed, "x").ok).toBe("boolean");
      }),
      { numRuns: 150 },
    );
  });

  it("that is only headers in its first sector is refused by a sentence", () => {
    expect(refusalOf(bytesOf(format).subarray(0, 600)).severity).toBe("error");
  });
});

describe("the container of the old format", () => {
  it("whose chain of sectors bites its tail is damaged, not endless", () => {
    const bytes = bytesOf("xls");
    const view = new DataView(bytes.buffer);
    const table = (view.getUint32(76, true) + 1) * 512;
    for (let sector = 0; sector < 128; sector += 1) view.setUint32(table + 4 * sector, sector, true);
    expect(refusalOf(bytes).code).toBe("damagedFile");
  });

  it("named like a text table is noted", () => {
    expect(opened(bytesOf("xls"), "cells.csv").notes).toMatchObject([
      { code: "wrongExtension", params: { extension: "csv", format: "xls" } },
    ]);
  });

  it("of Excel 95 gets the sentence that says how to save it anew", () => {
    const bytes = bytesOf("xls");
    const at = Buffer.from(bytes).indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06]));
    bytes[at + 5] = 0x05;
    expect(refusalOf(bytes).code).toBe("oldExcelFile");
  });

  it("with a password is told apart", () => {
    const bytes = bytesOf("xls");
    // The record behind the first becomes FilePass.
    const at = Buffer.from(bytes).indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06]));
    new DataView(bytes.buffer).setUint16(at + 20, 0x2f, true);
    expect(refusalOf(bytes).code).toBe("encryptedFile");
  });
});
