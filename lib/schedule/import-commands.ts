import { createHash } from "node:crypto";
import { runInWorker } from "#lib/platform/workbook/in-worker.ts";
import { inTransaction } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { dayToDate } from "../platform/clock.ts";
import { env } from "../platform/env.ts";
import { found, RefusedError } from "../platform/errors.ts";
import { dayOf } from "../platform/format/day-of.ts";
import { type CheckedRow, checkImport } from "./import-check.ts";
import type { ImportReading } from "./import-file.ts";
import { openSchoolYear } from "./plan-writes.ts";
import { journal } from "./work-commands.ts";

/** Reads a file of works and keeps what it says until it is reviewed. Nothing of the schedule changes. */
export async function stageImport(
  viewer: Viewer,
  input: { schoolId: number; year: number; name: string; bytes: Uint8Array },
  now: Date,
): Promise<{ importId: number }> {
  permit(viewer, "schedule.plan");
  const { schoolId, year, name, bytes } = input;
  const outcome = await runInWorker<ImportReading>(
    "lib/schedule/import-file.ts",
    "readScheduleFile",
    [bytes, name],
    { fileName: name },
  );
  const reading: ImportReading = outcome.ok
    ? outcome.value
    : { file: name, rows: [], findings: [outcome.refusal], unknown: false };
  return inTransaction(viewer, async (tx) => {
    await openSchoolYear(tx, viewer, schoolId, year, now);
    const { id } = await tx.scheduleImport.create({
      data: {
        ...{ schoolId, year, fileName: reading.file, createdBy: viewer.personId ?? 0, createdAt: now },
        reading: reading as object,
      },
    });
    return { importId: id };
  });
}

/** What a review shows, as one short text: another one is not applied. */
export function reviewFingerprint(rows: readonly CheckedRow[]): string {
  const said = rows.map(({ row, state, draft }) => [row, state, draft && { ...draft, id: null }]);
  return createHash("sha256").update(JSON.stringify(said)).digest("hex").slice(0, 32);
}

/** Places every row of a reviewed file that can stand, in one transaction; rows with a problem stay out, as the review said. */
export function applyImport(
  viewer: Viewer,
  { importId, fingerprint }: { importId: number; fingerprint: string },
  now: Date,
): Promise<{ schoolId: number; year: number; added: number }> {
  permit(viewer, "schedule.plan");
  return inTransaction(viewer, async (tx) => {
    const draft = found(await tx.scheduleImport.findFirst({ where: { id: importId, kind: "works" } }));
    const { schoolId, year } = draft;
    const facts = await openSchoolYear(tx, viewer, schoolId, year, now);
    // Read again under the lock of the plan: the same button pressed twice applies once.
    const { reading } = found(await tx.scheduleImport.findUnique({ where: { id: importId } }));
    if (reading === null) throw new RefusedError("conflict", "schedule.refused.alreadyApplied");
    const rows = checkImport(facts, (reading as unknown as ImportReading).rows, dayOf(now, env.TIME_ZONE));
    if (reviewFingerprint(rows) !== fingerprint)
      throw new RefusedError("conflict", "schedule.refused.reviewChanged");
    const adding = rows.flatMap(({ state, draft }) => (state === "add" && draft ? [draft] : []));
    if (adding.length === 0) throw new RefusedError("invalid", "schedule.refused.nothingToAdd");
    const windows = new Map(facts.announced.map((one) => [one.id, one]));
    await tx.scheduledWork.createMany({
      data: adding.map((work) => ({
        ...{ schoolId, year, level: work.level, windowId: work.windowId, kind: work.kind, title: work.title },
        ...{ grade: work.grade, classLabels: [...work.classes], subject: work.subject, lesson: work.lesson },
        ...{ minutes: work.minutes, wholeClass: work.wholeClass, note: work.note },
        options: [...(windows.get(work.windowId ?? 0)?.options ?? [])],
        onDay: dayToDate(work.on),
        changedAt: now,
        changedBy: viewer.personId,
      })),
    });
    const counts = {
      added: adding.length,
      there: rows.filter(({ state }) => state === "there").length,
      out: rows.filter(({ state }) => state === "out").length,
      conflicts: rows.filter(({ conflicts }) => conflicts.length > 0).length,
    };
    await tx.$executeRaw`UPDATE schedule_import SET reading = NULL, result = ${JSON.stringify(counts)}::jsonb WHERE id = ${importId}`;
    await journal(tx, viewer, facts, "import", null, { file: draft.fileName, ...counts }, now);
    return { schoolId, year, added: counts.added };
  });
}

/** Forgets a file that is not wanted. */
export function dropImport(
  viewer: Viewer,
  { importId }: { importId: number },
): Promise<{ schoolId: number; year: number }> {
  permit(viewer, "schedule.plan");
  return inTransaction(viewer, async (tx) => {
    const { schoolId, year } = found(await tx.scheduleImport.findUnique({ where: { id: importId } }));
    await tx.scheduleImport.delete({ where: { id: importId } });
    return { schoolId, year };
  });
}
