import "server-only";
import { asViewer, type ReadTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { found } from "../platform/errors.ts";
import { type NamedWork, namedWorks } from "../results/named-works.ts";
import { type AppliedFile, type RowChange, type RowValues, rowHistory } from "./row-history.ts";

export interface HistoryStep extends RowChange {
  /** Who did it; null when the viewer may not see that person. */
  actor: string | null;
  actorRole: string;
  /** The file and the place of the row in it; null when the file belongs to an office and is not shown to the school. */
  file: { name: string; sheet: string; row: number } | null;
}

export interface RowHistoryView {
  school: { id: number; name: string };
  work: NamedWork;
  code: string;
  tasks: readonly string[];
  /** False when the row does not stand in the results now. */
  present: boolean;
  steps: readonly HistoryStep[];
}

/**
 * Who changed a row when and by which file. A code that never stood in the results is not found. Teachers see the rows of
 * their classes but not the files, so their history is empty.
 */
export function getRowHistory(
  viewer: Viewer,
  workId: number,
  schoolId: number,
  code: string,
): Promise<RowHistoryView> {
  permit(viewer, "results.read");
  return asViewer(viewer, async (tx) => {
    const school = found(
      await tx.school.findUnique({ where: { id: schoolId }, select: { id: true, name: true } }),
    );
    const work = found((await namedWorks(tx, [workId])).get(workId));
    const tasks = await tx.workTask.findMany({ where: { workId }, orderBy: { position: "asc" } });
    const rows = await stagedRows(tx, schoolId, workId, code);
    const stands = await tx.participation.count({
      where: { schoolId, year: work.year, workId, participantCode: code },
    });
    const files = await traceOf(tx, schoolId, workId);
    const applied = files.map((file): AppliedFile => {
      const side = (name: string) =>
        rows.find((row) => row.import_id === file.import_id && row.side === name);
      return {
        importId: file.import_id,
        appliedAt: file.applied_at.toISOString(),
        undoneAt: file.undone_at?.toISOString() ?? null,
        after: valuesOf(side("after")),
        before: valuesOf(side("before")),
      };
    });
    const history = rowHistory(applied);
    // A code of nobody and a code out of sight look the same.
    if (history.length === 0 && stands === 0) found(null);
    const steps = history.map((change): HistoryStep => {
      const file = files.find((one) => one.import_id === change.importId);
      const row = rows.find((one) => one.import_id === change.importId && one.side === "after");
      const undone = change.kind === "undone";
      return {
        ...change,
        actor: (undone ? file?.undone_name : file?.applied_name) ?? null,
        actorRole: (undone ? file?.undone_role : file?.applied_role) ?? "",
        file: file?.name
          ? { name: file.name, sheet: row?.source_sheet ?? "", row: row?.source_row ?? 0 }
          : null,
      };
    });
    return { school, work, code, tasks: tasks.map((task) => task.code), present: stands > 0, steps };
  });
}

interface StagedRow {
  import_id: number;
  side: string;
  class_label: string;
  variant: string;
  status: string;
  items: number[];
  total_printed: number | null;
  mark_file: number | null;
  mark_scale: number | null;
  journal: number | null;
  source_sheet: string;
  source_row: number;
}

function stagedRows(tx: ReadTx, schoolId: number, workId: number, code: string): Promise<StagedRow[]> {
  // By the targets first: the key of import_row begins with the import.
  return tx.$queryRaw<StagedRow[]>`
    SELECT r.import_id, r.side, r.class_label, r.variant, r.status, r.items, r.total_printed, r.mark_file, r.mark_scale, r.journal,
      r.source_sheet, r.source_row
    FROM import_target t JOIN import_row r ON r.import_id = t.import_id AND r.school_id = t.school_id AND r.work_id = t.work_id
    WHERE t.school_id = ${schoolId} AND t.work_id = ${workId} AND r.participant_code = ${code} AND r.status <> 'held'`;
}

interface Trace {
  import_id: number;
  applied_at: Date;
  undone_at: Date | null;
  applied_role: string | null;
  undone_role: string | null;
  applied_name: string | null;
  undone_name: string | null;
  name: string | null;
}

function traceOf(tx: ReadTx, schoolId: number, workId: number): Promise<Trace[]> {
  return tx.$queryRaw<Trace[]>`
    SELECT t.*, f.name, a.name AS applied_name, u.name AS undone_name
    FROM results_trace(${schoolId}::int, ${workId}::int) t
    LEFT JOIN import_file f ON f.id = t.import_id
    LEFT JOIN person a ON a.id = f.applied_by LEFT JOIN person u ON u.id = f.undone_by
    ORDER BY t.applied_at`;
}

function valuesOf(row: StagedRow | undefined): RowValues | null {
  if (!row) return null;
  return {
    ...{ classLabel: row.class_label, variant: row.variant, status: row.status, items: row.items },
    ...{
      totalPrinted: row.total_printed,
      markFile: row.mark_file,
      markScale: row.mark_scale,
      journal: row.journal,
    },
  };
}
