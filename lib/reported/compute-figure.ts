import { largestRemainder, shareHalfUp } from "../platform/format/rounding.ts";
import { taskCode } from "../platform/text/task-code.ts";
import { journalAgreement } from "../statistics/journal-agreement.ts";
import { marked } from "../statistics/marks.ts";
import type { Summary } from "../statistics/summary.ts";
import type { TaskSums } from "../statistics/task-sums.ts";
import type { ComputedFigure, FigureInForce } from "./compared.ts";

/** What the portal knows of a unit in a work, additive sums only. */
export interface UnitSums {
  summary: Summary;
  /** schools behind the summary; 1 for a school */
  schools: number;
  tasks: readonly { code: string; max: number }[];
  /** Pupils of each mark with the sums of their tasks; null when nobody asked for it or the viewer sees only some classes. */
  groups: ReadonlyMap<string, { pupils: number; tasks: readonly TaskSums[] }> | null;
}

/** A share as whole numbers: the counts of the whole it belongs to, so that every way of rounding it can be tried. */
interface Share {
  part: number;
  whole: number;
  /** counts of the whole and the place of this one among them; null when it is a whole of its own (a task) */
  among: { counts: readonly number[]; at: number } | null;
}

const JOURNAL = ["lowered", "confirmed", "raised"] as const;

/** What the portal counts where a report prints this figure; null when it has nothing of the kind. */
export function computeFigure(figure: FigureInForce, sums: UnitSums): ComputedFigure | null {
  const count = countOf(figure, sums);
  if (count !== null) return { unit: "count", part: count, whole: count, value: count };
  const share = shareOf(figure, sums);
  if (share === null) return null;
  const value = shareHalfUp(share.part, share.whole, figure.decimals);
  return value === null ? null : { unit: "percent", part: share.part, whole: share.whole, value };
}

/** True when a printed share is the portal's own, rounded in another honest way: so that the shares add up to 100, or cut off. */
export function isOtherRounding(figure: FigureInForce, sums: UnitSums): boolean {
  const share = shareOf(figure, sums);
  if (share === null || share.whole === 0 || figure.value === null) return false;
  const fitted = share.among && largestRemainder(share.among.counts, figure.decimals)?.[share.among.at];
  const unit = 10 ** -figure.decimals;
  const exact = (100 * share.part) / share.whole;
  return fitted === figure.value || (exact - figure.value >= 0 && exact - figure.value < unit - 1e-9);
}

function countOf({ measure, key }: FigureInForce, { summary, schools, groups }: UnitSums): number | null {
  switch (measure) {
    case "participants":
      return summary.participants;
    case "schools":
      return schools;
    case "markCounts":
      return summary.marks[Number(key) - 2] ?? null;
    case "journalCounts": {
      const agreement = journalAgreement(summary.journal);
      const outcome = JOURNAL.find((one) => one === key);
      return outcome === undefined ? null : (agreement?.[outcome] ?? 0);
    }
    case "groupSize":
      return groups === null ? null : (groups.get(key)?.pupils ?? 0);
    default:
      return null;
  }
}

function shareOf({ measure, key }: FigureInForce, sums: UnitSums): Share | null {
  const { summary } = sums;
  switch (measure) {
    case "marks":
      return inWhole(summary.marks, Number(key) - 2, marked(summary.marks));
    case "journal": {
      const agreement = journalAgreement(summary.journal);
      const at = (JOURNAL as readonly string[]).indexOf(key);
      return (
        agreement &&
        inWhole(
          JOURNAL.map((one) => agreement[one]),
          at,
          agreement.base,
        )
      );
    }
    case "scores":
      return inWhole(summary.histogram, Number(key), summary.scored);
    case "tasks":
    case "planned":
      return taskShare(key, sums.tasks, summary.tasks);
    case "groupTasks": {
      const [mark = "", task = ""] = key.split(":");
      const group = sums.groups?.get(mark);
      return group ? taskShare(task, sums.tasks, group.tasks) : null;
    }
    default:
      return null;
  }
}

function inWhole(counts: readonly number[], at: number, whole: number): Share | null {
  const part = counts[at];
  return part === undefined || whole === 0 ? null : { part, whole, among: { counts, at } };
}

function taskShare(key: string, tasks: UnitSums["tasks"], sums: readonly TaskSums[]): Share | null {
  const at = tasks.findIndex(({ code }) => (taskCode(code) ?? code) === key);
  const [task, sum] = [tasks[at], sums[at]];
  return task && sum && sum.counted > 0
    ? { part: sum.sum, whole: sum.counted * task.max, among: null }
    : null;
}
