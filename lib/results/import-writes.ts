import { gunzipSync } from "node:zlib";
import type { ReadTx, WriteTx } from "../platform/access/as-viewer.ts";
import type { Finding } from "../platform/workbook/finding.ts";
import type { TextSheet } from "../platform/workbook/workbook.ts";
import type { CheckedRow } from "./check.ts";
import { comparisonSql } from "./comparison-sql.ts";
import type { PackedSheet } from "./examine-task.ts";

// A statement carries at most so many rows: bounded memory, and the event loop breathes between statements.
const batchRows = 2_000;

/** Stages checked rows for review. Held rows are questions, not rows: they stay in the findings. */
export async function stageRows(
  tx: WriteTx,
  importId: number,
  schoolIds: ReadonlyMap<string, number>,
  rows: readonly CheckedRow[],
): Promise<void> {
  const ready = rows.filter((row) => row.status !== "held");
  for (let at = 0; at < ready.length; at += batchRows)
    await insertRows(tx, importId, schoolIds, ready.slice(at, at + batchRows));
}

async function insertRows(
  tx: WriteTx,
  importId: number,
  schoolIds: ReadonlyMap<string, number>,
  rows: readonly CheckedRow[],
): Promise<void> {
  const pick = <T>(read: (row: CheckedRow) => T) => rows.map(read);
  await tx.$executeRaw`INSERT INTO import_row (import_id, side, school_id, work_id, participant_code, class_label, variant, sex, status, items,
      total_printed, total_items, mark_file, mark_scale, journal, source_sheet, source_row)
    SELECT ${importId}, 'after', school_id, work_id, code, class_label, variant, sex, status, items::smallint[],
      total_printed, total_items, mark_file, mark_scale, journal, source_sheet, source_row
    FROM unnest(
      ${pick((r) => schoolIds.get(r.login) ?? null)}::int[], ${pick((r) => r.workId)}::int[], ${pick((r) => r.code)}::text[], ${pick((r) => r.classLabel)}::text[],
      ${pick((r) => r.variant)}::text[], ${pick((r) => r.sex)}::text[], ${pick((r) => r.status)}::text[], ${pick((r) => `{${r.items.join(",")}}`)}::text[],
      ${pick((r) => r.totalPrinted)}::smallint[], ${pick((r) => r.totalFromItems)}::smallint[], ${pick((r) => r.markFile)}::smallint[],
      ${pick((r) => r.markScale)}::smallint[], ${pick((r) => r.journal)}::smallint[], ${pick((r) => r.sheet)}::text[], ${pick((r) => r.row)}::int[])
      AS t(school_id, work_id, code, class_label, variant, sex, status, items, total_printed, total_items, mark_file, mark_scale, journal, source_sheet, source_row)`;
}

/** Stores every finding; the page groups equal ones, the download lists them all. */
export async function stageFindings(
  tx: WriteTx,
  importId: number,
  findings: readonly Finding[],
): Promise<void> {
  for (let at = 0; at < findings.length; at += batchRows) {
    const part = findings.slice(at, at + batchRows);
    const pick = <T>(read: (finding: Finding) => T) => part.map(read);
    await tx.$executeRaw`INSERT INTO import_finding (import_id, position, severity, code, sheet, row, "column", raw, params)
      SELECT ${importId}, position, severity, code, sheet, row, col, raw, params::jsonb
      FROM unnest(${part.map((_, i) => at + i)}::int[], ${pick((f) => f.severity)}::text[], ${pick((f) => f.code)}::text[], ${pick((f) => f.sheet)}::text[],
        ${pick((f) => f.row)}::int[], ${pick((f) => f.column)}::int[], ${pick((f) => f.raw)}::text[], ${pick((f) => JSON.stringify(f.params))}::text[])
        AS t(position, severity, code, sheet, row, col, raw, params)`;
  }
}

/** A worksheet as it is kept: names and kinds of cells beside their texts, so that a file can be checked again without being brought again. */
interface KeptSheet {
  hidden: boolean;
  rows: readonly (readonly string[])[];
  /** Kinds of cells, one digit a cell. */
  kinds: readonly string[];
}

/** Keeps the text of the cells, packed by the examination, which has emptied the columns that must not be kept. */
export async function keepSheets(
  tx: WriteTx,
  importId: number,
  sheets: readonly PackedSheet[],
): Promise<void> {
  await tx.importSheet.deleteMany({ where: { importId } });
  for (const [position, { name, cells }] of sheets.entries())
    await tx.importSheet.create({ data: { importId, position, name, cells: Uint8Array.from(cells) } });
}

/** The worksheets of an import as they were read. */
export async function keptSheets(tx: ReadTx, importId: number): Promise<TextSheet[]> {
  const sheets = await tx.importSheet.findMany({ where: { importId }, orderBy: { position: "asc" } });
  return sheets.map((sheet) => {
    const kept = JSON.parse(gunzipSync(sheet.cells).toString("utf8")) as KeptSheet;
    return {
      name: sheet.name,
      hidden: kept.hidden,
      rows: kept.rows,
      kinds: kept.kinds.map((kinds) => Uint8Array.from(kinds, Number)),
    };
  });
}

export interface TargetDifference {
  schoolId: number;
  workId: number;
  taken: number;
  absent: number;
  added: number;
  changed: number;
  unchanged: number;
  gone: number;
}

/** What the staged rows would change, per school and work. */
export function differences(tx: ReadTx, importId: number): Promise<TargetDifference[]> {
  return tx.$queryRawUnsafe<TargetDifference[]>(
    `${comparisonSql}
    SELECT school_id AS "schoolId", work_id AS "workId",
      count(*) FILTER (WHERE status = 'present')::int AS taken, count(*) FILTER (WHERE status = 'absent')::int AS absent,
      count(*) FILTER (WHERE difference = 'added')::int AS added, count(*) FILTER (WHERE difference = 'changed')::int AS changed,
      count(*) FILTER (WHERE difference = 'unchanged')::int AS unchanged, count(*) FILTER (WHERE difference = 'gone')::int AS gone
    FROM compared GROUP BY 1, 2 ORDER BY 1, 2`,
    importId,
  );
}
