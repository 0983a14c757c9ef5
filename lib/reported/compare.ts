import { naturalCompare } from "../platform/format/natural-order.ts";
import { marked } from "../statistics/marks.ts";
import type { Cause, ComparedFigure, FigureInForce, Verdict } from "./compared.ts";
import { computeFigure, isOtherRounding, type UnitSums } from "./compute-figure.ts";
import { type Measure, measures } from "./report.ts";

const byKey = naturalCompare("ru");
/** Half a unit of the last printed decimal, and the dust of binary fractions. */
const halfUnit = (decimals: number) => 10 ** -decimals / 2 + 1e-9;

/** True when two numbers are the same at the printed decimals. */
export const isSamePrinted = (reported: number, computed: number, decimals: number) =>
  Math.abs(reported - computed) < halfUnit(decimals);

const FIRST: Readonly<Record<Verdict, number>> = {
  differs: 0,
  unread: 1,
  noComputed: 2,
  rounding: 3,
  hidden: 4,
  blank: 5,
  notCompared: 6,
  equal: 7,
};

/** Sets each reported figure beside the computed one; `sums` null = the portal has no results of this unit in this work. */
export function compareFigure(reported: FigureInForce, sums: UnitSums | null): ComparedFigure {
  const computed = sums && computeFigure(reported, sums);
  const silent = (verdict: Verdict): ComparedFigure => ({ reported, computed, verdict, difference: null });
  if (reported.state !== "value" || reported.value === null)
    return silent(reported.state === "value" ? "unread" : reported.state);
  if (sums === null) return silent("noComputed");
  if (computed === null) return silent(isOfOurs(reported.measure) ? "noComputed" : "notCompared");
  const difference = Number((reported.value - computed.value).toFixed(reported.decimals));
  const near = isSamePrinted(reported.value, computed.value, reported.decimals);
  const verdict = near ? "equal" : isOtherRounding(reported, sums) ? "rounding" : "differs";
  return { reported, computed, verdict, difference };
}

/** All figures of a unit in a work: differences first, then as the reports print them. */
export function compareAll(figures: readonly FigureInForce[], sums: UnitSums | null): ComparedFigure[] {
  const place = (measure: Measure) => measures.indexOf(measure);
  return figures
    .map((figure) => compareFigure(figure, sums))
    .sort(
      (a, b) =>
        FIRST[a.verdict] - FIRST[b.verdict] ||
        place(a.reported.measure) - place(b.reported.measure) ||
        byKey(a.reported.key, b.reported.key),
    );
}

/** How many figures have which verdict. */
export function countVerdicts(compared: readonly ComparedFigure[]): Partial<Record<Verdict, number>> {
  const counts: Partial<Record<Verdict, number>> = {};
  for (const { verdict } of compared) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
}

/**
 * What may have made the figures differ, by what the sums show; in words of the page, for a person to look into. Empty when
 * nothing differs. `changedAfter` = the results changed after the report had been applied.
 */
export function likelyCauses(
  compared: readonly ComparedFigure[],
  sums: UnitSums | null,
  changedAfter: boolean,
): Cause[] {
  const differing = compared.filter(({ verdict }) => verdict === "differs");
  if (differing.length === 0 || sums === null) return [];
  const { summary } = sums;
  const of = (...wanted: readonly Measure[]) =>
    differing.find(({ reported }) => wanted.includes(reported.measure));
  const causes: Cause[] = [];
  const add = (key: Cause["key"], params: Cause["params"] = {}) => causes.push({ key, params });
  const pupils = of("participants");
  if (pupils?.computed && pupils.reported.value !== null) {
    const [reported, computed] = [pupils.reported.value, pupils.computed.value];
    add(reported > computed ? "fewerPupils" : "morePupils", { reported, computed });
  }
  const schools = of("schools");
  if (schools?.computed && schools.reported.value !== null)
    add("schools", { reported: schools.reported.value, computed: schools.computed.value });
  const ofMarks = of("marks", "markCounts", "journal", "journalCounts", "groupSize", "groupTasks");
  if (ofMarks && summary.markDifferences > 0) add("markNotByScale", { count: summary.markDifferences });
  const unmarked = summary.participants - marked(summary.marks);
  if (ofMarks && unmarked > 0) add("withoutMark", { count: unmarked });
  if (of("journal", "journalCounts")) add("journal");
  const ofTasks = of("tasks", "planned", "groupTasks");
  const cells = summary.tasks.reduce((sum, { blank, rejected }) => sum + blank + rejected, 0);
  if (ofTasks && cells > 0) add("cellsNotRead", { count: cells });
  const untaught = summary.tasks.reduce((sum, { notTaught }) => sum + notTaught, 0);
  if (ofTasks && untaught > 0) add("notTaught", { count: untaught });
  if (changedAfter) add("changedAfter");
  if (causes.length === 0) add("unknown");
  return causes;
}

/** Measures that the portal counts itself, when it has the pupils. */
function isOfOurs(measure: Measure): boolean {
  return !["graduates", "applications", "markers", "marker"].includes(measure) && !measure.startsWith("exam");
}
