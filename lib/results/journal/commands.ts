import { inTransaction } from "../../platform/access/as-viewer.ts";
import { permit } from "../../platform/access/permissions.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { record } from "../../platform/audit/record.ts";
import { found, RefusedError } from "../../platform/errors.ts";
import { applyLocked } from "../apply-commands.ts";
import type { UnderstoodJournal } from "./understood-journal.ts";

export interface AppliedJournal {
  /** Cells of the journal that count from now on. */
  marks: number;
  /** Rows of works that got a mark of the journal. */
  filled: number;
}

/**
 * Lets the marks of a checked journal count: they are kept, and stand beside the works that a person set them beside. Taken
 * back like any other file (`undoImport`).
 */
export async function applyJournal(viewer: Viewer, importId: number, now: Date): Promise<AppliedJournal> {
  permit(viewer, "results.import");
  return inTransaction(viewer, async (tx) => {
    const [file] = await tx.$queryRaw<{ status: string; sha256: string; understood: UnderstoodJournal }[]>`
      SELECT status, sha256, understood FROM import_file WHERE id = ${importId} AND layout = 'F-19' FOR UPDATE`;
    const { status, sha256, understood } = found(file);
    if (status !== "review" || understood.blocked)
      throw new RefusedError("conflict", "results.refused.notInReview");
    const { schoolId, marks } = understood;
    if ((await tx.importTarget.count({ where: { importId } })) > 0) {
      const { changed } = await applyLocked(tx, viewer, { id: importId, sha256 }, now);
      return { marks, filled: changed };
    }
    // No work gets a mark of it: it is kept all the same, for works that come later.
    const school = found(
      schoolId === null
        ? null
        : await tx.school.findUnique({ where: { id: schoolId }, select: { municipalityId: true } }),
    );
    await tx.importFile.update({
      where: { id: importId },
      data: { status: "applied", appliedAt: now, appliedBy: viewer.personId },
    });
    await record(
      tx,
      viewer,
      {
        action: "results.apply",
        subject: `import:${importId}`,
        municipalityId: school.municipalityId,
        schoolId,
        details: { journal: true, marks, sha256 },
      },
      now,
    );
    return { marks, filled: 0 };
  });
}
