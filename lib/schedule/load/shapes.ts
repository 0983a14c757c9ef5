import type { Day } from "../../platform/clock.ts";
import type { LoadParameters } from "./parameters.ts";

/** Who puts a work into the schedule (handbook §5.5, rule 5). */
export const workLevels = ["federal", "regional", "municipal", "school"] as const;
export type WorkLevel = (typeof workLevels)[number];

/**
 * What a work is. «Контрольные, проверочные, диагностические» are the procedures of the letter; ВПР, mock exams, interim
 * attestation and essays are of those sorts. An exam of the ГИА has a timetable of its own and does not load the schedule;
 * training works are asked about, not counted off silently.
 */
export const workKinds = [
  "control",
  "checking",
  "diagnostic",
  "vpr",
  "mock",
  "interim",
  "essay",
  "training",
  "exam",
  "other",
] as const;
export type WorkKind = (typeof workKinds)[number];

/** Calendar days from the first to the last, both included. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/**
 * A work with its place in the schedule: one day and lesson, one or several classes that write it then.
 *
 * One work that the classes of a parallel write on different days stands here once per day, with different `id` and the
 * same `work`. The rules take all placements of one `work` in one parallel as one procedure.
 */
export interface PlacedWork {
  /** Of this placement; unique in the schedule. */
  readonly id: string;
  /** Of the work itself; null when nothing else belongs to it (then the placement is the whole work). */
  readonly work: string | null;
  readonly kind: WorkKind;
  readonly level: WorkLevel;
  /** Code of the subject: RU, MA …, or the school's own. */
  readonly subject: string;
  /** As they are written: "5А". The digits in front are the parallel. */
  readonly classes: readonly string[];
  readonly on: Day;
  /** Number of the (first) lesson; null when the schedule names only the day. */
  readonly lesson: number | null;
  readonly minutes: number;
  /** Written by all pupils of the class at once. */
  readonly wholeClass: boolean;
  /** Cannot be moved by the school: the day was set from above. */
  readonly fixed: boolean;
  /** The days among which the school chooses (ВПР); null when any day will do. */
  readonly window: Span | null;
}

/** Lessons of a class by weekday (Monday first) and number (lesson 1 first): what is taught in them, two subjects when in groups, none when free. */
export type ClassTimetable = readonly (readonly (readonly string[])[])[];

/** A timetable that holds from a day until the next one of the class. */
export interface DatedTimetable {
  readonly from: Day;
  readonly days: ClassTimetable;
}

/** What the rules must know of the school beside the works. Everything that is not known is left out, never guessed. */
export interface LoadContext {
  /** First and last day of lessons of the school year. */
  readonly year: Span;
  /** Before it nothing can be placed or moved; null when time does not matter (an old year, a test). */
  readonly today: Day | null;
  /** Vacations and public holidays. */
  readonly holidays: readonly Span[];
  /** Days without lessons beside holidays: a moved day off, a quarantine. */
  readonly daysOff: readonly Day[];
  /** Days with lessons although their weekday or vacation says otherwise: a worked Saturday. They win over all the rest. */
  readonly workingDays: readonly Day[];
  /** Weekdays with lessons, ISO: 1 is Monday. */
  readonly weekdays: readonly number[];
  /** Other weekdays for single classes. */
  readonly weekdaysOfClass: Readonly<Record<string, readonly number[]>>;
  /** Lessons a year by parallel and subject: hours["5"]["MA"] is 170. */
  readonly hours: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Lessons a week by parallel and subject. */
  readonly lessonsPerWeek: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Number of the last lesson by class and weekday (Monday first; 0 is a day without lessons). */
  readonly lessonsPerDay: Readonly<Record<string, readonly number[]>>;
  /** Timetables of each class, the earliest first. Where one is in force it wins over `lessonsPerWeek`, `lessonsPerDay` and the weekdays. */
  readonly timetable: Readonly<Record<string, readonly DatedTimetable[]>>;
  /** Days that go by the timetable of another weekday (ISO): a worked Saturday by that of Monday. */
  readonly asWeekday: Readonly<Record<Day, number>>;
  readonly parameters: LoadParameters;
}

/** The rules by name; each has a file, a clause (clauses.ts) and its sentences (messages/…/loadRules.json). */
export const ruleCodes = [
  "tooOften",
  "overTenPercent",
  "secondToday",
  "sameLesson",
  "firstLesson",
  "lastLesson",
  "holiday",
  "dayOff",
  "outsideYear",
  "outsideWindow",
  "inThePast",
  "offTimetable",
  "trainingWork",
] as const;
export type RuleCode = (typeof ruleCodes)[number];

