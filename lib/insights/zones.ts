import type { Difficulty } from "../statistics/completion.ts";

/** In which zone the completion of a task lies. */
export type Zone = "sufficient" | "uncertain" | "insufficient";

/** Limits of the zones of one kind of task, in per cent of completion. */
export interface ZoneLimits {
  readonly sufficientFrom: number;
  readonly insufficientBelow: number;
  /** Where the published zone of uncertainty ends above; drawn on charts, decides nothing. */
  readonly uncertaintyUpTo: number;
}

/** A versioned rule, as every rule whose result people see. */
export interface ZoneRule {
  readonly code: "taskZones";
  readonly version: number;
  /** Whose rule it is and where it stands. */
  readonly source: string;
  readonly limits: Readonly<Record<Difficulty, ZoneLimits>>;
}

const BASIC: ZoneLimits = { sufficientFrom: 60, insufficientBelow: 57, uncertaintyUpTo: 63 };
const HIGHER: ZoneLimits = { sufficientFrom: 30, insufficientBelow: 28.5, uncertaintyUpTo: 31.5 };

/**
 * Zones of task completion as ФИОКО published them in 2026: basic tasks 60 ± 3 %, tasks of higher and high difficulty
 * 30 ± 1.5 %. The level is sufficient from the middle of the zone up and insufficient below its lower end; what lies between
 * is uncertain. The published upper ends (63, 31.5) are kept for drawing only.
 */
export const TASK_ZONES: ZoneRule = {
  code: "taskZones",
  version: 1,
  source: "ФИОКО, 2026, с. 6, 17",
  limits: { Б: BASIC, П: HIGHER, В: HIGHER },
};

/**
 * Zone of a task by its completion and difficulty.
 *
 * Null when there is no completion or the difficulty is not known: no zone is guessed.
 *
 * @param percent completion of the task, 0–100.
 * @example taskZone(58.3, "Б") // "uncertain"
 */
export function taskZone(
  percent: number | null,
  difficulty: Difficulty | null,
  rule: ZoneRule = TASK_ZONES,
): Zone | null {
  if (percent === null || difficulty === null) return null;
  const { sufficientFrom, insufficientBelow } = rule.limits[difficulty];
  if (percent >= sufficientFrom) return "sufficient";
  return percent < insufficientBelow ? "insufficient" : "uncertain";
}

/** How many tasks lie in each zone; tasks without a zone are counted apart. */
export type ZoneCounts = Readonly<Record<Zone | "unknown", number>>;

/**
 * Counts of tasks by zone, for the sentence above the chart.
 *
 * @example countZones(["sufficient", "insufficient", null]) // { sufficient: 1, uncertain: 0, insufficient: 1, unknown: 1 }
 */
export function countZones(zones: readonly (Zone | null)[]): ZoneCounts {
  const counts = { sufficient: 0, uncertain: 0, insufficient: 0, unknown: 0 };
  for (const zone of zones) counts[zone ?? "unknown"]++;
  return counts;
}
