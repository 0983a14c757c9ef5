import type { Day } from "../../platform/clock.ts";
import { dayNumber, dayOfNumber, weekdayOf } from "../load/days.ts";
import type { TemplateLine } from "./template.ts";

export const statuses = ["planned", "underway", "done", "dropped"] as const;
export type Status = (typeof statuses)[number];

/** How a line stands today: its status, and for what is not done how near its day is. */
export type Standing = "done" | "dropped" | "overdue" | "soon" | "underway" | "planned";

/** Days before its due day from which a line stands on the desk (ours). */
export const SOON_DAYS = 14;

export interface ItemState {
  readonly status: Status;
  readonly dueOn: Day;
  readonly doneOn: Day | null;
}

/** How a line stands on a day. A line is overdue from the day after the one it was due. */
export function standingOf({ status, dueOn }: Pick<ItemState, "status" | "dueOn">, today: Day): Standing {
  if (status === "done" || status === "dropped") return status;
  if (dueOn < today) return "overdue";
  if (dayNumber(dueOn) - dayNumber(today) <= SOON_DAYS) return "soon";
  return status;
}

/**
 * The day of a template's line in a school year. A day that falls on a weekend is moved to the Friday before, so that a
 * document is never due on a day when nobody is there (ours).
 */
export function dueDayOf(line: TemplateLine, year: number): Day {
  const month = Number(line.due.slice(0, 2));
  const number = dayNumber(`${month >= 8 ? year : year + 1}-${line.due}` as Day);
  return dayOfNumber(number - Math.max(0, weekdayOf(number) - 5));
}

/** Lines of a template that a school begins its year with: those due on its first day or later. */
export function linesFrom(
  template: readonly TemplateLine[],
  year: number,
  from: Day,
): { line: TemplateLine; dueOn: Day }[] {
  return template.map((line) => ({ line, dueOn: dueDayOf(line, year) })).filter(({ dueOn }) => dueOn >= from);
}

export interface Completion {
  /** Lines that were due by the day and not left out. */
  readonly due: number;
  /** Of them done by that day. */
  readonly done: number;
  /** Of them done on their due day or before. */
  readonly inTime: number;
}

/** How much of a plan was done by a day: numerator and denominator of «доля выполненных мероприятий». What was left out with a reason is in neither. */
export function completionOf(items: readonly ItemState[], on: Day): Completion {
  const due = items.filter(({ status, dueOn }) => status !== "dropped" && dueOn <= on);
  const done = due.filter(({ doneOn }) => doneOn !== null && doneOn <= on);
  return {
    due: due.length,
    done: done.length,
    inTime: done.filter(({ doneOn, dueOn }) => doneOn !== null && doneOn <= dueOn).length,
  };
}

/**
 * Whether a line stands on a person's desk today. The performer sees it when it is near; the deputy, who keeps the plan, sees
 * every near one; what is overdue goes to the head as well.
 */
export function isOnDesk(
  item: ItemState & { readonly performer: string; readonly performerId: number | null },
  who: { readonly role: string; readonly personId: number | null },
  today: Day,
): boolean {
  const standing = standingOf(item, today);
  if (standing !== "overdue" && standing !== "soon") return false;
  if (item.performerId !== null && item.performerId === who.personId) return true;
  if (who.role === "deputy") return true;
  return who.role === "head" && (standing === "overdue" || item.performer === "head");
}

/** First calendar year of the school year that a day belongs to; August belongs to the year that it prepares. */
export function cycleYearOf(day: Day): number {
  const year = Number(day.slice(0, 4));
  return Number(day.slice(5, 7)) >= 8 ? year : year - 1;
}
