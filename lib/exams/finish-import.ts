import { inTransaction } from "../platform/access/as-viewer.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { RefusedError } from "../platform/errors.ts";
import type { ImportOutcome } from "../results/import-commands.ts";
import { isOtherForm } from "../results/stage-commands.ts";
import { applyProtocol } from "./apply-commands.ts";
import { lookAt, storeExamined } from "./stage-commands.ts";

/**
 * Brings a file that turned out to be a protocol of an examination the rest of the way, for the command line: read, and applied
 * when nothing is asked. The outcome of any other file stays as it is.
 */
export async function finishProtocol(
  viewer: Viewer,
  outcome: ImportOutcome,
  file: { name: string; bytes: Uint8Array },
  now: Date,
): Promise<ImportOutcome> {
  const { importId, examination } = outcome;
  if (importId === null || !isOtherForm(examination, "stateExam")) return outcome;
  const examined = await lookAt(viewer, file.bytes, file.name, {});
  const status = await inTransaction(viewer, async (tx) => {
    await tx.$executeRaw`UPDATE import_file SET refusal = NULL WHERE id = ${importId}`;
    return storeExamined(tx, importId, examined);
  });
  const { findings, refusal } = examined;
  const seen = { ...outcome, examination: { ...examination, findings: [...findings], refusal } };
  if (status !== "review" || examined.understood?.blocked !== false) return { ...seen, status };
  try {
    const { schools, added, changed, unchanged, gone } = await applyProtocol(viewer, importId, now);
    return { ...seen, status: "applied", applied: { schools, added, changed, unchanged, gone } };
  } catch (error) {
    // Nothing to apply, or somebody was faster: it waits on the page.
    if (error instanceof RefusedError) return { ...seen, status: "review" };
    throw error;
  }
}
