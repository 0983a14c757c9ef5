import { gunzipSync, gzipSync } from "node:zlib";
import type { ReadTx, WriteTx } from "../platform/access/as-viewer.ts";
import type { CheckedRow } from "./check.ts";
import type { Finding } from "./finding.ts";
import type { TextSheet } from "./workbook/workbook.ts";

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

/** Keeps the text of the cells. The caller has already emptied columns that must not be kept. */
export async function keepSheets(tx: WriteTx, importId: number, sheets: readonly TextSheet[]): Promise<void> {
  for (const [position, sheet] of sheets.entries()) {
    const kept: KeptSheet = {
      hidden: sheet.hidden,
      rows: sheet.rows,
      kinds: sheet.kinds.map((kinds) => Array.from(kinds).join("")),
    };
    const cells = gzipSync(JSON.stringify(kept), { level: 3 });
    await tx.importSheet.create({ data: { importId, position, name: sheet.name, cells } });
  }
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

/**
 * What the staged rows would change, per school and work. A code is changed when any value differs; it is gone when it
 * stands in a class that the file covers and is not in the file. Classes that the file does not name are left alone.
 */
export function differences(tx: ReadTx, importId: number): Promise<TargetDifference[]> {
  return tx.$queryRaw<TargetDifference[]>`
    WITH after AS (SELECT * FROM import_row WHERE import_id = ${importId} AND side = 'after'),
    target AS (SELECT DISTINCT a.school_id, a.work_id, w.year FROM after a JOIN work w ON w.id = a.work_id),
    covered AS (SELECT DISTINCT school_id, work_id, class_label FROM after),
    base AS (SELECT p.* FROM participation p JOIN target t ON t.school_id = p.school_id AND t.year = p.year AND t.work_id = p.work_id),
    compared AS (
      SELECT coalesce(a.school_id, b.school_id) AS school_id, coalesce(a.work_id, b.work_id) AS work_id, a.status,
        CASE
          WHEN a.school_id IS NULL THEN CASE WHEN c.school_id IS NULL THEN 'left' ELSE 'gone' END
          WHEN b.school_id IS NULL THEN 'added'
          WHEN (a.class_label, a.variant, a.sex, a.status, a.items, a.total_printed, a.total_items, a.mark_file, a.mark_scale, a.journal)
            IS NOT DISTINCT FROM (b.class_label, b.variant, b.sex, b.status, b.items, b.total_printed, b.total_items, b.mark_file, b.mark_scale, b.journal) THEN 'unchanged'
          ELSE 'changed' END AS difference
      FROM after a FULL JOIN base b ON b.school_id = a.school_id AND b.work_id = a.work_id AND b.participant_code = a.participant_code
      LEFT JOIN covered c ON c.school_id = b.school_id AND c.work_id = b.work_id AND c.class_label = b.class_label
    )
    SELECT school_id AS "schoolId", work_id AS "workId",
      count(*) FILTER (WHERE status = 'present')::int AS taken, count(*) FILTER (WHERE status = 'absent')::int AS absent,
      count(*) FILTER (WHERE difference = 'added')::int AS added, count(*) FILTER (WHERE difference = 'changed')::int AS changed,
      count(*) FILTER (WHERE difference = 'unchanged')::int AS unchanged, count(*) FILTER (WHERE difference = 'gone')::int AS gone
    FROM compared GROUP BY 1, 2 ORDER BY 1, 2`;
}
