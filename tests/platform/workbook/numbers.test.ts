import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDecimal, parseStoredNumber, parseWholeNumber } from "#lib/platform/workbook/numbers.ts";

const NOT_NUMBERS = [
  "",
  " ",
  "-",
  "+",
  ".",
  ",",
  "1.",
  ".5",
  "1e3",
  "1Е3",
  "0x10",
  "Infinity",
  "NaN",
  "١٢",
  "１２",
  "²",
  "4.1.2",
  "5/5",
  "–1",
  "- 1",
  "1 2",
  "12 34",
  "1,234.5",
  "пять",
  "1б",
  "--1",
  "1-",
  "%",
];

describe("parseWholeNumber", () => {
  it.each([
    ["7", 7],
    ["  7 ", 7],
    ["\u00a07\u202f", 7],
    ["+7", 7],
    ["-3", -3],
    ["\u22123", -3],
    ["0", 0],
    ["-0", 0],
    ["13,0", 13],
    ["13.00", 13],
    ["1 722 202", 1_722_202],
    ["9007199254740991", 9_007_199_254_740_991],
  ])("%j is %d", (text, value) => {
    expect(parseWholeNumber(text)).toEqual({ ok: true, value, note: null });
  });

  it.each([...NOT_NUMBERS, "7.5", "7.0000000000000001", "45%"])("%j is no whole number", (text) => {
    expect(parseWholeNumber(text)).toEqual({ ok: false, code: "notANumber" });
  });

  it.each(["9007199254740993", "9".repeat(400)])("%s does not fit and is not rounded", (text) => {
    expect(parseWholeNumber(text)).toEqual({ ok: false, code: "numberOutOfRange" });
  });

  it("leading zeros are read and noted, because such a text may be a code", () => {
    expect(parseWholeNumber("0012")).toEqual({ ok: true, value: 12, note: "leadingZeros" });
  });

  it("reads back every whole number that a double holds exactly", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(parseWholeNumber(String(value))).toEqual({ ok: true, value, note: null });
      }),
    );
  });
});

describe("parseDecimal", () => {
  it.each([
    ["3,75", 3.75],
    ["4.00", 4],
    ["1 234,5", 1234.5],
    ["1\u00a0234,5", 1234.5],
    ["\u22120,5", -0.5],
    ["0,001", 0.001],
    ["123456789012345", 123_456_789_012_345],
  ])("%j is %d", (text, value) => {
    expect(parseDecimal(text)).toEqual({ ok: true, value, note: null });
  });

  it.each(["45,5%", "45,5 %", "45.5 %"])("%j is per cent, said beside the value", (text) => {
    expect(parseDecimal(text)).toEqual({ ok: true, value: 45.5, note: "percentSign" });
  });

  it.each(NOT_NUMBERS)("%j is no decimal number", (text) => {
    expect(parseDecimal(text)).toEqual({ ok: false, code: "notANumber" });
  });

  it("more digits than a double holds are not rounded", () => {
    expect(parseDecimal("7.0000000000000001")).toEqual({ ok: false, code: "numberOutOfRange" });
  });

  it("a long run of digits or spaces is answered at once", () => {
    const startedAt = performance.now();
    parseDecimal(`${"1".repeat(32_000)}x`);
    parseStoredNumber(`${"1".repeat(32_000)}x`);
    parseDecimal(`1${" ".repeat(32_000)}x`);
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });
});

describe("parseStoredNumber", () => {
  it.each([
    ["3", 3],
    ["3.0000000000000004", 3],
    ["0.30000000000000004", 0.3],
    ["1E-5", 0.00001],
    ["2.5e3", 2500],
    ["-.5", -0.5],
  ])("%s is what the program shows: %d", (text, value) => {
    expect(parseStoredNumber(text)).toEqual({ ok: true, value, note: null });
  });

  it.each(["", "3,5", "NaN", "1e999", "0x1", " 3"])("%j is not read", (text) => {
    expect(parseStoredNumber(text).ok).toBe(false);
  });
});
