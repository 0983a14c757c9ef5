import { type Mark, markByScale, type Scale } from "../assessments/rules.ts";
import { ITEM, readItem } from "../results/cells/item.ts";
import { type CellProblem, problemOf, SIGN } from "./cell-text.ts";
import type { EntryColumn } from "./columns.ts";

/** How far a row has come: nothing typed, some tasks still blank, all there, absent, or something is wrong. */
export type RowStatus = "empty" | "partial" | "complete" | "absent" | "wrong";

export interface RowFacts {
  status: RowStatus;
  /** Primary score; null until every task has a value. */
  total: number | null;
  /** Mark by the scale; null without a total or where the scale gives none. */
  mark: Mark | null;
  /** Tasks without a value. */
  blanks: number;
  /** By column. */
  problems: ReadonlyMap<number, CellProblem>;
}

/** What a row's cells are judged with besides themselves: how often each code stands in the class, and codes of other classes. */
export interface CodeBook {
  counts: ReadonlyMap<string, number>;
  taken: ReadonlyMap<string, string>;
}

/** How often each code stands in these rows; a code that stands twice is wrong in both. */
export function countCodes(codes: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const code of codes) if (code !== "") counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** A row of the grid judged: `texts` follow `columns`. */
export function rowFacts(
  columns: readonly EntryColumn[],
  texts: readonly string[],
  codes: CodeBook,
  scale: Pick<Scale, "bands"> | null,
): RowFacts {
  const problems = new Map<number, CellProblem>();
  let [blanks, points, values] = [0, 0, 0];
  let code = "";
  let codeAt = 0;
  let isAbsent = false;
  columns.forEach((column, i) => {
    const text = texts[i] ?? "";
    const problem = problemOf(column, text);
    if (problem) problems.set(i, problem);
    if (column.kind === "code") [code, codeAt] = [text, i];
    if (column.kind === "absent") isAbsent = text === SIGN.absent;
    if (column.kind !== "task") return;
    if (text === "") blanks++;
    else values++;
    const { value } = readItem(text, column.max);
    if (value > 0) points += value;
    if (value === ITEM.rejected) blanks++;
  });
  const isTyped = values > 0 || isAbsent;
  const otherTyped = columns.some((column, i) => column.kind !== "code" && (texts[i] ?? "") !== "");
  if (code === "" && otherTyped) problems.set(codeAt, { key: "codeMissing", params: {} });
  if ((codes.counts.get(code) ?? 0) > 1) problems.set(codeAt, { key: "codeTwice", params: { value: code } });
  const elsewhere = codes.taken.get(code);
  if (elsewhere !== undefined)
    problems.set(codeAt, { key: "codeTaken", params: { value: code, label: elsewhere } });
  if (isAbsent && values > 0)
    problems.set(
      columns.findIndex(({ kind }) => kind === "absent"),
      { key: "absentWithPoints", params: {} },
    );
  const total = isTyped && !isAbsent && blanks === 0 && problems.size === 0 ? points : null;
  return {
    status: statusOf({ isTyped, isAbsent, blanks, isWrong: problems.size > 0 }),
    total,
    mark: total === null || scale === null ? null : markByScale(scale, total),
    blanks: isAbsent || !isTyped ? 0 : blanks,
    problems,
  };
}

function statusOf(row: { isTyped: boolean; isAbsent: boolean; blanks: number; isWrong: boolean }): RowStatus {
  if (row.isWrong) return "wrong";
  if (row.isAbsent) return "absent";
  if (!row.isTyped) return "empty";
  return row.blanks > 0 ? "partial" : "complete";
}
