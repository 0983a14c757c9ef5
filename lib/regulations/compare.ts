import type { Clause } from "./schema.ts";
import { type DiffPart, wordDiff } from "./word-diff.ts";

export type ClauseChange = "same" | "changed" | "added" | "removed";

/** One clause in two editions. `moved`: its number or its place among those that stayed is another. */
export interface ClauseDiff {
  key: string;
  change: ClauseChange;
  moved: boolean;
  before: Clause | null;
  after: Clause | null;
  heading: readonly DiffPart[];
  body: readonly DiffPart[];
}

/**
 * Two editions clause by clause, paired by clause key. In the order of the later edition; what was removed stands behind
 * the clause after which it stood.
 */
export function compareEditions(before: readonly Clause[], after: readonly Clause[]): ClauseDiff[] {
  const old = new Map(before.map((clause) => [clause.key, clause]));
  const kept = new Set(after.filter(({ key }) => old.has(key)).map(({ key }) => key));
  const steady = inOrder(
    before.filter(({ key }) => kept.has(key)).map(({ key }) => key),
    after.filter(({ key }) => kept.has(key)).map(({ key }) => key),
  );
  const diffs = after.map((clause) => {
    const was = old.get(clause.key) ?? null;
    return one(was, clause, was !== null && (was.number !== clause.number || !steady.has(clause.key)));
  });
  // Behind which clause of the new edition each removed one stood.
  let behind = -1;
  let shift = 0;
  for (const clause of before) {
    if (kept.has(clause.key)) {
      behind = diffs.findIndex(({ after: now }) => now?.key === clause.key);
      shift = 0;
    } else {
      shift += 1;
      diffs.splice(behind + shift, 0, one(clause, null, false));
    }
  }
  return diffs;
}

function one(before: Clause | null, after: Clause | null, moved: boolean): ClauseDiff {
  const heading = wordDiff(before?.heading ?? "", after?.heading ?? "");
  const body = wordDiff(before?.body ?? "", after?.body ?? "");
  const differs = [...heading, ...body].some(({ kind }) => kind !== "same");
  const change = before === null ? "added" : after === null ? "removed" : differs ? "changed" : "same";
  return { key: (after ?? before)?.key ?? "", change, moved, before, after, heading, body };
}

/** Keys whose order among each other is the same in both lists: the longest such run, so that few count as moved. */
function inOrder(before: readonly string[], after: readonly string[]): Set<string> {
  const place = new Map(before.map((key, index) => [key, index]));
  // Longest increasing subsequence of the old places, in the order of the new edition.
  const best: { key: string; place: number; length: number; from: number }[] = [];
  for (const key of after) {
    const at = place.get(key) ?? 0;
    let from = -1;
    best.forEach((other, index) => {
      if (other.place < at && (from === -1 || other.length > best[from]!.length)) from = index;
    });
    best.push({ key, place: at, length: from === -1 ? 1 : best[from]!.length + 1, from });
  }
  let last = best.reduce(
    (most, entry, index) => (most === -1 || entry.length > best[most]!.length ? index : most),
    -1,
  );
  const steady = new Set<string>();
  while (last !== -1) {
    steady.add(best[last]!.key);
    last = best[last]!.from;
  }
  return steady;
}

/** How many clauses of each kind; `moved` counts those that only moved. */
export function countChanges(diffs: readonly ClauseDiff[]): Record<ClauseChange | "moved", number> {
  const counts = { same: 0, changed: 0, added: 0, removed: 0, moved: 0 };
  for (const { change, moved } of diffs) {
    counts[change] += 1;
    if (moved && change === "same") counts.moved += 1;
  }
  return counts;
}
