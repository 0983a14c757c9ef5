import type { WriteTx } from "../platform/access/as-viewer.ts";
import { comparisonSql } from "./comparison-sql.ts";
import type { Tell } from "./progress.ts";

const valueColumns = [
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
const originColumns = ["import_id", "source_sheet", "source_row"];
const keyColumns = ["school_id", "year", "work_id", "participant_code"];
const storedColumns = [...keyColumns, "school_year", ...valueColumns, ...originColumns].join(", ");
const listed = (columns: readonly string[], alias: string) => columns.map((c) => `${alias}.${c}`).join(", ");

const portionRows = 3_000;

/** What a statement that puts rows of import $1 back into the results selects; `origin` is where each row came from. */
const rowsOf = (side: "after" | "before", origin: string) => `
  SELECT r.school_id, w.year, r.work_id, r.participant_code, CASE w.season WHEN 'spring' THEN w.year - 1 ELSE w.year END,
    ${listed(valueColumns, "r")}, ${origin}, r.source_sheet, r.source_row
  FROM import_row r JOIN work w ON w.id = r.work_id WHERE r.import_id = $1 AND r.side = '${side}'`;

/** A target of an import, with what the check found that it would do to it. */
export interface CountedTarget {
  schoolId: number;
  workId: number;
  /** rows of the file that are put there */
  rows: number;
  changed: number;
  unchanged: number;
  gone: number;
}

/**
 * Puts the staged rows of an import into the results. The caller has locked the versions that the check counted on, so its
 * counts still hold. What is replaced or removed is kept for undoing; unchanged rows keep their history.
 */
export async function putRows(
  tx: WriteTx,
  importId: number,
  targets: readonly CountedTarget[],
  tell?: Tell,
): Promise<void> {
  const some = (count: "changed" | "unchanged" | "gone") => targets.some((target) => target[count] > 0);
  if (some("changed") || some("gone")) await keepReplaced(tx, importId);
  if (some("gone")) await removeGone(tx, importId, targets);
  // Where the check found nothing, a row that stands there after all is a defect; it must not pass for an unchanged one.
  const meeting = some("changed") || some("unchanged") ? replacing : "";
  const insert = `INSERT INTO participation AS p (${storedColumns}) ${rowsOf("after", "r.import_id")}`;
  if (!tell) {
    await tx.$executeRawUnsafe(`${insert} ${meeting}`, importId);
    return;
  }
  const total = targets.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  for (const { schools, rows } of portions(targets)) {
    await tx.$executeRawUnsafe(`${insert} AND r.school_id = ANY ($2::int[]) ${meeting}`, importId, schools);
    done += rows;
    await tell("applying", done, total);
  }
}

/** Schools in portions of some thousand rows; a school is never divided. */
function portions(targets: readonly CountedTarget[]): { schools: number[]; rows: number }[] {
  const bySchool = new Map<number, number>();
  for (const { schoolId, rows } of targets) bySchool.set(schoolId, (bySchool.get(schoolId) ?? 0) + rows);
  const found: { schools: number[]; rows: number }[] = [];
  let last = { schools: [] as number[], rows: 0 };
  for (const [schoolId, rows] of bySchool) {
    if (found.length === 0 || last.rows + rows > portionRows) {
      last = { schools: [], rows: 0 };
      found.push(last);
    }
    last.schools.push(schoolId);
    last.rows += rows;
  }
  return found;
}

const replacing = `ON CONFLICT (${keyColumns.join(", ")}) DO UPDATE
  SET ${[...valueColumns, ...originColumns].map((c) => `${c} = EXCLUDED.${c}`).join(", ")}
  WHERE (${listed(valueColumns, "p")}) IS DISTINCT FROM (${listed(valueColumns, "EXCLUDED")})`;

/** Keeps what is about to be replaced or removed, so that the import can be undone. */
async function keepReplaced(tx: WriteTx, importId: number): Promise<void> {
  const stored = (columns: readonly string[]) => columns.map((column) => `stored_${column}`).join(", ");
  await tx.$executeRawUnsafe(
    `${comparisonSql}
    INSERT INTO import_row (import_id, side, school_id, work_id, participant_code, ${valueColumns.join(", ")}, source_import, source_sheet, source_row)
    SELECT $1, 'before', school_id, work_id, participant_code, ${stored(valueColumns)}, ${stored(originColumns)}
    FROM compared WHERE difference IN ('changed', 'gone')`,
    importId,
  );
}

/** Removes kept rows that have no successor. CASE keeps the planner from turning the list into a join, whose size it cannot know. */
async function removeGone(tx: WriteTx, importId: number, targets: readonly CountedTarget[]): Promise<void> {
  const codes = (side: string) =>
    `SELECT school_id, work_id, participant_code FROM import_row WHERE import_id = $1 AND side = '${side}'`;
  await tx.$executeRawUnsafe(
    `DELETE FROM participation p
     WHERE p.school_id = ANY ($2::int[]) AND p.work_id = ANY ($3::int[]) AND p.year = ANY (ARRAY(SELECT year FROM work WHERE id = ANY ($3::int[])))
       AND CASE WHEN (p.school_id, p.work_id, p.participant_code) IN (${codes("before")} EXCEPT ${codes("after")}) THEN true ELSE false END`,
    importId,
    [...new Set(targets.map((target) => target.schoolId))],
    [...new Set(targets.map((target) => target.workId))],
  );
}

/** Takes back what an import put into the results: its rows go, what they replaced returns as it was. */
export async function restoreRows(tx: WriteTx, importId: number): Promise<void> {
  await tx.$executeRaw`DELETE FROM participation p USING import_target t, work w
    WHERE t.import_id = ${importId} AND w.id = t.work_id AND p.school_id = t.school_id AND p.year = w.year AND p.work_id = t.work_id AND p.import_id = ${importId}`;
  await tx.$executeRawUnsafe(
    `INSERT INTO participation (${storedColumns}) ${rowsOf("before", "r.source_import")}`,
    importId,
  );
}
