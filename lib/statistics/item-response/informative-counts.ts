import { checkItemTotals, easiestSlacks, total } from "./item-totals.ts";
import type { DroppedItem } from "./not-estimable.ts";
import type { CategoryCounts } from "./response-groups.ts";

/** The informative part of a summary of complete right–wrong answers. */
export interface InformativeCounts {
  readonly counts: CategoryCounts;
  readonly kept: readonly number[];
  /** Parts of items one of which everybody solves before the other; one part = a finite estimate exists. */
  readonly parts: readonly (readonly number[])[];
  readonly personsUsed: number;
  readonly dropped: readonly DroppedItem[];
}

/** Items still in, the scores of the persons still in, and how many left because they had solved everything. */
interface Remaining {
  readonly kept: readonly number[];
  readonly scores: readonly number[];
  readonly perfect: number;
}

/** Leaves out, until nothing changes, items that all persons still in solved or failed and persons with nothing or everything solved. */
function remaining(correct: readonly number[], scores: readonly number[], dropped: DroppedItem[]): Remaining {
  let state: Remaining = { kept: [...correct.keys()], scores, perfect: 0 };
  for (;;) {
    const persons = total(state.scores);
    if (persons === 0) return state;
    const full = state.kept.filter((item) => correct[item]! - state.perfect === persons);
    const kept = state.kept.filter((item) => correct[item]! > state.perfect && !full.includes(item));
    for (const item of state.kept)
      if (!kept.includes(item)) dropped.push({ item, reason: full.includes(item) ? "allFull" : "allZero" });
    const inner = state.scores.slice(full.length + 1, full.length + kept.length);
    const perfect = state.perfect + state.scores[full.length + kept.length]!;
    const next = { kept, scores: [0, ...inner, ...(kept.length > 0 ? [0] : [])], perfect };
    if (kept.length === state.kept.length && total(inner) === persons) return state;
    state = next;
  }
}

/**
 * The informative part of a summary, as `informativePart` finds it in the answers. Where the easiest m items have no
 * slack, everybody solved all of them before any other: there the items fall apart.
 *
 * Source: Fischer (1981), Psychometrika 46:59–77; Gale (1957), Pacific Journal of Mathematics 7:1073–1082.
 */
export function informativeCounts(correct: readonly number[], scores: readonly number[]): InformativeCounts {
  checkItemTotals(correct, scores);
  const dropped: DroppedItem[] = [];
  const { kept, scores: used, perfect } = remaining(correct, scores, dropped);
  const personsUsed = total(used);
  const solved = new Map(kept.map((item) => [item, correct[item]! - perfect]));
  const easiest = [...kept].sort((i, j) => solved.get(j)! - solved.get(i)! || i - j);
  const slacks = easiestSlacks(
    easiest.map((item) => solved.get(item)!),
    used,
  );
  const cuts = [...slacks.keys()].filter((m) => slacks[m] === 0);
  return {
    counts: {
      categories: correct.map((_, item) => (solved.has(item) ? [0, 1] : [])),
      counts: correct.map((_, item) => {
        const right = solved.get(item) ?? 0;
        return Float64Array.of(personsUsed - right, right);
      }),
      groups: [{ items: kept, scores: Float64Array.from(used) }],
    },
    kept,
    parts: cuts.slice(1).map((end, at) => easiest.slice(cuts[at]!, end).sort((i, j) => i - j)),
    personsUsed,
    dropped: dropped.sort((x, y) => x.item - y.item),
  };
}
