import type { ExamSummary } from "../statistics/exams/exam-summary.ts";
import { countBetween, scored } from "../statistics/exams/score-bands.ts";
import { histogramMoments, mean } from "../statistics/moments.ts";
import { isSamePrinted } from "./compare.ts";
import type { Verdict } from "./compared.ts";
import type { FigureState, Measure } from "./report.ts";

/** What a table of ЕГЭ by school prints of a subject, in its order (forms.md F-17). */
export const examMeasures = [
  "examParticipants",
  "examBelow",
  "examHigh",
  "examHundred",
  "examMean",
] as const satisfies readonly Measure[];
export type ExamMeasure = (typeof examMeasures)[number];

/** Where a subject of ЕГЭ stands beside the tables of its year. */
export const comparisonHref = ({ year, subject }: { year: number; subject: string }) =>
  `/results/reported/exam?year=${year}&subject=${subject}`;

/** What the portal knows of a unit in an examination. */
export interface ExamSums {
  summary: ExamSummary;
  /** Results are marks 2–5 (base mathematics), not test scores. */
  marked: boolean;
  /** The least test score that is enough; null when no scale says it. */
  threshold: number | null;
}

export interface ReportedExamFigure {
  measure: ExamMeasure;
  state: FigureState;
  value: number | null;
  decimals: number;
}

export interface ComparedExamFigure {
  reported: ReportedExamFigure;
  /** Null: the portal has nothing to set beside it. */
  computed: number | null;
  verdict: Verdict;
  /** reported − computed at the decimals shown; only where two numbers are compared */
  difference: number | null;
}

/** Tables print high results as 80–99, those of 100 apart (forms.md F-17); the portal's own 81+ is another figure. */
const HIGH = { from: 80, to: 99 } as const;
const TOP = 100;
const SATISFACTORY = 3;
/** Some tables hold means that nobody has rounded; people read two decimals. */
const SHOWN_DECIMALS = 2;

/** The decimals with which a reported figure is shown and compared. */
export const shownDecimals = ({ decimals }: Pick<ReportedExamFigure, "decimals">) =>
  Math.min(decimals, SHOWN_DECIMALS);

/** The figure that a table prints, counted from the portal's own rows; null when it cannot be counted. */
export function computeExamFigure(measure: ExamMeasure, sums: ExamSums): number | null {
  const { summary, marked, threshold } = sums;
  const { score } = summary;
  switch (measure) {
    case "examParticipants":
      return summary.participants;
    case "examBelow": {
      const enough = marked ? SATISFACTORY : threshold;
      return enough === null ? null : countBetween(score, 0, enough - 1);
    }
    case "examHigh":
      return marked ? null : countBetween(score, HIGH.from, HIGH.to);
    case "examHundred":
      return marked ? null : countBetween(score, TOP, TOP);
    case "examMean":
      return scored(score) === 0 ? null : mean(histogramMoments(score));
  }
}

/** Sets a reported figure beside the computed one; `sums` null = the portal has no results of this unit. */
export function compareExamFigure(reported: ReportedExamFigure, sums: ExamSums | null): ComparedExamFigure {
  const computed = sums && computeExamFigure(reported.measure, sums);
  const silent = (verdict: Verdict): ComparedExamFigure => ({
    reported,
    computed,
    verdict,
    difference: null,
  });
  if (reported.state !== "value" || reported.value === null)
    return silent(reported.state === "value" ? "unread" : reported.state);
  if (sums === null) return silent("noComputed");
  if (computed === null) return silent("notCompared");
  const decimals = shownDecimals(reported);
  const near = isSamePrinted(reported.value, computed, decimals);
  const difference = near ? 0 : Number((reported.value - computed).toFixed(decimals));
  return { reported, computed, verdict: near ? "equal" : "differs", difference };
}
