import { spearman } from "../association/spearman.ts";
import type { MarkerResult } from "./marker.ts";

/** What is needed of one task in one group: `TaskSums` will do. */
export interface TaskResult {
  /** Pupils whose points count. */
  readonly counted: number;
  readonly sum: number;
}

export interface ComparedTask {
  /** Basic, raised, high (Б, П, В) by the description of the work; null = not stated, the task counts for the order alone. */
  readonly difficulty: "Б" | "П" | "В" | null;
  readonly max: number;
  readonly school: TaskResult;
  readonly region: TaskResult;
}

export interface InvertedDifficultyParameters {
  /** Per cent points by which the gain in hard tasks exceeds that in basic ones. */
  readonly limit: number;
  /** Rank correlation of the tasks' percentages below which the order of difficulty is unlike the region's. */
  readonly leastCorrelation: number;
  /** The order of fewer tasks says nothing. */
  readonly minimumTasks: number;
  readonly minimumPupils: number;
}

/** Handbook §4.2 M5; the least numbers are ours. */
export const INVERTED_DIFFICULTY: InvertedDifficultyParameters = {
  limit: 10,
  leastCorrelation: 0.6,
  minimumTasks: 6,
  minimumPupils: 10,
};

export interface InvertedDifficulty extends MarkerResult<"invertedDifficulty"> {
  readonly namespace: "ours";
  /** Mean difference school − region over basic and over harder tasks, per cent points; null without such tasks. */
  readonly basic: number | null;
  readonly harder: number | null;
  /** Spearman's correlation of the percentages of the tasks; null for too few tasks or when it is not defined. */
  readonly correlation: number | null;
  /** Tasks that could be compared. */
  readonly tasks: number;
}

const average = (values: readonly number[]) =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Inverted difficulty (сложные задания лучше, простые хуже), our M5: the school does the basic tasks worse than the region
 * and the harder ones (П, В) better. Statistic = mean difference in harder tasks − mean difference in basic tasks; strong when
 * the first is above 0, the second below 0, and they are at least 10 points apart; weak when only the order of difficulty
 * of the tasks is unlike the region's (Spearman below 0.6).
 *
 * What it cannot say: a teacher who trained the last tasks, or a programme that has not reached an early topic, does the same.
 *
 * Units: per cent points. Statistic null without basic or without harder tasks; "insufficient" then and below the least
 * number of pupils. `n` = the fewest pupils behind a compared task; tasks that nobody's points count in are left out. A
 * RangeError for impossible sums. R: `d <- p_school - p_region; mean(d[hard]) - mean(d[basic])`.
 * Source: idea Рособрнадзор 2017; numbers ours; handbook §4.2 M5.
 *
 * @example invertedDifficulty(tasks).verdict // "strong"
 */
export function invertedDifficulty(
  tasks: readonly ComparedTask[],
  parameters: InvertedDifficultyParameters = INVERTED_DIFFICULTY,
): InvertedDifficulty {
  const compared = tasks
    .filter(({ school, region }) => school.counted > 0 && region.counted > 0)
    .map(({ difficulty, max, school, region }) => ({
      difficulty,
      n: school.counted,
      school: percentOf(school, max),
      region: percentOf(region, max),
    }));
  const differences = (wanted: (difficulty: string) => boolean) =>
    compared.filter((one) => one.difficulty && wanted(one.difficulty)).map((one) => one.school - one.region);
  const basic = average(differences((difficulty) => difficulty === "Б"));
  const harder = average(differences((difficulty) => difficulty !== "Б"));
  const correlation =
    compared.length < parameters.minimumTasks
      ? null
      : spearman(
          compared.map((one) => one.school),
          compared.map((one) => one.region),
        );
  const n = compared.length === 0 ? 0 : Math.min(...compared.map((one) => one.n));
  const statistic = basic === null || harder === null ? null : harder - basic;
  const verdict = () => {
    if (basic === null || harder === null || n < parameters.minimumPupils) return "insufficient";
    if (basic < 0 && harder > 0 && harder - basic >= parameters.limit) return "strong";
    return correlation !== null && correlation < parameters.leastCorrelation ? "weak" : "none";
  };
  return {
    ...{ namespace: "ours", marker: "invertedDifficulty", statistic, limit: parameters.limit, n },
    ...{ verdict: verdict(), basic, harder, correlation, tasks: compared.length },
  };
}

function percentOf({ counted, sum }: TaskResult, max: number): number {
  if (!(max > 0 && sum >= 0 && sum <= counted * max))
    throw new RangeError(`${counted} pupils cannot have ${sum} points in a task of ${max}`);
  return (100 * sum) / (counted * max);
}
