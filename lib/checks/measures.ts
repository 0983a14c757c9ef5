import { cellShare } from "../statistics/cell-share.ts";
import { workCompletion } from "../statistics/completion.ts";
import { marked, markShares, meanMark, quality } from "../statistics/marks.ts";
import type { Summary } from "../statistics/summary.ts";
import type { Unit } from "./found.ts";
import type { Measure } from "./templates.ts";

/** A figure of a group and the pupils it was taken of. Null: nobody to take it of. */
export interface Measured {
  value: number;
  pupils: number;
}

/** The measure of a summary, by the statistics of the portal. */
export function measured(measure: Measure, summary: Summary): Measured | null {
  const { value, pupils } = figure(measure, summary);
  return value === null ? null : { value, pupils };
}

function figure(measure: Measure, summary: Summary): { value: number | null; pupils: number } {
  const { marks, tasks, scored, participants } = summary;
  switch (measure) {
    case "completion":
      return { value: workCompletion(summary), pupils: scored };
    case "meanMark":
      return { value: meanMark(marks), pupils: marked(marks) };
    case "quality":
      return { value: quality(marks), pupils: marked(marks) };
    case "low":
      return { value: markShares(marks)?.[0] ?? null, pupils: marked(marks) };
    case "five":
      return { value: markShares(marks)?.[3] ?? null, pupils: marked(marks) };
    case "notAttempted":
      return { value: cellShare(tasks, "notAttempted"), pupils: participants };
    case "blank":
      return { value: cellShare(tasks, "blank"), pupils: participants };
  }
}

/** What the measure is counted in, and what a difference of two of them is. */
export function unitOf(measure: Measure): Unit {
  return measure === "meanMark" ? "mark" : "percent";
}

export function differenceUnitOf(measure: Measure): Unit {
  return measure === "meanMark" ? "mark" : "points";
}
