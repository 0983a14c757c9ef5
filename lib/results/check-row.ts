import { isFormulaError } from "./cells/formula-error.ts";
import { ITEM, isLikelyX, readItem } from "./cells/item.ts";
import { readLoadDate } from "./cells/load-date.ts";
import { type Mark, readMark } from "./cells/mark.ts";
import { isShortCode } from "./cells/participant-code.ts";
import { plain } from "./cells/plain.ts";
import { readSex } from "./cells/sex.ts";
import { isAbsentWord, readVariant } from "./cells/variant.ts";
import { looksNumeric, readWhole } from "./cells/whole-number.ts";
import type { CheckedRow } from "./check.ts";
import { type ClassBook, checkClass } from "./check-classes.ts";
import { markByScale } from "./check-marks.ts";
import type { RowNotes } from "./check-notes.ts";
import type { SchoolFacts } from "./check-schools.ts";
import type { WorkPlan } from "./check-works.ts";
import type { RowReading } from "./layouts/layout.ts";
import { CELL } from "./workbook/cell.ts";

/** Layouts whose pupil codes are texts with leading zeros; in D they run from 40001, in our template a person types them. */
const TEXT_CODES = new Set(["C", "E", "F"]);

/** Applies rules D-01 … D-17 and D-39 to one row. `held` rows get their values too; `notes` keeps quiet about them. */
export function checkRow(
  row: RowReading,
  plan: WorkPlan,
  login: string,
  school: SchoolFacts,
  held: boolean,
  notes: RowNotes,
  book: ClassBook,
): CheckedRow {
  const { columns } = plan.reading;
  checkCode(row, plan, notes);
  if (row.loadedOn !== null) checkLoadDate(row, columns.loadedOn, notes);
  const classLabel = checkClass(row, plan, login, school, notes, book);
  const base = {
    sheet: row.sheet,
    row: row.row,
    login,
    workId: plan.facts?.id ?? 0,
    code: row.code,
    classLabel,
  };
  const sex = checkSex(row, columns.sex, notes);
  if (row.absent) {
    notes.count(isAbsentWord(row.variant) ? "absent" : "absentShifted");
    const journal = readMark(row.journal).mark;
    const none = {
      variant: "",
      items: [],
      totalPrinted: null,
      totalFromItems: 0,
      markFile: null,
      markScale: null,
    };
    return { ...base, ...none, sex, journal, status: held ? "held" : "absent" };
  }
  const items = checkItems(row, plan, notes);
  const hasItems = items.some((value) => value !== ITEM.blank);
  if (!hasItems) notes.say("noItems", columns.code, row.code);
  let sum = 0;
  for (const value of items) if (value > 0) sum += value;
  const totalPrinted = checkTotal(row, plan, sum, hasItems, notes);
  const markFile = checkMark(row, columns.mark, totalPrinted, notes);
  const markScale = markByScale(plan.marks, totalPrinted, markFile);
  if (markFile !== null && markScale !== null && markFile !== markScale) {
    notes.say("markNotByScale", columns.mark, row.mark, {
      mark: markFile,
      byScale: markScale,
      total: totalPrinted ?? 0,
    });
  }
  return {
    ...base,
    variant: checkVariant(row, plan, notes),
    sex,
    status: held ? "held" : "present",
    items,
    totalPrinted,
    totalFromItems: sum,
    markFile,
    markScale,
    journal: checkJournal(row, columns.journal, notes),
  };
}

/** What a formula left behind instead of a value (forms.md D-34), or null. */
function brokenFormula(row: RowReading, column: number | undefined, text: string) {
  const kind = column === undefined ? CELL.blank : row.kinds[column - 1];
  if (kind === CELL.formulaWithoutValue) return "formulaWithoutValue";
  return isFormulaError(text) ? "formulaError" : null;
}

function checkCode(row: RowReading, plan: WorkPlan, notes: RowNotes): void {
  const column = plan.reading.columns.code;
  if (row.code === "" || column === undefined || plan.layout === "D") return;
  if (isShortCode(row.code)) notes.say("codeShort", column, row.code);
  else if (TEXT_CODES.has(plan.layout) && row.kinds[column - 1] === CELL.number)
    notes.say("codeNumber", column, row.code);
}

function checkLoadDate(row: RowReading, column: number | undefined, notes: RowNotes): void {
  const date = readLoadDate(row.loadedOn ?? "");
  if (date.form === "unreadable")
    notes.say("loadDateUnreadable", column, row.loadedOn, { value: plain(row.loadedOn ?? "") });
  if (date.form === "serial") notes.count("dateSerial");
}

function checkSex(row: RowReading, column: number | undefined, notes: RowNotes): "м" | "ж" | null {
  const sex = readSex(row.sex);
  if (sex === undefined) notes.say("sexUnreadable", column, row.sex, { value: plain(row.sex) });
  return sex ?? null;
}

function checkVariant(row: RowReading, plan: WorkPlan, notes: RowNotes): string {
  const [first, ...others] = plan.reading.variantColumns;
  if (first === undefined) return "";
  const variant = others.length === 0 ? readVariant(row.variant) : row.variant;
  const missing = variant === "" ? 0 : variant.split("/").indexOf("");
  const isMissing = variant === "" || (others.length > 0 && missing >= 0);
  if (isMissing)
    notes.say("variantMissing", plan.reading.variantColumns[missing] ?? first, "", {
      part: others.length === 0 ? 0 : missing + 1,
    });
  return variant;
}

