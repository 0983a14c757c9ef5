import { expect, it } from "vitest";
import { writeCsv } from "#lib/platform/spreadsheet-export/write-csv.ts";
import { writeXlsx } from "#lib/platform/spreadsheet-export/write-xlsx.ts";
import { readWorkbook } from "#lib/platform/workbook/workbook.ts";
import { recogniseLayout } from "#lib/results/layouts/recognise.ts";
import { templateLines, templateSheets } from "#lib/results/layouts/template-sheets.ts";
import { matchWorks } from "#lib/results/match-works.ts";
import { check, read, smallWork } from "../sheets.ts";

const work = smallWork();
const school = { login: "970001", name: 'МБОУ "Школа № 1"' };
const pupils = [
  ["00101", "5А", 1, 3, 1, 0, 4, 4],
  ["00102", "5Б", 2, "X", 0, "не пройд.", "нет", 0],
  ["00103", "5Б", "отсутствовал", null, null, null, null, null],
];

function opened(bytes: Uint8Array, name: string) {
  const outcome = readWorkbook(bytes, name);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.workbook;
}

function filledWorkbook() {
  const sheets = templateSheets(work, school, ["5А", "5Б"], ["Итог впишите в каждую строку."]);
  return opened(
    writeXlsx(sheets.map((sheet) => (sheet.name === "Результаты" ? { ...sheet, rows: pupils } : sheet))),
    "шаблон.xlsx",
  );
}

function filledCsv() {
  return opened(writeCsv([...templateLines(work, school), ...pupils], { separator: ";" }), "шаблон.csv");
}

it.each([
  ["xlsx", filledWorkbook],
  ["csv", filledCsv],
])("the template of the portal, filled in as %s, reads back", (_format, filled) => {
  const reading = read(filled());
  expect(reading.layout).toBe("T");
  expect(reading.works[0]).toMatchObject({
    workCode: work.code,
    readFrom: { work: "heading", school: "heading" },
  });
  expect(matchWorks(reading.works[0]!, [smallWork({ id: 8, code: "OTHER" }), work])).toMatchObject({
    kind: "one",
    by: "code",
    work: { id: 7 },
  });
  const result = check(reading);
  expect(
    result.rows.map((row) => [
      row.login,
      row.code,
      row.classLabel,
      row.variant,
      row.status,
      row.items,
      row.totalPrinted,
      row.journal,
    ]),
  ).toEqual([
    ["970001", "00101", "5А", "1", "present", [3, 1, 0], 4, 4],
    ["970001", "00102", "5Б", "2", "present", [-1, 0, -2], 0, null],
    ["970001", "00103", "5Б", "", "absent", [], null, null],
  ]);
  expect(result.findings.map(({ code }) => code)).toEqual(["notTaughtCells"]);
});

it("an empty template is known and has nobody in it", () => {
  const book = opened(writeXlsx(templateSheets(work, school, ["5А"])), "шаблон.xlsx");
  expect(recogniseLayout(book)?.code).toBe("T");
  expect(read(book).findings.map(({ code }) => code)).toEqual(["noPupilRows"]);
});

it("the template lists the classes of the school as they are to be spelled", () => {
  const [, classes] = templateSheets(work, school, ["5А", "5Б"]);
  expect(classes).toMatchObject({ name: "Классы", rows: [["5А"], ["5Б"]] });
});
