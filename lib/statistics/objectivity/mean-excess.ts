import type { Interval } from "../interval.ts";
import { meanInterval } from "../mean-interval.ts";
import { type MomentsLike, mean, standardDeviation } from "../moments.ts";
import type { MarkerResult } from "./marker.ts";

export interface MeanExcessParameters {
  /** Effect size above which a reliable excess is a weak, and above which it is a strong sign. */
  readonly weak: number;
  readonly strong: number;
  readonly minimumPupils: number;
}

/** Handbook §4.2 M1. */
export const MEAN_EXCESS: MeanExcessParameters = { weak: 0.5, strong: 0.8, minimumPupils: 10 };

export interface MeanExcess extends MarkerResult<"meanExcess"> {
  readonly namespace: "ours";
  /** Student's 95 % interval of the school's mean, and of the mean of those it is compared with. */
  readonly school: Interval | null;
  readonly peers: Interval | null;
}

/**
 * Excess of the mean (превышение среднего балла), our M1, the stricter twin of the official rule A: the school's t interval
 * lies above that of its peers, and the distance is large. Statistic = effect size d = (school − peers) ÷ standard deviation
 * of the peers; weak above 0.5, strong above 0.8. The effect size is what rule A lacks: with many thousands of pupils
 * any difference is reliable, few are large. Give it similar schools as peers, not the whole region.
 *
 * What it cannot say: it finds "high", not "false"; a gymnasium among ordinary schools is high. Confirm by later exams first.
 *
 * Units: standard deviations. Null where a standard deviation is not defined or the peers have none; "insufficient" then,
 * below the least number of pupils, and where the spread of the school is unknown (all equal).
 * R: `(mean(x) - mean(X)) / sd(X)`, `t.test(x)$conf.int[1] > t.test(X)$conf.int[2]`. Source: ours, handbook §4.2 M1.
 *
 * @example meanExcess(schoolMoments, peerMoments).statistic // 0.93…
 */
export function meanExcess(
  school: MomentsLike,
  peers: MomentsLike,
  parameters: MeanExcessParameters = MEAN_EXCESS,
): MeanExcess {
  const [own, theirs, spread] = [mean(school), mean(peers), standardDeviation(peers)];
  const effect = own === null || theirs === null || !spread ? null : (own - theirs) / spread;
  const intervals = { school: meanInterval(school), peers: meanInterval(peers) };
  const verdict = () => {
    if (effect === null || !intervals.school || !intervals.peers) return "insufficient";
    if (school.n < parameters.minimumPupils) return "insufficient";
    if (intervals.school.low <= intervals.peers.high || effect <= parameters.weak) return "none";
    return effect > parameters.strong ? "strong" : "weak";
  };
  return {
    ...{ namespace: "ours", marker: "meanExcess", statistic: effect, limit: parameters.weak },
    ...{ n: school.n, verdict: verdict(), ...intervals },
  };
}
