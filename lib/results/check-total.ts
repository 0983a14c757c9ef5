import { plain } from "../platform/text/plain.ts";
import { looksNumeric, readWhole } from "./cells/whole-number.ts";
import { brokenFormula } from "./check-formula.ts";
import type { RowNotes } from "./check-notes.ts";
import type { WorkPlan } from "./check-works.ts";
import type { RowReading } from "./layouts/layout.ts";

/** The usable printed total (forms.md D-07 … D-09), or null; `sum` of the points is only offered, never put in its place. */
export function checkTotal(
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
  // With a task column on hold the sum is not the sum of all tasks and says nothing about the total.
  if (hasItems && total !== sum && !plan.itemIndex.includes(-1))
    notes.say("totalWrong", column, row.total, { total, sum });
  return total;
}

function isOutside(text: string): boolean {
  return looksNumeric(text) && /^[-\u2212]/.test(text);
}
