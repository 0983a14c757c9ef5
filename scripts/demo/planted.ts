import { ITEM } from "#lib/results/cells/item.ts";
import { pointsOf } from "./answers.ts";
import { type Chance, chanceOf, shuffled } from "./random.ts";
import type { DemoSchool } from "./region.ts";
import type { DemoRow } from "./results.ts";
import { bandOf, type DemoWork, markOf } from "./works.ts";

/** How many of `n` pupils get a «2», by feature and work; works that are not named stay as chance made them. */
const LOW: Partial<Record<DemoSchool["feature"], Record<string, (n: number) => number>>> = {
  steadyTwo: {
    "VPR-2026-RU-5": (n) => Math.round(0.58 * n),
    "VPR-2026-MA-5": (n) => Math.round(0.62 * n),
    "VPR-2025-MA-5": (n) => Math.round(0.4 * n),
  },
  steadyYears: {
    "VPR-2025-MA-5": (n) => Math.round(0.5 * n),
    "VPR-2026-MA-5": (n) => Math.round(0.48 * n),
  },
  // Exactly at the limit of 30 %: one «2» fewer, and the sign is gone.
  borderOne: {
    "VPR-2026-RU-5": (n) => Math.ceil(0.3 * n),
    "VPR-2026-MA-5": (n) => Math.ceil(0.3 * n),
    "VPR-2025-RU-5": () => 2,
    "VPR-2025-MA-5": () => 2,
  },
  // One «2» more in mathematics, and the sign would be there.
  borderMiss: {
    "VPR-2026-RU-5": (n) => Math.ceil(0.3 * n),
    "VPR-2026-MA-5": (n) => Math.ceil(0.3 * n) - 1,
    "VPR-2025-RU-5": () => 3,
    "VPR-2025-MA-5": () => 3,
  },
  insufficient: {
    "VPR-2026-RU-5": (n) => Math.ceil(n / 2),
    "VPR-2026-MA-5": (n) => Math.ceil(n / 2),
  },
};
const ALL_THREE = "VPR-2026-MA-4";
/** A topic that one class had not come to: work, class, index of the task. */
const NOT_TAUGHT = { work: "VPR-2026-MA-5", classLabel: "5Б", task: 8 };
const WRONG_MARKS = "VPR-2026-RU-4";

/** Works the school's planted feature into its rows; everything else stays as it is. */
export function plant(work: DemoWork, school: DemoSchool, rows: DemoRow[]): DemoRow[] {
  const chance = chanceOf("planted", school.login, work.code);
  const present = rows.filter((row) => !row.absent);
  const low = LOW[school.feature]?.[work.code];
  if (low) setLow(work, present, low(present.length), chance);
  if (school.feature === "allThree" && work.code === ALL_THREE) setAllThree(work, present, chance);
  if (school.feature === "borderJump") liftToBorders(work, present, chance);
  if (school.feature === "notTaught" && work.code === NOT_TAUGHT.work)
    for (const row of present)
      if (row.classLabel === NOT_TAUGHT.classLabel) leaveOut(work, row, NOT_TAUGHT.task);
  if (school.feature === "wrongMarks" && work.code === WRONG_MARKS)
    for (const row of present.filter((one) => one.printedMark === 3).slice(0, 2)) row.printedMark = 4;
  return rows;
}

/** The weakest `count` pupils get a «2», all others at least a «3». */
function setLow(work: DemoWork, rows: readonly DemoRow[], count: number, chance: Chance): void {
  const [, most] = bandOf(work, 2);
  [...rows]
    .sort((a, b) => pointsOf(a.items) - pointsOf(b.items) || (a.code < b.code ? -1 : 1))
    .forEach((row, i) => {
      const total = pointsOf(row.items);
      const wanted =
        i < count ? Math.min(total, most - chance.whole(3)) : Math.max(total, most + 1 + chance.whole(3));
      setTotal(work, row, wanted, chance);
    });
}

function setAllThree(work: DemoWork, rows: readonly DemoRow[], chance: Chance): void {
  const [least, most] = bandOf(work, 3);
  for (const row of rows) setTotal(work, row, least + chance.whole(most - least + 1), chance);
}

/** Scores just below a mark are rare, those at it frequent: the jump that the distribution shows. */
function liftToBorders(work: DemoWork, rows: readonly DemoRow[], chance: Chance): void {
  const { min3, min4, min5 } = work.scale;
  for (const row of rows) {
    const total = pointsOf(row.items);
    const border = [min3, min4, min5].find((score) => total < score && total >= score - 2);
    if (border !== undefined && chance.uniform() < 0.8) setTotal(work, row, border, chance);
  }
}

function leaveOut(work: DemoWork, row: DemoRow, task: number): void {
  row.items[task] = ITEM.notTaught;
  row.printedTotal = pointsOf(row.items);
  row.printedMark = markOf(work, row.printedTotal);
}

/** Moves single points until the sum is the wanted one; the printed total and mark go with it. */
function setTotal(work: DemoWork, row: DemoRow, wanted: number, chance: Chance): void {
  let total = pointsOf(row.items);
  const order = shuffled([...work.tasks.keys()], chance);
  for (let i = 0; total !== wanted; i = (i + 1) % order.length) {
    const task = order[i] ?? 0;
    const points = row.items[task] ?? 0;
    if (total > wanted && points > 0) {
      row.items[task] = points - 1;
      total--;
    } else if (total < wanted && points < (work.tasks[task]?.max ?? 0)) {
      row.items[task] = Math.max(0, points) + 1;
      total++;
    }
  }
  row.printedTotal = total;
  row.printedMark = markOf(work, total);
}
