import type { TaskSums } from "./task-sums.ts";

/**
 * Share of cells of one kind among all cells of the tasks: how often «не приступал», «не пройдено» or a blank stands where points could
 * stand. Blank and rejected cells are not in `counted`, so they are added to the base here: every cell of every participant.
 *
 * Units: per cent 0–100. Null when there is no cell. R: `100 * mean(cells == "X")`. Source: ours; forms.md D.1.
 *
 * @example cellShare([{ counted: 8, sum: 5, notAttempted: 2, notTaught: 0, blank: 2, rejected: 0 }], "notAttempted") // 20
 */
export function cellShare(
  tasks: readonly TaskSums[],
  cell: "notAttempted" | "notTaught" | "blank",
): number | null {
  let cells = 0;
  let found = 0;
  for (const task of tasks) {
    cells += task.counted + task.blank + task.rejected;
    found += task[cell];
  }
  return cells === 0 ? null : (100 * found) / cells;
}
