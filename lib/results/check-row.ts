import { plain } from "../platform/text/plain.ts";
import { CELL } from "../platform/workbook/cell.ts";
import { ITEM } from "./cells/item.ts";
import { readLoadDate } from "./cells/load-date.ts";
import { readMark } from "./cells/mark.ts";
import { isShortCode } from "./cells/participant-code.ts";
import { readSex } from "./cells/sex.ts";
import { isAbsentWord, readVariant } from "./cells/variant.ts";
import type { CheckedRow } from "./check.ts";
import { type ClassBook, checkClass } from "./check-classes.ts";
import { checkItems } from "./check-items.ts";
import { markByScale } from "./check-marks.ts";
import type { RowNotes } from "./check-notes.ts";
import { checkJournal, checkMark } from "./check-row-marks.ts";
import type { SchoolFacts } from "./check-schools.ts";
import { checkTotal } from "./check-total.ts";
import type { WorkPlan } from "./check-works.ts";
import type { RowReading } from "./layouts/layout.ts";

/** Layouts whose pupil codes are texts with leading zeros; in D they run from 40001, in our template a person types them. */
const TEXT_CODES = new Set(["A", "C", "E", "F"]);

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
