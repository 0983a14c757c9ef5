/**
 * Every number and reading that the load rules depend on, with the default and where it comes from. A school or a
 * municipality may set them; the page of the schedule shows them beside the conflicts.
 */
export interface LoadParameters {
  /** The shortest work that is a procedure, minutes. */
  readonly procedureMinutes: number;
  /** The least days between procedures of a subject in a parallel. 2.5 weeks are 17.5 days: 18 keeps the rule, 17 rounds down. */
  readonly gapDays: number;
  /** Vacations count towards the gap. */
  readonly gapCountsHolidays: boolean;
  /**
   * `parallel`: the letter's words, any two procedures of the subject in the parallel, whichever classes write them.
   * `class`: only procedures that the same class writes.
   */
  readonly reading: "parallel" | "class";
  /** The most of a subject's yearly hours that procedures may take, per cent. */
  readonly yearSharePercent: number;
  /** `lessons`: a work takes whole lessons. `minutes`: exactly its minutes. */
  readonly timeCountedIn: "lessons" | "minutes";
  /** Procedures a day for a class. Shown, not set: the letter allows one, and the search for repairs builds on pairs of works. */
  readonly perDay: 1;
  /** A lesson, minutes. */
  readonly lessonMinutes: number;
  /** Number of the first lesson of the day. */
  readonly firstLesson: number;
  /** Lessons a week up to which a subject may write on the first or last lesson if it has no other. */
  readonly fewLessonsPerWeek: number;
}

/** Whose rule a number is: of the letter, to be checked against its text, or ours. */
export type Certainty = "norm" | "verify" | "ours";

export const defaultParameters: LoadParameters = {
  procedureMinutes: 30,
  gapDays: 18,
  gapCountsHolidays: true,
  reading: "parallel",
  yearSharePercent: 10,
  timeCountedIn: "lessons",
  perDay: 1,
  lessonMinutes: 45,
  firstLesson: 1,
  fewLessonsPerWeek: 1,
};

/**
 * Where each default comes from: handbook §5.5 with source R33, the letters № СК-228/03 and № 01-169/08-01 of 06.08.2021.
 * Ours are the choices that the letter leaves open. Their words stand in messages/…/loadRules.json under `parameter`.
 */
export const parameterSources: Readonly<Record<keyof LoadParameters, Certainty>> = {
  procedureMinutes: "norm",
  gapDays: "ours",
  gapCountsHolidays: "ours",
  reading: "verify",
  yearSharePercent: "norm",
  timeCountedIn: "ours",
  perDay: "norm",
  lessonMinutes: "ours",
  firstLesson: "ours",
  fewLessonsPerWeek: "norm",
};
