import { inTransaction } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { found, RefusedError } from "../platform/errors.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { claim, type ReceivedFile } from "../platform/storage/uploads.ts";
import { fileFinding } from "../platform/workbook/file-findings.ts";
import { shownName } from "../platform/workbook/workbook.ts";
import type { Given } from "./schema.ts";

/** Names of files are shown to people and never used as paths; control characters and folders are dropped. */
export function shownFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  return (
    last
      .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "")
      .trim()
      .slice(0, 200) || "file"
  );
}

/** Registers a file that stands on disk and asks for it to be read and checked. */
export async function receiveFile(
  viewer: Viewer,
  file: ReceivedFile & { name: string },
  given: Given,
  now: Date,
): Promise<{ importId: number }> {
  permit(viewer, "results.import");
  const { personId } = viewer;
  if (personId === null) throw new RefusedError("notSignedIn");
  return inTransaction(viewer, async (tx) => {
    const row = await registerImport(
      tx,
      viewer,
      { name: file.name, bytes: file.bytes, sha256: file.sha256 },
      given,
      now,
    );
    // Before the commit that lets the job start: it must find the bytes.
    await claim(file, row);
    await enqueue(tx, "results.stage", { importId: row, personId }, `stage-${row}`);
    return { importId: row };
  });
}

/** Registers a file that was too large to be taken, so that it stands among the others of its drop with the reason. */
export async function receiveTooLarge(
  viewer: Viewer,
  file: { name: string; limit: number },
  given: Given,
  now: Date,
): Promise<{ importId: number }> {
  permit(viewer, "results.import");
  return inTransaction(viewer, async (tx) => {
    const importId = await registerImport(tx, viewer, { name: file.name, bytes: 0, sha256: "" }, given, now);
    const refusal = fileFinding("fileTooLarge", { file: shownName(file.name), limit: file.limit });
    await tx.importFile.update({
      where: { id: importId },
      data: { status: "refused", refusal: { ...refusal }, errorCount: 1 },
    });
    return { importId };
  });
}

/** The record of a file, belonging to the unit of the person who brought it. */
export async function registerImport(
  tx: Parameters<typeof record>[0],
  viewer: Viewer,
  file: { name: string; bytes: number; sha256: string },
  given: Given,
  now: Date,
): Promise<number> {
  const row = await tx.importFile.create({
    data: {
      createdBy: viewer.personId ?? 0,
      createdAt: now,
      schoolId: viewer.schoolId,
      municipalityId: viewer.municipalityId,
      regionId: viewer.regionId,
      name: shownFileName(file.name),
      bytes: file.bytes,
      sha256: file.sha256,
      status: "queued",
      given: stated(given),
    },
  });
  await record(
    tx,
    viewer,
    {
      action: "results.receive",
      subject: `import:${row.id}`,
      municipalityId: viewer.municipalityId,
      schoolId: viewer.schoolId,
      details: { bytes: file.bytes, sha256: file.sha256 },
    },
    now,
  );
  return row.id;
}

/** What was said, without what was left blank. */
function stated(given: Given): Given {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** Answers what the file left open (work, school, year) or asks for a fresh check; the kept cells are checked again. */
export async function checkAgain(viewer: Viewer, importId: number, given: Given, now: Date): Promise<void> {
  permit(viewer, "results.import");
  const { personId } = viewer;
  if (personId === null) throw new RefusedError("notSignedIn");
  await inTransaction(viewer, async (tx) => {
    const file = found(await tx.importFile.findUnique({ where: { id: importId } }));
    if (!["review", "mapping", "refused", "unchanged", "undone", "failed", "cancelled"].includes(file.status))
      throw new RefusedError("conflict", "results.refused.notInReview");
    // A file that could not be read left nothing that could be checked again.
    if ((await tx.importSheet.count({ where: { importId } })) === 0)
      throw new RefusedError("conflict", "results.refused.bringAgain");
    // An answer that was left blank takes an earlier one back.
    const merged = stated({ ...(file.given as Given), ...given });
    await tx.importFile.update({ where: { id: importId }, data: { status: "queued", given: merged } });
    await record(
      tx,
      viewer,
      {
        action: "results.checkAgain",
        subject: `import:${importId}`,
        municipalityId: file.municipalityId,
        schoolId: file.schoolId,
        details: { given: merged },
      },
      now,
    );
    await enqueue(tx, "results.stage", { importId, personId }, `stage-${importId}`);
  });
}
