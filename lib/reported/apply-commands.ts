import { inTransaction, type WriteTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { found, RefusedError } from "../platform/errors.ts";
import { reportCodes } from "../results/layouts/report-forms.ts";
import type { StoredUnderstanding } from "./understood-report.ts";

/** Puts the figures of a checked report in force, all of them or none; results of pupils are not touched. */
export function applyReport(viewer: Viewer, importId: number, now: Date): Promise<{ figures: number }> {
  permit(viewer, "results.import");
  return inTransaction(viewer, async (tx) => {
    const file = await lockReport(tx, importId);
    if (file.status !== "review") throw new RefusedError("conflict", "results.refused.notInReview");
    const figures = file.understood.blocked === false ? await setForce(tx, importId, now) : 0;
    if (figures === 0) throw new RefusedError("invalid", "results.refused.nothingToApply");
    await tx.importFile.update({
      where: { id: importId },
      data: { status: "applied", appliedAt: now, appliedBy: viewer.personId },
    });
    await trace(
      tx,
      viewer,
      "reported.apply",
      importId,
      { figures, form: file.layout, sha256: file.sha256 },
      now,
    );
    return { figures };
  });
}

/** Takes a report back: its figures are no longer in force, those of an earlier report speak again. */
export function undoReport(viewer: Viewer, importId: number, now: Date): Promise<{ figures: number }> {
  permit(viewer, "results.import");
  return inTransaction(viewer, async (tx) => {
    const file = await lockReport(tx, importId);
    if (file.status !== "applied") throw new RefusedError("conflict", "results.refused.notApplied");
    const figures = await setForce(tx, importId, null);
    await tx.importFile.update({
      where: { id: importId },
      data: { status: "undone", undoneAt: now, undoneBy: viewer.personId },
    });
    await trace(tx, viewer, "reported.undo", importId, { figures, form: file.layout }, now);
    return { figures };
  });
}

function setForce(tx: WriteTx, importId: number, at: Date | null): Promise<number> {
  return tx.$executeRaw`UPDATE reported_figure SET in_force = ${at !== null}, applied_at = ${at} WHERE import_id = ${importId}`;
}

/** A report of the viewer's own unit, taken for oneself until the transaction ends; any other import is not found here. */
export async function lockReport(tx: WriteTx, importId: number) {
  const [file] = await tx.$queryRaw<
    {
      status: string;
      layout: string;
      sha256: string;
      given: object;
      understood: Partial<StoredUnderstanding>;
    }[]
  >`SELECT status, layout, sha256, given, understood FROM import_file WHERE id = ${importId} AND layout = ANY (${[...reportCodes]}::text[]) FOR UPDATE`;
  return found(file);
}

/** The journal names the unit whose person did it. */
export function trace(
  tx: WriteTx,
  viewer: Viewer,
  action: string,
  importId: number,
  details: Record<string, unknown>,
  now: Date,
): Promise<void> {
  const { municipalityId, schoolId } = viewer;
  return record(
    tx,
    viewer,
    { action, subject: `import:${importId}`, municipalityId, schoolId, details },
    now,
  );
}
