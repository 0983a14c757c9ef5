import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWorkbook } from "#lib/platform/workbook/workbook.ts";
import { sumOfParts } from "#lib/results/cell-account.ts";
import { recogniseLayout } from "#lib/results/layouts/recognise.ts";
import { book, check, checkRows, pupil, read, sheet, smallF1, UNCALCULATED } from "./sheets.ts";

/** Ф1 of the small work: title 1, subject 2, maximum 2, header 12 cells; a full row has 12 as well. */
const HEADING = 1 + 2 + 2 + 12;

describe("every filled cell of a file", () => {
  it("is accepted when nothing is wrong, headings apart", () => {
    const { cellAccount } = checkRows([pupil(), pupil({ code: "00102" })]);
    expect(cellAccount).toEqual({
      total: HEADING + 24,
      accepted: 24,
      warned: 0,
      rejected: 0,
      waiting: 0,
      outside: { lines: HEADING, columns: 0, right: 0, otherSheets: 0 },
    });
  });

  it("counts once, with its worst verdict; a blank cell is no cell", () => {
    // 4 of 3 and «?» are rejected, the total 9 is out of 0…5, the blank item is no cell: 11 filled, 3 not read.
    const { cellAccount } = checkRows([pupil({ items: [4, "?", ""], total: 9, mark: 4 })]);
    expect(cellAccount).toMatchObject({ total: HEADING + 11, rejected: 3, accepted: 8, warned: 0 });
  });

  it("is told apart when it only carries a warning", () => {
    // 3 + 1 + 0 is 4, not 3: the printed total is taken with a warning, and so is the mark, which by the scale would be 4.
    const { cellAccount } = checkRows([pupil({ total: 3 })]);
    expect(cellAccount).toMatchObject({ warned: 1, rejected: 0, accepted: 11 });
  });

  it("of a formula without a value is not read, and still counted", () => {
    const { cellAccount } = checkRows([pupil({ total: UNCALCULATED })]);
    expect(cellAccount).toMatchObject({ total: HEADING + 12, rejected: 1, accepted: 11 });
  });

  it("of a held row waits, of a repeated row is no data", () => {
    const twice = checkRows([pupil(), pupil({ items: [0, 0, 0], total: 0, mark: 2 })]);
    expect(twice.cellAccount).toMatchObject({ waiting: 24, accepted: 0 });
    const equal = checkRows([pupil(), pupil()]);
    expect(equal.cellAccount).toMatchObject({ waiting: 0, accepted: 12, outside: { lines: HEADING + 12 } });
  });

  it("of a school that is not ours waits with its row", () => {
    expect(checkRows([pupil({ login: "edu999999" })]).cellAccount).toMatchObject({
      waiting: 12,
      accepted: 0,
    });
  });

  it("beside the table, and on another sheet, stands outside", () => {
    const form = smallF1([[...pupil(), "", "заметка"]]);
    const reading = read(book(...form.sheets, sheet("Памятка", [["раз", "два"]])));
    expect(check(reading).cellAccount.outside).toEqual({
      lines: HEADING,
      columns: 0,
      right: 1,
      otherSheets: 2,
    });
  });
});

const cell = fc.oneof(
  fc.constantFrom(
    "",
    "X",
    "Х",
    "?",
    "не пройд.",
    "отсутствовал",
    "нет",
    "4А",
    "00101",
    "00102",
    "edu970001",
    "#REF!",
    "\u200b",
    " ",
  ),
  fc.integer({ min: -2, max: 12 }),
  fc.string({ maxLength: 4 }),
);

it("the parts add up for whatever stands in the rows", () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 15 }), { maxLength: 8 }), (rows) => {
      const { cellAccount } = checkRows(rows);
      expect(sumOfParts(cellAccount)).toBe(cellAccount.total);
    }),
    { numRuns: 400 },
  );
});

describe("the parts add up in the sample file", () => {
  const root = "tests/fixtures/results-files";
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(?:xlsx|csv)$/.test(name),
  );
  it.each(files)("%s", (name) => {
    const outcome = readWorkbook(new Uint8Array(readFileSync(join(root, name))), name);
    if (!outcome.ok) throw new Error("unreadable");
    const layout = recogniseLayout(outcome.workbook);
    if (!layout) return;
    const { cellAccount } = check(layout.read(outcome.workbook, name));
    expect(sumOfParts(cellAccount)).toBe(cellAccount.total);
    expect(cellAccount.total).toBeGreaterThan(100);
  });
});
