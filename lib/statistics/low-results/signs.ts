import type { LowResultsParameters } from "./parameters.ts";

/** What the signs are read from: how many pupils of one procedure in one year, and how many of them are low. */
export interface ProcedureCounts {
  /** Kind, subject and grade: what makes it the same procedure in two years. */
  readonly procedureKey: string;
  readonly year: number;
  /** Participants with a mark. */
  readonly n: number;
  /** Of them with mark 2 (or below the threshold of the exam). */
  readonly low: number;
}

/** The two signs of low results and what they give together. */
export interface LowResultsSigns {
  /** Enough different procedures of the year are low. */
  readonly severalProcedures: boolean;
  /** One and the same procedure is low in all the years running up to the year. */
  readonly sameProcedureRunning: boolean;
  readonly met: boolean;
}

/**
 * The two signs and their combination, for whatever `isLow` holds to be a low procedure.
 *
 * Never null: without procedures no sign is there. Source: handbook §3.1.
 * Units: none. R: no equivalent.
 *
 * @example lowResultsSigns(procedures, 2025, ACTS_OF_2025, (one) => isLowShare(one.low, one.n, 30)).met
 */
export function lowResultsSigns<P extends ProcedureCounts>(
  procedures: readonly P[],
  year: number,
  { minimumProcedures, runningYears, combine }: LowResultsParameters,
  isLow: (one: P) => boolean,
): LowResultsSigns {
  const lowYears = new Map<string, Set<number>>();
  for (const one of procedures) {
    if (one.year > year || one.year <= year - runningYears || !isLow(one)) continue;
    const years = lowYears.get(one.procedureKey) ?? new Set();
    lowYears.set(one.procedureKey, years.add(one.year));
  }
  const sets = [...lowYears.values()];
  const severalProcedures = sets.filter((years) => years.has(year)).length >= minimumProcedures;
  const sameProcedureRunning = sets.some((years) => years.size === runningYears);
  const met =
    combine === "OR" ? severalProcedures || sameProcedureRunning : severalProcedures && sameProcedureRunning;
  return { severalProcedures, sameProcedureRunning, met };
}
