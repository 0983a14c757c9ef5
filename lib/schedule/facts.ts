import type { Day } from "../platform/clock.ts";
import type { LoadParameters } from "./load/parameters.ts";
import type { DatedTimetable, WorkKind, WorkLevel } from "./load/shapes.ts";

/** A link to a clause of a regulation: the pair that stays the same through its editions. */
export interface ClauseLink {
  regulationId: number;
  /** Null: the regulation as a whole. */
  clauseKey: string | null;
}

/** What a work is, wherever it stands. */
interface WorkContent {
  level: WorkLevel;
  kind: WorkKind;
  title: string;
  grade: number;
  /** "" while a drawn subject is not known; then it is one of `options`. */
  subject: string;
  options: readonly string[];
  lesson: number | null;
  minutes: number;
  wholeClass: boolean;
  /** The work of the assessments whose results it will bring. */
  workId: number | null;
  clause: ClauseLink | null;
  note: string;
  version: number;
}

/** A work on a day in a school. */
export interface ScheduledWork extends WorkContent {
  id: number;
  uid: string;
  windowId: number | null;
  classes: readonly string[];
  on: Day;
}

/** What an office announces for a parallel: a day (`opensOn` = `closesOn`) or days among which each school chooses. */
export interface AnnouncedWork extends WorkContent {
  id: number;
  uid: string;
  municipalityId: number | null;
  opensOn: Day;
  closesOn: Day;
}

/** Days without lessons, or a day off that is worked. */
export interface Break {
  id: number;
  owner: "region" | "municipality" | "school";
  kind: "holiday" | "workday";
  from: Day;
  to: Day;
  asWeekday: number | null;
  title: string;
}

export interface SubjectHours {
  grade: number;
  subject: string;
  /** Lessons in the year. */
  hours: number;
  lessonsPerWeek: number;
}

/** The week of a class: the last lesson by weekday, Monday first (0: no lessons). */
export interface ClassWeek {
  label: string;
  lessons: readonly number[];
}

/** What a class is taught by weekday and lesson from a day on. */
export interface TimetableOfClass extends DatedTimetable {
  label: string;
}

export interface PlanFacts {
  startsOn: Day;
  endsOn: Day;
  secondHalfOn: Day | null;
  lessonMinutes: number;
  /** When lessons begin, "08:30" first. */
  bells: readonly string[];
  /** Where the school reads the load rules otherwise than the defaults. */
  parameters: Partial<LoadParameters>;
  /** 0: the school has not entered anything for this year; the values are those that most schools have. */
  version: number;
}

/** All that the schedule of one school in one year rests on. Plain data: it goes to the browser, where the rules run too. */
export interface SchoolYear {
  school: { id: number; name: string; slug: string; municipalityId: number; regionId: number };
  year: number;
  plan: PlanFacts;
  classes: readonly { label: string; grade: number }[];
  hours: readonly SubjectHours[];
  weeks: readonly ClassWeek[];
  /** By class, the earliest first. */
  timetables: readonly TimetableOfClass[];
  breaks: readonly Break[];
  announced: readonly AnnouncedWork[];
  works: readonly ScheduledWork[];
}
