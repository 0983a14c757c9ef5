import "server-only";
import type { ReadTx } from "../platform/access/as-viewer.ts";

/**
 * Errors that stop a school from submitting a work: still found in the present data, and not accepted by the office. Asked
 * inside the transaction that submits, with the viewer's own scope: `(await openErrors(tx, schoolId, workId)) > 0` refuses.
 * Ask `checksPending` beside it, because right after a change the checks of that change may not have run yet.
 */
export async function openErrors(tx: ReadTx, schoolId: number, workId: number): Promise<number> {
  return await tx.checkResult.count({
    where: { schoolId, workId, severity: "error", goneAt: null, confirmedAt: null },
  });
}

/** Warnings that still wait for the school's reason; they stop nothing by themselves. */
export async function openWarnings(tx: ReadTx, schoolId: number, workId: number): Promise<number> {
  return await tx.checkResult.count({
    where: { schoolId, workId, severity: "warning", goneAt: null, confirmedAt: null },
  });
}

/** True while the stored results are newer than what the checks have seen: a job is on its way. False for no results. */
export async function checksPending(tx: ReadTx, schoolId: number, workId: number): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ pending: boolean }[]>`
    SELECT c.results_version IS DISTINCT FROM s.version AS pending FROM result_set s
    LEFT JOIN check_run c ON c.school_id = s.school_id AND c.work_id = s.work_id
    WHERE s.school_id = ${schoolId} AND s.work_id = ${workId}`;
  return row?.pending ?? false;
}
