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

/** The columns of a packed record and what each of their values is called in a row. */
const packedColumns = {
  ...{ codes: "participant_code", class_labels: "class_label", variants: "variant", sexes: "sex" },
  ...{ statuses: "status", items: "items", totals_printed: "total_printed", totals_items: "total_items" },
  ...{ marks_file: "mark_file", marks_scale: "mark_scale", journal: "journal" },
  ...{ source_imports: "source_import", source_sheets: "source_sheet", source_rows: "source_row" },
};
const unpacked = Object.entries(packedColumns)
  .map(([column, value]) => `unnest(p.${column}) AS ${value}`)
  .join(", ");

const portionRows = 3_000;

/**
 * What a statement that puts rows of import $1 back into the results selects; `origin` is where each row came from, `schools` narrows
 * the packed records. Beside each other in a SELECT, lists are taken apart row by row; in FROM, as the view of single rows has them, all
 * of them would be laid out as a table first.
 */
const rowsOf = (side: "after" | "before", origin: string, schools = "") => `
  SELECT school_id, year, work_id, participant_code, school_year, class_label, variant, sex, status, items::smallint[],
    total_printed, total_items, mark_file, mark_scale, journal, ${origin}, source_sheet, source_row
  FROM (
    SELECT p.import_id, p.school_id, w.year, p.work_id, CASE w.season WHEN 'spring' THEN w.year - 1 ELSE w.year END AS school_year,
      ${unpacked} FROM import_part p JOIN work w ON w.id = p.work_id WHERE p.import_id = $1 AND p.side = '${side}' ${schools}) r`;

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
  const insert = (portion = "") =>
    `INSERT INTO participation AS p (${storedColumns}) ${rowsOf("after", "import_id", portion)} ${meeting}`;
  if (!tell) {
    await tx.$executeRawUnsafe(insert(), importId);
    return;
  }
  const total = targets.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  for (const { schools, rows } of portions(targets)) {
    await tx.$executeRawUnsafe(insert("AND p.school_id = ANY ($2::int[])"), importId, schools);
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
  await tx.$executeRawUnsafe(
    `${comparisonSql}
    INSERT INTO import_part (import_id, side, school_id, work_id, ${Object.keys(packedColumns).join(", ")})
    SELECT $1, 'before', school_id, work_id, ${Object.values(packedColumns).map(storedList).join(", ")}
    FROM compared WHERE difference IN ('changed', 'gone') GROUP BY school_id, work_id`,
    importId,
  );
}

function storedList(value: string): string {
  if (value === "participant_code") return "array_agg(participant_code)";
  if (value === "items") return "array_agg(stored_items::text)";
  return `array_agg(stored_${value === "source_import" ? "import_id" : value})`;
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
    `INSERT INTO participation (${storedColumns}) ${rowsOf("before", "source_import")}`,
    importId,
  );
}
