import { plain } from "../platform/text/plain.ts";
import { ITEM, isLikelyX, readItem } from "./cells/item.ts";
import { brokenFormula } from "./check-formula.ts";
import type { RowNotes } from "./check-notes.ts";
import type { WorkPlan } from "./check-works.ts";
import type { RowReading } from "./layouts/layout.ts";

/** The values of a row in the order of the work's tasks (forms.md D-01 … D-06), each as in `ITEM`. */
export function checkItems(row: RowReading, plan: WorkPlan, notes: RowNotes): number[] {
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