/** «Конфликт» breaks a rule of the letter or the calendar; «Проверьте» is a question to the person. */
export type Weight = "conflict" | "check";

export interface Conflict {
  readonly rule: RuleCode;
  readonly weight: Weight;
  /** The same conflict has the same key whatever order the works come in. */
  readonly key: string;
  /** Ids of the placements that stand against each other, the earliest first; one id for a rule about one work. */
  readonly works: readonly string[];
  readonly classes: readonly string[];
  /** The parallel, where the rule is about a parallel. */
  readonly grade: number | null;
  readonly subject: string | null;
  /** The day of trouble; null for a rule about the whole year. */
  readonly on: Day | null;
  /** Figures and days (ISO) of the sentence `loadRules.conflict.<rule>`; `describeConflict` writes it. */
  readonly params: Readonly<Record<string, string | number>>;
  /** Another day or lesson can end it. A load over the tenth of the year's hours it cannot. */
  readonly movable: boolean;
}

/** Why a work in the schedule is no procedure by the letter: it is listed and loads nobody. */
export type NotProcedureReason = "tooShort" | "notWholeClass" | "exam";

/** How much of a subject's year in a parallel goes to procedures. */
export interface SubjectLoad {
  readonly grade: number;
  readonly subject: string;
  readonly procedures: number;
  readonly minutes: number;
  /** Minutes of lessons that the procedures take, whole lessons or exact minutes as the parameters say. */
  readonly countedMinutes: number;
  /** Yearly lessons of the subject; null when the plan is not known. */
  readonly hours: number | null;
  /** The most minutes that the rule allows; null when the plan is not known. */
  readonly allowedMinutes: number | null;
}

/** What could not be checked because the school did not say it. */
export interface Unchecked {
  readonly rule: RuleCode;
  readonly reason: "noHours" | "noLesson" | "noLastLesson" | "singleLessonAssumed" | "noTimetable";
  /** Placements concerned. */
  readonly works: readonly string[];
}

export interface YearReport {
  /** By day, then by rule. */
  readonly conflicts: readonly Conflict[];
  readonly notProcedures: readonly { readonly work: string; readonly reason: NotProcedureReason }[];
  readonly loads: readonly SubjectLoad[];
  readonly unchecked: readonly Unchecked[];
}

/** A place that a work could take without any conflict. */
export interface FreeSlot {
  readonly on: Day;
  /** The lesson to take; null when the schedule names only days. */
  readonly lesson: number | null;
  /** All lessons of the day that are free for it. */
  readonly lessons: readonly number[];
  /** Days from the wished day; below 0 is earlier. */
  readonly shiftDays: number;
}

export interface FreeSlots {
  readonly slots: readonly FreeSlot[];
  /** Conflicts that no day ends, e.g. the tenth of the year's hours is used up. */
  readonly always: readonly Conflict[];
  /** Why days nearer than the farthest slot were passed over: how many days each rule closes. */
  readonly refused: readonly { readonly rule: RuleCode; readonly days: number; readonly first: Day }[];
}

export interface Move {
  readonly work: string;
  readonly from: { readonly on: Day; readonly lesson: number | null };
  readonly to: { readonly on: Day; readonly lesson: number | null };
  /** Keys of the conflicts of the present schedule that this move takes part in ending. */
  readonly ends: readonly string[];
}

/**
 * Why a conflict stays. `noDay`: no day ends it (hours of the year); `set`: its works were set from above or have been written; `noRoom`: no
 * other place is free for any of them; `notFound`: the search, cut short, has found no place that helps.
 */
export const reasonsToStay = ["noDay", "set", "noRoom", "notFound"] as const;
export type WhyStays = (typeof reasonsToStay)[number];

export interface Repair {
  /** In an order in which each next move finds its place free, wherever such an order exists (two works may have to change places). */
  readonly moves: readonly Move[];
  /** `fewest`: no smaller set of moves exists, proven by complete search. `bestFound`: the search was cut short. */
  readonly proof: "fewest" | "bestFound";
  /** No repair can have fewer moves than this. */
  readonly atLeast: number;
  /** What stays: between fixed works, over the year's hours, or without any free place. */
  readonly remaining: readonly Conflict[];
  /** Why, by the keys of `remaining`. */
  readonly why: Readonly<Record<string, WhyStays>>;
}
