import { inTransaction } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { RefusedError } from "../platform/errors.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { lockReport, trace } from "./apply-commands.ts";
import type { ReportAnswer } from "./schema.ts";

/** Answers what a report leaves open (the work; per cent or counts) or asks for a fresh reading of its kept cells. */
export async function answerReport(
  viewer: Viewer,
  importId: number,
  answer: Omit<ReportAnswer, "importId">,
  now: Date,
): Promise<void> {
  permit(viewer, "results.import");
  const { personId } = viewer;
  if (personId === null) throw new RefusedError("notSignedIn");
  await inTransaction(viewer, async (tx) => {
    const file = await lockReport(tx, importId);
    if (!["review", "refused", "unchanged", "undone", "failed"].includes(file.status))
      throw new RefusedError("conflict", "results.refused.notInReview");
    const given = Object.fromEntries(
      Object.entries({ ...file.given, ...answer }).filter(([, value]) => value !== undefined),
    ) as object;
    await tx.importFile.update({ where: { id: importId }, data: { status: "reading", given } });
    await trace(tx, viewer, "reported.answer", importId, { given }, now);
    await enqueue(tx, "reported.stage", { importId, personId }, `report-${importId}`);
  });
}
