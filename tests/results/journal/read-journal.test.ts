import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readWorkbook } from "#lib/platform/workbook/workbook.ts";
import { readJournalCell, readJournalHeading } from "#lib/results/journal/journal-cell.ts";
import { readJournal } from "#lib/results/journal/read-journal.ts";

describe("a cell of the journal", () => {
  it.each([
    ["4", "period", "mark", [4]],
    ["н/а", "period", "notAssessed", []],
    ["зач", "period", "credited", []],
    ["осв.", "period", "exempt", []],
    [".", "work", "absence", []],
    ["н", "work", "absence", []],
    ["4/5", "work", "two", [4, 5]],
    ["4/5", "period", "rejected", []],
    ["1", "period", "rejected", []],
    ["отлично", "work", "rejected", []],
  ] as const)("%s in a column of a %s is: %s", (text, kind, status, marks) => {
    expect(readJournalCell(text, kind)).toEqual({ status, marks });
  });

  it("that is blank says nothing", () => {
    expect(readJournalCell(" ", "work")).toBeNull();
  });
});

it.each([
  ["3 четверть", "period"],
  ["II триместр", "period"],
  ["1 полугодие", "period"],
  ["Год", "period"],
  ["14.03.2025 Диктант / самостоятельная", "work"],
  ["15.05.2025 Итоговая работа", "work"],
] as const)("the column «%s» is of a %s", (heading, kind) => {
  expect(readJournalHeading(heading)).toBe(kind);
});

describe("the journal's export of a school (reference file, counts by its own expected.json)", () => {
  const name = "Выгрузка отметок. edu970014. 2024-2025.xlsx";
  const outcome = readWorkbook(readFileSync(`tests/fixtures/journal/${name}`), name);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  const reading = readJournal(outcome.workbook.sheets, name);
  const counts = (heading: string) => reading.columns.find((column) => column.heading === heading)?.counts;

  it("is of the school year 2024/25, every line is accounted for", () => {
    expect(reading.schoolYear).toBe(2024);
    expect(reading.lines).toEqual({ total: 188, taken: 184, refused: 0, notData: { heading: 2, header: 2 } });
  });

  it("holds these marks of periods", () => {
    expect(counts("1 четверть")).toEqual({ 2: 3, 3: 27, 4: 36, 5: 25, exempt: 1 });
    expect(counts("2 четверть")).toEqual({ 2: 8, 3: 21, 4: 41, 5: 18, absence: 1, rejected: 1, credited: 2 });
    expect(counts("3 четверть")).toEqual({ 2: 3, 3: 21, 4: 52, 5: 13, notAssessed: 3 });
    expect(counts("Год")).toMatchObject({ 2: 2, 3: 12, 4: 48, 5: 27 });
  });

  it("holds these marks of works: two marks in one cell stay two", () => {
    expect(counts("14.03.2025 Диктант / самостоятельная")).toMatchObject({ two: 4, absence: 15, blank: 11 });
    expect(counts("15.05.2025 Итоговая работа")).toMatchObject({ two: 16, absence: 7, blank: 6 });
  });

  it("says of three cells that two marks of a period cannot be read", () => {
    expect(reading.findings.map(({ code, row, raw }) => [code, row, raw])).toEqual([
      ["journalCell", 21, "4/5"],
      ["journalCell", 40, "4/5"],
      ["journalCell", 59, "3/4"],
    ]);
  });
});
