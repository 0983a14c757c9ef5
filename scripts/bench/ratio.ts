/** One line of the result: a number that does not depend on the machine, its goal, and the numbers behind it. */
export interface Ratio {
  name: string;
  value: number;
  /** null: told for the reader's sake, nothing is demanded */
  goal: { kind: "atMost" | "atLeast"; value: number } | null;
  /** "×" for ratios of two measurements of this run, "ms" for a duration */
  unit: "×" | "ms";
  /** the measurements themselves, in words */
  behind: string;
}

export type Verdict = "met" | "missed" | "none";

/** Whether the goal is met by the value as it is printed: two decimals for ratios, whole milliseconds. */
export function verdict({ value, goal, unit }: Pick<Ratio, "value" | "goal" | "unit">): Verdict {
  if (goal === null) return "none";
  const shown = Number(shownValue({ value, unit }));
  return (goal.kind === "atMost" ? shown <= goal.value : shown >= goal.value) ? "met" : "missed";
}

/** The value as it is printed, without its unit. */
export function shownValue({ value, unit }: Pick<Ratio, "value" | "unit">): string {
  return unit === "ms" ? value.toFixed(0) : value.toFixed(2);
}
