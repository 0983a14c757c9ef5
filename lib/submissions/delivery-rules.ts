import type { EntryWindow, Term } from "../results/entry-window.ts";
import type { State } from "./rules.ts";

/** A calendar day. */
type Day = Term["dueOn"];

/** What a school owes for a work. */
export type DeliveryState =
  /** Results are there. */
  | "received"
  /** They came after the due day. */
  | "receivedLate"
  /** Not there yet, and there is time. */
  | "expected"
  /** Not there, and the due day is over. */
  | "late"
  /** The school has no class of this grade in its list. */
  | "notExpected"
  /** The school has not filled in its list of classes, so nobody can say. */
  | "unknown";

/** Pure decision for one school and one work. `closesOn`: the day by which results are due. */
export function deliveryState(
  work: { gradeWriting: number; schoolYear: number; closesOn: Day | null; receivedOn: Day | null },
  classes: readonly { year: number; grade: number }[],
  today: Day,
): DeliveryState {
  if (work.receivedOn !== null)
    return work.closesOn !== null && work.receivedOn > work.closesOn ? "receivedLate" : "received";
  const ofYear = classes.filter((one) => one.year === work.schoolYear);
  if (ofYear.length === 0) return "unknown";
  if (!ofYear.some((one) => one.grade === work.gradeWriting)) return "notExpected";
  return work.closesOn !== null && today > work.closesOn ? "late" : "expected";
}

/** The day by which this school is in time: the exception's, else the campaign's, else the last day of the work itself. */
export function dueDay(window: EntryWindow, closesOn: Day | null): Day | null {
  const { term } = window;
  if (term === null) return closesOn;
  return term.exceptionUntil !== null && term.exceptionUntil > term.dueOn ? term.exceptionUntil : term.dueOn;
}

/**
 * True when a campaign asks for these results and the school has not handed them over by its day, or did so after it. What was
 * returned and comes again is judged by the first time.
 */
export function isOverdue(
  cell: { stage: State; firstSubmittedOn: Day | null; dueOn: Day | null; asked: boolean },
  today: Day,
): boolean {
  if (!cell.asked || cell.dueOn === null) return false;
  return (cell.firstSubmittedOn ?? today) > cell.dueOn;
}
