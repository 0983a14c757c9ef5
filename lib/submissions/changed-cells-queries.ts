import "server-only";
import { asViewer } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { Prisma } from "../platform/db/prisma/client.ts";
import { changesBetween, type FieldChange, type RowValues } from "./row-history.ts";

/** A cell of the results that was changed after it first stood there. */
export interface ChangedCell extends FieldChange {
  code: string;
  at: string;
  /** Empty when the viewer may not see who did it, or the file is an office's. */
  by: string;
  file: string;
}

/** So many changed rows are told on the page; each row has its whole history besides. */
const MOST_ROWS = 200;

/**
 * Every change of a cell that later files made to one school's results, newest first, so that it can be told beside the cells.
 * Of a school out of sight, and to teachers, who see no files: nothing.
 */
export function listChangedCells(viewer: Viewer, workId: number, schoolId: number): Promise<ChangedCell[]> {
  permit(viewer, "results.read");
  return asViewer(viewer, async (tx) => {
    const rows = await tx.$queryRaw<Changed[]>`
      SELECT b.participant_code AS code, t.applied_at AS at, coalesce(p.name, '') AS by, coalesce(f.name, '') AS file,
        ${values("b")} AS before, ${values("a")} AS after
      FROM results_trace(${schoolId}::int, ${workId}::int) t
      JOIN import_row b ON b.import_id = t.import_id AND b.side = 'before' AND b.school_id = ${schoolId} AND b.work_id = ${workId}
      JOIN import_row a ON a.import_id = t.import_id AND a.side = 'after' AND a.school_id = b.school_id AND a.work_id = b.work_id
        AND a.participant_code = b.participant_code
      LEFT JOIN import_file f ON f.id = t.import_id LEFT JOIN person p ON p.id = f.applied_by
      WHERE t.undone_at IS NULL ORDER BY t.applied_at DESC, b.participant_code LIMIT ${MOST_ROWS}`;
    return rows.flatMap(({ before, after, at, ...rest }) =>
      changesBetween(before, after).map((change) => ({ ...change, ...rest, at: at.toISOString() })),
    );
  });
}

/** The values of a staged row as one JSON object. */
function values(row: "a" | "b"): Prisma.Sql {
  return row === "a"
    ? Prisma.sql`json_build_object('classLabel', a.class_label, 'variant', a.variant, 'status', a.status, 'items', a.items,
        'totalPrinted', a.total_printed, 'markFile', a.mark_file, 'markScale', a.mark_scale, 'journal', a.journal)`
    : Prisma.sql`json_build_object('classLabel', b.class_label, 'variant', b.variant, 'status', b.status, 'items', b.items,
        'totalPrinted', b.total_printed, 'markFile', b.mark_file, 'markScale', b.mark_scale, 'journal', b.journal)`;
}

interface Changed {
  code: string;
  at: Date;
  by: string;
  file: string;
  before: RowValues;
  after: RowValues;
}
