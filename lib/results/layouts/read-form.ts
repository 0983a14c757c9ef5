import type { Finding } from "#lib/platform/workbook/finding.ts";
import type { TextSheet, Workbook } from "#lib/platform/workbook/workbook.ts";
import { formFinding } from "#lib/results/form-findings.ts";
import type { ColumnSpec } from "./columns.ts";
import { fileCells } from "./count-cells.ts";
import { findHeaderRow } from "./header-row.ts";
import type { DeclaredCount, FormReading, LayoutCode, RowReading, WorkReading } from "./layout.ts";
import { type Header, type ReadTask, readHeader } from "./read-header.ts";
import { type LineRules, type LinesRead, readLines } from "./read-lines.ts";

/** What a layout says about one sheet that holds results. */
export interface SheetReading {
  work: Omit<WorkReading, "tasks" | "byPosition" | "sheet" | "headerRow" | "columns" | "variantColumns">;
  lines: Pick<LineRules, "totalIsResult" | "school" | "special">;
  findings?: readonly Finding[];
  /** filled while the lines are read */
  declared?: readonly DeclaredCount[];
}

/** Part of a layout: how a sheet with its header is to be read. The header's tasks may be given their difficulty here. */
export type ReadSheet = (
  sheet: TextSheet,
  header: Header,
  headerIndex: number,
  book: Workbook,
) => SheetReading;

/** True when some sheet of the file has the header of a form. */
export function hasForm(book: Workbook, specs: readonly ColumnSpec[]): boolean {
  return book.sheets.some((sheet) => findHeaderRow(sheet, specs) >= 0);
}

/**
 * Reads every sheet that has the header of a form; each is a work of its own, also when two of them are the same work.
 * `numberedTask` = the form only numbers its task columns.
 */
export function readForm(
  layout: LayoutCode,
  book: Workbook,
  specs: readonly ColumnSpec[],
  readSheet: ReadSheet,
  numberedTask?: ReadTask,
): FormReading {
  const works: WorkReading[] = [];
  const rows: RowReading[] = [];
  const findings: Finding[] = [];
  const declared: DeclaredCount[] = [];
  const refusedColumns: { sheet: string; column: number; reason: "names" }[] = [];
  const lines = { total: 0, notData: {} as Record<string, number> };
  const accepted: Record<string, number> = {};
  const tables: { sheet: string; cells: LinesRead["cells"] }[] = [];
  let cellsOutside = 0;
  for (const sheet of book.sheets) {
    const headerIndex = findHeaderRow(sheet, specs);
    if (headerIndex < 0) continue;
    const header = readHeader(sheet, headerIndex, specs, numberedTask);
    const told = readSheet(sheet, header, headerIndex, book);
    const read = readLines(sheet, { ...told.lines, work: works.length, header, headerIndex });
    findings.push(...(told.findings ?? []), ...header.findings, ...sheetFindings(sheet, header, headerIndex));
    if (read.firstCodeOnly !== null) {
      const place = { sheet: sheet.name, row: read.firstCodeOnly };
      findings.push(formFinding("codeOnlyRows", place, { count: read.notData.codeOnly ?? 0 }));
    }
    works.push({
      ...told.work,
      tasks: header.tasks,
      byPosition: numberedTask !== undefined,
      sheet: sheet.name,
      headerRow: headerIndex + 1,
      columns: header.columns,
      variantColumns: header.variantColumns,
    });
    for (const row of read.rows) rows.push(row);
    declared.push(...(told.declared ?? []));
    for (const column of header.nameColumns)
      refusedColumns.push({ sheet: sheet.name, column, reason: "names" });
    lines.total += read.total;
    for (const [kind, count] of Object.entries(read.notData))
      lines.notData[kind] = (lines.notData[kind] ?? 0) + count;
    for (const [kind, count] of Object.entries(header.accepted))
      accepted[kind] = (accepted[kind] ?? 0) + count;
    cellsOutside += read.cellsOutside;
    tables.push({ sheet: sheet.name, cells: read.cells });
  }
  if (rows.length === 0) {
    findings.push(
      formFinding(
        "noPupilRows",
        { sheet: works[0]?.sheet ?? null },
        { codeOnly: lines.notData.codeOnly ?? 0 },
      ),
    );
  }
  return {
    layout,
    works,
    rows,
    findings,
    lines,
    declared,
    refusedColumns,
    accepted,
    cellsOutside,
    cells: fileCells(book.sheets, tables),
  };
}

function sheetFindings(sheet: TextSheet, header: Header, headerIndex: number): Finding[] {
  const found: Finding[] = [];
  if (sheet.hidden) found.push(formFinding("hiddenSheet", { sheet: sheet.name }, { sheet: sheet.name }));
  if (header.tasks.length === 0)
    found.push(formFinding("noTaskColumns", { sheet: sheet.name, row: headerIndex + 1 }));
  return found;
}
