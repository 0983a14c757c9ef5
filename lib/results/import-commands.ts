import { createHash } from "node:crypto";
import { inTransaction } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { type Applied, applyImport } from "./apply-commands.ts";
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
  const { importId, status } = await inTransaction(viewer, async (tx) => {
    const id = await registerImport(
      tx,
      viewer,
      { name: file.name, bytes: file.bytes.length, sha256 },
      options.given,
      now,
    );
    return { importId: id, status: await stage(tx, id, examination) };
  });
  const ready =
    status === "review" &&
    examination.understood?.blocked === false &&
    examination.rows.some((row) => row.status !== "held");
  if (!ready) return { examination, status, importId, applied: null };
  return { examination, status: "applied", importId, applied: await applyImport(viewer, importId, now) };
}
