import type { Finding } from "../platform/workbook/finding.ts";
import { type FormFindingCode, formFinding } from "./form-findings.ts";
import type { RowReading } from "./layouts/layout.ts";

/** What counted normalisations are called in the report. */
export type AcceptedKind =
  | "xLatin"
  | "xOther"
  | "notTaught"
  | "blankItems"
  | "rejectedItems"
  | "classNone"
  | "classForm"
  | "classLatin"
  | "journalMissing"
  | "journalNoted"
  | "absent"
  | "absentShifted"
  | "dateSerial";

/**
 * Collects the findings of the row that is being checked. A held row stays silent: its cells are judged when a person has
 * decided which row counts, so that no cell is reported twice.
 */
export class RowNotes {
  readonly findings: Finding[] = [];
  readonly accepted: Record<AcceptedKind, number> = {
    xLatin: 0,
    xOther: 0,
    notTaught: 0,
    blankItems: 0,
    rejectedItems: 0,
    classNone: 0,
    classForm: 0,
    classLatin: 0,
    journalMissing: 0,
    journalNoted: 0,
    absent: 0,
    absentShifted: 0,
    dateSerial: 0,
  };
  private row: RowReading | null = null;
  private codeColumn: number | null = null;
  private silent = false;

  /** Turns to a row; `silent` = it is held. `codeColumn` is where findings about the whole row point to. */
  at(row: RowReading, silent: boolean, codeColumn: number | undefined): void {
    this.row = row;
    this.silent = silent;
    this.codeColumn = codeColumn ?? null;
  }

  /** Counts a lossless normalisation (verdict ACCEPT). */
  count(kind: AcceptedKind): void {
    if (!this.silent) this.accepted[kind]++;
  }

  /** Reports a cell of the row. `row` and `code` are added to the values of the sentence. */
  say(
    code: FormFindingCode,
    column: number | undefined,
    raw: string | null,
    params: Record<string, string | number> = {},
  ): void {
    if (!this.silent) this.push(code, column ?? null, raw, params);
  }

  /** Reports the row itself, also a held one. */
  force(code: FormFindingCode, raw: string | null, params: Record<string, string | number> = {}): void {
    this.push(code, this.codeColumn, raw, params);
  }

  private push(
    code: FormFindingCode,
    column: number | null,
    raw: string | null,
    params: Record<string, string | number>,
  ): void {
    const row = this.row;
    if (!row) return;
    const place = { sheet: row.sheet, row: row.row, column, raw };
    this.findings.push(formFinding(code, place, { row: row.row, code: row.code, ...params }));
  }
}
