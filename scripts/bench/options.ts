import { parseArgs } from "node:util";

export const parts = ["import", "statistics", "pages", "grid", "schedule", "indicators", "files"] as const;
export type Part = (typeof parts)[number];

export interface Options {
  parts: readonly Part[];
  /** Leaves out the million participations, whose making takes minutes. */
  quick: boolean;
  json: boolean;
  /** How often each thing is measured; the median counts. */
  runs: number;
  /** How long each page is asked for at a time, seconds. */
  seconds: number;
}

export const usage = `npm run bench -- [--quick] [--json] [--only=import|statistics|pages|grid|schedule|indicators|files] [--runs=15] [--seconds=2]

Prints ratios made in one run with the numbers behind them; docs/benchmarks.md explains each.
  --quick     leaves out the region of a million participations, whose making takes minutes; ten files instead of a hundred
  --json      prints one JSON document instead of a table
  --only      measures one part only
  --runs      how often each thing is measured (3 to 200)
  --seconds   how long a page is asked for at a time (0.2 to 60)`;

/** The words of the command line; null when one of them is not understood. */
export function options(words: readonly string[]): Options | null {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        quick: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        only: { type: "string" },
        runs: { type: "string", default: "15" },
        seconds: { type: "string", default: "2" },
      },
    });
    const only = parts.find((part) => part === values.only);
    const [runs, seconds] = [within(values.runs, 3, 200), within(values.seconds, 0.2, 60)];
    if ((values.only !== undefined && only === undefined) || runs === null || seconds === null) return null;
    return {
      parts: only ? [only] : parts,
      quick: values.quick,
      json: values.json,
      runs: Math.round(runs),
      seconds,
    };
  } catch {
    return null; // an option that does not exist
  }
}

function within(text: string, least: number, most: number): number | null {
  const number = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : null;
}
