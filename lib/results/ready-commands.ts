import { asViewer, inTransaction } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { RefusedError } from "../platform/errors.ts";
import { applyOrStart } from "./applying-commands.ts";
import { dropCondition } from "./drop.ts";
import { importState } from "./import-state.ts";
import { differences } from "./import-writes.ts";
import type { Drop } from "./schema.ts";
import type { Understood } from "./understood.ts";

export interface AppliedDrop {
  applied: number;
  /** Large files that are being applied in the background. */
  started: number;
  /** Files whose results were there already when their turn came: another file of the drop brought them. */
  unchanged: number;
  /** Files that would now replace what somebody else brought meanwhile: a person has to look first. */
  toLookAt: number;
}

/**
 * Applies every file of a drop that is ready, each in a transaction of its own: a file is applied as a whole or not at all,
 * and one that cannot be does not hold up the others. Files of the same school and work (a file for each class) meet
 * here: the second is compared anew, and applied only when it replaces and removes nothing.
 */
export async function applyReady(viewer: Viewer, drop: Drop, now: Date): Promise<AppliedDrop> {
  permit(viewer, "results.import");
  const outcome: AppliedDrop = { applied: 0, started: 0, unchanged: 0, toLookAt: 0 };
  for (const importId of await readyImports(viewer, drop)) {
    outcome[await applyOne(viewer, importId, now)]++;
  }
  return outcome;
}

function readyImports(viewer: Viewer, drop: Drop): Promise<number[]> {
  return asViewer(viewer, async (tx) => {
    const files = await tx.importFile.findMany({
      where: { ...(await dropCondition(tx, drop)), status: "review" },
      orderBy: { id: "asc" },
      select: { id: true, status: true, understood: true },
    });
    // Reports with ready totals are applied on their own rung.
    return files
      .filter((file) => (file.understood as Partial<Understood>).figures === undefined)
      .filter((file) => (file.understood as Partial<Understood>).handedTo === undefined)
      .filter((file) => importState(file.status, file.understood as Partial<Understood>) === "ready")
      .map(({ id }) => id);
  });
}

async function applyOne(viewer: Viewer, importId: number, now: Date): Promise<keyof AppliedDrop> {
  try {
    return (await applyOrStart(viewer, importId, now)).kind;
  } catch (error) {
    if (!isChangedMeanwhile(error)) throw error;
  }
  const compared = await compareAgain(viewer, importId);
  if (compared !== "adds") return compared;
  try {
    return (await applyOrStart(viewer, importId, now)).kind;
  } catch (error) {
    if (!isChangedMeanwhile(error)) throw error;
    return "toLookAt";
  }
}

function isChangedMeanwhile(error: unknown): boolean {
  return error instanceof RefusedError && error.kind === "conflict";
}

/** Compares the checked rows with what stands now, without reading the file again. */
function compareAgain(viewer: Viewer, importId: number): Promise<"adds" | "unchanged" | "toLookAt"> {
  return inTransaction(viewer, async (tx) => {
    const [file] = await tx.$queryRaw<{ status: string }[]>`
      SELECT status FROM import_file WHERE id = ${importId} FOR UPDATE`;
    if (file?.status !== "review") return "toLookAt";
    const now = await differences(tx, importId);
    for (const { schoolId, workId, ...counts } of now) {
      const key = { schoolId, workId };
      const set = await tx.resultSet.findUnique({
        where: { schoolId_workId: key },
        select: { version: true },
      });
      await tx.importTarget.update({
        where: { importId_schoolId_workId: { importId, ...key } },
        data: { ...counts, baseVersion: set?.version ?? 0 },
      });
    }
    if (now.some(({ changed, gone }) => changed + gone > 0)) {
      await tx.$executeRaw`UPDATE import_file SET understood = understood || '{"replaces": true}' WHERE id = ${importId}`;
      return "toLookAt";
    }
    if (now.some(({ added }) => added > 0)) return "adds";
    await tx.importFile.update({ where: { id: importId }, data: { status: "unchanged" } });
    return "unchanged";
  });
}
