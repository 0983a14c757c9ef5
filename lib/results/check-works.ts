import { taskCode } from "./cells/task-code.ts";
import type { WorkFacts } from "./check.ts";
import { type MarkTable, markTable } from "./check-marks.ts";
import type { Finding } from "./finding.ts";
import { formFinding } from "./form-findings.ts";
import type { LayoutCode, TaskHeader, WorkReading } from "./layouts/layout.ts";

/** How the rows of one work are read: which printed column belongs to which task of the known work. */
export interface WorkPlan {
  facts: WorkFacts | null;
  reading: WorkReading;
  layout: LayoutCode;
  /** per task of the work: index in the row's items, −1 = not in the file, or twice */
  itemIndex: readonly number[];
  marks: MarkTable;
  /** a total of 0 in a row without items is the formula's, not a result */
  zeroTotalIsEmpty: boolean;
  findings: readonly Finding[];
}

/** The campaign that a layout belongs to (forms.md F-00); our own template belongs to none. */
const YEAR_OF_LAYOUT: Record<LayoutCode, number | null> = { C: 2022, D: 2025, E: 2026, F: 2026, T: null };

/** The key under which task codes of works and of files are compared. */
export function taskKey(code: string): string {
  return taskCode(code) ?? code;
}

/** Compares the work of a file with the known work: tasks by column, stated year, subject and grade, year of the layout. */
export function prepareWork(layout: LayoutCode, reading: WorkReading, facts: WorkFacts | null): WorkPlan {
  const plan = {
    facts,
    reading,
    layout,
    zeroTotalIsEmpty: layout === "D" || layout === "E" || layout === "T",
  };
  if (facts === null) return { ...plan, itemIndex: [], marks: markTable(null, 0), findings: [] };
  const findings: Finding[] = [];
  const at = { sheet: reading.sheet, row: reading.headerRow };
  const itemIndex = compareTasks(reading, facts, findings);
  const stated = [
    reading.year !== null && reading.year !== facts.year,
    reading.subject !== null && reading.subject !== facts.subject,
    reading.grade !== null && reading.grade !== facts.gradeTested && reading.grade !== facts.gradeWriting,
  ];
  if (stated.includes(true)) {
    findings.push(formFinding("workDisagrees", at, { work: facts.code, title: reading.title ?? "" }));
  }
  const layoutYear = YEAR_OF_LAYOUT[layout];
  if (layoutYear !== null && layoutYear !== facts.year) {
    findings.push(formFinding("layoutYear", { sheet: reading.sheet }, { layoutYear, workYear: facts.year }));
  }
  if (facts.scale === null)
    findings.push(formFinding("scaleMissing", { sheet: reading.sheet }, { work: facts.code }));
  return { ...plan, itemIndex, marks: markTable(facts.scale, facts.maxScore), findings };
}

function compareTasks(reading: WorkReading, facts: WorkFacts, findings: Finding[]): number[] {
  const inFile = new Map<string, { task: TaskHeader; index: number } | "twice">();
  reading.tasks.forEach((task, index) => {
    inFile.set(task.code, inFile.has(task.code) ? "twice" : { task, index });
  });
  const header = { sheet: reading.sheet, row: reading.headerRow };
  const itemIndex = facts.tasks.map((known) => {
    const key = taskKey(known.code);
    const found = inFile.get(key);
    inFile.delete(key);
    if (found === "twice") return -1;
    if (!found) {
      findings.push(formFinding("taskMissing", header, { task: known.code, work: facts.code }));
      return -1;
    }
    const { task, index } = found;
    const cell = { ...header, column: task.column, raw: task.printed };
    if (task.max !== null && task.max !== known.max) {
      findings.push(
        formFinding("taskMaxDiffers", cell, { task: known.code, inFile: task.max, inWork: known.max }),
      );
    }
    if (task.difficulty !== null && known.difficulty !== null && task.difficulty !== known.difficulty) {
      const params = { task: known.code, inFile: task.difficulty, inWork: known.difficulty };
      findings.push(formFinding("taskDifficultyDiffers", cell, params));
    }
    return index;
  });
  for (const task of reading.tasks) {
    if (!inFile.has(task.code)) continue;
    const cell = { ...header, column: task.column, raw: task.printed };
    findings.push(formFinding("taskUnknown", cell, { task: task.code, work: facts.code }));
  }
  return itemIndex;
}
