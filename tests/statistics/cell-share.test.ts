import { expect, it } from "vitest";
import { cellShare } from "#lib/statistics/cell-share.ts";
import { apartPercent, journalAgreement } from "#lib/statistics/journal-agreement.ts";

const task = { counted: 8, sum: 5, notAttempted: 2, notTaught: 1, blank: 2, rejected: 0 };

it("the base is every cell, also blank and rejected ones", () => {
  // 10 cells: 8 counted and 2 blank.
  expect(cellShare([task], "notAttempted")).toBe(20);
  expect(cellShare([task], "notTaught")).toBe(10);
  expect(cellShare([task, { ...task, blank: 0, rejected: 2 }], "blank")).toBe(10);
});

it("no cell, no share", () => {
  expect(cellShare([], "blank")).toBeNull();
  expect(cellShare([{ ...task, counted: 0, blank: 0 }], "blank")).toBeNull();
});

it("the share two marks apart is of those who have both marks", () => {
  // 3 with mark 2 and journal 2, one with mark 2 and journal 4: 1 of 4.
  const agreement = journalAgreement([3, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(agreement && apartPercent(agreement)).toBe(25);
});
