import { gunzipSync } from "node:zlib";
import type { ReadTx, WriteTx } from "../platform/access/as-viewer.ts";
import type { Finding } from "../platform/workbook/finding.ts";
import type { TextSheet } from "../platform/workbook/workbook.ts";
import { numberArray, textArray } from "./array-text.ts";
import type { CheckedRow } from "./check.ts";
import { comparisonSql } from "./comparison-sql.ts";
import type { PackedSheet } from "./examine-task.ts";
import type { Tell } from "./progress.ts";
import { batchesOf, type RowColumns } from "./row-columns.ts";

// A statement carries at most so many rows, a whole form: bounded memory, and the event loop breathes between statements.
const batchRows = 1_500;

/** Removes what an earlier check of the same import staged. The kept texts of the cells stay: they can be checked again. */
export async function forgetStaged(tx: WriteTx, importId: number): Promise<void> {
  await tx.$executeRaw`WITH rows AS (DELETE FROM import_part WHERE import_id = ${importId} AND side = 'after'),
    findings AS (DELETE FROM import_finding WHERE import_id = ${importId})
    DELETE FROM import_target WHERE import_id = ${importId}`;
}

/** Stages checked rows for review. Held rows are questions, not rows: they stay in the findings. */
export async function stageRows(
  tx: WriteTx,
  importId: number,
  schoolIds: ReadonlyMap<string, number>,
  rows: readonly CheckedRow[],
): Promise<void> {
  await stageColumns(tx, importId, [...batchesOf(rows, schoolIds, new Map(), batchRows)]);
}

/** The same for rows that come as columns; one statement for each batch. */
export async function stageColumns(
  tx: WriteTx,
  importId: number,
  batches: readonly RowColumns[],
  tell?: Tell,
): Promise<void> {
  const total = batches.reduce((sum, { count }) => sum + count, 0);
  let done = 0;
  await tell?.("keeping", 0, total);
  for (const batch of batches) {
    await insertColumns(tx, importId, batch);
    done += batch.count;
    await tell?.("keeping", done, total);
  }
}

async function insertColumns(tx: WriteTx, importId: number, c: RowColumns): Promise<void> {
  await tx.$executeRaw`INSERT INTO import_part (import_id, side, school_id, work_id, codes, class_labels, variants, sexes, statuses, items,
      totals_printed, totals_items, marks_file, marks_scale, journal, source_imports, source_sheets, source_rows, summaries)
    SELECT ${importId}, 'after', school_id, work_id, codes::text[], class_labels::text[], variants::text[], sexes::text[], statuses::text[],
      items::text[], totals_printed::smallint[], totals_items::smallint[], marks_file::smallint[], marks_scale::smallint[], journal::smallint[],
      '{}', source_sheets::text[], source_rows::int[], summaries::json
    FROM (SELECT unnest(${c.schoolIds}::int[]) AS school_id, unnest(${c.workIds}::int[]) AS work_id, unnest(${c.held}::boolean[]) AS held,
      unnest(${c.codes}::text[]) AS codes, unnest(${c.classLabels}::text[]) AS class_labels, unnest(${c.variants}::text[]) AS variants,
      unnest(${c.sexes}::text[]) AS sexes, unnest(${c.statuses}::text[]) AS statuses, unnest(${c.items}::text[]) AS items,
      unnest(${c.totalsPrinted}::text[]) AS totals_printed, unnest(${c.totalsFromItems}::text[]) AS totals_items,
      unnest(${c.marksFile}::text[]) AS marks_file, unnest(${c.marksScale}::text[]) AS marks_scale,
      unnest(${c.journal}::text[]) AS journal, unnest(${c.sheets}::text[]) AS source_sheets, unnest(${c.rows}::text[]) AS source_rows,
      unnest(${c.summaries}::text[]) AS summaries) t
    WHERE NOT held`;
}

