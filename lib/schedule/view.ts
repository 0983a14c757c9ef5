import type { Day } from "../platform/clock.ts";
import type { ScheduledWork, SchoolYear } from "./facts.ts";
import { dayNumber, dayOfNumber, weekdayOf } from "./load/days.ts";
import type { Conflict, WorkKind, WorkLevel } from "./load/shapes.ts";
import { announcedId, fixedWorks, isFixed, ownId } from "./placed.ts";
import type { ScheduleFilter } from "./schema.ts";

/** A work in a list or grid of one school. */
export interface ScheduleRow {
  /** Id among the placements of the rules: conflicts name works by it. */
  key: string;
  /** The school's own row, which can be moved; null for a day that an office has set. */
  workId: number | null;
  windowId: number | null;
  on: Day;
  lesson: number | null;
  classes: readonly string[];
  grade: number;
  subject: string;
  options: readonly string[];
  level: WorkLevel;
  kind: WorkKind;
  title: string;
  minutes: number;
  note: string;
  /** The day cannot be chosen by the school. */
  fixed: boolean;
  assessedWorkId: number | null;
  clause: ScheduledWork["clause"];
  conflicts: readonly Conflict[];
}

/** Everything that stands in the schedule, by day and lesson, each with the conflicts that it takes part in. */
export function scheduleRows(facts: SchoolYear, conflicts: readonly Conflict[]): ScheduleRow[] {
  const of = new Map<string, Conflict[]>();
  for (const conflict of conflicts)
    for (const key of conflict.works) of.set(key, [...(of.get(key) ?? []), conflict]);
  const announced = new Map(facts.announced.map((one) => [one.id, one]));
  const own = facts.works.map((work): ScheduleRow => {
    const window = work.windowId === null ? undefined : announced.get(work.windowId);
    return {
      ...content(work),
      key: ownId(work.id),
      workId: work.id,
      windowId: work.windowId,
      on: work.on,
      classes: work.classes,
      fixed: window !== undefined && isFixed(window),
      conflicts: of.get(ownId(work.id)) ?? [],
    };
  });
  const fixed = fixedWorks(facts).map(
    ({ announced: one, classes }): ScheduleRow => ({
      ...content(one),
      key: announcedId(one.id),
      workId: null,
      windowId: one.id,
      on: one.opensOn,
      classes,
      fixed: true,
      conflicts: of.get(announcedId(one.id)) ?? [],
    }),
  );
  return [...own, ...fixed].sort(byDay);
}

function content(work: Omit<ScheduledWork, "id" | "uid" | "windowId" | "classes" | "on">) {
  const { lesson, grade, subject, options, level, kind, title, minutes, note, clause } = work;
  const assessedWorkId = work.workId;
  return { lesson, grade, subject, options, level, kind, title, minutes, note, clause, assessedWorkId };
}

function byDay(a: ScheduleRow, b: ScheduleRow): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  return (a.lesson ?? 99) - (b.lesson ?? 99) || a.grade - b.grade || (a.key < b.key ? -1 : 1);
}

type RowFilter = Pick<ScheduleFilter, "class" | "grade" | "subject" | "level">;

/** Rows that a filter asks for; a drawn work is found by each subject that it may turn out to be. */
export function filterRows<
  Row extends Pick<ScheduleRow, "classes" | "grade" | "subject" | "options" | "level">,
>(rows: readonly Row[], filter: RowFilter): Row[] {
  return rows.filter(
    (row) =>
      (filter.class === undefined || row.classes.includes(filter.class)) &&
      (filter.grade === undefined || row.grade === filter.grade) &&
      (filter.level === undefined || row.level === filter.level) &&
      (filter.subject === undefined ||
        row.subject === filter.subject ||
        (row.subject === "" && row.options.includes(filter.subject))),
  );
}

/** Rows by the month that they stand in, "2026-04" first to last. */
export function byMonth<Row extends { on: Day }>(rows: readonly Row[]): { month: string; rows: Row[] }[] {
  const months = Map.groupBy(rows, ({ on }) => on.slice(0, 7));
  return [...months].map(([month, inMonth]) => ({ month, rows: inMonth }));
}

/** As many works stand on one page without being told apart by months. */
const SHORT_LIST = 40;

/**
 * Which month of a long list is shown: the one that is asked for, else that of the work that was just placed, else the month of today, else
 * the first with works after today, else the last one. Null: all of them, when asked so, and when the list is short.
 */
export function monthShown(
  rows: readonly { on: Day; key: string }[],
  { asked, marked, today }: { asked: string | undefined; marked: string | undefined; today: Day },
): string | null {
  if (asked !== undefined) return asked === "all" ? null : asked;
  if (rows.length <= SHORT_LIST) return null;
  const of = rows.find(({ key }) => key === marked)?.on.slice(0, 7);
  const months = rows.map(({ on }) => on.slice(0, 7));
  return of ?? months.find((month) => month >= today.slice(0, 7)) ?? months.at(-1) ?? null;
}

/** ISO weekday of a day, 1 is Monday. */
export const weekday = (on: Day): number => weekdayOf(dayNumber(on));

/** Monday of the week in which a day falls. */
export const mondayOf = (on: Day): Day => dayOfNumber(dayNumber(on) - weekday(on) + 1);

export interface GridWeek {
  monday: Day;
  sunday: Day;
  /** Holidays that touch the week. */
  holidays: readonly string[];
  /** Rows of each parallel, in the order of `grades`. */
  cells: readonly (readonly ScheduleRow[])[];
}

/** Which half of the year a long grid shows: that of the asked month, of the work that was just placed, or of today. Null: all of it. */
export function halfShown(facts: Pick<SchoolYear, "year">, month: string | null): 1 | 2 | null {
  return month === null ? null : month < `${facts.year + 1}-01` ? 1 : 2;
}

/** Weeks of the school year or of its half, or of the days that works stand on where these go beyond it, by parallels. */
export function gridWeeks(
  facts: SchoolYear,
  rows: readonly ScheduleRow[],
  half: 1 | 2 | null = null,
): { grades: number[]; weeks: GridWeek[] } {
  const grades = [
    ...new Set([...facts.classes.map(({ grade }) => grade), ...rows.map(({ grade }) => grade)]),
  ].sort((a, b) => a - b);
  const days = [facts.plan.startsOn, facts.plan.endsOn, ...rows.map(({ on }) => on)].sort();
  // The year turns in the middle: the week of 1 January stands in both halves, so that a work can be dragged over it.
  const turn = mondayOf(`${facts.year + 1}-01-01`);
  const first = half === 2 ? turn : mondayOf(days[0]!);
  const last = half === 1 ? turn : mondayOf(days.at(-1)!);
  const byWeek = Map.groupBy(rows, ({ on }) => mondayOf(on));
  const weeks: GridWeek[] = [];
  for (let at = dayNumber(first); at <= dayNumber(last); at += 7) {
    const [monday, sunday] = [dayOfNumber(at), dayOfNumber(at + 6)];
    const inWeek = byWeek.get(monday) ?? [];
    weeks.push({
      monday,
      sunday,
      holidays: facts.breaks
        .filter(({ kind, from, to }) => kind === "holiday" && from <= sunday && monday <= to)
        .map(({ title }) => title),
      cells: grades.map((grade) => inWeek.filter((row) => row.grade === grade)),
    });
  }
  return { grades, weeks };
}
