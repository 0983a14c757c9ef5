import { asViewer, inTransaction, type WriteTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { found } from "../platform/errors.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { logDefect } from "../platform/log.ts";
import { forget, waitingBytes } from "../platform/storage/uploads.ts";
import type { Finding } from "../platform/workbook/finding.ts";
import { type Examination, examine } from "./examine.ts";
import { formFinding } from "./form-findings.ts";
import {
  differences,
  forgetStaged,
  keepSheets,
  keptSheets,
  someStand,
  stageColumns,
  stageFindings,
  stageTargets,
  type TargetDifference,
} from "./import-writes.ts";
import { fillFromJournal } from "./journal/mark-writes.ts";
import { stageJournal } from "./journal/stage-journal.ts";
import { endProgress, isBig, StoppedError, type Tell, teller } from "./progress.ts";
import type { Given, GivenJournal } from "./schema.ts";

/** `report` = a report with ready totals, handed on to those who read such reports. */
export type StagedStatus = "review" | "refused" | "unchanged" | "exam" | "mapping" | "report" | "cancelled";

/**
 * Reads and checks an import that waits, and stages what it would change. The uploaded bytes are forgotten afterwards;
 * a later check works on the kept texts. Whatever goes wrong, the import says so instead of waiting forever. Null when
 * the import does not wait.
 */
export async function stageImport(viewer: Viewer, importId: number): Promise<StagedStatus | null> {
  permit(viewer, "results.import");
  const file = await inTransaction(viewer, async (tx) => {
    const row = found(await tx.importFile.findUnique({ where: { id: importId } }));
    // A job may come twice, or again after a failure that has left nothing to read: what is decided stays decided.
    if (row.status !== "queued" && row.status !== "reading") return null;
    await tx.importFile.update({ where: { id: importId }, data: { status: "reading" } });
    return row;
  });
  if (file === null) {
    // Killed between the commit and the forgetting: the bytes must not outlive it.
    await forgetDecided(viewer, importId);
    return null;
  }
  try {
    const source =
      (await waitingBytes(importId)) ?? (await asViewer(viewer, (tx) => keptSheets(tx, importId)));
    const tell = isBig(source) ? teller(viewer, importId) : undefined;
    await tell?.("reading", 0, 0);
    const examination = await examine(viewer, source, file.name, file.given as Given, tell);
    if (isOtherForm(examination, "stateExam")) return await handToExams(viewer, importId);
    if (isOtherForm(examination, "journal")) {
      const status = await stageJournal(viewer, importId, source, {
        name: file.name,
        given: file.given as GivenJournal,
      });
      await forget(importId);
      return status;
    }
    const status = await inTransaction(viewer, async (tx) => {
      await forgetStaged(tx, importId);
      const staged = await stage(tx, importId, examination, tell);
      await endProgress(tx, importId);
      return staged;
    });
    await forget(importId);
    return status;
  } catch (error) {
    const stopped = error instanceof StoppedError;
    if (!stopped) logDefect("results.stage", error);
    await inTransaction(viewer, async (tx) => {
      const data = { status: stopped ? "cancelled" : "failed" };
      await tx.importFile.updateMany({ where: { id: importId, status: "reading" }, data });
      await endProgress(tx, importId);
    });
    await forget(importId);
    if (stopped) return "cancelled";
    throw error;
  }
}

async function forgetDecided(viewer: Viewer, importId: number): Promise<void> {
  const file = await asViewer(viewer, (tx) => tx.importFile.findUnique({ where: { id: importId } }));
  if (file && file.status !== "queued" && file.status !== "reading") await forget(importId);
}

/** A form with a reader of its own. Lines of an examination's protocol carry names and documents: no cell of it may be kept as it is. */
export function isOtherForm(
  { refusal }: Pick<Examination, "refusal">,
  form: "stateExam" | "journal",
): boolean {
  return refusal?.code === "otherForm" && refusal.params.form === form;
}

/** Protocols of state examinations are read on a rung above this one: they go there as a job, which reads the waiting bytes. */
async function handToExams(viewer: Viewer, importId: number): Promise<"exam"> {
  await inTransaction(viewer, async (tx) => {
    const { createdBy } = await tx.importFile.update({ where: { id: importId }, data: { layout: "F-16" } });
    await endProgress(tx, importId);
    await enqueue(tx, "exams.stage", { importId, personId: createdBy }, `exam-${importId}`);
  });
  return "exam";
}

/** Stores an examination as the state of an import that has nothing staged, in the caller's transaction. */
export async function stage(
  tx: WriteTx,
  importId: number,
  examination: Examination,
  tell?: Tell,
): Promise<StagedStatus> {
  if (examination.refusal) {
    const findings = [examination.refusal, ...examination.findings];
    const status = examination.unmapped ? "mapping" : "refused";
    if (examination.unmapped) await keepSheets(tx, importId, examination.sheets);
    await stageFindings(tx, importId, findings);
    await tx.importFile.update({
      where: { id: importId },
      data: { status, refusal: json(examination.refusal), understood: {}, ...counts(findings) },
    });
    return status;
  }
  await keepSheets(tx, importId, examination.sheets);
  if (examination.report) return handOn(tx, importId, examination);
  await stageColumns(tx, importId, examination.columns, tell);
  const filled = await fillFromJournal(tx, importId);
  const findings =
    filled === 0
      ? examination.findings
      : [...examination.findings, formFinding("journalFilled", {}, { count: filled })];
  await stageFindings(tx, importId, findings);
  const changes = await compare(tx, importId, examination);
  const status = changes === 0 && examination.columns.length > 0 ? "unchanged" : "review";
  await tx.importFile.update({
    where: { id: importId },
    data: {
      status,
      layout: examination.understood?.layout ?? null,
      understood: json(examination.understood),
      ...counts(findings),
    },
  });
  return status;
}

/** A report with ready totals is read on a rung above this one: it goes there as a job, with the rights of who brought it. */
async function handOn(tx: WriteTx, importId: number, { report, findings }: Examination): Promise<"report"> {
  await stageFindings(tx, importId, findings);
  const { createdBy } = await tx.importFile.update({
    where: { id: importId },
    data: { status: "reading", layout: report },
  });
  await enqueue(tx, "reported.stage", { importId, personId: createdBy }, `report-${importId}`);
  return "report";
}

/** What each school's results would become, with the version that it was compared with; answers the number of changes. */
async function compare(tx: WriteTx, importId: number, examination: Examination): Promise<number> {
  const first = firstDifferences(examination);
  // Most files are the first of their schools, and then there is nothing to compare with.
  const found = (await someStand(tx, first)) ? await differences(tx, importId) : first;
  const held = new Map(first.map((target) => [`${target.schoolId}:${target.workId}`, target.held]));
  const targets = found
    .map((target) => ({ ...target, held: held.get(`${target.schoolId}:${target.workId}`) ?? 0 }))
    .filter(({ taken, absent, gone }) => taken + absent + gone > 0);
  await stageTargets(tx, importId, targets);
  return targets.reduce((sum, t) => sum + t.added + t.changed + t.gone, 0);
}

/** What the rows would change where nothing stands yet: everything is added. */
function firstDifferences({ columns }: Examination): (TargetDifference & { held: number })[] {
  const targets = new Map<string, TargetDifference & { held: number }>();
  for (const { schoolId, workId, present, absent, held } of columns.flatMap(({ tallies }) => tallies)) {
    const key = `${schoolId}:${workId}`;
    const nothing = { taken: 0, absent: 0, held: 0, added: 0, changed: 0, unchanged: 0, gone: 0 };
    const target = targets.get(key) ?? { schoolId, workId, baseVersion: 0, ...nothing };
    targets.set(key, target);
    target.held += held;
    target.taken += present;
    target.absent += absent;
    target.added += present + absent;
  }
  return [...targets.values()];
}

function counts(findings: readonly Finding[]) {
  const of = (severity: Finding["severity"]) =>
    findings.filter((finding) => finding.severity === severity).length;
  return { errorCount: of("error"), warningCount: of("warning"), noteCount: of("note") };
}

/** Prisma's JSON type wants plain objects with an index; ours are plain already. */
function json(value: unknown): object {
  return JSON.parse(JSON.stringify(value)) as object;
}
