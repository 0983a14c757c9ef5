import type { Snapshot } from "./snapshot.ts";

/** What decides whether a draft may be published. */
export interface DraftFacts {
  title: string;
  workIds: readonly number[];
  /** Works among them without any results of the unit. */
  emptyWorks: string[];
  /** Works whose marks are those printed in files, because no scale is known. */
  worksWithoutScale: string[];
  /** Works described by a file's header and not checked by the centre. */
  uncheckedWorks: string[];
  /** Pupils whose mark in the file is not the mark by the scale. */
  markDifferences: number;
  /** In reports about areas: schools that have such a class but no results, for the work where they are most. */
  missingSchools: number;
  /** Small numbers that follow from earlier publications, whatever this one shows. */
  exposed: number;
  snapshot: Snapshot;
  /** The edition that this one would replace; null for the first. */
  previous: { edition: number; same: boolean } | null;
  note: string;
}

/** Keys of `reports.issues.…`. */
export type IssueKey =
  | "noWorks"
  | "emptyWorks"
  | "nothingVisible"
  | "nothingChanged"
  | "noteMissing"
  | "hidden"
  | "noScale"
  | "unchecked"
  | "markDifferences"
  | "missingSchools"
  | "exposed";

export interface Issue {
  key: IssueKey;
  params: Readonly<Record<string, string | number>>;
}

/**
 * What stands against publishing (`errors`) and what a person must confirm (`warnings`). The page explains with it, the
 * command refuses with it.
 */
export function publicationIssues(draft: DraftFacts): { errors: Issue[]; warnings: Issue[] } {
  const errors: Issue[] = [];
  const warnings: Issue[] = [];
  const issue = (key: IssueKey, params: Issue["params"] = {}): Issue => ({ key, params });
  const listed = (works: readonly string[]) => ({ works: works.join(", "), count: works.length });
  if (draft.workIds.length === 0) errors.push(issue("noWorks"));
  if (draft.emptyWorks.length > 0) errors.push(issue("emptyWorks", listed(draft.emptyWorks)));
  if (draft.workIds.length > 0 && draft.emptyWorks.length === 0 && !showsAnything(draft.snapshot))
    errors.push(issue("nothingVisible"));
  if (draft.previous?.same) errors.push(issue("nothingChanged", { edition: draft.previous.edition }));
  else if (draft.previous && draft.note.trim().length < 5)
    errors.push(issue("noteMissing", { edition: draft.previous.edition + 1 }));
  const hidden = hiddenNumbers(draft.snapshot);
  if (hidden > 0) warnings.push(issue("hidden", { count: hidden, least: draft.snapshot.least }));
  if (draft.missingSchools > 0) warnings.push(issue("missingSchools", { count: draft.missingSchools }));
  if (draft.worksWithoutScale.length > 0) warnings.push(issue("noScale", listed(draft.worksWithoutScale)));
  if (draft.uncheckedWorks.length > 0) warnings.push(issue("unchecked", listed(draft.uncheckedWorks)));
  if (draft.markDifferences > 0) warnings.push(issue("markDifferences", { count: draft.markDifferences }));
  if (draft.exposed > 0) warnings.push(issue("exposed", { count: draft.exposed }));
  return { errors, warnings };
}

/** Whether a reader would learn anything about the report's own unit. */
function showsAnything(snapshot: Snapshot): boolean {
  return snapshot.works.some(
    (work) =>
      work.units[0] && Object.values(work.units[0].counts).some((f) => f.kind === "value" && f.value > 0),
  );
}

function hiddenNumbers(snapshot: Snapshot): number {
  return snapshot.works
    .flatMap((work) => work.units.flatMap((unit) => Object.values(unit.counts)))
    .filter((figure) => figure.kind === "tooFew").length;
}
