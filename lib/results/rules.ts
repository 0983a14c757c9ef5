import type { Finding } from "../platform/workbook/finding.ts";
import type { CheckedRow } from "./check.ts";
import { findingRule } from "./form-findings.ts";

/** A row of results without where it stood: of a file, of the database, of an earlier edition. */
export type ResultRow = Omit<CheckedRow, "sheet" | "row">;

/** What a new file would change. `kept` = rows of classes that the file does not cover; they stay as they are. */
export interface RowDifference<B extends ResultRow, A extends ResultRow> {
  added: readonly A[];
  changed: readonly { before: B; after: A }[];
  unchanged: readonly A[];
  gone: readonly B[];
  kept: readonly B[];
}

const rowKey = (row: ResultRow) => `${row.login}|${row.workId}|${row.code}`;
const setKey = (row: ResultRow) => `${row.login}|${row.workId}`;
const classKey = (row: ResultRow) => `${row.login}|${row.workId}|${row.classLabel}`;

/** True when two rows say the same of a pupil; where they stood in a file does not count. */
export function isSameResult(a: ResultRow, b: ResultRow): boolean {
  return (
    a.status === b.status &&
    a.classLabel === b.classLabel &&
    a.variant === b.variant &&
    a.sex === b.sex &&
    a.totalPrinted === b.totalPrinted &&
    a.totalFromItems === b.totalFromItems &&
    a.markFile === b.markFile &&
    a.markScale === b.markScale &&
    a.journal === b.journal &&
    a.items.length === b.items.length &&
    a.items.every((value, i) => value === b.items[i])
  );
}

/**
 * Compares the rows of a file with those it would replace. The unit of replacement is school × work × class: a row is `gone`
 * only when the file covers its class and no longer has its code. A pupil found under another class is `changed`. Rows without
 * a known class (absent pupils of a regional export) go only when the file covers every named class that there was before.
 * Held rows are left out of both sides: they count only when a person has decided.
 */
export function diffRows<B extends ResultRow, A extends ResultRow>(
  before: readonly B[],
  after: readonly A[],
): RowDifference<B, A> {
  const incoming = after.filter((row) => row.status !== "held");
  const present = new Map(before.filter((row) => row.status !== "held").map((row) => [rowKey(row), row]));
  const covered = new Set(incoming.map(classKey));
  const sets = new Set(incoming.map(setKey));
  const partly = new Set<string>();
  for (const row of present.values()) {
    if (row.classLabel !== "" && !covered.has(classKey(row))) partly.add(setKey(row));
  }
  const added: A[] = [];
  const changed: { before: B; after: A }[] = [];
  const unchanged: A[] = [];
  for (const row of incoming) {
    const old = present.get(rowKey(row));
    if (!old) added.push(row);
    else if (isSameResult(old, row)) unchanged.push(row);
    else changed.push({ before: old, after: row });
    present.delete(rowKey(row));
  }
  const gone: B[] = [];
  const kept: B[] = [];
  for (const row of present.values()) {
    const isCovered =
      row.classLabel === "" ? sets.has(setKey(row)) && !partly.has(setKey(row)) : covered.has(classKey(row));
    (isCovered ? gone : kept).push(row);
  }
  return { added, changed, unchanged, gone, kept };
}

/** True when applying would change nothing: the same content is already there. */
export function isNoOp(difference: RowDifference<ResultRow, ResultRow>): boolean {
  return difference.added.length === 0 && difference.changed.length === 0 && difference.gone.length === 0;
}

/** The findings that forbid to apply a file as a whole: its form, work or tasks are not settled. Rejected cells do not. */
export function blockingFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => findingRule(finding.code)?.blocks === true);
}

/** True when nothing forbids to apply: no blocking finding. Whether there is any row to apply is another question. */
export function canApply(findings: readonly Finding[]): boolean {
  return blockingFindings(findings).length === 0;
}

/** What is known of an import when its undoing is asked. A target is one school's results of one work. */
export interface AppliedImport {
  appliedAt: string | null;
  undoneAt: string | null;
  /** per target the version that applying it made, and the version that stands now */
  targets: readonly { schoolId: number; workId: number; appliedVersion: number; currentVersion: number }[];
}

/** Whether an import can be undone; otherwise why not, and which targets have changed since. */
export type Undoing =
  | { allowed: true }
  | { allowed: false; reason: "notApplied" | "alreadyUndone" }
  | { allowed: false; reason: "changedSince"; targets: readonly { schoolId: number; workId: number }[] };

/**
 * An import can be undone as long as nobody changed its results after it: undoing over a later change would throw that
 * change away without a word. It is undone as a whole or not at all.
 */
export function undoable(subject: AppliedImport): Undoing {
  if (subject.appliedAt === null) return { allowed: false, reason: "notApplied" };
  if (subject.undoneAt !== null) return { allowed: false, reason: "alreadyUndone" };
  const later = subject.targets.filter((target) => target.currentVersion !== target.appliedVersion);
  if (later.length === 0) return { allowed: true };
  return {
    allowed: false,
    reason: "changedSince",
    targets: later.map(({ schoolId, workId }) => ({ schoolId, workId })),
  };
}