function checkItems(row: RowReading, plan: WorkPlan, notes: RowNotes): number[] {
  const tasks = plan.facts?.tasks ?? [];
  const values: number[] = new Array(tasks.length);
  const blanks: number[] = [];
  for (let i = 0; i < tasks.length; i++) {
    const index = plan.itemIndex[i] ?? -1;
    const task = tasks[i];
    if (index < 0 || !task) {
      values[i] = ITEM.rejected;
      continue;
    }
    const text = row.items[index] ?? "";
    const cell = readItem(text, task.max);
    values[i] = cell.value;
    if (cell.value >= 0) continue;
    if (cell.spelling !== null) notes.count(cell.spelling === "latin" ? "xLatin" : "xOther");
    else if (cell.value === ITEM.notTaught) notes.count("notTaught");
    else {
      const column = plan.reading.tasks[index]?.column;
      const broken = brokenFormula(row, column, text);
      const params = { task: task.code, value: plain(text), max: task.max };
      if (broken) {
        values[i] = ITEM.rejected;
        notes.count("rejectedItems");
        notes.say(broken, column, text, { field: "task", task: task.code, value: plain(text) });
      } else if (cell.value === ITEM.blank) blanks.push(i);
      else {
        notes.count("rejectedItems");
        if (cell.problem === "aboveMax") notes.say("itemAboveMax", column, text, params);
        else if (cell.problem === "notWhole") notes.say("itemNotWhole", column, text, params);
        else notes.say("itemSymbol", column, text, { ...params, likelyX: isLikelyX(text) ? "yes" : "no" });
      }
    }
  }
  if (blanks.length > 0) reportBlanks(blanks, tasks.length, plan, notes);
  return values;
}

/** A row without a single item is one finding of its own (`noItems`), not one for each of its cells. */
function reportBlanks(blanks: readonly number[], tasks: number, plan: WorkPlan, notes: RowNotes): void {
  for (const i of blanks) {
    notes.count("blankItems");
    if (blanks.length === tasks) continue;
    const column = plan.reading.tasks[plan.itemIndex[i] ?? -1]?.column;
    notes.say("itemBlank", column, "", { task: plan.facts?.tasks[i]?.code ?? "" });
  }
}

function checkTotal(
  row: RowReading,
  plan: WorkPlan,
  sum: number,
  hasItems: boolean,
  notes: RowNotes,
): number | null {
  const column = plan.reading.columns.total;
  const max = plan.facts?.maxScore ?? 0;
  const text = plain(row.total);
  const broken = brokenFormula(row, column, text);
  if (broken) {
    notes.say(broken, column, row.total, { field: "total", task: "", value: text, sum });
    return null;
  }
  if (text === "") {
    if (hasItems) notes.say("totalMissing", column, "", { sum });
    return null;
  }
  const total = readWhole(text);
  if (total === null) {
    notes.say(isOutside(text) ? "totalOutOfRange" : "totalUnreadable", column, row.total, {
      value: text,
      max,
      sum,
    });
    return null;
  }
  if (total > max) {
    notes.say("totalOutOfRange", column, row.total, { value: text, max, sum });
    return null;
  }
  if (!hasItems && total === 0 && plan.zeroTotalIsEmpty) return null;
  if (hasItems && total !== sum) notes.say("totalWrong", column, row.total, { total, sum });
  return total;
}

function isOutside(text: string): boolean {
  return looksNumeric(text) && /^[-\u2212]/.test(text);
}

function checkMark(
  row: RowReading,
  column: number | undefined,
  total: number | null,
  notes: RowNotes,
): Mark | null {
  if (column === undefined) return null;
  const broken = brokenFormula(row, column, plain(row.mark));
  if (broken) {
    notes.say(broken, column, row.mark, { field: "mark", task: "", value: plain(row.mark) });
    return null;
  }
  const cell = readMark(row.mark);
  if (cell.status === "none" || cell.status === "noted") {
    if (total !== null) notes.say("markMissing", column, row.mark, { total });
  } else if (cell.mark === null) notes.say("markUnreadable", column, row.mark, { value: plain(row.mark) });
  return cell.mark;
}

function checkJournal(row: RowReading, column: number | undefined, notes: RowNotes): Mark | null {
  if (column === undefined) return null;
  const broken = brokenFormula(row, column, plain(row.journal));
  if (broken) {
    notes.say(broken, column, row.journal, { field: "journal", task: "", value: plain(row.journal) });
    return null;
  }
  const cell = readMark(row.journal);
  if (cell.status === "none") notes.count("journalMissing");
  else if (cell.status === "noted") notes.count("journalNoted");
  else if (cell.status === "outOfRange")
    notes.say("journalOutOfRange", column, row.journal, { value: plain(row.journal) });
  else if (cell.status === "text")
    notes.say("journalText", column, row.journal, { value: plain(row.journal) });
  return cell.mark;
}
