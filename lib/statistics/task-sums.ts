/** How the cell of a task is written when it holds no points; points themselves are 0 and above. */
export const ITEM = { notAttempted: -1, notTaught: -2, blank: -3, rejected: -4 } as const;

/**
 * Sums of one task over a group. `counted` is the base of «% выполнения»: pupils with points, with X (counts as 0) and
 * with «не пройд.» (counts as 0, and is subtracted where the base without them is shown). Blank and rejected cells are
 * not in it (forms.md, D.8).
 */
export interface TaskSums {
  readonly counted: number;
  readonly sum: number;
  readonly notAttempted: number;
  readonly notTaught: number;
  readonly blank: number;
  readonly rejected: number;
}

/** Sums that are still being added up; only the summary that owns them writes to them. */
export type GrowingTaskSums = { -readonly [Name in keyof TaskSums]: TaskSums[Name] };

/** The task of nobody, a new object each time. */
export function emptyTaskSums(): GrowingTaskSums {
  return { counted: 0, sum: 0, notAttempted: 0, notTaught: 0, blank: 0, rejected: 0 };
}

/** Adds one pupil's cell; a RangeError for a code or points that the check must not have let through. */
export function addItem(task: GrowingTaskSums, item: number, max: number): void {
  if (item === ITEM.blank) task.blank++;
  else if (item === ITEM.rejected) task.rejected++;
  else {
    if (item === ITEM.notAttempted) task.notAttempted++;
    else if (item === ITEM.notTaught) task.notTaught++;
    else if (Number.isInteger(item) && item >= 0 && item <= max) task.sum += item;
    else throw new RangeError(`A task with a maximum of ${max} cannot have ${item} points`);
    task.counted++;
  }
}

/** Number by number: `first + sign · second`. */
export function combineTaskSums(first: TaskSums, second: TaskSums, sign: 1 | -1): TaskSums {
  return {
    counted: first.counted + sign * second.counted,
    sum: first.sum + sign * second.sum,
    notAttempted: first.notAttempted + sign * second.notAttempted,
    notTaught: first.notTaught + sign * second.notTaught,
    blank: first.blank + sign * second.blank,
    rejected: first.rejected + sign * second.rejected,
  };
}
