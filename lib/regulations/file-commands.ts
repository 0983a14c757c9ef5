import { readFile } from "node:fs/promises";
import { asViewer, inTransaction } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { systemViewer } from "../platform/access/viewer.ts";
import { isDuplicateKey, RefusedError } from "../platform/errors.ts";
import { dropDocument, keepDocument } from "../platform/storage/documents.ts";
import type { ReceivedFile } from "../platform/storage/uploads.ts";
import { shownName } from "../platform/workbook/workbook.ts";
import { runInWorker } from "../platform/worker/run-in-worker.ts";
import type { DocxOutcome } from "./docx/read-docx.ts";
import type { DocxRefusal } from "./docx/refusals.ts";
import { recordRegulation, takeDraft } from "./draft-writes.ts";
import { MOST_FILE_BYTES, MOST_FILES } from "./limits.ts";
import type { EditionVersionInput, FileIdInput } from "./schema.ts";

export interface GivenFile extends ReceivedFile {
  name: string;
}

/** Reads a text document in a thread of its own; too slow and too large are refusals like the others. */
export async function examineDocx(bytes: Uint8Array): Promise<DocxOutcome> {
  const outcome = await runInWorker<DocxOutcome>("lib/regulations/docx/read-docx.ts", "readDocxTask", [
    bytes,
    MOST_FILE_BYTES,
  ]);
  if (outcome.ok) return outcome.value;
  const { stopped } = outcome;
  if (stopped.reason === "ended") return { ok: false, refusal: { code: "damaged", params: {} } };
  const { reason, ...params } = stopped;
  return { ok: false, refusal: { code: reason, params } };
}

/** A refusal of a file in words. */
export function refusedFile({ code, params }: DocxRefusal): RefusedError {
  return new RefusedError("invalid", `regulations.docx.${code}`, params);
}

/**
 * Adds a file to a draft: a PDF, or a text document that can be read and has no macros. Its content decides what it is, never
 * its name. The bytes are kept under their hash; the received file is the caller's to discard.
 */
export async function addFile(
  viewer: Viewer,
  input: EditionVersionInput,
  file: GivenFile,
  now: Date,
): Promise<{ slug: string }> {
  permit(viewer, "regulations.edit");
  const kind = await kindOf(file);
  await keepDocument(file);
  try {
    return await inTransaction(viewer, async (tx) => {
      const draft = await takeDraft(tx, viewer, input);
      if ((await tx.regulationFile.count({ where: { editionId: draft.id } })) >= MOST_FILES)
        throw new RefusedError("invalid", "regulations.refused.tooManyFiles", { limit: MOST_FILES });
      const { bytes, sha256 } = file;
      const name = shownName(file.name);
      await tx.regulationFile.create({
        data: { editionId: draft.id, name, kind, bytes, sha256, addedAt: now, addedBy: viewer.personId },
      });
      await recordRegulation(
        tx,
        viewer,
        "addFile",
        { ...draft.regulation, regulationId: draft.regulationId },
        { editionId: draft.id, kind, bytes, sha256 },
        now,
      );
      return { slug: draft.regulation.slug };
    });
  } catch (error) {
    await dropUnnamed(file.sha256);
    if (isDuplicateKey(error)) throw new RefusedError("conflict", "regulations.refused.sameFile");
    throw error;
  }
}

/** Takes a file out of a draft. */
export async function removeFile(viewer: Viewer, input: FileIdInput, now: Date): Promise<void> {
  permit(viewer, "regulations.edit");
  const sha256 = await inTransaction(viewer, async (tx) => {
    const draft = await takeDraft(tx, viewer, input);
    const file = await tx.regulationFile.findFirst({ where: { id: input.fileId, editionId: draft.id } });
    if (!file) throw new RefusedError("notFound");
    await tx.regulationFile.delete({ where: { id: file.id } });
    await recordRegulation(
      tx,
      viewer,
      "removeFile",
      { ...draft.regulation, regulationId: draft.regulationId },
      { editionId: draft.id, sha256: file.sha256 },
      now,
    );
    return file.sha256;
  });
  await dropUnnamed(sha256);
}

async function kindOf(file: ReceivedFile): Promise<"pdf" | "docx"> {
  if (file.bytes > MOST_FILE_BYTES)
    throw refusedFile({ code: "fileTooLarge", params: { limit: MOST_FILE_BYTES >> 20 } });
  const bytes = await readFile(file.place);
  // A PDF begins with its mark within the first kilobyte (ISO 32000-2, annex I) and says where it ends.
  const head = bytes.subarray(0, 1024).toString("latin1");
  if (head.includes("%PDF-")) {
    if (!bytes.subarray(-2048).toString("latin1").includes("%%EOF"))
      throw refusedFile({ code: "cutOff", params: {} });
    return "pdf";
  }
  const outcome = await examineDocx(bytes);
  // A document of pictures alone has no text to read and is still a document.
  if (!outcome.ok && outcome.refusal.code !== "noText") throw refusedFile(outcome.refusal);
  return "docx";
}

/** Asked as the portal itself: another unit's edition may name the same bytes. */
async function dropUnnamed(sha256: string): Promise<void> {
  const named = await asViewer(systemViewer, (tx) => tx.regulationFile.count({ where: { sha256 } }));
  if (named === 0) await dropDocument(sha256);
}
