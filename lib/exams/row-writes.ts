import type { WriteTx } from "../platform/access/as-viewer.ts";
import type { CheckedExamRow } from "./protocol/check-protocol.ts";

/** Stages checked rows for review. */
export async function stageExamRows(
  tx: WriteTx,
  importId: number,
  day: string,
  schoolIds: ReadonlyMap<string, number>,
  rows: readonly CheckedExamRow[],
): Promise<void> {
  const records = rows.map((row) => ({
    school_id: schoolIds.get(row.school),
    person_key: row.personKey,
    class_label: row.classLabel,
    category: row.category,
    items: row.items,
    primary_printed: row.primary,
    primary_items: row.primaryItems,
    score: row.score,
    score_scale: row.scoreByScale,
    source_row: row.row,
  }));
  const own =
    "school_id, person_key, class_label, category, items, primary_printed, primary_items, score, score_scale, source_row";
  // Column names are the constant above, values come only through parameters.
  await tx.$executeRawUnsafe(
    `INSERT INTO exam_import_row (import_id, side, exam_on, ${own})
     SELECT $1, 'after', $2::date, ${own} FROM jsonb_populate_recordset(NULL::exam_import_row, $3::jsonb)`,
    importId,
    day,
    JSON.stringify(records),
  );
}

/** Compares the staged rows with what stands, school by school, and stores the counts; answers the number of changes. */
export async function compareRows(
  tx: WriteTx,
  importId: number,
  examId: number | null,
  day: string,
): Promise<number> {
  await tx.$executeRaw`DELETE FROM exam_import_target WHERE import_id = ${importId}`;
  await tx.$executeRaw`
    INSERT INTO exam_import_target (import_id, school_id, exam_on, base_version, added, changed, unchanged, gone)
    SELECT ${importId}, s.school_id, ${day}::date,
      coalesce((SELECT version FROM exam_result_set r WHERE r.school_id = s.school_id AND r.exam_id = ${examId}::int AND r.exam_on = ${day}::date), 0),
      count(*) FILTER (WHERE n.person_key IS NOT NULL AND o.person_key IS NULL),
      count(*) FILTER (WHERE n.person_key IS NOT NULL AND o.person_key IS NOT NULL AND
        (n.class_label, n.category, n.items, n.primary_printed, n.score, n.score_scale) IS DISTINCT FROM (o.class_label, o.category, o.items, o.primary_printed, o.score, o.score_scale)),
      count(*) FILTER (WHERE n.person_key IS NOT NULL AND o.person_key IS NOT NULL AND
        (n.class_label, n.category, n.items, n.primary_printed, n.score, n.score_scale) IS NOT DISTINCT FROM (o.class_label, o.category, o.items, o.primary_printed, o.score, o.score_scale)),
      count(*) FILTER (WHERE n.person_key IS NULL AND o.person_key IS NOT NULL)
    FROM (SELECT DISTINCT school_id FROM exam_import_row WHERE import_id = ${importId} AND side = 'after') s
    CROSS JOIN LATERAL (
      SELECT person_key FROM exam_import_row WHERE import_id = ${importId} AND side = 'after' AND school_id = s.school_id
      UNION SELECT person_key FROM exam_result WHERE school_id = s.school_id AND exam_id = ${examId}::int AND exam_on = ${day}::date
    ) k
    LEFT JOIN exam_import_row n ON n.import_id = ${importId} AND n.side = 'after' AND n.school_id = s.school_id AND n.person_key = k.person_key
    LEFT JOIN exam_result o ON o.school_id = s.school_id AND o.exam_id = ${examId}::int AND o.exam_on = ${day}::date AND o.person_key = k.person_key
    GROUP BY s.school_id`;
  const [sums] = await tx.$queryRaw<{ changes: number }[]>`
    SELECT coalesce(sum(added + changed + gone), 0)::int AS changes FROM exam_import_target WHERE import_id = ${importId}`;
  return sums?.changes ?? 0;
}

/** Puts the staged rows in the place of the school's rows of that day; what stood there is kept for undoing. */
export async function putExamRows(
  tx: WriteTx,
  importId: number,
  exam: { id: number; year: number; day: string },
): Promise<void> {
  await tx.$executeRaw`DELETE FROM exam_import_row WHERE import_id = ${importId} AND side = 'before'`;
  await tx.$executeRaw`
    INSERT INTO exam_import_row (import_id, side, school_id, exam_on, person_key, class_label, category, items, primary_printed, primary_items, score, score_scale, source_import, source_row)
    SELECT ${importId}, 'before', school_id, exam_on, person_key, class_label, category, items, primary_printed, primary_items, score, score_scale, import_id, source_row
    FROM exam_result WHERE exam_id = ${exam.id} AND exam_on = ${exam.day}::date AND school_id IN (SELECT school_id FROM exam_import_target WHERE import_id = ${importId})`;
  await replaceBy(tx, importId, "after", exam);
}

/** Puts back what stood before the import. */
export function restoreExamRows(
  tx: WriteTx,
  importId: number,
  exam: { id: number; year: number; day: string },
): Promise<void> {
  return replaceBy(tx, importId, "before", exam);
}

async function replaceBy(
  tx: WriteTx,
  importId: number,
  side: "before" | "after",
  { id, year, day }: { id: number; year: number; day: string },
): Promise<void> {
  await tx.$executeRaw`DELETE FROM exam_result WHERE exam_id = ${id} AND exam_on = ${day}::date AND school_id IN (SELECT school_id FROM exam_import_target WHERE import_id = ${importId})`;
  await tx.$executeRaw`
    INSERT INTO exam_result (school_id, year, exam_id, exam_on, person_key, class_label, category, items, primary_printed, primary_items, score, score_scale, import_id, source_row)
    SELECT school_id, ${year}, ${id}, exam_on, person_key, class_label, category, items, primary_printed, primary_items, score, score_scale, coalesce(source_import, ${importId}), source_row
    FROM exam_import_row WHERE import_id = ${importId} AND side = ${side}`;
}
