import { inTransaction } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { found, RefusedError } from "../platform/errors.ts";
import { forget } from "../platform/storage/uploads.ts";

/**
 * Stops the reading or the applying of a file before it is committed. A file that only waits is stopped at once; one that is
 * being worked on sees it between two steps, and leaves everything as it was.
 */
export async function stopImport(viewer: Viewer, importId: number, now: Date): Promise<{ stopped: boolean }> {
  permit(viewer, "results.import");
  const stopped = await inTransaction(viewer, async (tx) => {
    const file = found(await tx.importFile.findUnique({ where: { id: importId } }));
    if (!["queued", "reading", "applying"].includes(file.status))
      throw new RefusedError("conflict", "results.refused.notRunning");
    const { count } = await tx.importFile.updateMany({
      where: { id: importId, status: "queued" },
      data: { status: "cancelled" },
    });
    if (count === 0)
      await tx.$executeRaw`INSERT INTO import_progress (import_id, step, stop_asked)
        VALUES (${importId}, ${file.status === "applying" ? "applying" : "reading"}, true)
        ON CONFLICT (import_id) DO UPDATE SET stop_asked = true`;
    await record(
      tx,
      viewer,
      {
        action: "results.stop",
        subject: `import:${importId}`,
        municipalityId: file.municipalityId,
        schoolId: file.schoolId,
        details: { at: file.status },
      },
      now,
    );
    return count > 0;
  });
  if (stopped) await forget(importId);
  return { stopped };
}
