import { inTransaction } from "../../platform/access/as-viewer.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { RefusedError } from "../../platform/errors.ts";
import type { ImportOutcome } from "../import-commands.ts";
import type { Given } from "../schema.ts";
import { isOtherForm } from "../stage-commands.ts";
import { applyJournal } from "./commands.ts";
import { examineJournal, storeJournal } from "./stage-journal.ts";

/**
 * Brings a file that turned out to be an export of a journal the rest of the way, for the command line: kept, and applied when
 * nothing is asked. The outcome of any other file stays as it is.
 */
export async function finishJournal(
  viewer: Viewer,
  outcome: ImportOutcome,
  file: { name: string; bytes: Uint8Array },
  given: Given,
  now: Date,
): Promise<ImportOutcome> {
  const { importId, examination } = outcome;
  if (importId === null || !isOtherForm(examination, "journal")) return outcome;
  const examined = await examineJournal(viewer, file.bytes, file.name, given);
  if ("refusal" in examined) return outcome;
  const status = await inTransaction(viewer, async (tx) => {
    await tx.$executeRaw`UPDATE import_file SET refusal = NULL WHERE id = ${importId}`;
    return storeJournal(tx, importId, examined);
  });
  const seen = {
    ...outcome,
    examination: { ...examination, refusal: null, findings: [...examined.read.reading.findings] },
  };
  if (status !== "review") return { ...seen, status };
  try {
    const { filled } = await applyJournal(viewer, importId, now);
    const applied = { schools: 1, added: 0, changed: filled, unchanged: 0, gone: 0 };
    return { ...seen, status: "applied", applied };
  } catch (error) {
    // A column has to be chosen: it waits on the page.
    if (error instanceof RefusedError) return { ...seen, status: "review" };
    throw error;
  }
}
