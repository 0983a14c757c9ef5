import type { Interval } from "../statistics/interval.ts";
import { wilson } from "../statistics/wilson.ts";

/** What is set by the centre and printed beside every flag. */
export interface LowResultsParameters {
  /** A procedure is low from this share of pupils below the threshold on, in per cent; whole hundredths of a per cent. */
  readonly thresholdPercent: number;
  /** A procedure with fewer participants says nothing ("недостаточно данных"). */
  readonly minimumParticipants: number;
  /** The acts join "two procedures" and "the same procedure two years running" by «а также», which may mean either. */
  readonly combine: "OR" | "AND";
  /** Procedures that count, by key; null = all. */
  readonly procedures: readonly string[] | null;
}

/** The rule with its edition; a flag keeps the edition it was raised by, so last year's flag never changes silently. */
export interface LowResultsRule {
  readonly code: "lowResults";
  readonly version: number;
  readonly source: string;
  readonly parameters: LowResultsParameters;
}

/**
 * Signs of low results (ШНОР): at least 30 % of participants with mark 2 in two or more procedures of the year, or in the
 * same procedure in the year and the year before. Joined by OR, because the rule finds schools to help, and a school missed
 * costs more than a school looked at. The least number of participants is ours: none is published.
 */
export const LOW_RESULTS_RULE: LowResultsRule = {
  code: "lowResults",
  version: 1,
  source: "ФИОКО; акты проверок 2025 года",
  parameters: { thresholdPercent: 30, minimumParticipants: 10, combine: "OR", procedures: null },
};

/** One work of one school in one year. */
export interface LowResultsObservation {
  readonly workId: number;
  /** Kind, subject and grade: what makes it the same procedure in two years. */
  readonly procedureKey: string;
  readonly year: number;
  /** Participants with a mark. */
  readonly n: number;
  /** Of them with mark 2 (or below the threshold of the exam). */
  readonly low: number;
  /** Why the work does not count, for example signs of biased marking; it is listed and left out. */
  readonly excluded?: string;
}

/** How sure a procedure is low: even the least plausible share is, only the observed one is, neither, or too few pupils. */
export type LowResultsState = "steady" | "borderline" | "notMet" | "insufficient";

/** One procedure in one year; works of the same procedure and year are taken together. */
export interface LowResultsProcedure {
  readonly procedureKey: string;
  readonly year: number;
  readonly workIds: readonly number[];
  readonly n: number;
  readonly low: number;
  /** Share of low results in per cent; null without participants. */
  readonly sharePercent: number | null;
  /** Wilson's interval of the share at 95 %, as a fraction 0–1; null without participants. */
  readonly interval: Interval | null;
  readonly state: LowResultsState;
}

/** A change of one pupil's mark that would turn the answer. */
export interface OnePupilFlip {
  readonly procedureKey: string;
  readonly year: number;
  /** One pupil fewer or one more with a low result. */
  readonly direction: "fewer" | "more";
}

export interface LowResultsAnswer {
  readonly rule: LowResultsRule;
  readonly year: number;
  /** The signs are there. */
  readonly met: boolean;
  /** At least two different procedures of the year are low. */
  readonly twoProcedures: boolean;
  /** One and the same procedure is low in the year and the year before. */
  readonly sameProcedureTwoYears: boolean;
  /** Procedures of the year and the year before, newest first, then by key. */
  readonly procedures: readonly LowResultsProcedure[];
  /** Works that were left out, with the reason that was given. */
  readonly excluded: readonly LowResultsObservation[];
  /**
   * "steady": met by procedures that are steady alone. "borderline": met, but one needs procedures at the border.
   * "insufficient": not met, but it would be if groups below the minimum counted, or there is no group large enough.
   */
  readonly confidence: LowResultsState;
  /** Single marks on which the answer hangs; empty = the answer stands whichever one pupil's mark is changed. */
  readonly flips: readonly OnePupilFlip[];
}

/** Is low / n >= threshold? In whole numbers: 9 of 30 is 30 %, whatever 0.3 is in binary. */
function isLow(low: number, n: number, { thresholdPercent }: LowResultsParameters): boolean {
  return n > 0 && low * 10_000 >= Math.round(thresholdPercent * 100) * n;
}

type Counts = Pick<LowResultsProcedure, "procedureKey" | "year" | "n" | "low">;

/** The two signs and their combination, for whatever is held to be a low procedure. */
function signs(
  procedures: readonly Counts[],
  year: number,
  combine: "OR" | "AND",
  counts: (one: Counts) => boolean,
) {
  const lowIn = (when: number) =>
    new Set(procedures.filter((one) => one.year === when && counts(one)).map((one) => one.procedureKey));
  const now = lowIn(year);
  const twoProcedures = now.size >= 2;
  const before = lowIn(year - 1);
  const sameProcedureTwoYears = [...now].some((key) => before.has(key));
  const met =
    combine === "OR" ? twoProcedures || sameProcedureTwoYears : twoProcedures && sameProcedureTwoYears;
  return { twoProcedures, sameProcedureTwoYears, met };
}

