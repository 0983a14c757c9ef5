import type { Day } from "../platform/clock.ts";

/** The days of one campaign as they bear on one school and work. */
export interface Term {
  campaignId: number;
  /** Null: of the whole region. */
  municipalityId: number | null;
  opensOn: Day;
  dueOn: Day;
  closesOn: Day;
  /** Closed by a person before its last day. */
  closed: boolean;
  /** The last day of this school's exception, if it has one. */
  exceptionUntil: Day | null;
}

/**
 * Whether results may be brought now.
 * - `none` no campaign asks for them; - `ahead` the campaign has not begun (bringing early is welcome);
 * - `open` in time; - `late` after the due day, still taken; - `exception` after the end, by exception; - `closed` no longer taken.
 */
export type WindowState = "none" | "ahead" | "open" | "late" | "exception" | "closed";

export interface EntryWindow {
  state: WindowState;
  term: Term | null;
}

/** The campaign that counts for a school: its own municipality's before the region's, the newest of several. */
export function termInForce(terms: readonly Term[]): Term | null {
  const newest = (candidates: readonly Term[]) =>
    candidates.reduce<Term | null>(
      (best, one) => (best === null || one.campaignId > best.campaignId ? one : best),
      null,
    );
  return newest(terms.filter((term) => term.municipalityId !== null)) ?? newest(terms);
}

/** The window of a school and work on a day. Days count inclusively: on the last day it is still open. */
export function entryWindow(terms: readonly Term[], today: Day): EntryWindow {
  const term = termInForce(terms);
  if (term === null) return { state: "none", term };
  if (term.closed || today > term.closesOn)
    return {
      state: term.exceptionUntil !== null && today <= term.exceptionUntil ? "exception" : "closed",
      term,
    };
  if (today < term.opensOn) return { state: "ahead", term };
  return { state: today <= term.dueOn ? "open" : "late", term };
}
