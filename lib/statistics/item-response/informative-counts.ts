import { checkItemTotals, easiestSlacks, total } from "./item-totals.ts";
import type { DroppedItem } from "./not-estimable.ts";
import type { CategoryCounts } from "./response-groups.ts";

/** The informative part of a summary of complete right–wrong answers. */
export interface InformativeCounts {
  readonly counts: CategoryCounts;
  /** Parts of items one of which everybody solves before the other; one part = a finite estimate exists. */
  readonly parts: readonly (readonly number[])[];
  readonly personsUsed: number;
  /** Items that some solved and some failed, among all persons. */
  readonly varying: number;
  /** Persons whose answers carry information among all items, before any other was left out. */
  readonly informative: number;
  readonly dropped: readonly DroppedItem[];
}

/** Items still in, the scores of the persons still in, and how many left because they had solved everything. */
interface Remaining {
  readonly kept: readonly number[];
  readonly scores: readonly number[];
  readonly perfect: number;
  /** How many persons were left after the first time. */
  readonly informative: number;
}

/** Leaves out, until nothing changes, items that all persons still in solved or failed and persons with nothing or everything solved. */
function remaining(correct: readonly number[], scores: readonly number[], dropped: DroppedItem[]): Remaining {
  let state: Remaining = { kept: [...correct.keys()], scores, perfect: 0, informative: -1 };
  for (;;) {
    const persons = total(state.scores);
    if (persons === 0) return state.informative < 0 ? { ...state, informative: 0 } : state;
    const full = state.kept.filter((item) => correct[item]! - state.perfect === persons);
    const kept = state.kept.filter((item) => correct[item]! > state.perfect && !full.includes(item));
    for (const item of state.kept)
      if (!kept.includes(item)) dropped.push({ item, reason: full.includes(item) ? "allFull" : "allZero" });
    const inner = state.scores.slice(full.length + 1, full.length + kept.length);
    const perfect = state.perfect + state.scores[full.length + kept.length]!;
    const informative = state.informative < 0 ? total(inner) : state.informative;
    const done = kept.length === state.kept.length && total(inner) === persons;
    state = { kept, scores: [0, ...inner, ...(kept.length > 0 ? [0] : [])], perfect, informative };
    if (done) return state;
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
  const { kept, scores: used, perfect, informative } = remaining(correct, scores, dropped);
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
    parts: cuts.slice(1).map((end, at) => easiest.slice(cuts[at]!, end).sort((i, j) => i - j)),
    personsUsed,
    varying: correct.filter((right) => right > 0 && right < total(scores)).length,
    informative,
    dropped: dropped.sort((x, y) => x.item - y.item),
  };
}
