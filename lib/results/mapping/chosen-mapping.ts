import { taskCode } from "#lib/platform/text/task-code.ts";
import type { GuessedColumn } from "./guess-mapping.ts";
import { type Mapping, mappingProblem } from "./mapping.ts";
import type { ChosenColumn } from "./mapping-form.ts";

export type ChosenMapping =
  | { ok: true; mapping: Mapping }
  | { ok: false; problem: string; column: number | null };

/**
 * The mapping that a person chose over our guess. A column that looks like names stays refused whatever was chosen; a task
 * without a typed number has the one of its header.
 */
export function chosenMapping(
  guessed: readonly GuessedColumn[],
  chosen: readonly ChosenColumn[],
): ChosenMapping {
  const byColumn = new Map(chosen.map((choice) => [choice.column, choice]));
  const columns: Mapping["columns"] = [];
  let numbered = true;
  for (const guess of guessed) {
    const choice = byColumn.get(guess.column);
    const meaning = guess.meaning === "names" ? "names" : (choice?.meaning ?? guess.meaning);
    if (meaning !== "task") {
      columns.push({ column: guess.column, meaning, task: null, max: null });
      continue;
    }
    const typed = choice?.task ?? "";
    const task = typed === "" ? (guess.task ?? taskCode(guess.header)) : taskCode(typed);
    if (task === null)
      return { ok: false, problem: typed === "" ? "taskMissing" : "taskCode", column: guess.column };
    numbered &&= guess.numbered && task === guess.task;
    columns.push({ column: guess.column, meaning, task, max: guess.meaning === "task" ? guess.max : null });
  }
  const mapping = { columns, tasksByPlace: numbered };
  const problem = mappingProblem(mapping);
  return problem === null ? { ok: true, mapping } : { ok: false, problem, column: null };
}
