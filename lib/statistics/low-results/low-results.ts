import { isLowShare, type LowState, type LowStatus, lowStatus } from "./low-status.ts";
import { type OnePupilFlip, onePupilFlips } from "./one-pupil-flips.ts";
import { ACTS_OF_2025, checkParameters, type LowResultsParameters } from "./parameters.ts";
import { type LowResultsSigns, lowResultsSigns, type ProcedureCounts } from "./signs.ts";

/** One work of one school in one year. */
export interface LowResultsObservation extends ProcedureCounts {
  readonly workId: number;
  /** Why the work does not count, for example signs of biased marking; it is listed and left out. */
  readonly excluded?: string;
}

/** One procedure in one year; works of the same procedure and year are taken together. */
export interface LowResultsProcedure extends LowStatus {
  readonly procedureKey: string;
  readonly year: number;
  readonly workIds: readonly number[];
}

export interface LowResultsAnswer extends LowResultsSigns {
  readonly year: number;
  readonly parameters: LowResultsParameters;
  /** Procedures of the year and the years that the second sign asks, newest first, then by key. */
  readonly procedures: readonly LowResultsProcedure[];
  /** Works that were left out, with the reason that was given. */
  readonly excluded: readonly LowResultsObservation[];
  /**
   * "steady": met by procedures that are steady alone. "borderline": met, but one needs procedures at the border.
   * "insufficient": not met, but it would be if groups below the minimum counted, or there is no group large enough.
   */
  readonly confidence: LowState;
  /** Single marks on which the answer hangs; empty = the answer stands whichever one pupil's mark is changed. */
  readonly flips: readonly OnePupilFlip[];
}

function procedureOf(
  works: readonly LowResultsObservation[],
  parameters: LowResultsParameters,
): LowResultsProcedure {
  const { procedureKey, year } = works[0]!;
  const sum = (of: "n" | "low") => works.reduce((total, work) => total + work[of], 0);
  const workIds = works.map((work) => work.workId);
  return { procedureKey, year, workIds, ...lowStatus(sum("low"), sum("n"), parameters) };
}

/**
 * Signs of low results of one school in a year (признаки низких образовательных результатов, ШНОР): at least 30 % of
 * participants with mark 2 in two or more procedures of the year, or in one procedure in the year and the year before.
 * Gives both signs, each procedure with n, share, interval and how sure it is, how sure the whole answer is, and the single
 * marks on which it hangs. The threshold, the least n and how the signs join are parameters, because the acts leave them open.
 *
 * What it cannot say: it does not compare with schools that have such pupils, and a procedure that was marked too mildly hides
 * low results (give it `excluded`). A sign is a reason to help and to look closer, never a verdict.
 *
 * Units: pupils; shares in per cent, intervals as fractions. Never null: no observations give "insufficient". A RangeError
 * for counts that are none (low > n) and for broken parameters. R: `10 * k >= 3 * n & n >= minN` per procedure, then counted.
 * Source: handbook §3.1 (criterion of the acts of 2025; Wilson's lower bound for "steady" is ours).
 *
 * @example lowResults(observations, 2025).met // 9 of 28 and 12 of 30 with mark 2 → true, "borderline"
 */
export function lowResults(
  observations: readonly LowResultsObservation[],
  year: number,
  parameters: LowResultsParameters = ACTS_OF_2025,
): LowResultsAnswer {
  checkParameters(parameters);
  const { thresholdPercent, minimumParticipants, runningYears } = parameters;
  const asked = observations.filter(
    (one) =>
      one.year <= year &&
      one.year > year - runningYears &&
      (parameters.procedures?.includes(one.procedureKey) ?? true),
  );
  const counted = asked.filter((one) => one.excluded === undefined);
  const procedures = [...Map.groupBy(counted, (one) => `${one.year} ${one.procedureKey}`).values()]
    .map((works) => procedureOf(works, parameters))
    .sort((a, b) => b.year - a.year || (a.procedureKey < b.procedureKey ? -1 : 1));

  const signs = (changed: readonly LowResultsProcedure[], isLow: (one: LowResultsProcedure) => boolean) =>
    lowResultsSigns(changed, year, parameters, isLow);
  const isLow = (one: LowResultsProcedure) => isLowShare(one.low, one.n, thresholdPercent);
  const isEnough = (one: LowResultsProcedure) => one.n >= minimumParticipants;
  const isLowAndEnough = (one: LowResultsProcedure) => isEnough(one) && isLow(one);
  const answer = signs(procedures, isLowAndEnough);
  const confidence = (): LowState => {
    if (signs(procedures, (one) => one.state === "steady").met) return "steady";
    if (answer.met) return "borderline";
    return signs(procedures, isLow).met || !procedures.some((one) => one.year === year && isEnough(one))
      ? "insufficient"
      : "notMet";
  };
  return {
    ...{ year, parameters, procedures },
    ...answer,
    excluded: asked.filter((one) => one.excluded !== undefined),
    confidence: confidence(),
    flips: onePupilFlips(procedures, (changed) => signs(changed, isLowAndEnough).met),
  };
}
