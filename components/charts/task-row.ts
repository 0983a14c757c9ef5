import type { Translate } from "#components/ui/translate.ts";

export type Difficulty = "Б" | "П" | "В";
/** Reliable, uncertain, insufficient: told by the caller, who knows the rule and its edition. */
export type Zone = "ok" | "warn" | "risk";

/** Per cent of the maximum with its interval; 0…100. */
export interface TaskShare {
  value: number;
  low: number;
  high: number;
  label: string;
  interval: string;
}
export interface TaskRow {
  key: string;
  /** Number of the task as printed. */
  code: string;
  skill: string;
  max: number;
  own: TaskShare | "tooFew" | "absent";
  peer: { value: number; label: string } | null;
  zone: Zone | null;
  /** Share of «Х» (did not try), which counts as zero. */
  notTried?: string;
  /** «Как это посчитано». */
  href?: string;
}
export interface TaskGroup {
  difficulty: Difficulty;
  /** Below `low` insufficient, from `line` sufficient; up to `high` the interval still touches the uncertain zone. Per cent. */
  zone: { low: number; line: number; high: number; labels: { low: string; line: string; high: string } };
  rows: readonly TaskRow[];
}

/** Б stands first, then П, then В, in whatever order the groups came. */
export function inOrder(groups: readonly TaskGroup[]): TaskGroup[] {
  const order: readonly Difficulty[] = ["Б", "П", "В"];
  return order.flatMap((difficulty) => groups.filter((group) => group.difficulty === difficulty));
}

const LEVEL_KEYS: Record<Difficulty, string> = { Б: "basic", П: "raised", В: "high" };

export function levelName(difficulty: Difficulty, t: Translate): string {
  return t(`charts.level.${LEVEL_KEYS[difficulty]}`);
}
