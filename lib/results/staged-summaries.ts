import type { Summary, WorkShape } from "../statistics/summary.ts";
import { type SummaryColumns, toColumns, toSummary } from "./summary-row.ts";

/** What the staged rows of one school's work add up to, class by class, and the shape of the work by which they were counted. */
interface StagedSummaries {
  maxScore: number;
  taskMaxima: readonly number[];
  classes: readonly (readonly [label: string, summary: SummaryColumns])[];
}

/** The summaries as a text in which they are staged beside the rows. */
export function stagedSummaries(classes: ReadonlyMap<string, Summary>, shape: WorkShape): string {
  return JSON.stringify({
    maxScore: shape.maxScore,
    taskMaxima: shape.taskMaxima,
    classes: Array.from(classes, ([label, summary]) => [label, toColumns(summary)]),
  });
}

/** The summaries by class; null when there are none, or when the work has got another shape since they were counted. */
export function readStagedSummaries(staged: unknown, shape: WorkShape): Map<string, Summary> | null {
  if (staged === null) return null;
  const { maxScore, taskMaxima, classes } = staged as StagedSummaries;
  if (maxScore !== shape.maxScore || taskMaxima.join() !== shape.taskMaxima.join()) return null;
  return new Map(classes.map(([label, summary]) => [label, toSummary(summary)]));
}
