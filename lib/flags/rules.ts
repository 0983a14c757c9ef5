import {
  type LowResultsAnswer as Assessment,
  lowResults as assess,
  type LowResultsObservation,
} from "../statistics/low-results/low-results.ts";
import { ACTS_OF_2025 } from "../statistics/low-results/parameters.ts";

export type { LowResultsObservation, LowResultsProcedure } from "../statistics/low-results/low-results.ts";
export type { LowState as LowResultsState } from "../statistics/low-results/low-status.ts";
export type { OnePupilFlip } from "../statistics/low-results/one-pupil-flips.ts";

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

/** The answer of the statistics with the rule's edition, and the two signs by the names that they have in the acts. */
export interface LowResultsAnswer
  extends Pick<Assessment, "year" | "met" | "procedures" | "excluded" | "confidence" | "flips"> {
  readonly rule: LowResultsRule;
  /** At least two different procedures of the year are low. */
  readonly twoProcedures: boolean;
  /** One and the same procedure is low in the year and the year before. */
  readonly sameProcedureTwoYears: boolean;
}

/**
 * Does a school show signs of low results in a year (ШНОР rule)? The statistics' `lowResults` with the parameters of one
 * edition of the rule; "two procedures" and "two years" are the acts' own and stand in no edition.
 * A sign is a reason to help and to look closer, never a verdict.
 *
 * @example lowResults(observations, 2025).met // 9 of 28 and 12 of 30 with mark 2 → true, "borderline"
 */
export function lowResults(
  observations: readonly LowResultsObservation[],
  year: number,
  rule: LowResultsRule = LOW_RESULTS_RULE,
): LowResultsAnswer {
  const { met, procedures, excluded, confidence, flips, ...signs } = assess(observations, year, {
    ...ACTS_OF_2025,
    ...rule.parameters,
  });
  return {
    ...{ rule, year, met, procedures, excluded, confidence, flips },
    twoProcedures: signs.severalProcedures,
    sameProcedureTwoYears: signs.sameProcedureRunning,
  };
}
