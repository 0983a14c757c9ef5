import { cohenKappa, type KappaWeights } from "../association/cohen-kappa.ts";
import { contingencyOf } from "../association/contingency.ts";
import { signTest } from "../association/sign-test.ts";
import { type JournalAgreement, journalAgreement } from "../journal-agreement.ts";
import type { MarkerResult } from "./marker.ts";

export interface JournalDivergenceParameters {
  /** Share of pupils whose two marks differ, per cent: from here weak, from there strong. */
  readonly weak: number;
  readonly strong: number;
  /** Share lowered (or raised) from which the journal is said to stand higher (or lower). */
  readonly oneSided: number;
  /** Level of the sign test that a strong sign asks for. */
  readonly level: number;
  readonly weights: KappaWeights;
  readonly minimumPupils: number;
}

/** Handbook §4.2 M3; the least number of pupils is the group minimum of ФИОКО. */
export const JOURNAL_DIVERGENCE: JournalDivergenceParameters = {
  ...{ weak: 20, strong: 40, oneSided: 20, level: 0.01, weights: "linear", minimumPupils: 10 },
};

export interface JournalDivergence extends MarkerResult<"journalDivergence"> {
  readonly namespace: "ours";
  /** Shares lowered, confirmed, raised, and the cases two marks apart; null for nobody. */
  readonly agreement: JournalAgreement | null;
  /** Mean of mark of the work − journal mark; null for nobody. */
  readonly meanDifference: number | null;
  /** Which marks stand higher for at least `oneSided` per cent of the pupils. */
  readonly higher: "journal" | "work" | "both" | "neither";
  /** Two-sided sign test of lowered against raised; null when no mark differs. */
  readonly signP: number | null;
  /** Weighted kappa; below 0.2 the agreement is poor. Null where it is not defined. */
  readonly kappa: number | null;
}

/**
 * Divergence of the journal and the work (расхождение отметок с журналом), our M3, beside the official rule B: the share of
 * pupils whose mark of the work is not their journal mark. Weak from 20 %; strong from 40 %, when the marks also go in one
 * direction more than chance allows (sign test below 1 %): without a direction the journal is noisy, not biased.
 *
 * What it cannot say: a journal mark is given for a term of work, a mark of the work for one morning; part of the difference
 * is due to that. A journal that stands higher may be too kind, a work that stands higher too easy, or helped.
 *
 * Takes the sixteen counts of a summary, index (mark − 2) · 4 + (journal mark − 2). Units: per cent of the pupils with both
 * marks. Statistic null and "insufficient" for nobody, "insufficient" below the least number. A RangeError unless there are
 * sixteen counts. R: `100 * mean(mark != journal)`, `binom.test(sum(mark > journal), sum(mark != journal))$p.value`.
 * Source: handbook §4.2 M3 (thresholds of a production system; the combination is ours).
 *
 * @example journalDivergence([0,6,0,0, 0,6,4,0, 0,0,4,0, 0,0,0,0]).higher // "journal": 10 of 20 lowered, none raised
 */
export function journalDivergence(
  matrix: readonly number[],
  parameters: JournalDivergenceParameters = JOURNAL_DIVERGENCE,
): JournalDivergence {
  const agreement = journalAgreement(matrix);
  const kappa = cohenKappa(contingencyOf(matrix, 4), parameters.weights)?.kappa ?? null;
  const frame = {
    ...{ namespace: "ours" as const, marker: "journalDivergence" as const, limit: parameters.weak },
    ...{ agreement, kappa },
  };
  if (!agreement) {
    const nothing = { statistic: null, meanDifference: null, signP: null, n: 0 };
    return { ...frame, ...nothing, higher: "neither", verdict: "insufficient" };
  }
  const { base, lowered, raised, loweredPercent, raisedPercent } = agreement;
  const steps = matrix.reduce((sum, count, i) => sum + count * (Math.floor(i / 4) - (i % 4)), 0);
  const statistic = (100 * (lowered + raised)) / base;
  const signP = signTest(raised, lowered)?.p ?? null;
  const verdict = () => {
    if (base < parameters.minimumPupils) return "insufficient";
    if (statistic >= parameters.strong && signP !== null && signP < parameters.level) return "strong";
    return statistic >= parameters.weak ? "weak" : "none";
  };
  const isJournalHigher = loweredPercent >= parameters.oneSided;
  const isWorkHigher = raisedPercent >= parameters.oneSided;
  return {
    ...{ ...frame, statistic, n: base, meanDifference: steps / base, signP, verdict: verdict() },
    higher: isJournalHigher ? (isWorkHigher ? "both" : "journal") : isWorkHigher ? "work" : "neither",
  };
}
