import { describe, expect, it } from "vitest";
import { deductions } from "#lib/statistics/disclosure/recoverable.ts";
import { type Cell, checkTable, type Table } from "#lib/statistics/disclosure/table.ts";
import { oneSum } from "./linked-tables.ts";

const cell = { id: "a", value: 1, sensitive: false };

describe("a broken table is refused", () => {
  it.each([
    ["a sum that does not hold", { cells: [cell], equations: [{ total: "a", parts: [] }] }],
    ["an unknown cell", { cells: [], equations: [{ total: "a", parts: [] }] }],
    ["a value that is not whole", { cells: [{ ...cell, value: 0.5 }], equations: [] }],
    ["a negative value", { cells: [{ ...cell, value: -1 }], equations: [] }],
    ["two cells of one name", { cells: [cell, cell], equations: [] }],
    [
      "a part named twice",
      { cells: [cell, { ...cell, id: "b", value: 2 }], equations: [{ total: "b", parts: ["a", "a"] }] },
    ],
    ["a cell that is its own part", { cells: [cell], equations: [{ total: "a", parts: ["a"] }] }],
  ] satisfies [string, Table][])("%s", (_, table) => {
    expect(() => checkTable(table)).toThrow(RangeError);
  });

  it.each([
    { cost: -1 },
    { cost: Number.POSITIVE_INFINITY },
    { protection: 0 },
    { protection: 1.5 },
    { knownLowerBound: 2 },
    { knownLowerBound: -1 },
    { knownUpperBound: 0 },
  ] satisfies Partial<Cell>[])("a cell with %o", (more) => {
    expect(() => checkTable({ cells: [{ ...cell, ...more }], equations: [] })).toThrow(RangeError);
  });

  it("an unknown hidden cell", () => {
    expect(() => deductions({ cells: [cell], equations: [] }, new Set(["b"]))).toThrow(RangeError);
  });
});

describe("a published percentage", () => {
  const withPercent = (percent: number, decimals = 0, baseFactor = 1): Table => ({
    ...oneSum({ n: 24, a: 3, b: 21 }),
    percents: [{ count: "a", base: "n", percent, decimals, baseFactor }],
  });

  it("must be that of its counts, rounded half up", () => {
    // 3 of 24 = 12.5 %: 13 without decimals, 12.5 with one; 3 of 24 · 2 points = 6.25 % ≈ 6.3 with one.
    expect(() => checkTable(withPercent(13))).not.toThrow();
    expect(() => checkTable(withPercent(12))).toThrow(RangeError);
    expect(() => checkTable(withPercent(14))).toThrow(RangeError);
    expect(() => checkTable(withPercent(12.5, 1))).not.toThrow();
    expect(() => checkTable(withPercent(6.3, 1, 2))).not.toThrow();
    expect(() => checkTable(withPercent(6.2, 1, 2))).toThrow(RangeError);
  });

  it("must have the decimals it says, and two known cells", () => {
    expect(() => checkTable(withPercent(12.5))).toThrow(RangeError);
    expect(() => checkTable(withPercent(13, -1))).toThrow(RangeError);
    expect(() => checkTable(withPercent(13, 0, 0))).toThrow(RangeError);
    const percents = [{ count: "a", base: "x", percent: 13, decimals: 0 }];
    expect(() => checkTable({ ...oneSum({ n: 24, a: 3, b: 21 }), percents })).toThrow(RangeError);
    const twice = withPercent(13).percents!;
    expect(() => checkTable({ ...withPercent(13), percents: [...twice, ...twice] })).toThrow(RangeError);
  });
});

it("a table of nothing, and a total of no parts, are tables", () => {
  expect(() => checkTable({ cells: [], equations: [] })).not.toThrow();
  expect(() =>
    checkTable({ cells: [{ ...cell, value: 0 }], equations: [{ total: "a", parts: [] }] }),
  ).not.toThrow();
});
