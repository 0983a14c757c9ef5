import { checkYear } from "../check.ts";
import type { Conflict, LoadContext, Move, PlacedWork, Repair } from "../shapes.ts";
import { type Item, indexYear } from "../year.ts";
import { type Board, boardOf } from "./board.ts";
import { components } from "./components.ts";
import { type Budget, lowerBound, search } from "./exact.ts";
import { stepwise } from "./greedy.ts";
import { inSafeOrder } from "./order.ts";
import { type Fate, standing } from "./problem.ts";
import { whyStays } from "./why.ts";

/** Looks at a piece (a moment each) that the steps may take in a year, and as many again the complete search, before the answer is called the best found. */
const USUAL_BUDGET = 1_000_000;

/**
 * The fewest moves after which no conflict is left that a move could end. Works that are set from above, past, or without any
 * other place never move; ВПР stay in their windows; no move makes a conflict or a question. Each group of works that can meet
 * (a parallel) is solved alone: first by steps, then, if those took more moves than the bound, by complete search with growing
 * numbers of moves. `proof` says whether fewer moves have been ruled out. The same schedule gives the same repair.
 */
export function proposeRepair(
  context: LoadContext,
  placed: readonly PlacedWork[],
  looks: number = USUAL_BUDGET,
): Repair {
  const year = indexYear(context, placed);
  const before = checkYear(context, placed).conflicts;
  const steps: Budget = { left: looks };
  const budget: Budget = { left: looks };
  const moved: { from: Item; to: Item }[] = [];
  let atLeast = 0;
  let proven = true;
  const stuck = new Set<string>();
  const troubled = new Set(
    before.filter((one) => one.movable && one.weight === "conflict").flatMap((one) => one.works),
  );
  for (const items of components(year.items)) {
    if (!items.some((item) => troubled.has(item.work.id))) continue;
    const board = boardOf(context, year.position, items);
    const solved = solve(board, steps, budget);
    atLeast += solved.atLeast;
    proven &&= solved.proven;
    items.forEach(({ work }, i) => {
      if (!board.movable[i]) stuck.add(work.id);
    });
    solved.fates.forEach((fate, i) => {
      if (typeof fate === "number") moved.push({ from: items[i]!, to: standing(board, solved.fates, i) });
    });
  }
  const places = new Map(moved.map(({ to }) => [to.work.id, to.work]));
  const mended = placed.map((work) => places.get(work.id) ?? work);
  const after = checkYear(context, mended).conflicts;
  const kept = new Set(after.map((one) => one.key));
  const remaining = after.filter((one) => one.weight === "conflict");
  const byId = new Map(mended.map((work) => [work.id, work]));
  const ended = before.filter((one) => !kept.has(one.key) && one.weight === "conflict");
  return {
    moves: inSafeOrder(year, moved).map(({ from, to }) => moveOf(from, to, ended, year.items)),
    proof: proven ? "fewest" : "bestFound",
    atLeast,
    remaining,
    why: Object.fromEntries(remaining.map((one) => [one.key, whyStays(one, byId, stuck, context.today)])),
  };
}

/** How much of what is left of the search goes to a group that the steps have not mended. */
const SHARE_OF_THE_HOPELESS = 0.5;

interface Solved {
  readonly fates: readonly Fate[];
  readonly atLeast: number;
  readonly proven: boolean;
}

function solve(board: Board, stepsBudget: Budget, budget: Budget): Solved {
  const steps = stepwise(board, stepsBudget);
  let atLeast = lowerBound(board);
  const whole = steps.left === 0;
  const most = whole ? steps.moves - 1 : board.movable.filter(Boolean).length;
  // What the steps could not mend has hardly ever a whole repair: it is looked for, but not at the cost of the other parallels.
  const allowed = whole ? budget.left : Math.floor(budget.left * SHARE_OF_THE_HOPELESS);
  const own: Budget = { left: allowed };
  const answer = ((): Solved => {
    for (let moves = atLeast; moves <= most; moves += 1) {
      const found = search(board, moves, own);
      if (found.kind === "found") return { fates: found.fates, atLeast: moves, proven: true };
      if (found.kind === "cut") return { fates: steps.fates, atLeast, proven: false };
      atLeast = moves + 1;
    }
    // Either nothing smaller exists than what the steps found, or no whole repair exists and theirs is the nearest to one.
    return { fates: steps.fates, atLeast: whole ? steps.moves : 0, proven: whole };
  })();
  budget.left -= allowed - Math.max(0, own.left);
  return answer;
}

function moveOf(from: Item, to: Item, ended: readonly Conflict[], items: readonly Item[]): Move {
  const procedures = new Map(items.map((item) => [item.work.id, item.procedure]));
  const takesPart = (one: Conflict) =>
    one.works.includes(from.work.id) ||
    (one.rule === "tooOften" &&
      one.subject === from.work.subject &&
      from.grades.includes(one.grade ?? -1) &&
      one.works.some((id) => procedures.get(id) === from.procedure));
  return {
    work: from.work.id,
    from: { on: from.work.on, lesson: from.work.lesson },
    to: { on: to.work.on, lesson: to.work.lesson },
    ends: ended.filter(takesPart).map((one) => one.key),
  };
}
