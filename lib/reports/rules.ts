import type { Snapshot } from "./snapshot.ts";

/** What decides whether a draft may be published. */
export interface DraftFacts {
  title: string;
  workIds: readonly number[];
  /** Works among them without any results of the unit. */
  emptyWorks: readonly string[];
  /** Works whose marks are those printed in files, because no scale is known. */
  worksWithoutScale: readonly string[];
  /** Works described by a file's header and not checked by the centre. */
  uncheckedWorks: readonly string[];
  /** Pupils whose mark in the file is not the mark by the scale. */
  markDifferences: number;
  /** Small numbers that earlier releases give away together with this one. */
  exposed: number;
  snapshot: Snapshot;
  /** The edition that this one would replace; null for the first. */
  previous: { edition: number; same: boolean } | null;
  note: string;
}

export interface Issue {
  key: string;
  params: Readonly<Record<string, string | number>>;
}

/**
 * What stands against publishing (`errors`) and what a person must confirm (`warnings`). The page explains with it, the
 * command refuses with it.
 */
export function publicationIssues(draft: DraftFacts): { errors: Issue[]; warnings: Issue[] } {
  const errors: Issue[] = [];
  const warnings: Issue[] = [];
  const issue = (key: string, params: Issue["params"] = {}): Issue => ({ key, params });
  if (draft.workIds.length === 0) errors.push(issue("noWorks"));
  if (draft.emptyWorks.length > 0) errors.push(issue("emptyWorks", { works: draft.emptyWorks.join(", ") }));
  if (draft.workIds.length > 0 && draft.emptyWorks.length === 0 && shownNumbers(draft.snapshot) === 0)
    errors.push(issue("nothingVisible"));
  if (draft.exposed > 0) errors.push(issue("exposed", { count: draft.exposed }));
  if (draft.previous?.same) errors.push(issue("nothingChanged", { edition: draft.previous.edition }));
  else if (draft.previous && draft.note.trim().length < 5) errors.push(issue("noteMissing"));
  if (hiddenNumbers(draft.snapshot) > 0)
    warnings.push(issue("hidden", { count: hiddenNumbers(draft.snapshot) }));
  if (draft.worksWithoutScale.length > 0)
    warnings.push(issue("noScale", { works: draft.worksWithoutScale.join(", ") }));
  if (draft.uncheckedWorks.length > 0)
    warnings.push(issue("unchecked", { works: draft.uncheckedWorks.join(", ") }));
  if (draft.markDifferences > 0) warnings.push(issue("markDifferences", { count: draft.markDifferences }));
  return { errors, warnings };
}

function shownNumbers(snapshot: Snapshot): number {
  return snapshot.works
    .flatMap((work) => (work.units[0] ? Object.values(work.units[0].counts) : []))
    .filter((figure) => figure.kind === "value").length;
}

function hiddenNumbers(snapshot: Snapshot): number {
  return snapshot.works
    .flatMap((work) => work.units.flatMap((unit) => Object.values(unit.counts)))
    .filter((figure) => figure.kind === "tooFew").length;
}
