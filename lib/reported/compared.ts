import type { FigureState, Measure } from "./report.ts";

/** A reported figure in force, with where it came from. */
export interface FigureInForce {
  form: string;
  measure: Measure;
  key: string;
  state: FigureState;
  value: number | null;
  decimals: number;
  n: number | null;
  raw: string;
  importId: number;
  sheet: string;
  row: number;
}

/** What the portal counted: `part` of `whole`, times a hundred where it is a share. */
export interface ComputedFigure {
  unit: "percent" | "count";
  part: number;
  whole: number;
  /** rounded as the report prints it, half up from the exact ratio */
  value: number;
}

/**
 * How the two stand to each other: equal as printed; equal but for another way of rounding; different; or one of them is not
 * there: the report has nothing («нет данных»), keeps it back («скрыто»), cannot be read, or the portal has no results.
 */
export const verdicts = [
  "differs",
  "rounding",
  "equal",
  "noComputed",
  "blank",
  "hidden",
  "unread",
  "notCompared",
] as const;
export type Verdict = (typeof verdicts)[number];

export interface ComparedFigure {
  reported: FigureInForce;
  /** Null: the portal has nothing to set beside it. */
  computed: ComputedFigure | null;
  verdict: Verdict;
  /** reported − computed, at the printed decimals; only with the verdicts that compare two numbers */
  difference: number | null;
}

/** A likely cause of differences: a key of messages and what it says. Offered, never chosen (forms.md D-27). */
export interface Cause {
  key:
    | "fewerPupils"
    | "morePupils"
    | "schools"
    | "markNotByScale"
    | "withoutMark"
    | "cellsNotRead"
    | "notTaught"
    | "changedAfter"
    | "journal"
    | "unknown";
  params: Readonly<Record<string, number>>;
}
