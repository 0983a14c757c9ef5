import { type JournalAgreement, journalAgreement } from "../statistics/journal-agreement.ts";
import { marked } from "../statistics/marks.ts";
import type { Summary } from "../statistics/summary.ts";

/** How far a distribution of so many pupils may be relied on. */
export type SampleStatus = "limited" | "approximate" | "informative";

/**
 * What a sample is worth: fewer than 20 pupils say little, 20–49 give an approximate picture, from 50 on one may rely on it.
 * Source: ФИОКО 2026, p. 13 (histogram of primary scores); it leaves 31–49 open, which we count as approximate.
 *
 * @example sampleStatus(24) // "approximate"
 */
export function sampleStatus(pupils: number): SampleStatus {
  if (pupils < 20) return "limited";
  return pupils < 50 ? "approximate" : "informative";
}

/** The least group whose figures mean something by themselves. Source: ФИОКО 2026, pp. 23–24. */
export const LEAST_GROUP = 10;

/**
 * Is a group large enough to be looked at by itself? A smaller one is shown to its school with a label, without conclusions.
 *
 * @example isInformativeGroup(9) // false
 */
export function isInformativeGroup(pupils: number): boolean {
  return pupils >= LEAST_GROUP;
}

/** What decides whether two works measure the same. */
export interface ComparableWork {
  readonly subject: string;
  readonly gradeTested: number;
  readonly level: "base" | "advanced";
  readonly maxScore: number;
  readonly tasks: readonly { readonly code: string; readonly max: number }[];
}

/** Why two works cannot stand side by side, the first reason that holds; also the key of the sentence that says so. */
export type NotComparable =
  | "differentSubject"
  | "differentGrade"
  | "differentLevel"
  | "differentMaximum"
  | "differentTasks";

export type Comparability =
  | { readonly comparable: true }
  | { readonly comparable: false; readonly reason: NotComparable };

/**
 * May the results of two works stand side by side as years? Only when subject, grade tested and level are the same and the
 * instrument has the same maximum and the same tasks with the same maxima. Equal topics by codifier are required too
 * (ФИОКО 2026, p. 19); until positions of the codifier are loaded, equal tasks stand for them.
 *
 * @example comparableYears(ru4of2024, ru4of2025) // { comparable: false, reason: "differentMaximum" }
 */
export function comparableYears(first: ComparableWork, second: ComparableWork): Comparability {
  const no = (reason: NotComparable): Comparability => ({ comparable: false, reason });
  if (first.subject !== second.subject) return no("differentSubject");
  if (first.gradeTested !== second.gradeTested) return no("differentGrade");
  if (first.level !== second.level) return no("differentLevel");
  if (first.maxScore !== second.maxScore) return no("differentMaximum");
  const sameTasks =
    first.tasks.length === second.tasks.length &&
    first.tasks.every(({ code, max }, i) => code === second.tasks[i]!.code && max === second.tasks[i]!.max);
  return sameTasks ? { comparable: true } : no("differentTasks");
}

/** Comparison with the journal, with the pupils who could not be compared. */
export interface JournalComparison extends JournalAgreement {
  /** Pupils with a mark of the work and no journal mark in 2–5: outside the base, shown beside it. */
  readonly withoutJournal: number;
}

/**
 * How many pupils the work lowered, confirmed and raised against the journal. Shares are of those who have both marks, so the
 * three counts may not add up to all participants (handbook §1.6.3, forms.md D-30).
 *
 * Null when nobody has both marks.
 *
 * @example journalComparison(summary)?.confirmedPercent
 */
export function journalComparison(summary: Summary): JournalComparison | null {
  const agreement = journalAgreement(summary.journal);
  return agreement && { ...agreement, withoutJournal: marked(summary.marks) - agreement.base };
}

/** From this many schools on an area is shown beside one of them. */
export const LEAST_SCHOOLS = 3;

/**
 * May a school see the figures of its area? With two schools each would learn the other's by subtracting itself; from three on
 * nobody's figures follow (ours).
 *
 * @example areaComparable(2) // false
 */
export function areaComparable(schools: number): boolean {
  return schools >= LEAST_SCHOOLS;
}
