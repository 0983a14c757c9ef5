import { checkMinimum, thresholdHundredths } from "./low-status.ts";

/** What the rule for low results leaves to whoever applies it. Every answer depends on it, so it is shown beside every answer. */
export interface LowResultsParameters {
  /** A procedure is low from this share of pupils with mark 2 (below the threshold) on, in per cent. */
  readonly thresholdPercent: number;
  /** A procedure with fewer participants says nothing. */
  readonly minimumParticipants: number;
  /** The first sign: so many different procedures of the year are low. */
  readonly minimumProcedures: number;
  /** The second sign: one and the same procedure is low in so many years running, the year included. */
  readonly runningYears: number;
  /** The acts join the two signs by «а также», which may mean either. */
  readonly combine: "OR" | "AND";
  /** Procedures that count, by key; null = all. */
  readonly procedures: readonly string[] | null;
}

/**
 * The rule of the acts of 2025 in our reading: 30 % in two procedures of the year, or in one procedure two years running.
 * "OR", because the rule finds schools to help, and a school missed costs more than a school looked at. The least number
 * of participants is ours (none is published; 10 is the group minimum of ФИОКО).
 */
export const ACTS_OF_2025: LowResultsParameters = {
  thresholdPercent: 30,
  minimumParticipants: 10,
  minimumProcedures: 2,
  runningYears: 2,
  combine: "OR",
  procedures: null,
};

/**
 * Refuses parameters that are none.
 *
 * Units: none; never null. R: no equivalent. Source: handbook §3.1.
 */
export function checkParameters(parameters: LowResultsParameters): void {
  checkMinimum(parameters.minimumParticipants);
  for (const count of [parameters.minimumProcedures, parameters.runningYears])
    if (!Number.isInteger(count) || count < 1)
      throw new RangeError(`Not a number of procedures or years: ${count}`);
  if (parameters.combine !== "OR" && parameters.combine !== "AND")
    throw new RangeError(`Signs are joined by OR or AND, got ${parameters.combine}`);
  thresholdHundredths(parameters.thresholdPercent);
}
