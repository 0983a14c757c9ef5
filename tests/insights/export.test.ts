import { describe, expect, it } from "vitest";
import { analysisSheets, exportName } from "#lib/insights/export.ts";
import { comparableYears } from "#lib/insights/rules.ts";
import type { UnitPart } from "#lib/insights/summary-reads.ts";
import type { ExportCell, ExportSheet } from "#lib/platform/spreadsheet-export/sheet.ts";
import { writeXlsx } from "#lib/platform/spreadsheet-export/write-xlsx.ts";
import { CELL, readWorkbook } from "#lib/platform/workbook/workbook.ts";
import { analysis, areaWith, classOf24, nobody, words, wordsUk, work } from "./sample-analysis.ts";

const part = (name: string, summary = classOf24): UnitPart => ({ kind: "class", id: null, name, summary });
const other = { ...work, id: 4, year: 2025 };
const found = analysis({
  unit: { ...analysis().unit, classLabel: null },
  parts: [part("4А"), part("=cmd|' /C calc'!A0", nobody)],
  areas: [areaWith("municipality", [58, 242, 290, 118])],
  otherYears: [{ work: other, comparability: comparableYears(work, other), summary: classOf24 }],
});
const sheets = analysisSheets(words, found);
const sheet = (name: string): ExportSheet => {
  const one = sheets.find((candidate) => candidate.name === name);
  if (!one) throw new Error(`no sheet ${name}`);
  return one;
};
const shown = (cell: ExportCell | undefined) =>
  typeof cell === "object" && cell !== null ? cell.value : cell;
const column = (of: ExportSheet, header: string) => {
  const index = of.columns.findIndex((one) => one.header === header);
  if (index === -1) throw new Error(`no column ${header}`);
  return of.rows.map((cells) => cells[index]);
};

describe("the workbook of an analysis", () => {
  it("has a sheet for each part of the page that has something to say", () => {
    expect(sheets.map(({ name }) => name)).toEqual([
      ...["О таблице", "Показатели", "Отметки", "Первичные баллы", "Задания", "Журнал", "Классы", "Годы"],
    ]);
    expect(analysisSheets(words, analysis({ summary: null }))).toEqual([]);
    expect(analysisSheets(wordsUk, found)).toHaveLength(8);
  });

  it("holds unrounded numbers, with their base and bounds", () => {
    const figures = sheet("Показатели");
    const row = figures.rows.find(([name]) => name === "Качество знаний");
    // 14 of 24; Wilson 38.83–75.53 (R)
    expect(row?.[1]).toBeCloseTo(58.33333333333333, 12);
    expect(row?.slice(2, 5)).toEqual(["%", 14, 24]);
    expect(row?.[5]).toBeCloseTo(38.83467, 4);
    expect(row?.[6]).toBeCloseTo(75.5324, 4);
  });

  it("counts shares by live formulas over the counts beside them", () => {
    const [own, municipality] = column(sheet("Отметки"), "Качество знаний");
    expect(own).toMatchObject({ formula: 'IF((SUM(C2:F2))=0,"",(E2+F2)/(SUM(C2:F2)))' });
    expect(shown(own)).toBeCloseTo(14 / 24, 12);
    // with the class: 422 of 732
    expect(shown(municipality)).toBeCloseTo(422 / 732, 12);
    const [completion] = column(sheet("Задания"), "Выполнение");
    expect(completion).toMatchObject({ formula: 'IF((E2*D2)=0,"",(F2)/(E2*D2))', value: 14 / 24 });
    expect(shown(column(sheet("Задания"), "Выполнение без них")[2])).toBeCloseTo(0.45, 12);
    expect(shown(column(sheet("Первичные баллы"), "Доля")[12])).toBeCloseTo(2 / 24, 12);
    expect(column(sheet("Журнал"), "Всего").map(shown)).toEqual([0, 10, 11, 3, 24]);
  });

  it("leaves a cell empty where there is nobody: a share is never 0 then", () => {
    const shares = column(sheet("Классы"), "Качество знаний");
    expect(shown(shares[0])).toBeCloseTo(14 / 24, 12);
    expect(shown(shares[1])).toBe("");
  });

  it("is read back with numbers as numbers, formulas as ours only, and no text that a program would run", () => {
    const outcome = readWorkbook(writeXlsx(sheets), "analysis.xlsx");
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    const classes = outcome.workbook.sheets.find(({ name }) => name === "Классы");
    expect(classes?.rows[2]?.[0]).toBe("=cmd|' /C calc'!A0");
    expect(classes?.kinds[2]?.[0]).toBe(CELL.text);
    expect(classes?.kinds[1]?.[1]).toBe(CELL.number);
    expect(classes?.kinds[1]?.[5]).toBe(CELL.formula);
  });

  it("is named by work and unit", () => {
    expect(exportName(found)).toBe("VPR-2026-RU-4-school-12.xlsx");
    expect(exportName(analysis())).toBe("VPR-2026-RU-4-school-12-4А.xlsx");
  });
});
