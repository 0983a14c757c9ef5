import type { Day } from "../platform/clock.ts";
import type { PlanFacts } from "./facts.ts";
import { dayNumber, dayOfNumber } from "./load/days.ts";

/** Days from the beginning of a half-year within which its schedule is published (handbook §5.5). */
const PUBLICATION_DAYS = 14;

/** What a school's year is before the school has said anything: from 1 September to 31 May, lessons of 45 minutes. */
export function usualPlan(year: number): PlanFacts {
  return {
    startsOn: `${year}-09-01`,
    endsOn: `${year + 1}-05-31`,
    secondHalfOn: null,
    lessonMinutes: 45,
    bells: [],
    parameters: {},
    version: 0,
  };
}

export interface PublicationTerm {
  half: 1 | 2;
  dueOn: Day;
  /** `met`: an edition was there by that day; `ahead`: there is time; `late`: the day has passed without one. */
  state: "met" | "ahead" | "late";
}

/**
 * By when the schedule must be on the site, and whether it was. `editions`: days of publication, any order. One edition may
 * hold the whole year, so the first edition meets every term that comes after it.
 */
export function publicationTerms(
  plan: Pick<PlanFacts, "startsOn" | "secondHalfOn">,
  editions: readonly Day[],
  today: Day,
): PublicationTerm[] {
  const first = [...editions].sort()[0];
  const starts: [1 | 2, Day][] = [[1, plan.startsOn]];
  if (plan.secondHalfOn !== null) starts.push([2, plan.secondHalfOn]);
  return starts.map(([half, from]) => {
    const dueOn = dayOfNumber(dayNumber(from) + PUBLICATION_DAYS);
    const met = first !== undefined && first <= dueOn;
    return { half, dueOn, state: met ? "met" : today <= dueOn ? "ahead" : "late" };
  });
}

/** Why a draft may not be published yet (errors), and what the person confirms before it is (warnings). */
export interface PublicationIssues {
  errors: ("empty" | "unchanged")[];
  warnings: { code: "conflicts" | "checks" | "openWindows" | "unknownSubjects" | "late"; count: number }[];
}

export function publicationIssues(draft: {
  works: number;
  changed: boolean;
  conflicts: number;
  checks: number;
  openWindows: number;
  unknownSubjects: number;
  late: number;
}): PublicationIssues {
  const { works, changed, ...counts } = draft;
  const warnings = (["conflicts", "checks", "openWindows", "unknownSubjects", "late"] as const)
    .map((code) => ({ code, count: counts[code] }))
    .filter(({ count }) => count > 0);
  return {
    errors: works === 0 ? ["empty"] : changed ? [] : ["unchanged"],
    warnings,
  };
}

/** Holidays of the country by article 112 of the Labour Code of the Russian Federation, for one school year. */
export function publicHolidays(year: number): { from: Day; to: Day; title: string }[] {
  const next = year + 1;
  return [
    { from: `${year}-11-04`, to: `${year}-11-04`, title: "unity" },
    { from: `${next}-01-01`, to: `${next}-01-08`, title: "newYear" },
    { from: `${next}-02-23`, to: `${next}-02-23`, title: "defender" },
    { from: `${next}-03-08`, to: `${next}-03-08`, title: "women" },
    { from: `${next}-05-01`, to: `${next}-05-01`, title: "spring" },
    { from: `${next}-05-09`, to: `${next}-05-09`, title: "victory" },
  ];
}
