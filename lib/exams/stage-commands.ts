import { asViewer, inTransaction, type WriteTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { env } from "../platform/env.ts";
import { found } from "../platform/errors.ts";
import { logDefect } from "../platform/log.ts";
import { forget, waitingBytes } from "../platform/storage/uploads.ts";
import type { Finding } from "../platform/workbook/finding.ts";
import { runInWorker } from "../platform/workbook/in-worker.ts";
import type { TextSheet } from "../platform/workbook/workbook.ts";
import { keepSheets, keptSheets, stageFindings } from "../results/import-writes.ts";
import { type ExaminedProtocol, examineProtocol } from "./examine-protocol.ts";
import { examFinding } from "./findings.ts";
import type { ReadProtocol } from "./read-task.ts";
import { compareRows, stageExamRows } from "./row-writes.ts";
import type { GivenExam } from "./schema.ts";

export type ExamStatus = "review" | "refused" | "unchanged";

/** Reads, checks and stages a protocol that was handed on from the upload page. Its bytes are forgotten afterwards, whatever happens. */
export async function stageProtocol(viewer: Viewer, importId: number): Promise<ExamStatus | null> {
  permit(viewer, "results.import");
  const file = await asViewer(viewer, async (tx) =>
    found(await tx.importFile.findUnique({ where: { id: importId } })),
  );
  if (file.status !== "queued" && file.status !== "reading") return null;
  try {
    // A protocol that was read before waits no more; what was kept of it names nobody.
    const source =
      (await waitingBytes(importId)) ?? (await asViewer(viewer, (tx) => keptSheets(tx, importId)));
    const examined = await lookAt(viewer, source, file.name, file.given as GivenExam);
    const status = await inTransaction(viewer, (tx) => storeExamined(tx, importId, examined));
    await forget(importId);
    return status;
  } catch (error) {
    logDefect("exams.stage", error);
    await inTransaction(viewer, (tx) =>
      tx.importFile.update({ where: { id: importId }, data: { status: "failed" } }),
    );
    await forget(importId);
    throw error;
  }
}

/** Looks at a protocol without storing anything. */
export async function lookAt(
  viewer: Viewer,
  source: Uint8Array | readonly TextSheet[],
  fileName: string,
  given: GivenExam,
): Promise<ExaminedProtocol> {
  const outcome = await runInWorker<ReadProtocol>(
    "lib/exams/read-task.ts",
    "readProtocolTask",
    [source, fileName, env.PORTAL_SECRET],
    { fileName },
  );
  if (!outcome.ok) return refusedWith(outcome.refusal);
  if (!outcome.value.ok) return refusedWith(outcome.value.refusal ?? examFinding("examHeadingUnreadable"));
  const { reading, sheets, notes } = outcome.value;
  return asViewer(viewer, (tx) => examineProtocol(tx, viewer, { reading, sheets, notes }, fileName, given));
}

function refusedWith(refusal: Finding): ExaminedProtocol {
  return { refusal, understood: null, rows: [], findings: [], sheets: [], schoolIds: new Map() };
}

/** Stores what was seen as the state of the import. */
export async function storeExamined(
  tx: WriteTx,
  importId: number,
  examined: ExaminedProtocol,
): Promise<ExamStatus> {
  await tx.$executeRaw`DELETE FROM import_finding WHERE import_id = ${importId}`;
  await tx.$executeRaw`DELETE FROM exam_import_row WHERE import_id = ${importId}`;
  await tx.$executeRaw`DELETE FROM exam_import_target WHERE import_id = ${importId}`;
  const { refusal, understood } = examined;
  const findings = refusal ? [refusal, ...examined.findings] : examined.findings;
  await stageFindings(tx, importId, findings);
  const of = (severity: Finding["severity"]) => findings.filter((one) => one.severity === severity).length;
  const counts = { errorCount: of("error"), warningCount: of("warning"), noteCount: of("note") };
  if (refusal || !understood) {
    await tx.importFile.update({
      where: { id: importId },
      data: { status: "refused", refusal: refusal ? json(refusal) : json({}), ...counts },
    });
    return "refused";
  }
  await keepSheets(tx, importId, examined.sheets);
  let status: ExamStatus = "review";
  if (!understood.blocked && understood.day) {
    await stageExamRows(tx, importId, understood.day, examined.schoolIds, examined.rows);
    const changes = await compareRows(tx, importId, understood.examId, understood.day);
    if (changes === 0 && understood.taken > 0) status = "unchanged";
  }
  await tx.importFile.update({
    where: { id: importId },
    data: { status, layout: understood.layout, understood: json(understood), ...counts },
  });
  return status;
}

/** Prisma's JSON type wants plain objects with an index; ours are plain already. */
function json(value: unknown): object {
  return JSON.parse(JSON.stringify(value)) as object;
}
