const values =
  "class_label, variant, sex, status, items, total_printed, total_items, mark_file, mark_scale, journal".split(
    ", ",
  );
const valuesOf = (alias: string) => `(${values.map((column) => `${alias}.${column}`).join(", ")})`;

/**
 * Common table expressions that compare the staged rows of import $1 with what is stored; the SQL twin of `diffRows`.
 * `compared` holds a line for each code: added, changed, unchanged, gone or left. The unit of replacement is school ×
 * work × class: a stored row is gone only when the file covers its class and no longer has its code; rows without a
 * known class go only when the file covers every named class that there was.
 */
export const comparisonSql = `
  WITH after AS (SELECT * FROM import_row WHERE import_id = $1 AND side = 'after'),
  covered AS (SELECT DISTINCT school_id, work_id, class_label FROM after),
  target AS (SELECT DISTINCT a.school_id, a.work_id, w.year FROM after a JOIN work w ON w.id = a.work_id),
  base AS (SELECT p.* FROM participation p JOIN target t ON t.school_id = p.school_id AND t.year = p.year AND t.work_id = p.work_id),
  partly AS (
    SELECT DISTINCT b.school_id, b.work_id FROM base b
    LEFT JOIN covered c ON c.school_id = b.school_id AND c.work_id = b.work_id AND c.class_label = b.class_label
    WHERE b.class_label <> '' AND c.school_id IS NULL),
  compared AS (
    SELECT coalesce(a.school_id, b.school_id) AS school_id, coalesce(a.work_id, b.work_id) AS work_id,
      coalesce(a.participant_code, b.participant_code) AS participant_code, a.status,
      CASE
        WHEN a.school_id IS NULL AND b.class_label = '' THEN CASE WHEN p.school_id IS NULL THEN 'gone' ELSE 'left' END
        WHEN a.school_id IS NULL THEN CASE WHEN c.school_id IS NULL THEN 'left' ELSE 'gone' END
        WHEN b.school_id IS NULL THEN 'added'
        WHEN ${valuesOf("a")} IS NOT DISTINCT FROM ${valuesOf("b")} THEN 'unchanged'
        ELSE 'changed' END AS difference
    FROM after a
    FULL JOIN base b ON b.school_id = a.school_id AND b.work_id = a.work_id AND b.participant_code = a.participant_code
    LEFT JOIN covered c ON c.school_id = b.school_id AND c.work_id = b.work_id AND c.class_label = b.class_label
    LEFT JOIN partly p ON p.school_id = b.school_id AND p.work_id = b.work_id)`;
