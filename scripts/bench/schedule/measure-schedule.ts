import { checkOne, checkYear } from "#lib/schedule/load/check.ts";
import { freeSlots } from "#lib/schedule/load/free-slots.ts";
import { proposeRepair } from "#lib/schedule/load/repair/propose-repair.ts";
import type { PlacedWork } from "#lib/schedule/load/shapes.ts";
import type { Options } from "../options.ts";
import type { Ratio } from "../ratio.ts";
import { median, spread } from "../samples.ts";
import { madeContext, madeYear } from "./made-year.ts";

/** Works of a year in forty classes when parallels write together, when each class writes its own, and 350 a class: a work every day and more. */
const YEAR = 350;
const APART = 40 * 35;
const HEAVY = 40 * 350;

/** The load rules over a made year: checked as a whole, one work while it is placed, free places, and a repair. */
export async function measureSchedule({ runs }: Options, tell: (text: string) => void): Promise<Ratio[]> {
  const year = madeYear(YEAR, "parallel");
  const heavy = madeYear(HEAVY, "class");
  const candidate: PlacedWork = { ...year[7]!, id: "new", fixed: false };
  tell(`schedule: ${YEAR} works, ${runs} runs`);
  const apart = madeYear(APART, "class");
  const whole = timed(runs, () => checkYear(madeContext, year));
  const one = timed(runs, () => checkOne(madeContext, year, candidate));
  const slots = timed(runs, () => freeSlots(madeContext, year, candidate));
  tell(`schedule: ${HEAVY} works`);
  const alone = timed(runs, () => checkYear(madeContext, apart));
  const many = timed(Math.min(runs, 7), () => checkYear(madeContext, heavy));
  tell("schedule: a repair");
  const gaps = hasty();
  const before = checkYear(madeContext, gaps).conflicts.length;
  const repair = proposeRepair(madeContext, gaps);
  const repairs = timed(Math.min(runs, 5), () => proposeRepair(madeContext, gaps));
  return [
    duration(
      `a year of 40 classes checked, ${YEAR} works of whole parallels`,
      whole,
      100,
      `${checkYear(madeContext, year).conflicts.length} conflicts found`,
    ),
    duration(
      `the same with ${APART} works of single classes, 35 a class`,
      alone,
      100,
      `${checkYear(madeContext, apart).conflicts.length} conflicts found`,
    ),
    duration(
      `the same with ${HEAVY} works, 350 a class`,
      many,
      null,
      `${checkYear(madeContext, heavy).conflicts.length} conflicts found: nobody plans so`,
    ),
    duration("one work checked while it is placed", one, 16, "the frame of a screen"),
    duration("three free places for it", slots, 100, "all days of the year may be tried"),
    duration(
      `a repair of a hasty year of ${gaps.length} works`,
      repairs,
      null,
      `${before} conflicts, ${repair.moves.length} moves (${repair.proof}, at least ${repair.atLeast}), ${repair.remaining.length} left`,
    ),
  ];
}

/** A year as it is when it is nearly right: three works of each subject and parallel on days by chance. */
function hasty(): PlacedWork[] {
  return madeYear(220, "parallel").map((work) => ({ ...work, fixed: false }));
}

function timed(runs: number, work: () => unknown): number[] {
  work();
  return Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
}

function duration(name: string, times: readonly number[], most: number | null, behind: string): Ratio {
  return {
    name,
    value: median(times),
    goal: most === null ? null : { kind: "atMost", value: most },
    unit: "ms",
    behind: `${spread(times, "ms", 1)}; ${behind}`,
  };
}
