import { ITEM } from "../statistics/task-sums.ts";

/** Extra conditions of a mark, kept with its scale as data (handbook §2.1). Tasks are counted from 1. */
export interface ScaleRule {
  /** Mathematics of ОГЭ: so many points of the tasks on geometry are needed for any positive mark. */
  geometry?: { tasks: readonly number[]; min: number };
  /** Russian of ОГЭ: points for literacy (ГК1–ГК4) needed for «4» and «5»; numbers of criteria among the extended answers, null when not known. */
  literacy?: { extended: readonly number[] | null; min4: number; min5: number };
}

/** A scale as it is applied to one row. */
export interface AppliedScale {
  maxPrimary: number | null;
  min3: number | null;
  min4: number | null;
  min5: number | null;
  /** Index = primary score; empty when the table is not known. */
  testScores: readonly number[];
  rule: ScaleRule;
}

type Mark = 2 | 3 | 4 | 5;

/** The mark by the borders alone; null when the scale has none. */
export function markByBorders(scale: AppliedScale, primary: number): Mark | null {
  const { min3, min4, min5 } = scale;
  if (min3 === null || min4 === null || min5 === null) return null;
  if (primary < min3) return 2;
  if (primary < min4) return 3;
  return primary < min5 ? 4 : 5;
}

/**
 * The result that a scale gives: a mark with its extra conditions, or a test score. Null when the scale does not say it, or when
 * a condition needs a task that could not be read.
 */
export function resultByScale(
  scale: AppliedScale,
  marked: boolean,
  primary: number | null,
  tasks: { items: readonly number[]; short: number },
): number | null {
  if (primary === null || primary < 0) return null;
  if (!marked) return scale.testScores[primary] ?? null;
  const mark = markByBorders(scale, primary);
  if (mark === null) return null;
  const { geometry, literacy } = scale.rule;
  if (geometry && mark > 2) {
    const points = known(geometry.tasks.map((task) => tasks.items[task - 1]));
    if (points.sum < geometry.min) return points.complete ? 2 : null;
  }
  if (literacy && mark > 3) {
    if (literacy.extended === null) return null;
    const points = known(literacy.extended.map((task) => tasks.items[tasks.short + task - 1]));
    return lowered(mark, points, literacy);
  }
  return mark;
}

/** «5» falls to «4», which is then held against its own condition. */
function lowered(
  mark: Mark,
  points: { sum: number; complete: boolean },
  { min4, min5 }: { min4: number; min5: number },
): Mark | null {
  const needed = mark === 5 ? min5 : min4;
  if (points.sum >= needed) return mark;
  if (!points.complete) return null;
  if (points.sum >= min4) return 4;
  return 3;
}

function known(items: readonly (number | undefined)[]): { sum: number; complete: boolean } {
  let sum = 0;
  let complete = true;
  for (const item of items) {
    if (item === undefined || item === ITEM.rejected || item === ITEM.blank) complete = false;
    else sum += Math.max(0, item);
  }
  return { sum, complete };
}
