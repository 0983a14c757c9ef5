import type { Difficulty } from "../statistics/completion.ts";
import type { Interval } from "../statistics/interval.ts";
import type { Summary } from "../statistics/summary.ts";

/** What a figure needs to know of the work that it is about. */
export interface MeasuredWork {
  readonly maxScore: number;
  readonly tasks: readonly {
    readonly code: string;
    readonly max: number;
    readonly difficulty: Difficulty | null;
  }[];
}

/** Why rows stand outside a figure; also the key of the words that say so. */
export type LeftOutReason =
  | "absent"
  | "noMark"
  | "noScore"
  | "noJournal"
  | "blank"
  | "rejected"
  | "notTaughtRows"
  | "noLevelTasks";

/** A figure with everything it was made of. */
export interface Workings {
  /** Null: not defined for these pupils, which is never 0. */
  readonly value: number | null;
  /** In the unit of the value and inside its natural scale; null where a bare number is all one can say. */
  readonly interval: Interval | null;
  /** How many of the base the figure is about; null for means and the like. */
  readonly part: number | null;
  /** Pupils counted. */
  readonly base: number;
  /** The numbers that stand in the formula. */
  readonly inputs: Readonly<Record<string, number | string>>;
  readonly leftOut: readonly { readonly reason: LeftOutReason; readonly count: number }[];
}

/** One figure of the analysis: how it is named, counted, written and checked. The page and «Как это посчитано» share it. */
export interface FigureRule {
  /** Stands in the address of «Как это посчитано». */
  readonly key: string;
  /** Its texts: `insights.figures.<name>.{name,formula,numbers}`. */
  readonly name: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly unit: "people" | "percent" | "mark" | "points" | "coefficient";
  /** "half": none for a whole number, else one; for medians, which are whole or lie half way. */
  readonly decimals: number | "half";
  /** The natural scale, on which an interval is drawn and at which it is cut. */
  readonly scale: { readonly from: number; readonly to: number } | null;
  /** Edition of the formula: counts up when the same numbers would give another figure. */
  readonly edition: number;
  /** Whose formula it is: `insights.sources.<source>`. */
  readonly source: string;
  /** How its interval is made: `insights.methods.<method>`; null when it has none. */
  readonly method: "wilson" | "wilsonScores" | "student" | "kappa" | null;
  compute(summary: Summary): Workings;
}

/** Reasons with nothing behind them say nothing. */
export function leftOut(counts: Partial<Record<LeftOutReason, number>>): Workings["leftOut"] {
  return Object.entries(counts).flatMap(([reason, count]) =>
    count > 0 ? [{ reason: reason as LeftOutReason, count }] : [],
  );
}

/** An interval of a mean may reach past what can be scored; what cannot be is not shown. */
export function cut(
  interval: Interval | null,
  scale: { readonly from: number; readonly to: number },
): Interval | null {
  return interval && { low: Math.max(interval.low, scale.from), high: Math.min(interval.high, scale.to) };
}

export const PERCENT = { from: 0, to: 100 } as const;