/** Stores every finding; the page groups equal ones, the download lists them all. */
export async function stageFindings(
  tx: WriteTx,
  importId: number,
  findings: readonly Finding[],
): Promise<void> {
  for (let at = 0; at < findings.length; at += batchRows) {
    const part = findings.slice(at, at + batchRows);
    const numbers = (read: (finding: Finding, i: number) => number | null) => numberArray(part.map(read));
    const texts = (read: (finding: Finding) => string | null) => textArray(part.map(read));
    await tx.$executeRaw`INSERT INTO import_finding (import_id, position, severity, code, sheet, row, "column", raw, params)
      SELECT ${importId}, position, severity, code, sheet, row, col, raw, params::jsonb
      FROM unnest(${numbers((_, i) => at + i)}::int[], ${texts((f) => f.severity)}::text[], ${texts((f) => f.code)}::text[], ${texts((f) => f.sheet)}::text[],
        ${numbers((f) => f.row)}::int[], ${numbers((f) => f.column)}::int[], ${texts((f) => f.raw)}::text[], ${texts((f) => JSON.stringify(f.params))}::text[])
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
  await tx.$executeRaw`WITH surplus AS (DELETE FROM import_sheet WHERE import_id = ${importId} AND position >= ${sheets.length})
    INSERT INTO import_sheet (import_id, position, name, cells)
    SELECT ${importId}, place - 1, name, decode(cells, 'base64')
    FROM unnest(${textArray(sheets.map((sheet) => sheet.name))}::text[], ${textArray(sheets.map((sheet) => Buffer.from(sheet.cells).toString("base64")))}::text[])
      WITH ORDINALITY AS t(name, cells, place)
    ON CONFLICT (import_id, position) DO UPDATE SET name = EXCLUDED.name, cells = EXCLUDED.cells`;
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
  /** the version that was compared with; 0 = there are no results */
  baseVersion: number;
  taken: number;
  absent: number;
  added: number;
  changed: number;
  unchanged: number;
  gone: number;
}

/** Whether some school of these has results for one of the works already. */
export async function someStand(
  tx: ReadTx,
  targets: readonly { schoolId: number; workId: number }[],
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ stand: boolean }[]>`
    SELECT EXISTS (SELECT FROM result_set WHERE (school_id, work_id) IN (
      SELECT * FROM unnest(${numberArray(targets.map((t) => t.schoolId))}::int[], ${numberArray(targets.map((t) => t.workId))}::int[]))) AS stand`;
  return row?.stand === true;
}

/** What the staged rows would change, per school and work. */
export function differences(tx: ReadTx, importId: number): Promise<TargetDifference[]> {
  return tx.$queryRawUnsafe<TargetDifference[]>(
    `${comparisonSql}
    SELECT school_id AS "schoolId", work_id AS "workId", (SELECT coalesce(max(s.version), 0) FROM result_set s
        WHERE s.school_id = compared.school_id AND s.work_id = compared.work_id) AS "baseVersion",
      count(*) FILTER (WHERE status = 'present')::int AS taken, count(*) FILTER (WHERE status = 'absent')::int AS absent,
      count(*) FILTER (WHERE difference = 'added')::int AS added, count(*) FILTER (WHERE difference = 'changed')::int AS changed,
      count(*) FILTER (WHERE difference = 'unchanged')::int AS unchanged, count(*) FILTER (WHERE difference = 'gone')::int AS gone
    FROM compared GROUP BY 1, 2 ORDER BY 1, 2`,
    importId,
  );
}

/** Stores what the import would do to each school's results. */
export async function stageTargets(
  tx: WriteTx,
  importId: number,
  targets: readonly (TargetDifference & { held: number })[],
): Promise<void> {
  const numbers = (key: keyof TargetDifference | "held") => numberArray(targets.map((target) => target[key]));
  await tx.$executeRaw`INSERT INTO import_target (import_id, school_id, work_id, base_version, taken, absent, held, added, changed, unchanged, gone)
    SELECT ${importId}, * FROM unnest(${numbers("schoolId")}::int[], ${numbers("workId")}::int[], ${numbers("baseVersion")}::int[],
      ${numbers("taken")}::int[], ${numbers("absent")}::int[], ${numbers("held")}::int[], ${numbers("added")}::int[],
      ${numbers("changed")}::int[], ${numbers("unchanged")}::int[], ${numbers("gone")}::int[])`;
}
