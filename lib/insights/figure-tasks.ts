import {
  type Difficulty,
  jointCompletion,
  jointPoints,
  type TaskBase,
  taskCompletion,
  taskCompletionInterval,
  taskPoints,
} from "../statistics/completion.ts";
import { toPercent } from "../statistics/interval.ts";
import { sharePercent } from "../statistics/share.ts";
import type { TaskSums } from "../statistics/task-sums.ts";
import { emptyTaskSums } from "../statistics/task-sums.ts";
import { wilson } from "../statistics/wilson.ts";
import { type FigureRule, leftOut, type MeasuredWork, PERCENT } from "./figure.ts";

const percent = { unit: "percent", decimals: 1, scale: PERCENT, edition: 1 } as const;

/** Addresses of the figures of one task; tasks are counted from 1. */
export const taskKey = (position: number) => `task-${position}`;
export const taughtKey = (position: number) => `task-${position}-taught`;
export const notTriedKey = (position: number) => `task-${position}-x`;

/** Names of the difficulty levels in addresses. */
export const LEVEL_KEYS: Readonly<Record<Difficulty, string>> = {
  Б: "level-basic",
  П: "level-raised",
  В: "level-high",
};

/** Completion of every task, both ways of counting «не пройдено», with the share of «Х»; and of each difficulty level. */
export function taskFigures(work: MeasuredWork): FigureRule[] {
  return [
    ...work.tasks.flatMap((_, index) => [
      completion(work, index, "all"),
      completion(work, index, "taught"),
      notTried(work, index),
    ]),
    ...(["Б", "П", "В"] as const)
      .filter((level) => work.tasks.some((task) => task.difficulty === level))
      .map((level) => ofLevel(work, level)),
  ];
}

const sumsAt = (tasks: readonly TaskSums[], index: number): TaskSums => tasks[index] ?? emptyTaskSums();

function completion({ tasks }: MeasuredWork, index: number, of: TaskBase): FigureRule {
  const { code, max } = tasks[index]!;
  return {
    ...percent,
    key: of === "all" ? taskKey(index + 1) : taughtKey(index + 1),
    name: of === "all" ? "task" : "taskTaught",
    params: { code, max },
    source: of === "all" ? "tasksReport" : "bothBases",
    method: max === 1 ? "wilson" : "wilsonScores",
    compute: (summary) => {
      const sums = sumsAt(summary.tasks, index);
      const { pupils: n, sum, possible } = taskPoints(sums, max, of);
      const { blank, rejected } = sums;
      return {
        value: taskCompletion(sums, max, of),
        interval: taskCompletionInterval(sums, max, of),
        part: null,
        base: n,
        inputs: {
          ...{ sum, n, max, possible },
          counted: sums.counted,
          notTaught: sums.notTaught,
        },
        leftOut: leftOut({
          ...{ absent: summary.absent, blank, rejected },
          notTaughtRows: of === "taught" ? sums.notTaught : 0,
        }),
      };
    },
  };
}

function notTried({ tasks }: MeasuredWork, index: number): FigureRule {
  return {
    ...percent,
    key: notTriedKey(index + 1),
    name: "taskNotTried",
    params: { code: tasks[index]!.code },
    source: "forms",
    method: "wilson",
    compute: (summary) => {
      const { counted: n, notAttempted: part, blank, rejected } = sumsAt(summary.tasks, index);
      return {
        value: sharePercent(part, n),
        interval: toPercent(wilson(part, n)),
        part,
        base: n,
        inputs: { part, n },
        leftOut: leftOut({ absent: summary.absent, blank, rejected }),
      };
    },
  };
}

function ofLevel(work: MeasuredWork, level: Difficulty): FigureRule {
  return {
    ...percent,
    key: LEVEL_KEYS[level],
    name: "level",
    params: { level },
    source: "levels",
    // Answers of one pupil to several tasks depend on each other: an interval from their number would be too narrow.
    method: null,
    compute: (summary) => {
      const chosen = work.tasks.flatMap(({ difficulty, max }, index) =>
        difficulty === level ? [{ task: sumsAt(summary.tasks, index), max }] : [],
      );
      return {
        value: jointCompletion(chosen),
        interval: null,
        part: null,
        base: summary.participants,
        inputs: { tasks: chosen.length, ...jointPoints(chosen) },
        leftOut: leftOut({
          absent: summary.absent,
          noLevelTasks: work.tasks.filter((task) => task.difficulty === null).length,
        }),
      };
    },
  };
}
