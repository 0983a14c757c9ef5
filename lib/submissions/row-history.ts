/** What is stored of one pupil's code in one work, as far as a person reads it. */
export interface RowValues {
  classLabel: string;
  variant: string;
  status: string;
  items: readonly number[];
  totalPrinted: number | null;
  markFile: number | null;
  markScale: number | null;
  journal: number | null;
}

/** An import that was applied, and perhaps taken back, with what it held of the row. */
export interface AppliedFile {
  importId: number;
  appliedAt: string;
  undoneAt: string | null;
  /** The row of the file; null when the file does not have it. */
  after: RowValues | null;
  /** What it replaced or removed; null when there was nothing, or nothing changed. */
  before: RowValues | null;
}

/** A field of the row; an item is named by its place among the tasks. */
export type FieldName = { field: Exclude<keyof RowValues, "items"> } | { field: "item"; index: number };
export interface FieldChange {
  name: FieldName;
  before: string | number | null;
  after: string | number | null;
}

export interface RowChange {
  importId: number;
  at: string;
  kind: "added" | "changed" | "removed" | "undone";
  /** Every field that changed; for an added row those that say something, for a removed one those that were lost. */
  changes: readonly FieldChange[];
}

/**
 * The history of a row, newest first: what each applied file and each undoing did to it. Files that left the row as it was
 * are not told.
 */
export function rowHistory(files: readonly AppliedFile[]): RowChange[] {
  const moments = files
    .flatMap((file) => [
      { at: file.appliedAt, file, undoes: false },
      ...(file.undoneAt === null ? [] : [{ at: file.undoneAt, file, undoes: true }]),
    ])
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.file.importId - b.file.importId));
  let current: RowValues | null = null;
  const touched = new Map<number, RowValues | null>();
  const history: RowChange[] = [];
  for (const { at, file, undoes } of moments) {
    const { importId } = file;
    const before: RowValues | null = undoes ? current : (file.before ?? current);
    // Undoing returns what stood before that file, but only where the file had changed something.
    if (undoes && !touched.has(importId)) continue;
    const after: RowValues | null = undoes ? (touched.get(importId) ?? null) : file.after;
    if (!undoes && file.after === null && file.before === null) continue;
    const changes = changesBetween(before, after);
    if (changes.length === 0) continue;
    if (!undoes) touched.set(importId, before);
    history.push({ importId, at, kind: undoes ? "undone" : kindOf(before, after), changes });
    current = after;
  }
  return history.reverse();
}

function kindOf(before: RowValues | null, after: RowValues | null): RowChange["kind"] {
  if (before === null) return "added";
  return after === null ? "removed" : "changed";
}

const fields = [
  "status",
  "classLabel",
  "variant",
  "totalPrinted",
  "markFile",
  "markScale",
  "journal",
] as const;

/** Field by field, then task by task; nothing when both say the same. */
export function changesBetween(before: RowValues | null, after: RowValues | null): FieldChange[] {
  const blank = (value: string | number | null | undefined) => (value === "" ? null : (value ?? null));
  const plain = fields.map((field): FieldChange => {
    return { name: { field }, before: blank(before?.[field]), after: blank(after?.[field]) };
  });
  const length = Math.max(before?.items.length ?? 0, after?.items.length ?? 0);
  const items = Array.from({ length }, (_, index): FieldChange => {
    const at = (row: RowValues | null) => row?.items[index] ?? null;
    return { name: { field: "item", index }, before: at(before), after: at(after) };
  });
  return [...plain, ...items].filter((change) => change.before !== change.after);
}
