import { createHash } from "node:crypto";
import { inTransaction } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { registerImport } from "../results/receive-commands.ts";
import { type AppliedProtocol, applyProtocol } from "./apply-commands.ts";
import type { ExaminedProtocol } from "./examine-protocol.ts";
import type { GivenExam } from "./schema.ts";
import { type ExamStatus, lookAt, storeExamined } from "./stage-commands.ts";

export interface ProtocolOutcome {
  examined: ExaminedProtocol;
  status: ExamStatus | "applied";
  importId: number;
  applied: AppliedProtocol | null;
}

/** Brings one protocol all the way, by the same steps as on the page: for the command line and the demo region. */
export async function importProtocol(
  viewer: Viewer,
  file: { name: string; bytes: Uint8Array },
  given: GivenExam,
  now: Date,
): Promise<ProtocolOutcome> {
  permit(viewer, "results.import");
  const examined = await lookAt(viewer, file.bytes, file.name, given);
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  const { importId, status } = await inTransaction(viewer, async (tx) => {
    const id = await registerImport(
      tx,
      viewer,
      { name: file.name, bytes: file.bytes.length, sha256 },
      {},
      now,
    );
    return { importId: id, status: await storeExamined(tx, id, examined) };
  });
  if (status !== "review" || examined.understood?.blocked !== false || examined.rows.length === 0)
    return { examined, status, importId, applied: null };
  return { examined, status: "applied", importId, applied: await applyProtocol(viewer, importId, now) };
}
