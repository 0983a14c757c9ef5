import { sumOfTasks, tasksFit, type WorkFacts } from "#lib/assessments/rules.ts";
import { taskCode } from "../platform/text/task-code.ts";
import type { Finding } from "../platform/workbook/finding.ts";
import { type MarkTable, markTable } from "./check-marks.ts";
import { findingRule, formFinding } from "./form-findings.ts";
import type { LayoutCode, TaskHeader, WorkReading } from "./layouts/layout.ts";

/** How the rows of one work are read: which printed column belongs to which task of the known work. */
export interface WorkPlan {
  /** null = not recognised, or its tasks are not those of the file: then no row is checked against it */
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
const YEAR_OF_LAYOUT: Record<LayoutCode, number | null> = {
  A: 2021,
  B: 2020,
  C: 2022,
  D: 2025,
  E: 2026,
  F: 2026,
  T: null,
  M: null,
};

/** The key under which task codes of works and of files are compared. */
export function taskKey(code: string): string {
  return taskCode(code) ?? code;
}

/** The tasks of a header in the shape that works are compared in; a task without a stated maximum counts as 0. */
export function printedTasks(reading: WorkReading): { code: string; max: number }[] {
  return reading.tasks.map(({ code, max }) => ({ code, max: max ?? 0 }));
}

/** Compares the work of a file with the known work: tasks by column, stated year, subject and grade, year of the layout. */
export function prepareWork(layout: LayoutCode, reading: WorkReading, facts: WorkFacts | null): WorkPlan {
  const plan = {
    facts,
    reading,
    layout,
    zeroTotalIsEmpty: layout === "D" || layout === "E" || layout === "T" || layout === "M",
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
  const isSettled = !findings.some((finding) => findingRule(finding.code)?.blocks);
  const marks = markTable(facts.scale, facts.maxScore);
  return { ...plan, facts: isSettled ? facts : null, itemIndex, marks, findings };
}

/** Index in the row's items of every task of the work; what does not fit is reported by column. */
function compareTasks(reading: WorkReading, facts: WorkFacts, findings: Finding[]): number[] {
  const header = { sheet: reading.sheet, row: reading.headerRow };
  if (reading.byPosition) return byPosition(reading, facts, findings);
  const printed = printedTasks(reading);
  const fit = tasksFit(facts.tasks, printed);
  const counts = { work: facts.code, tasks: printed.length, sum: sumOfTasks(printed), max: facts.maxScore };
  if (fit === "unknown" || fit === "finer") {
    const code =
      counts.sum === counts.max ? (fit === "unknown" ? "tasksNotDescribed" : "tasksFiner") : "workMaxDiffers";
    findings.push(formFinding(code, header, counts));
    return facts.tasks.map(() => -1);
  }
  const inFile = new Map<string, { task: TaskHeader; index: number } | "twice">();
  reading.tasks.forEach((task, index) => {
    inFile.set(task.code, inFile.has(task.code) ? "twice" : { task, index });
  });
  const itemIndex = facts.tasks.map((known) => {
    const key = taskKey(known.code);
    const found = inFile.get(key);
    inFile.delete(key);
    if (found === "twice") return -1;
    if (!found) {
      findings.push(formFinding("taskMissing", header, { task: known.code, work: facts.code }));
      return -1;
    }
    findings.push(...compareTask(found.task, known, header));
    return found.index;
  });
  for (const task of reading.tasks) {
    if (!inFile.has(task.code)) continue;
    const cell = { ...header, column: task.column, raw: task.printed };
    findings.push(formFinding("taskUnknown", cell, { task: task.code, work: facts.code }));
  }
  return itemIndex;
}

/** Numbered columns are the tasks of the work in its order; with another number of them none can be told from the next. */
function byPosition(reading: WorkReading, facts: WorkFacts, findings: Finding[]): number[] {
  const places = new Map(reading.tasks.map(({ code }, index) => [Number(code), index]));
  const fits = reading.tasks.length === facts.tasks.length && facts.tasks.every((_, i) => places.has(i + 1));
  if (!fits) {
    const params = { work: facts.code, tasks: reading.tasks.length, known: facts.tasks.length };
    const header = { sheet: reading.sheet, row: reading.headerRow };
    findings.push(formFinding("taskCountDiffers", header, params));
  }
  return facts.tasks.map((_, i) => (fits ? (places.get(i + 1) ?? -1) : -1));
}

function compareTask(
  task: TaskHeader,
  known: WorkFacts["tasks"][number],
  header: { sheet: string; row: number },
): Finding[] {
  const cell = { ...header, column: task.column, raw: task.printed };
  const found: Finding[] = [];
  if (task.max !== null && task.max !== known.max) {
    found.push(
      formFinding("taskMaxDiffers", cell, { task: known.code, inFile: task.max, inWork: known.max }),
    );
  }
  if (task.difficulty !== null && known.difficulty !== null && task.difficulty !== known.difficulty) {
    const params = { task: known.code, inFile: task.difficulty, inWork: known.difficulty };
    found.push(formFinding("taskDifficultyDiffers", cell, params));
  }
  return found;
}