function assess(
  works: readonly LowResultsObservation[],
  parameters: LowResultsParameters,
): LowResultsProcedure {
  const { procedureKey, year } = works[0]!;
  const n = works.reduce((sum, work) => sum + work.n, 0);
  const low = works.reduce((sum, work) => sum + work.low, 0);
  const interval = wilson(low, n);
  const state = (): LowResultsState => {
    if (n < parameters.minimumParticipants || !interval) return "insufficient";
    if (!isLow(low, n, parameters)) return "notMet";
    return 100 * interval.low >= parameters.thresholdPercent ? "steady" : "borderline";
  };
  return {
    ...{ procedureKey, year, n, low, interval },
    workIds: works.map((work) => work.workId),
    sharePercent: n === 0 ? null : (100 * low) / n,
    state: state(),
  };
}

/** Marks of single pupils that would turn `met`; a pupil's mark changes, nobody joins or leaves. */
function findFlips(
  procedures: readonly Counts[],
  met: (procedures: readonly Counts[]) => boolean,
): OnePupilFlip[] {
  const before = met(procedures);
  return procedures.flatMap((one, i) =>
    ([-1, 1] as const).flatMap((step) => {
      const low = one.low + step;
      if (low < 0 || low > one.n || met(procedures.with(i, { ...one, low })) === before) return [];
      const direction = step < 0 ? "fewer" : "more";
      return [{ procedureKey: one.procedureKey, year: one.year, direction } satisfies OnePupilFlip];
    }),
  );
}

/**
 * Does a school show signs of low results in a year (ШНОР rule)? Gives both signs, each procedure with n, share, interval
 * and how sure it is, how sure the whole answer is, and the single marks on which it hangs. A sign is a reason to help and
 * to look closer, never a verdict.
 *
 * Comparisons are in whole numbers. Observations of other years than `year` and the one before do not matter.
 * A RangeError for counts that are none (low > n) and for broken parameters.
 * Source: handbook §3.1 (criterion of the acts of 2025; Wilson's lower bound for "устойчиво" is ours).
 *
 * @example lowResults(observations, 2025).met // 9 of 28 and 12 of 30 with mark 2 → true, "borderline"
 */
export function lowResults(
  observations: readonly LowResultsObservation[],
  year: number,
  rule: LowResultsRule = LOW_RESULTS_RULE,
): LowResultsAnswer {
  const { parameters } = rule;
  const { thresholdPercent, minimumParticipants, combine } = parameters;
  if (!(thresholdPercent > 0 && thresholdPercent <= 100))
    throw new RangeError(`Not a share: ${thresholdPercent} %`);
  if (!Number.isInteger(minimumParticipants) || minimumParticipants < 1) {
    throw new RangeError(`Not a least number of participants: ${minimumParticipants}`);
  }
  const asked = observations.filter(
    (one) =>
      (one.year === year || one.year === year - 1) &&
      (parameters.procedures?.includes(one.procedureKey) ?? true),
  );
  const counted = asked.filter((one) => one.excluded === undefined);
  const procedures = [...Map.groupBy(counted, (one) => `${one.year} ${one.procedureKey}`).values()]
    .map((works) => assess(works, parameters))
    .sort((a, b) => b.year - a.year || (a.procedureKey < b.procedureKey ? -1 : 1));

  const states = new Map(procedures.map((one) => [`${one.year} ${one.procedureKey}`, one.state]));
  const stateOf = (one: Counts) => states.get(`${one.year} ${one.procedureKey}`)!;
  const enough = (one: Counts) => one.n >= minimumParticipants;
  const lowAndEnough = (one: Counts) => enough(one) && isLow(one.low, one.n, parameters);
  const answer = signs(procedures, year, combine, lowAndEnough);
  const confidence = (): LowResultsState => {
    if (signs(procedures, year, combine, (one) => stateOf(one) === "steady").met) return "steady";
    if (answer.met) return "borderline";
    const withSmall = signs(procedures, year, combine, (one) => isLow(one.low, one.n, parameters));
    return withSmall.met || !procedures.some((one) => one.year === year && enough(one))
      ? "insufficient"
      : "notMet";
  };
  return {
    ...{ rule, year, procedures },
    ...answer,
    excluded: asked.filter((one) => one.excluded !== undefined),
    confidence: confidence(),
    flips: findFlips(procedures, (changed) => signs(changed, year, combine, lowAndEnough).met),
  };
}
