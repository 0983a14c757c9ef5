import type { Finding } from "#lib/platform/workbook/finding.ts";
import { readTable } from "#lib/platform/workbook/table.ts";
import { readWorkbook, shownName, type Workbook } from "#lib/platform/workbook/workbook.ts";
import { neededColumns, readColumns } from "./columns.ts";
import { workFinding } from "./findings.ts";
import { readLine, type WorkLine } from "./read-line.ts";

/** What was read from one file. `proposedYear`: the year in its name, only to be offered where the rows state none. */
export interface WorksFileReading {
  file: string;
  lines: readonly WorkLine[];
  findings: readonly Finding[];
  proposedYear: number | null;
}

/** A description of works is a small table; what is larger is another file. */
const LIMITS = {
  fileBytes: 1024 * 1024,
  inflatedBytes: 32 * 1024 * 1024,
  rows: 20_000,
  cells: 400_000,
  columns: 200,
};

/**
 * Reads a file of works, tasks and scales (docs/works-file.md): CSV or xlsx, one row a task or a work, columns known by their
 * names. Nothing of the database is asked here; every sheet whose header names works is read.
 */
export function readWorksFile(bytes: Uint8Array, fileName: string): WorksFileReading {
  const file = shownName(fileName);
  const proposedYear = Number(/(?<!\d)20[12]\d(?!\d)/.exec(file)?.[0] ?? Number.NaN) || null;
  const outcome = readWorkbook(bytes, fileName, LIMITS);
  if (!outcome.ok) return { file, lines: [], findings: [outcome.refusal], proposedYear };
  const findings: Finding[] = [...outcome.workbook.notes];
  const lines = readSheets(outcome.workbook, file, findings);
  return { file, lines, findings, proposedYear };
}

function readSheets(book: Workbook, file: string, findings: Finding[]): WorkLine[] {
  const lines: WorkLine[] = [];
  let known = 0;
  for (const sheet of book.sheets.filter(({ hidden, rows }) => !hidden && rows.length > 0)) {
    const outcome = readTable(book, { sheet });
    if (!outcome.ok) {
      // A sheet of explanations beside the table is no reason to refuse the file; a lone broken one is.
      if (book.sheets.length === 1) findings.push(...outcome.findings);
      continue;
    }
    const header = readColumns(outcome.table.headers);
    if (header === null) continue;
    known++;
    findings.push(...outcome.findings);
    for (const name of header.unknown) {
      findings.push(
        workFinding(
          "unknownColumn",
          { sheet: sheet.name, row: outcome.table.headerRow, raw: name },
          { column: name },
        ),
      );
    }
    for (const { row, values } of outcome.table.rows) {
      const cells = (column: Parameters<Parameters<typeof readLine>[0]>[0]) => {
        const name = header.columns.get(column);
        return name === undefined ? "" : (values.get(name) ?? "").trim();
      };
      const line = readLine(cells, { file, sheet: sheet.name, row }, findings);
      if (line !== null) lines.push(line);
    }
  }
  if (known === 0 && !findings.some(({ severity }) => severity === "error")) {
    findings.push(workFinding("notAWorksFile", {}, { file, columns: neededColumns }));
  }
  return lines;
}
