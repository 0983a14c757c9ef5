import type { ReadTx, WriteTx } from "../../platform/access/as-viewer.ts";
import { numberArray, textArray } from "../array-text.ts";
import type { JournalCellReading } from "./read-journal.ts";

const batchCells = 3_000;

/** Stages what an export says, instead of what an earlier reading of the same import said. */
export async function stageMarks(
  tx: WriteTx,
  importId: number,
  place: { schoolId: number; schoolYear: number },
  cells: readonly JournalCellReading[],
): Promise<void> {
  await forgetMarks(tx, importId);
  for (let at = 0; at < cells.length; at += batchCells) {
    const part = cells.slice(at, at + batchCells);
    const texts = (read: (cell: JournalCellReading) => string) => textArray(part.map(read));
    await tx.$executeRaw`
      INSERT INTO journal_mark (import_id, school_id, school_year, subject, class_label, participant_code, kind, heading, marks, status, raw, source_sheet, source_row)
      SELECT ${importId}, ${place.schoolId}, ${place.schoolYear}, subject, label, code, kind, heading, marks::smallint[], status, raw, sheet, row
      FROM unnest(${texts((c) => c.subject)}::text[], ${texts((c) => c.classLabel)}::text[], ${texts((c) => c.code)}::text[], ${texts((c) => c.kind)}::text[],
        ${texts((c) => c.heading)}::text[], ${texts((c) => numberArray(c.marks))}::text[], ${texts((c) => c.status)}::text[], ${texts((c) => c.raw)}::text[],
        ${texts((c) => c.sheet)}::text[], ${numberArray(part.map((c) => c.row))}::int[])
        AS t(subject, label, code, kind, heading, marks, status, raw, sheet, row)`;
  }
}

/** Removes what an import said of the journal, and which columns were chosen. */
export async function forgetMarks(tx: WriteTx, importId: number): Promise<void> {
  await tx.$executeRaw`WITH marks AS (DELETE FROM journal_mark WHERE import_id = ${importId})
    DELETE FROM journal_period WHERE import_id = ${importId}`;
}

/** Sets a column of the journal beside a work. */
export async function stagePeriod(
  tx: WriteTx,
  importId: number,
  period: { schoolId: number; workId: number; heading: string },
): Promise<void> {
  await tx.$executeRaw`INSERT INTO journal_period (import_id, school_id, work_id, heading)
    VALUES (${importId}, ${period.schoolId}, ${period.workId}, ${period.heading})`;
}

/**
 * Stages the rows of the chosen works as they stand, with the journal's mark where the work's own form has none; a mark
 * that the form has is never replaced.
 */
export async function stageFilledRows(tx: WriteTx, importId: number): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO import_part (import_id, side, school_id, work_id, codes, class_labels, variants, sexes, statuses, items,
      totals_printed, totals_items, marks_file, marks_scale, journal, source_imports, source_sheets, source_rows)
    SELECT ${importId}, 'after', p.school_id, p.work_id, array_agg(p.participant_code), array_agg(p.class_label), array_agg(p.variant),
      array_agg(p.sex), array_agg(p.status), array_agg(p.items::text), array_agg(p.total_printed), array_agg(p.total_items),
      array_agg(p.mark_file), array_agg(p.mark_scale), array_agg(coalesce(p.journal, m.marks[1])), '{}',
      array_agg(CASE WHEN p.journal IS NULL AND m.marks IS NOT NULL THEN m.source_sheet ELSE p.source_sheet END),
      array_agg(CASE WHEN p.journal IS NULL AND m.marks IS NOT NULL THEN m.source_row ELSE p.source_row END)
    FROM journal_period j JOIN work w ON w.id = j.work_id
    JOIN participation p ON p.school_id = j.school_id AND p.year = w.year AND p.work_id = j.work_id
    LEFT JOIN journal_mark m ON m.import_id = j.import_id AND m.school_id = j.school_id AND m.subject = w.subject
      AND m.participant_code = p.participant_code AND m.heading = j.heading AND m.status = 'mark'
    WHERE j.import_id = ${importId} GROUP BY p.school_id, p.work_id`;
}

/** Cells that no applied import of the school says in the same way; 0 = the same journal is there already. */
export async function countNewMarks(tx: ReadTx, importId: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM journal_mark n WHERE n.import_id = ${importId} AND NOT EXISTS (
      SELECT FROM journal_mark k JOIN import_file f ON f.id = k.import_id AND f.status = 'applied'
      WHERE k.school_id = n.school_id AND k.school_year = n.school_year AND k.subject = n.subject AND k.participant_code = n.participant_code
        AND k.kind = n.kind AND k.heading = n.heading AND k.status = n.status AND k.marks = n.marks)`;
  return row?.count ?? 0;
}

/**
 * Gives the staged rows of a form without a single journal mark those of the journal that was applied last for the same
 * school and work; answers how many. So a form that is brought again does not lose them.
 */
export async function fillFromJournal(tx: WriteTx, importId: number): Promise<number> {
  const [known] = await tx.$queryRaw<{ some: boolean }[]>`SELECT EXISTS (SELECT FROM journal_period) AS some`;
  if (!known?.some) return 0;
  const [filled] = await tx.$queryRaw<{ count: number }[]>`
    WITH known AS (
      SELECT DISTINCT ON (j.school_id, j.work_id, m.participant_code) j.school_id, j.work_id, m.participant_code AS code, m.marks[1] AS mark
      FROM journal_period j JOIN import_file f ON f.id = j.import_id AND f.status = 'applied' JOIN work w ON w.id = j.work_id
      JOIN journal_mark m ON m.import_id = j.import_id AND m.school_id = j.school_id AND m.subject = w.subject AND m.heading = j.heading AND m.status = 'mark'
      JOIN import_part p ON p.import_id = ${importId} AND p.side = 'after' AND p.school_id = j.school_id AND p.work_id = j.work_id
      WHERE num_nulls(VARIADIC p.journal) = cardinality(p.journal)
      ORDER BY j.school_id, j.work_id, m.participant_code, f.applied_at DESC, j.import_id DESC),
    marks AS (
      SELECT p.school_id, p.work_id, array_agg(k.mark ORDER BY r.place) AS journal, count(k.mark)::int AS filled
      FROM import_part p CROSS JOIN unnest(p.codes) WITH ORDINALITY AS r(code, place)
      LEFT JOIN known k ON k.school_id = p.school_id AND k.work_id = p.work_id AND k.code = r.code
      WHERE p.import_id = ${importId} AND p.side = 'after' AND (p.school_id, p.work_id) IN (SELECT school_id, work_id FROM known)
      GROUP BY p.school_id, p.work_id),
    written AS (
      -- What the rows added up to without these marks no longer holds.
      UPDATE import_part p SET journal = m.journal, summaries = NULL FROM marks m
      WHERE p.import_id = ${importId} AND p.side = 'after' AND p.school_id = m.school_id AND p.work_id = m.work_id AND m.filled > 0)
    SELECT coalesce(sum(filled), 0)::int AS count FROM marks`;
  return filled?.count ?? 0;
}
