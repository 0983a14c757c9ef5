import type { Finding } from "../platform/workbook/finding.ts";
import { findingRule } from "./form-findings.ts";
import type { CellCounts } from "./layouts/count-cells.ts";

/** Where every filled cell of a file went. `outside` = cells that are no values of pupils' rows, by where they stand. */
export interface CellAccount {
  total: number;
  accepted: number;
  warned: number;
  rejected: number;
  /** of rows that wait for a person or were not taken */
  waiting: number;
  outside: Omit<CellCounts, "total">;
}

/** Cells of the rows by what became of the row. */
export interface CellsOfRows {
  taken: number;
  waiting: number;
  /** of repeated and superseded rows */
  notData: number;
}

/**
 * The account of the cells (forms.md A.2): every filled cell is accepted, accepted with a warning, not read, waits with its row,
 * or stands outside of the rows. Throws when the parts do not add up, because an import must not end quietly then.
 * `findings` are those of single cells of the taken rows.
 */
export function cellAccount(
  counts: CellCounts,
  rows: CellsOfRows,
  findings: readonly Finding[],
): CellAccount {
  const verdicts = new Map<string, "warn" | "rejectCell">();
  for (const { code, sheet, row, column, raw } of findings) {
    const verdict = findingRule(code)?.verdict;
    if (row === null || column === null || (verdict !== "warn" && verdict !== "rejectCell")) continue;
    // A warning about a blank cell is about no cell.
    if (code !== "formulaWithoutValue" && (raw === null || raw.trim() === "")) continue;
    const key = `${row}:${column}:${sheet}`;
    if (verdicts.get(key) !== "rejectCell") verdicts.set(key, verdict);
  }
  const flagged = [...verdicts.values()];
  const rejected = flagged.filter((verdict) => verdict === "rejectCell").length;
  const warned = flagged.length - rejected;
  const { total, ...outside } = counts;
  const account: CellAccount = {
    total,
    accepted: rows.taken - warned - rejected,
    warned,
    rejected,
    waiting: rows.waiting,
    outside: { ...outside, lines: outside.lines + rows.notData },
  };
  if (account.accepted < 0 || sumOfParts(account) !== total)
    throw new Error(`cells do not add up: ${sumOfParts(account)} of ${total} are accounted for`);
  return account;
}

/** The sum of all parts; equal to the total, or a cell was lost. */
export function sumOfParts({ accepted, warned, rejected, waiting, outside }: CellAccount): number {
  return (
    accepted +
    warned +
    rejected +
    waiting +
    outside.lines +
    outside.columns +
    outside.right +
    outside.otherSheets
  );
}
