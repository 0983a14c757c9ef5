import { inTransaction, type WriteTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { found, RefusedError } from "../platform/errors.ts";
import { comparisonSql } from "./comparison-sql.ts";
import { refreshSummaries, type SchoolWork } from "./summary-writes.ts";

const participationColumns = `school_id, year, school_year, work_id, participant_code, class_label, variant, sex, status, items,
  total_printed, total_items, mark_file, mark_scale, journal, import_id, source_sheet, source_row`;

export interface Applied {
  schools: number;
  added: number;
  changed: number;
  unchanged: number;
  gone: number;
}

/**
 * Puts the checked rows of an import into the results: all of them, or none. Refused when somebody changed the same
 * school's results after the check, so that nobody's work is overwritten unseen.
 */
export async function applyImport(viewer: Viewer, importId: number, now: Date): Promise<Applied> {
  permit(viewer, "results.import");
  return inTransaction(viewer, async (tx) => {
    const file = await lockImport(tx, importId);
    if (file.status !== "review") throw new RefusedError("conflict", "results.refused.notInReview");
    const targets = await tx.importTarget.findMany({
      where: { importId },
      orderBy: [{ schoolId: "asc" }, { workId: "asc" }],
    });
    if (targets.length === 0) throw new RefusedError("invalid", "results.refused.nothingToApply");
    for (const target of targets) await lockResultSet(tx, viewer, target, importId, target.baseVersion, now);
    await tx.$executeRaw`UPDATE result_set s SET source_name = f.name, source_sha256 = f.sha256, source_role = ${viewer.role}
      FROM import_target t JOIN import_file f ON f.id = t.import_id WHERE f.id = ${importId} AND s.school_id = t.school_id AND s.work_id = t.work_id`;
    await keepReplaced(tx, importId);
    await putRows(tx, importId);
    await refreshSummaries(tx, targets, now);
    await tx.importFile.update({
      where: { id: importId },
      data: { status: "applied", appliedAt: now, appliedBy: viewer.personId },
    });
    const applied = targets.reduce(
      (sum, t) => ({
        schools: sum.schools,
        added: sum.added + t.added,
        changed: sum.changed + t.changed,
        unchanged: sum.unchanged + t.unchanged,
        gone: sum.gone + t.gone,
      }),
      { schools: new Set(targets.map((t) => t.schoolId)).size, added: 0, changed: 0, unchanged: 0, gone: 0 },
    );
    await recordForMunicipalities(
      tx,
      viewer,
      "results.apply",
      importId,
      targets,
      { ...applied, sha256: file.sha256 },
      now,
    );
    return applied;
  });
}

/** Takes an applied import back: what it added goes, what it replaced returns. Refused when the results were changed since. */
export async function undoImport(viewer: Viewer, importId: number, now: Date): Promise<{ schools: number }> {
  permit(viewer, "results.import");
  return inTransaction(viewer, async (tx) => {
    const file = await lockImport(tx, importId);
    if (file.status !== "applied") throw new RefusedError("conflict", "results.refused.notApplied");
    const targets = await tx.importTarget.findMany({
      where: { importId },
      orderBy: [{ schoolId: "asc" }, { workId: "asc" }],
    });
    for (const target of targets) await lockResultSet(tx, viewer, target, null, target.baseVersion + 1, now);
    await tx.$executeRaw`DELETE FROM participation p USING import_target t, work w
      WHERE t.import_id = ${importId} AND w.id = t.work_id AND p.school_id = t.school_id AND p.year = w.year AND p.work_id = t.work_id AND p.import_id = ${importId}`;
    await tx.$executeRawUnsafe(
      `INSERT INTO participation (${participationColumns})
       SELECT r.school_id, w.year, ${schoolYearSql}, r.work_id, r.participant_code, r.class_label, r.variant, r.sex, r.status, r.items,
         r.total_printed, r.total_items, r.mark_file, r.mark_scale, r.journal, r.source_import, r.source_sheet, r.source_row
       FROM import_row r JOIN work w ON w.id = r.work_id WHERE r.import_id = $1 AND r.side = 'before'`,
      importId,
    );
    await nameSourceAgain(tx, importId);
    await tx.$executeRaw`DELETE FROM result_set s USING import_target t WHERE t.import_id = ${importId} AND s.school_id = t.school_id AND s.work_id = t.work_id
      AND NOT EXISTS (SELECT FROM participation p WHERE p.school_id = s.school_id AND p.year = s.year AND p.work_id = s.work_id)`;
    await refreshSummaries(tx, targets, now);
    await tx.importFile.update({
      where: { id: importId },
      data: { status: "undone", undoneAt: now, undoneBy: viewer.personId },
    });
    await recordForMunicipalities(tx, viewer, "results.undo", importId, targets, {}, now);
    return { schools: new Set(targets.map((t) => t.schoolId)).size };
  });
}

/** After an undo the results stand as an earlier file left them: that file is named again, if this viewer may see it. */
async function nameSourceAgain(tx: WriteTx, importId: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE result_set s SET last_import = coalesce(p.import_id, 0), source_name = coalesce(f.name, ''), source_sha256 = coalesce(f.sha256, ''), source_role = ''
    FROM import_target t
    LEFT JOIN LATERAL (
      SELECT max(import_id) AS import_id FROM participation WHERE school_id = t.school_id AND work_id = t.work_id
    ) p ON true
    LEFT JOIN import_file f ON f.id = p.import_id
    WHERE t.import_id = ${importId} AND s.school_id = t.school_id AND s.work_id = t.work_id`;
}

async function lockImport(
  tx: WriteTx,
  importId: number,
): Promise<{ status: string; sha256: string; blocked: boolean }> {
  const [file] = await tx.$queryRaw<{ status: string; sha256: string; blocked: boolean }[]>`
    SELECT status, sha256, coalesce((understood ->> 'blocked')::boolean, false) AS blocked FROM import_file WHERE id = ${importId} FOR UPDATE`;
  return found(file);
}

/** Takes the school's results for the work for oneself until the transaction ends, and counts the version up. */
async function lockResultSet(
  tx: WriteTx,
  viewer: Viewer,
  target: SchoolWork,
  importId: number | null,
  expectedVersion: number,
  now: Date,
): Promise<void> {
  const { schoolId, workId } = target;
  await tx.$executeRaw`INSERT INTO result_set (school_id, work_id, year, version, last_import, received_at, changed_at, changed_by)
    SELECT ${schoolId}, id, year, 0, 0, ${now}, ${now}, ${viewer.personId ?? 0} FROM work WHERE id = ${workId} ON CONFLICT DO NOTHING`;
  const changed =
    await tx.$executeRaw`UPDATE result_set SET version = version + 1, last_import = coalesce(${importId}::int, last_import), changed_at = ${now}, changed_by = ${viewer.personId ?? 0}
    WHERE school_id = ${schoolId} AND work_id = ${workId} AND version = ${expectedVersion}`;
  if (changed !== 1) throw new RefusedError("conflict", "results.refused.changedMeanwhile");
}

/** Keeps what is about to be replaced or removed, so that the import can be undone. */
async function keepReplaced(tx: WriteTx, importId: number): Promise<void> {
  await tx.$executeRawUnsafe(
    `${comparisonSql}
    INSERT INTO import_row (import_id, side, school_id, work_id, participant_code, class_label, variant, sex, status, items,
      total_printed, total_items, mark_file, mark_scale, journal, source_import, source_sheet, source_row)
    SELECT $1, 'before', b.school_id, b.work_id, b.participant_code, b.class_label, b.variant, b.sex, b.status, b.items,
      b.total_printed, b.total_items, b.mark_file, b.mark_scale, b.journal, b.import_id, b.source_sheet, b.source_row
    FROM base b JOIN compared USING (school_id, work_id, participant_code) WHERE compared.difference IN ('changed', 'gone')`,
    importId,
  );
}

/** Removes what was kept for undoing and adds the rows that are new or changed; unchanged rows keep their history. */
async function putRows(tx: WriteTx, importId: number): Promise<void> {
  await tx.$executeRaw`DELETE FROM participation p USING import_row r, work w
    WHERE r.import_id = ${importId} AND r.side = 'before' AND w.id = r.work_id
      AND p.school_id = r.school_id AND p.year = w.year AND p.work_id = r.work_id AND p.participant_code = r.participant_code`;
  await tx.$executeRawUnsafe(
    `INSERT INTO participation (${participationColumns})
     SELECT r.school_id, w.year, ${schoolYearSql}, r.work_id, r.participant_code, r.class_label, r.variant, r.sex, r.status, r.items,
       r.total_printed, r.total_items, r.mark_file, r.mark_scale, r.journal, $1, r.source_sheet, r.source_row
     FROM import_row r JOIN work w ON w.id = r.work_id WHERE r.import_id = $1 AND r.side = 'after'
     ON CONFLICT (school_id, year, work_id, participant_code) DO NOTHING`,
    importId,
  );
}

/** The SQL twin of `schoolYearOf`. */
const schoolYearSql = "CASE w.season WHEN 'spring' THEN w.year - 1 ELSE w.year END";

/** One event for each municipality whose schools are concerned: each keeps its own chain. */
async function recordForMunicipalities(
  tx: WriteTx,
  viewer: Viewer,
  action: string,
  importId: number,
  targets: readonly SchoolWork[],
  details: Record<string, unknown>,
  now: Date,
): Promise<void> {
  const schools = await tx.school.findMany({ where: { id: { in: targets.map((t) => t.schoolId) } } });
  const works = [...new Set(targets.map((t) => t.workId))];
  for (const [municipalityId, members] of [...Map.groupBy(schools, (s) => s.municipalityId)].sort(
    ([a], [b]) => a - b,
  )) {
    const schoolId = members.length === 1 ? (members[0]?.id ?? null) : null;
    await record(
      tx,
      viewer,
      {
        action,
        subject: `import:${importId}`,
        municipalityId,
        schoolId,
        details: { ...details, works, schools: members.length },
      },
      now,
    );
  }
}
