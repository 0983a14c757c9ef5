import { fUpperTail } from "../distributions/f.ts";
import { checkLevel, type Interval, USUAL_LEVEL } from "../interval.ts";
import { centredDesign, withinRegression } from "./centred-design.ts";
import type { GroupMoments } from "./group-moments.ts";
import { iccInterval } from "./icc-interval.ts";

export interface OneWayAnova {
  readonly pupils: number;
  readonly groups: number;
  /** Mean square between groups; null for one group. */
  readonly betweenMeanSquare: number | null;
  /** Mean square within groups; null when every group has one pupil. */
  readonly withinMeanSquare: number | null;
  /** Size of a group that stands for all of them: (N − Σn²/N) / (groups − 1); null for one group. */
  readonly typicalSize: number | null;
  /** Variance between groups by moments, (MSB − MSW) / typical size. Below 0 when groups differ less than by chance. */
  readonly between: number | null;
  /** between / (between + MSW); null with them, and when y does not vary. */
  readonly icc: number | null;
  /** Exact interval, 0–1, as that of the random-intercept model; null when there is no spread within. */
  readonly iccInterval: Interval | null;
  /** Null when there is no spread within. */
  readonly fStatistic: number | null;
  /** Probability of such an F when groups do not differ. */
  readonly pValue: number | null;
}

/**
 * One-way analysis of variance of y (the last column of the moments) by group: the spread of group means beside that of
 * pupils. Closed formulas, so a check on the random-intercept model that needs no search; for groups of one size the
 * two agree.
 *
 * Units: squared units of y. Null for no pupils. R: `anova(lm(y ~ factor(group)))`.
 * Source: Searle, Casella and McCulloch, Variance Components, §3.
 *
 * @example oneWayAnova([...groupMomentsOf(["A", "A", "B", "B"], [[], [], [], []], [1, 3, 6, 8]).values()])!.fStatistic // 12.5
 */
export function oneWayAnova(
  groups: readonly GroupMoments[],
  level: number = USUAL_LEVEL,
): OneWayAnova | null {
  checkLevel(level);
  const only = groups.map(({ n, means, deviations }) => ({
    n,
    means: means.slice(-1),
    deviations: deviations.slice(-1),
  }));
  const filled = only.filter((group) => group.n > 0);
  if (filled.length === 0) return null;
  const count = filled.length;
  const origin = filled[0]!.means[0]!;
  let [pupils, squares, away, within] = [0, 0, 0, 0];
  for (const { n, means, deviations } of filled) {
    pupils += n;
    squares += n * n;
    away += n * (means[0]! - origin);
    within += deviations[0]!;
  }
  const centre = away / pupils;
  const between = filled.reduce((sum, { n, means }) => sum + n * (means[0]! - origin - centre) ** 2, 0);
  const betweenMeanSquare = count > 1 ? between / (count - 1) : null;
  const withinMeanSquare = pupils > count ? within / (pupils - count) : null;
  const typicalSize = count > 1 ? (pupils - squares / pupils) / (count - 1) : null;
  const known = betweenMeanSquare !== null && withinMeanSquare !== null && typicalSize !== null;
  const variance = known ? (betweenMeanSquare - withinMeanSquare) / typicalSize : null;
  const all = known ? variance! + withinMeanSquare : 0;
  const fStatistic = known && withinMeanSquare > 0 ? betweenMeanSquare / withinMeanSquare : null;
  return {
    pupils,
    groups: count,
    betweenMeanSquare,
    withinMeanSquare,
    typicalSize,
    between: variance,
    icc: all > 0 ? variance! / all : null,
    iccInterval: fStatistic === null ? null : exactInterval(only, level),
    fStatistic,
    pValue: fStatistic === null ? null : fUpperTail(fStatistic, count - 1, pupils - count),
  };
}

function exactInterval(groups: readonly GroupMoments[], level: number): Interval | null {
  const design = centredDesign(groups);
  if (typeof design === "string") return null;
  const inside = withinRegression(design);
  return inside.varies ? iccInterval(design, inside, level) : null;
}
