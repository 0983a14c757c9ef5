import { randomUUID } from "node:crypto";
import type { WriteTx } from "../platform/access/as-viewer.ts";

/** How cells came into a draft when nobody typed them: from the results that stood, or by deciding between two typings. */
export type TraceKind = "taken" | "resolved";

/** Keeps in the history of the cells what was written without a batch of the browser. The kind stands where a sitting would. */
export async function traceCells(
  tx: WriteTx,
  to: { entry: { id: number }; schoolId: number; pass: 1 | 2; personId: number; version: number },
  kind: TraceKind,
  changes: readonly { row: number; column: string; before: string; value: string }[],
  now: Date,
): Promise<void> {
  await tx.entryBatch.create({
    data: {
      entryId: to.entry.id,
      schoolId: to.schoolId,
      batch: randomUUID().replaceAll("-", ""),
      pass: to.pass,
      sitting: kind,
      at: now,
      personId: to.personId,
      version: to.version,
      changes: changes.map(({ row, column, before, value }) => ({ row, column, before, value })),
      answer: { accepted: [], conflicts: [] },
    },
  });
}
