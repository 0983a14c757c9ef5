import { asViewer, inTransaction } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { found, RefusedError } from "../platform/errors.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { type Applied, applyImport } from "./apply-commands.ts";
import { refuseLocked } from "./entry-guard.ts";
import { bigRows, endProgress, StoppedError, teller } from "./progress.ts";

/** What became of the wish to apply a file: it is done, or so large that it is done in the background. */
export type Applying = { kind: "applied"; applied: Applied } | { kind: "started"; rows: number };

/**
 * Applies a file at once when it is small; a large one in the background, where its progress is seen and it can be stopped.
 * What can be refused is refused here, in both cases.
 */
export async function applyOrStart(viewer: Viewer, importId: number, now: Date): Promise<Applying> {
  permit(viewer, "results.import");
  const { personId } = viewer;
  const rows = await rowsToApply(viewer, importId);
  if (rows <= bigRows || personId === null)
    return { kind: "applied", applied: await applyImport(viewer, importId, now) };
  await inTransaction(viewer, async (tx) => {
    const targets = await tx.$queryRaw<
      { schoolId: number; workId: number; municipalityId: number; stale: boolean }[]
    >`
      SELECT t.school_id AS "schoolId", t.work_id AS "workId", s.municipality_id AS "municipalityId", t.base_version <> coalesce(r.version, 0) AS stale
      FROM import_target t JOIN school s ON s.id = t.school_id
      LEFT JOIN result_set r ON r.school_id = t.school_id AND r.work_id = t.work_id WHERE t.import_id = ${importId}`;
    if (targets.some(({ stale }) => stale))
      throw new RefusedError("conflict", "results.refused.changedMeanwhile");
    await refuseLocked(tx, viewer, targets, now);
    const { count } = await tx.importFile.updateMany({
      where: { id: importId, status: "review" },
      data: { status: "applying" },
    });
    if (count === 0) throw new RefusedError("conflict", "results.refused.notInReview");
    await tx.importProgress.upsert({
      where: { importId },
      create: { importId, step: "applying", done: 0, total: rows },
      update: { step: "applying", done: 0, total: rows, stopAsked: false },
    });
    await enqueue(tx, "results.apply", { importId, personId }, `apply-${importId}`);
  });
  return { kind: "started", rows };
}

/**
 * The job: applies a file that was started, from its beginning, also after the server was killed half-way, because what was
 * not committed was never there. Stopped or refused, the file stands in review again.
 */
export async function applyStarted(
  viewer: Viewer,
  importId: number,
  now: Date,
): Promise<"applied" | "stopped" | "refused" | null> {
  permit(viewer, "results.import");
  const file = await asViewer(viewer, async (tx) =>
    found(await tx.importFile.findUnique({ where: { id: importId } })),
  );
  if (file.status !== "applying") return null;
  const tell = teller(viewer, importId);
  try {
    await tell("applying", 0, await rowsToApply(viewer, importId));
    await applyImport(viewer, importId, now, { from: "applying", tell });
    return "applied";
  } catch (error) {
    if (!(error instanceof StoppedError || error instanceof RefusedError)) throw error;
    await inTransaction(viewer, async (tx) => {
      await tx.importFile.updateMany({
        where: { id: importId, status: "applying" },
        data: { status: "review" },
      });
      await endProgress(tx, importId);
    });
    return error instanceof StoppedError ? "stopped" : "refused";
  }
}

async function rowsToApply(viewer: Viewer, importId: number): Promise<number> {
  const { _sum } = await asViewer(viewer, (tx) =>
    tx.importTarget.aggregate({ where: { importId }, _sum: { taken: true, absent: true } }),
  );
  return (_sum.taken ?? 0) + (_sum.absent ?? 0);
}
