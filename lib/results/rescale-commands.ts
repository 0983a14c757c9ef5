import { inTransaction, type WriteTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { RefusedError } from "../platform/errors.ts";
import { markByScaleSql } from "./rescale-marks.ts";
import { type Rescaled, rescaled } from "./rescale-queries.ts";
import { refreshSummaries } from "./summary-writes.ts";

interface Changed {
  schoolId: number;
  municipalityId: number;
  marks: number;
}

/**
 * Recounts the marks by the scale of everybody who wrote a work, by an edition that is named. Marks are pinned to the edition in force
 * when a file came, so this happens on request only; marks of files stay as they are. Locked results are left alone. Refused when the
 * preview showed another number of changes, or when there is nothing to change. The way back is the same command with the edition
 * before; imports can be undone afterwards as before, and what they bring back has marks by this edition, too.
 */
export async function rescale(
  viewer: Viewer,
  { workId, edition, expected }: { workId: number; edition: number; expected: number },
  now: Date,
): Promise<{ marks: number; schools: number }> {
  permit(viewer, "results.rescale");
  return inTransaction(viewer, async (tx) => {
    const { what } = await rescaled(tx, workId, edition);
    await tx.$queryRaw`SELECT school_id FROM result_set WHERE work_id = ${workId} ORDER BY school_id FOR UPDATE`;
    const changed = await writeMarks(tx, what);
    const marks = changed.reduce((sum, one) => sum + one.marks, 0);
    if (marks === 0) throw new RefusedError("conflict", "rescale.refused.nothing");
    if (marks !== expected) throw new RefusedError("conflict", "rescale.refused.another", { count: marks });
    const ids = changed.map(({ schoolId }) => schoolId);
    await keepUndoable(tx, what, ids);
    await tx.$executeRaw`UPDATE result_set SET version = version + 1, changed_at = ${now}, changed_by = ${viewer.personId ?? 0}
      WHERE work_id = ${workId} AND school_id = ANY (${ids}::int[])`;
    await refreshSummaries(
      tx,
      ids.map((schoolId) => ({ schoolId, workId })),
      now,
    );
    // One event for each municipality: each keeps its own chain.
    const municipalities = [...Map.groupBy(changed, (one) => one.municipalityId)].sort(([a], [b]) => a - b);
    for (const [municipalityId, members] of municipalities) {
      const details = {
        edition,
        marks: members.reduce((sum, one) => sum + one.marks, 0),
        schools: members.length,
      };
      const [only] = members;
      const schoolId = members.length === 1 && only ? only.schoolId : null;
      const entry = {
        action: "results.rescale",
        subject: `work:${workId}`,
        municipalityId,
        schoolId,
        details,
      };
      await record(tx, viewer, entry, now);
    }
    return { marks, schools: changed.length };
  });
}

/** Writes the marks of rows that are not locked; answers the schools where some became others. */
function writeMarks(tx: WriteTx, { workId, year, maxScore, scale }: Rescaled): Promise<Changed[]> {
  const mark = markByScaleSql(scale, maxScore, "p");
  return tx.$queryRaw<Changed[]>`
    WITH written AS (
      UPDATE participation p SET mark_scale = ${mark} FROM result_set r
      WHERE p.year = ${year} AND p.work_id = ${workId} AND p.status = 'present' AND p.mark_scale IS DISTINCT FROM ${mark}
        AND r.school_id = p.school_id AND r.work_id = p.work_id AND r.locked_at IS NULL
      RETURNING p.school_id)
    SELECT w.school_id AS "schoolId", s.municipality_id AS "municipalityId", count(*)::int AS marks
    FROM written w JOIN school s ON s.id = w.school_id GROUP BY 1, 2 ORDER BY 1`;
}

/**
 * Applied imports remember the version that they made and the rows that they replaced: the versions move along, so that each can still
 * be undone in its turn, and the rows get marks by the same edition, so that undoing brings no mark of an older one back. Files that
 * still wait for review keep their version: they were checked by the older edition and have to be checked again.
 */
async function keepUndoable(tx: WriteTx, what: Rescaled, schoolIds: readonly number[]): Promise<void> {
  const { workId, maxScore, scale } = what;
  await tx.$executeRaw`UPDATE import_part b SET marks_scale = (
      SELECT array_agg(${markByScaleSql(scale, maxScore, "r")} ORDER BY place)
      FROM unnest(b.statuses, b.totals_printed, b.marks_file) WITH ORDINALITY AS r(status, total_printed, mark_file, place))
    FROM import_target t JOIN import_file f ON f.id = t.import_id
    WHERE f.status = 'applied' AND t.work_id = ${workId} AND t.school_id = ANY (${[...schoolIds]}::int[])
      AND b.import_id = t.import_id AND b.side = 'before' AND b.school_id = t.school_id AND b.work_id = t.work_id`;
  await tx.$executeRaw`UPDATE import_target t SET base_version = t.base_version + 1 FROM import_file f
    WHERE f.id = t.import_id AND f.status = 'applied' AND t.work_id = ${workId} AND t.school_id = ANY (${[...schoolIds]}::int[])`;
}
