import { checkCounts, type Interval } from "../interval.ts";
import { wilson } from "../wilson.ts";

/**
 * How sure a share is low: "steady" (устойчиво) = even the lower bound of its interval reaches the threshold,
 * "borderline" (на границе) = only the observed share does, "notMet" = it does not, "insufficient" (недостаточно данных) =
 * too few pupils to say anything.
 */
export type LowState = "steady" | "borderline" | "notMet" | "insufficient";

/** One group of pupils beside the threshold. */
export interface LowStatus {
  readonly n: number;
  /** Pupils with a low result. */
  readonly low: number;
  /** Share of low results in per cent; null without pupils. */
  readonly sharePercent: number | null;
  /** Wilson's interval of the share at 95 %, as a fraction 0–1; null without pupils. */
  readonly interval: Interval | null;
  /**
   * Low results above the least number that is still low: 0 = one pupil fewer and the share is not low any more,
   * −1 = one more and it is. Null without pupils.
   */
  readonly margin: number | null;
  readonly state: LowState;
}

/** The threshold in hundredths of a per cent, so that shares are compared in whole numbers; a RangeError if it is none. */
export function thresholdHundredths(thresholdPercent: number): number {
  const whole = Math.round(thresholdPercent * 100);
  if (!(thresholdPercent > 0 && thresholdPercent <= 100) || Math.abs(thresholdPercent * 100 - whole) > 1e-6)
    throw new RangeError(`Not a share in whole hundredths of a per cent: ${thresholdPercent} %`);
  return whole;
}

/**
 * Is low / n at least the threshold? In whole numbers: 9 of 30 is 30 %, whatever 0.3 is in binary.
 *
 * Units: pupils and per cent. Never null: nobody (n = 0) is not low. A RangeError for low > n, for broken counts, and for a
 * threshold that is not in (0, 100] or finer than a hundredth of a per cent. R: `10000 * k >= round(100 * t) * n & n > 0`.
 * Source: handbook §3.1.
 *
 * @example isLowShare(9, 30, 30) // true
 */
export function isLowShare(low: number, n: number, thresholdPercent: number): boolean {
  checkCounts(low, n);
  return n > 0 && low * 10_000 >= thresholdHundredths(thresholdPercent) * n;
}

/**
 * Status of a share of low results (статус низких результатов): how sure it is that at least `thresholdPercent` of such
 * pupils have a low result. "Steady" asks Wilson's lower bound, because in a class of ten three marks 2 come and go by
 * chance. Below `minimumParticipants` nothing is said: the acts name no least number, 10 is the one of ФИОКО for groups.
 *
 * A low share is a reason to help and to look closer, never a verdict on the school.
 *
 * Units: per cent for the share and the threshold, a fraction for the interval. Share, interval and margin are null when
 * n = 0. A RangeError for broken counts and parameters. R: `prop.test(k, n, correct = FALSE)$conf.int[1] >= 0.3`.
 * Source: handbook §3.1 (threshold of the acts of 2025; the lower bound is ours).
 *
 * @example lowStatus(9, 28).state // "borderline": 32.1 %, but the interval begins at 17.9 %
 */
export function lowStatus(
  low: number,
  n: number,
  {
    thresholdPercent = 30,
    minimumParticipants = 10,
  }: { thresholdPercent?: number; minimumParticipants?: number } = {},
): LowStatus {
  checkMinimum(minimumParticipants);
  const isLow = isLowShare(low, n, thresholdPercent);
  const interval = wilson(low, n);
  const state = (): LowState => {
    if (n < minimumParticipants || !interval) return "insufficient";
    if (!isLow) return "notMet";
    return interval.low >= thresholdPercent / 100 ? "steady" : "borderline";
  };
  return {
    ...{ n, low, interval },
    sharePercent: n === 0 ? null : (100 * low) / n,
    margin: n === 0 ? null : low - Math.ceil((thresholdHundredths(thresholdPercent) * n) / 10_000),
    state: state(),
  };
}

/** Refuses a least number of participants that is not a whole number from 1 up. */
export function checkMinimum(minimumParticipants: number): void {
  if (!Number.isInteger(minimumParticipants) || minimumParticipants < 1) {
    throw new RangeError(`Not a least number of participants: ${minimumParticipants}`);
  }
}
