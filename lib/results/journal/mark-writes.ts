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
    INSERT INTO import_row (import_id, side, school_id, work_id, participant_code, class_label, variant, sex, status, items,
      total_printed, total_items, mark_file, mark_scale, journal, source_sheet, source_row)
    SELECT ${importId}, 'after', p.school_id, p.work_id, p.participant_code, p.class_label, p.variant, p.sex, p.status, p.items,
      p.total_printed, p.total_items, p.mark_file, p.mark_scale, coalesce(p.journal, m.marks[1]),
      CASE WHEN p.journal IS NULL AND m.marks IS NOT NULL THEN m.source_sheet ELSE p.source_sheet END,
      CASE WHEN p.journal IS NULL AND m.marks IS NOT NULL THEN m.source_row ELSE p.source_row END
    FROM journal_period j JOIN work w ON w.id = j.work_id
    JOIN participation p ON p.school_id = j.school_id AND p.year = w.year AND p.work_id = j.work_id
    LEFT JOIN journal_mark m ON m.import_id = j.import_id AND m.school_id = j.school_id AND m.subject = w.subject
      AND m.participant_code = p.participant_code AND m.heading = j.heading AND m.status = 'mark'
    WHERE j.import_id = ${importId}`;
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
  return tx.$executeRaw`
    UPDATE import_row r SET journal = known.mark
    FROM (
      SELECT DISTINCT ON (j.school_id, j.work_id, m.participant_code) j.school_id, j.work_id, m.participant_code, m.marks[1] AS mark
      FROM journal_period j JOIN import_file f ON f.id = j.import_id AND f.status = 'applied' JOIN work w ON w.id = j.work_id
      JOIN journal_mark m ON m.import_id = j.import_id AND m.school_id = j.school_id AND m.subject = w.subject AND m.heading = j.heading AND m.status = 'mark'
      WHERE (j.school_id, j.work_id) IN (
        SELECT school_id, work_id FROM import_row WHERE import_id = ${importId} AND side = 'after'
        GROUP BY 1, 2 HAVING count(journal) = 0)
      ORDER BY j.school_id, j.work_id, m.participant_code, f.applied_at DESC, j.import_id DESC) known
    WHERE r.import_id = ${importId} AND r.side = 'after' AND r.school_id = known.school_id AND r.work_id = known.work_id
      AND r.participant_code = known.participant_code AND r.journal IS NULL`;
}
