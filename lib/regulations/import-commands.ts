import { inTransaction } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import type { Prisma } from "../platform/db/prisma/client.ts";
import { found, RefusedError } from "../platform/errors.ts";
import { shownName } from "../platform/workbook/workbook.ts";
import { keyed } from "./clause-commands.ts";
import type { DocxText } from "./docx/read-docx.ts";
import { recordRegulation, takeDraft, writeClauses } from "./draft-writes.ts";
import { examineDocx, type GivenFile, refusedFile } from "./file-commands.ts";
import { reviewed } from "./import-review.ts";
import type { DropImportInput, EditionVersionInput, TakeImportInput } from "./schema.ts";

/**
 * Reads a text document for a draft. What was read waits for review; the draft is as it was until somebody takes it over.
 */
export async function importDocx(
  viewer: Viewer,
  input: EditionVersionInput,
  file: Omit<GivenFile, "place">,
  bytes: Uint8Array,
  now: Date,
): Promise<{ importId: number; slug: string }> {
  permit(viewer, "regulations.edit");
  const outcome = await examineDocx(bytes);
  if (!outcome.ok) throw refusedFile(outcome.refusal);
  return inTransaction(viewer, async (tx) => {
    const draft = await takeDraft(tx, viewer, input);
    await tx.regulationImport.updateMany({
      where: { editionId: draft.id, state: "ready" },
      data: { state: "dropped" },
    });
    const { id } = await tx.regulationImport.create({
      data: {
        editionId: draft.id,
        fileName: shownName(file.name),
        sha256: file.sha256,
        state: "ready",
        outcome: outcome.text as unknown as Prisma.InputJsonObject,
        createdAt: now,
        createdBy: viewer.personId,
      },
    });
    await recordRegulation(
      tx,
      viewer,
      "import",
      { ...draft.regulation, regulationId: draft.regulationId },
      { editionId: draft.id, sha256: file.sha256, clauses: outcome.text.clauses.length },
      now,
    );
    return { importId: id, slug: draft.regulation.slug };
  });
}

/** Makes the reviewed text the text of the draft. Clauses that the edition before has too keep their keys. */
export async function takeImport(
  viewer: Viewer,
  input: TakeImportInput,
  now: Date,
): Promise<{ slug: string; editionId: number }> {
  permit(viewer, "regulations.edit");
  return inTransaction(viewer, async (tx) => {
    const read = found(await tx.regulationImport.findUnique({ where: { id: input.importId } }));
    if (read.state !== "ready") throw new RefusedError("conflict", "regulations.refused.importGone");
    const draft = await takeDraft(tx, viewer, { editionId: read.editionId, version: input.version });
    const { clauses } = read.outcome as unknown as DocxText;
    const kept = reviewed(clauses, input);
    if (kept.length === 0) throw new RefusedError("invalid", "regulations.refused.nothingLeft");
    await writeClauses(tx, draft.id, await keyed(tx, draft.regulationId, kept));
    await tx.regulationImport.update({
      where: { id: read.id },
      data: { state: "taken", version: { increment: 1 } },
    });
    await recordRegulation(
      tx,
      viewer,
      "takeImport",
      { ...draft.regulation, regulationId: draft.regulationId },
      { editionId: draft.id, clauses: kept.length },
      now,
    );
    return { slug: draft.regulation.slug, editionId: draft.id };
  });
}

/** Forgets what was read. */
export async function dropImport(
  viewer: Viewer,
  input: DropImportInput,
): Promise<{ slug: string; editionId: number }> {
  permit(viewer, "regulations.edit");
  return inTransaction(viewer, async (tx) => {
    const read = found(
      await tx.regulationImport.findUnique({
        where: { id: input.importId },
        include: { edition: { include: { regulation: true } } },
      }),
    );
    await tx.regulationImport.updateMany({
      where: { id: read.id, state: "ready" },
      data: { state: "dropped" },
    });
    return { slug: read.edition.regulation.slug, editionId: read.editionId };
  });
}
