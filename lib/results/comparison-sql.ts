const values = [
  "class_label",
  "variant",
  "sex",
  "status",
  "items",
  "total_printed",
  "total_items",
  "mark_file",
  "mark_scale",
  "journal",
];
const row = (alias: string) => `(${values.map((column) => `${alias}.${column}`).join(", ")})`;

/** What else a replaced row says besides its values: where it came from. */
const origins = ["import_id", "source_sheet", "source_row"];

/**
 * Common table expressions that compare the staged rows of import $1 with what is stored; the SQL twin of `diffRows`.
 * `compared` holds a line for each code: added, changed, unchanged, gone or left, with the stored row beside it. The unit of
 * replacement is school × work × class: a stored row is gone only when the file covers its class and no longer has its
 * code; rows without a known class go only when the file covers every named class that there was.
 *
 * Nothing is known of rows that were staged a moment ago, and the planner takes them for a single one. So nothing here is left to its
 * choice: a full join is hashed, and so is a list that an expression looks into.
 */
export const comparisonSql = `
  WITH after AS MATERIALIZED (
    SELECT school_id, work_id, participant_code, ${values.join(", ")} FROM import_row WHERE import_id = $1 AND side = 'after'),
  covered AS MATERIALIZED (SELECT DISTINCT school_id, work_id, class_label FROM after),
  target AS MATERIALIZED (
    SELECT school_id, work_id, (SELECT year FROM work w WHERE w.id = work_id) AS year FROM (SELECT DISTINCT school_id, work_id FROM covered) c),
  base AS MATERIALIZED (SELECT p.* FROM participation p JOIN target t ON t.school_id = p.school_id AND t.year = p.year AND t.work_id = p.work_id),
  partly AS MATERIALIZED (
    SELECT DISTINCT school_id, work_id FROM base
    WHERE class_label <> '' AND (school_id, work_id, class_label) NOT IN (SELECT school_id, work_id, class_label FROM covered)),
  compared AS (
    SELECT coalesce(a.school_id, b.school_id) AS school_id, coalesce(a.work_id, b.work_id) AS work_id,
      coalesce(a.participant_code, b.participant_code) AS participant_code, a.status,
      CASE
        WHEN a.school_id IS NULL AND b.class_label = '' THEN
          CASE WHEN (b.school_id, b.work_id) IN (SELECT school_id, work_id FROM partly) THEN 'left' ELSE 'gone' END
        WHEN a.school_id IS NULL THEN
          CASE WHEN (b.school_id, b.work_id, b.class_label) IN (SELECT school_id, work_id, class_label FROM covered) THEN 'gone' ELSE 'left' END
        WHEN b.school_id IS NULL THEN 'added'
        WHEN ${row("a")} IS NOT DISTINCT FROM ${row("b")} THEN 'unchanged'
        ELSE 'changed' END AS difference,
      ${[...values, ...origins].map((column) => `b.${column} AS stored_${column}`).join(", ")}
    FROM after a
    FULL JOIN base b ON b.school_id = a.school_id AND b.work_id = a.work_id AND b.participant_code = a.participant_code)`;
