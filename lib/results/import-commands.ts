import { createHash } from "node:crypto";
import { inTransaction } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { RefusedError } from "../platform/errors.ts";
import { type Applied, applyLocked } from "./apply-commands.ts";
import { type Examination, examine } from "./examine.ts";
import { registerImport } from "./receive-commands.ts";
import type { Given } from "./schema.ts";
import { type StagedStatus, stage } from "./stage-commands.ts";

export interface ImportOutcome {
  /** What was seen in the file. */
  examination: Examination;
  /** `checked` = a dry run: nothing was stored. */
  status: "checked" | "applied" | StagedStatus;
  importId: number | null;
  applied: Applied | null;
}

/**
 * Brings one file all the way: look, stage, apply. The same steps as on the page, for the command line and for making
 * the demo region. A file with an open question, or without any row that may be taken, is staged and not applied.
 */
export async function importFile(
  viewer: Viewer,
  file: { name: string; bytes: Uint8Array },
  options: { given: Given; dryRun: boolean },
  now: Date,
): Promise<ImportOutcome> {
  permit(viewer, "results.import");
  const examination = await examine(viewer, file.bytes, file.name, options.given);
  if (options.dryRun)
    return {
      examination,
      status: examination.refusal ? "refused" : "checked",
      importId: null,
      applied: null,
    };
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  const stored = { name: file.name, bytes: file.bytes.length, sha256 };
  return { examination, ...(await storeExamined(viewer, stored, options.given, examination, now)) };
}

/**
 * Stores what was seen in a file and, when nothing is open, puts it into the results; all in one transaction. When applying is refused
 * (somebody was faster, results are locked), the file stays staged for review and the refusal is thrown.
 */
export async function storeExamined(
  viewer: Viewer,
  file: { name: string; bytes: number; sha256: string },
  given: Given,
  examination: Examination,
  now: Date,
): Promise<Omit<ImportOutcome, "examination">> {
  const { refused, ...outcome } = await inTransaction(viewer, async (tx) => {
    const importId = await registerImport(tx, viewer, file, given, now);
    const status = await stage(tx, importId, examination);
    const staged = { status, importId, applied: null, refused: null };
    const ready =
      status === "review" &&
      examination.understood?.blocked === false &&
      examination.columns.some(({ tallies }) => tallies.some(({ present, absent }) => present + absent > 0));
    if (!ready) return staged;
    await tx.$executeRaw`SAVEPOINT staged`;
    try {
      const applied = await applyLocked(tx, viewer, { id: importId, sha256: file.sha256 }, now);
      return { status: "applied" as const, importId, applied, refused: null };
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      await tx.$executeRaw`ROLLBACK TO SAVEPOINT staged`;
      return { ...staged, refused: error };
    }
  });
  if (refused) throw refused;
  return outcome;
}
