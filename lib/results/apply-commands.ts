import { inTransaction, type WriteTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { Prisma } from "../platform/db/prisma/client.ts";
import { found, RefusedError } from "../platform/errors.ts";
import { refuseClosed } from "./entry-guard.ts";
import { type CountedTarget, putRows, restoreRows } from "./participation-writes.ts";
import { endProgress, type Tell } from "./progress.ts";
import { refreshSummaries } from "./summary-writes.ts";

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
export async function applyImport(
  viewer: Viewer,
  importId: number,
  now: Date,
  { from = "review", tell }: { from?: "review" | "applying"; tell?: Tell } = {},
): Promise<Applied> {
  permit(viewer, "results.import");
  return inTransaction(viewer, async (tx) => {
    const file = await lockImport(tx, importId);
    if (file.status !== from) throw new RefusedError("conflict", "results.refused.notInReview");
    return applyLocked(tx, viewer, { id: importId, sha256: file.sha256 }, now, tell);
  });
}

/** The same inside of a transaction that holds the import, or has just made it. */
export async function applyLocked(
  tx: WriteTx,
  viewer: Viewer,
  { id, sha256 }: { id: number; sha256: string },
  now: Date,
  tell?: Tell,
): Promise<Applied> {
  const targets = await takeForApplying(tx, viewer, id, now);
  await putRows(tx, id, targets, tell);
  await tell?.("counting", 0, targets.length);
  await refreshSummaries(tx, targets, now, id);
  // The last look before the commit: until here the file can still be stopped.
  await tell?.("counting", targets.length, targets.length);
  if (tell) await endProgress(tx, id);
  await tx.$executeRaw`UPDATE import_file SET status = 'applied', applied_at = ${now}, applied_by = ${viewer.personId}::int WHERE id = ${id}`;
  const total = (count: "added" | "changed" | "unchanged" | "gone") =>
    targets.reduce((sum, target) => sum + target[count], 0);
  const applied = {
    schools: new Set(targets.map((t) => t.schoolId)).size,
    ...{
      added: total("added"),
      changed: total("changed"),
      unchanged: total("unchanged"),
      gone: total("gone"),
    },
  };
  await recordForMunicipalities(tx, viewer, "results.apply", id, targets, { ...applied, sha256 }, now);
  return applied;
}

/** Takes an applied import back: what it added goes, what it replaced returns. Refused when the results were changed since. */
export async function undoImport(viewer: Viewer, importId: number, now: Date): Promise<{ schools: number }> {
  permit(viewer, "results.import");
  return inTransaction(viewer, async (tx) => {
    const file = await lockImport(tx, importId);
    if (file.status !== "applied") throw new RefusedError("conflict", "results.refused.notApplied");
    const targets = await targetsOf(tx, importId);
    const locked = await takeResultSets(tx, viewer, importId, "applied", targets.length, now);
    await refuseClosed(tx, viewer, targets, locked, now);
    await restoreRows(tx, importId);
    await nameSourceAgain(tx, importId);
    await letEarlierBeUndone(tx, importId);
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

/**
 * What stood before this import stands again under a new version: the versions that earlier imports remember move with it,
 * so that each of them can be undone next. Distances between them stay, so one that somebody else's import lies upon still cannot.
 */
async function letEarlierBeUndone(tx: WriteTx, importId: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE import_target t SET base_version = t.base_version + s.version - undone.base_version
    FROM import_target undone JOIN result_set s ON s.school_id = undone.school_id AND s.work_id = undone.work_id
    WHERE undone.import_id = ${importId} AND t.school_id = undone.school_id AND t.work_id = undone.work_id
      AND t.base_version < undone.base_version`;
}

async function lockImport(
  tx: WriteTx,
  importId: number,
): Promise<{ status: string; sha256: string; blocked: boolean }> {
  const [file] = await tx.$queryRaw<{ status: string; sha256: string; blocked: boolean }[]>`
    SELECT status, sha256, coalesce((understood ->> 'blocked')::boolean, false) AS blocked FROM import_file WHERE id = ${importId} FOR UPDATE`;
  return found(file);
}

interface Target extends CountedTarget {
  municipalityId: number;
  /** the check found nothing that stands there */
  isFirst: boolean;
  added: number;
}

function targetsOf(tx: WriteTx, importId: number, first = Prisma.empty): Promise<Target[]> {
  return tx.$queryRaw<Target[]>`${first}
    SELECT t.school_id AS "schoolId", t.work_id AS "workId", s.municipality_id AS "municipalityId", t.taken + t.absent AS rows, t.base_version = 0 AS "isFirst", added, changed, unchanged, gone
    FROM import_target t JOIN school s ON s.id = t.school_id WHERE import_id = ${importId} ORDER BY t.school_id, t.work_id`;
}

/**
 * Takes the results that an import is about for oneself until the transaction ends, and counts their versions up. Refused when somebody
 * changed one of them since the import was checked, or when they are locked.
 */
async function takeForApplying(tx: WriteTx, viewer: Viewer, importId: number, now: Date): Promise<Target[]> {
  // Inserted as version 0 and counted up like all others: the checks are set in motion by the change of a version.
  const targets = await targetsOf(
    tx,
    importId,
    Prisma.sql`WITH put AS (
      INSERT INTO result_set (school_id, work_id, year, version, last_import, received_at, changed_at, changed_by)
      SELECT t.school_id, t.work_id, w.year, 0, 0, ${now}, ${now}, ${viewer.personId ?? 0}
      FROM import_target t JOIN work w ON w.id = t.work_id WHERE t.import_id = ${importId} ORDER BY t.school_id, t.work_id ON CONFLICT DO NOTHING)`,
  );
  if (targets.length === 0) throw new RefusedError("invalid", "results.refused.nothingToApply");
  const locked = await takeResultSets(tx, viewer, importId, "checked", targets.length, now);
  await refuseClosed(tx, viewer, targets, locked, now);
  return targets;
}

/**
 * Locks result sets and counts their versions up, in one order, so that two imports cannot wait for each other in a circle. Refused
 * when one of them was changed since the import was checked, or since it was applied. Answers how many are locked by their owners.
 */
async function takeResultSets(
  tx: WriteTx,
  viewer: Viewer,
  importId: number,
  since: "checked" | "applied",
  count: number,
  now: Date,
): Promise<number> {
  const applies = since === "checked";
  const taken = await tx.$queryRaw<{ isLocked: boolean }[]>`WITH mine AS (
      SELECT s.school_id, s.work_id, t.base_version + ${applies ? 0 : 1}::int AS expected FROM result_set s
      JOIN import_target t ON t.school_id = s.school_id AND t.work_id = s.work_id
      WHERE t.import_id = ${importId} ORDER BY s.school_id, s.work_id FOR UPDATE OF s)
    UPDATE result_set s SET version = s.version + 1, changed_at = ${now}, changed_by = ${viewer.personId ?? 0},
      last_import = CASE WHEN ${applies} THEN f.id ELSE s.last_import END,
      source_name = CASE WHEN ${applies} THEN f.name ELSE s.source_name END,
      source_sha256 = CASE WHEN ${applies} THEN f.sha256 ELSE s.source_sha256 END,
      source_role = CASE WHEN ${applies} THEN ${viewer.role} ELSE s.source_role END
    FROM mine, import_file f
    WHERE f.id = ${importId} AND s.school_id = mine.school_id AND s.work_id = mine.work_id AND s.version = mine.expected
    RETURNING s.locked_at IS NOT NULL AS "isLocked"`;
  if (taken.length !== count) throw new RefusedError("conflict", "results.refused.changedMeanwhile");
  return taken.filter(({ isLocked }) => isLocked).length;
}

/** One event for each municipality whose schools are concerned: each keeps its own chain. */
async function recordForMunicipalities(
  tx: WriteTx,
  viewer: Viewer,
  action: string,
  importId: number,
  targets: readonly Target[],
  details: Record<string, unknown>,
  now: Date,
): Promise<void> {
  const works = [...new Set(targets.map((t) => t.workId))];
  const municipalities = [...Map.groupBy(targets, (t) => t.municipalityId)].sort(([a], [b]) => a - b);
  for (const [municipalityId, members] of municipalities) {
    const schools = new Set(members.map((t) => t.schoolId));
    const schoolId = schools.size === 1 ? (members[0]?.schoolId ?? null) : null;
    await record(
      tx,
      viewer,
      {
        action,
        subject: `import:${importId}`,
        municipalityId,
        schoolId,
        details: { ...details, works, schools: schools.size },
      },
      now,
    );
  }
}
