import { taskCode } from "#lib/platform/text/task-code.ts";
import type { Difficulty, Problem } from "./rules.ts";

/** One scored column of a work: code, maximum, difficulty, position in the codifier, skill. */
export interface TaskDraft {
  code: string;
  max: number;
  difficulty: Difficulty | null;
  codifier: string;
  skill: string;
}

export type TasksReading = { ok: true; tasks: TaskDraft[] } | { ok: false; problem: Problem };

/** The largest maximum of one task and the most tasks of one work that are taken; known works have at most 10 and 40. */
export const taskLimits = { max: 100, count: 100, text: 300 } as const;

/**
 * Tasks as lines of a form field or pasted from a spreadsheet: code, maximum, difficulty, codifier, skill, divided by
 * tabs or semicolons; the last three may be missing. The first line that cannot be read is named.
 */
export function readTaskLines(text: string): TasksReading {
  const lines = text.split(/\r\n?|\n/);
  const tasks: TaskDraft[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const task = readTaskCells(line.split(/[\t;]/).map((cell) => cell.trim()));
    if (!task)
      return {
        ok: false,
        problem: {
          messageKey: "assessments.refused.taskLine",
          params: { line: index + 1, text: line.trim().slice(0, 60) },
        },
      };
    tasks.push(task);
  }
  if (tasks.length > taskLimits.count)
    return {
      ok: false,
      problem: { messageKey: "assessments.refused.tooManyTasks", params: { limit: taskLimits.count } },
    };
  return { ok: true, tasks };
}

/** One task from its five cells, or null when the code, the maximum or the difficulty is not one. */
export function readTaskCells([
  code = "",
  max = "",
  difficulty = "",
  codifier = "",
  skill = "",
]: readonly string[]): TaskDraft | null {
  const key = taskCode(code);
  const level = readDifficulty(difficulty);
  if (key === null || level === undefined || !/^[1-9]\d{0,2}$/.test(max) || Number(max) > taskLimits.max)
    return null;
  if (codifier.length > taskLimits.text || skill.length > taskLimits.text) return null;
  return { code: key, max: Number(max), difficulty: level, codifier, skill };
}

/** The lines that `readTaskLines` reads back. */
export function taskLines(tasks: readonly TaskDraft[]): string {
  return tasks
    .map((task) =>
      [task.code, String(task.max), task.difficulty ?? "", task.codifier, task.skill]
        .join("; ")
        .replace(/(; )+$/, ""),
    )
    .join("\n");
}

const DIFFICULTY = new Map<string, Difficulty | null>([
  ["", null],
  ["Б", "Б"],
  ["П", "П"],
  ["В", "В"],
  ["B", "В"],
]);

/** Б базовый, П повышенный, В высокий (a Latin B stands for «В»: nobody writes «Б» so); undefined when it is none of them. */
function readDifficulty(text: string): Difficulty | null | undefined {
  const key = text.toUpperCase();
  const word = /^(БАЗОВ|ПОВЫШ|ВЫСОК)/.test(key) ? key.slice(0, 1) : key;
  return DIFFICULTY.get(word);
}
