import { inTransaction, type WriteTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import { systemViewer, type Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { found, RefusedError } from "../platform/errors.ts";
import { putExamRows, restoreExamRows } from "./row-writes.ts";
import { refreshExamSummaries } from "./summary-writes.ts";
import type { UnderstoodExam } from "./understood-exam.ts";

export interface AppliedProtocol {
  examId: number;
  schools: number;
  added: number;
  changed: number;
  unchanged: number;
  gone: number;
}

/** Puts a checked protocol into the results of state examinations: all of it or nothing. Refused when the same rows were changed since the check. */
export async function applyProtocol(viewer: Viewer, importId: number, now: Date): Promise<AppliedProtocol> {
  permit(viewer, "results.import");
  const described = await describeExam(viewer, importId);
  return inTransaction(viewer, async (tx) => {
    const { file, understood } = await lockProtocol(tx, importId);
    if (file.status !== "review" || understood.blocked || !understood.year || !understood.day)
      throw new RefusedError("conflict", "exams.refused.notInReview");
    const targets = await targetsOf(tx, importId);
    if (targets.length === 0) throw new RefusedError("invalid", "exams.refused.nothingToApply");
    const exam = { id: described, year: understood.year, day: understood.day };
    await tx.$executeRaw`
      INSERT INTO exam_result_set (school_id, exam_id, exam_on, version, last_import, changed_at, changed_by)
      SELECT school_id, ${exam.id}, exam_on, 0, 0, ${now}, ${viewer.personId ?? 0} FROM exam_import_target WHERE import_id = ${importId} ORDER BY school_id ON CONFLICT DO NOTHING`;
    await takeSets(tx, viewer, importId, exam.id, 0, targets.length, now);
    await putExamRows(tx, importId, exam);
    await refreshExamSummaries(
      tx,
      exam.id,
      targets.map(({ schoolId }) => schoolId),
      now,
    );
    await tx.importFile.update({
      where: { id: importId },
      data: {
        status: "applied",
        appliedAt: now,
        appliedBy: viewer.personId,
        understood: JSON.parse(JSON.stringify({ ...understood, examId: exam.id })) as object,
      },
    });
    const sum = (key: "added" | "changed" | "unchanged" | "gone") =>
      targets.reduce((all, target) => all + target[key], 0);
    const applied = {
      examId: exam.id,
      schools: targets.length,
      ...{ added: sum("added"), changed: sum("changed"), unchanged: sum("unchanged"), gone: sum("gone") },
    };
    await recordOf(tx, viewer, "exams.apply", importId, targets, { ...applied, sha256: file.sha256 }, now);
    return applied;
  });
}

/** Takes an applied protocol back; refused when the rows were changed since. */
export async function undoProtocol(viewer: Viewer, importId: number, now: Date): Promise<void> {
  permit(viewer, "results.import");
  await inTransaction(viewer, async (tx) => {
    const { file, understood } = await lockProtocol(tx, importId);
    const { examId, year, day } = understood;
    if (file.status !== "applied" || !examId || !year || !day)
      throw new RefusedError("conflict", "exams.refused.notApplied");
    const targets = await targetsOf(tx, importId);
    await takeSets(tx, viewer, importId, examId, 1, targets.length, now);
    await restoreExamRows(tx, importId, { id: examId, year, day });
    // What stood before stands again under a new version; earlier imports remember theirs, so that each can be undone next.
    await tx.$executeRaw`
      UPDATE exam_import_target t SET base_version = t.base_version + s.version - undone.base_version
      FROM exam_import_target undone JOIN exam_result_set s ON s.school_id = undone.school_id AND s.exam_on = undone.exam_on AND s.exam_id = ${examId}
      JOIN import_file f ON true
      WHERE undone.import_id = ${importId} AND t.import_id = f.id AND (f.understood ->> 'examId')::int = ${examId}
        AND t.school_id = undone.school_id AND t.exam_on = undone.exam_on AND t.base_version < undone.base_version`;
    await tx.$executeRaw`
      DELETE FROM exam_result_set s USING exam_import_target t WHERE t.import_id = ${importId} AND s.exam_id = ${examId} AND s.school_id = t.school_id AND s.exam_on = t.exam_on
        AND NOT EXISTS (SELECT FROM exam_result r WHERE r.school_id = s.school_id AND r.exam_id = s.exam_id AND r.exam_on = s.exam_on)`;
    await refreshExamSummaries(
      tx,
      examId,
      targets.map(({ schoolId }) => schoolId),
      now,
    );
    await tx.importFile.update({
      where: { id: importId },
      data: { status: "undone", undoneAt: now, undoneBy: viewer.personId },
    });
    await recordOf(tx, viewer, "exams.undo", importId, targets, { examId }, now);
  });
}

/**
 * The examination that the file is about; one that nobody has described yet is added with the tasks of this file, to be checked. It is
 * one thing for all schools and the database lets no school change it; this rule does, and only this.
 */
async function describeExam(viewer: Viewer, importId: number): Promise<number> {
  const understood = await inTransaction(viewer, async (tx) => (await lockProtocol(tx, importId)).understood);
  const { year, kind, subject, shortMax, extendedMax, blocked } = understood;
  if (blocked || !year || !kind || !subject) throw new RefusedError("conflict", "exams.refused.notInReview");
  return inTransaction(systemViewer, async (tx) => {
    await tx.$executeRaw`
      INSERT INTO exam (year, kind, subject, origin) VALUES (${year}, ${kind}, ${subject}, 'file') ON CONFLICT DO NOTHING`;
    await tx.$executeRaw`
      UPDATE exam SET short_max = ${shortMax}::smallint[], extended_max = ${extendedMax}::smallint[], tasks_need_check = true
      WHERE year = ${year} AND kind = ${kind} AND subject = ${subject} AND variant = '' AND short_max = '{}'`;
    const exam = found(
      await tx.exam.findUnique({
        where: { year_kind_subject_variant: { year, kind, subject, variant: "" } },
        select: { id: true },
      }),
    );
    return exam.id;
  });
}

async function lockProtocol(
  tx: WriteTx,
  importId: number,
): Promise<{ file: { status: string; sha256: string }; understood: UnderstoodExam }> {
  const [file] = await tx.$queryRaw<{ status: string; sha256: string; understood: UnderstoodExam }[]>`
    SELECT status, sha256, understood FROM import_file WHERE id = ${importId} AND layout = 'F-16' FOR UPDATE`;
  const { understood, ...rest } = found(file);
  return { file: rest, understood };
}

interface Target {
  schoolId: number;
  municipalityId: number;
  added: number;
  changed: number;
  unchanged: number;
  gone: number;
}

function targetsOf(tx: WriteTx, importId: number): Promise<Target[]> {
  return tx.$queryRaw<Target[]>`
    SELECT t.school_id AS "schoolId", s.municipality_id AS "municipalityId", added, changed, unchanged, gone
    FROM exam_import_target t JOIN school s ON s.id = t.school_id WHERE import_id = ${importId} ORDER BY t.school_id`;
}

/** Takes the rows for oneself until the transaction ends and counts their versions up; refused when one is not the expected one. */
async function takeSets(
  tx: WriteTx,
  viewer: Viewer,
  importId: number,
  examId: number,
  later: 0 | 1,
  count: number,
  now: Date,
): Promise<void> {
  const taken = await tx.$executeRaw`
    WITH mine AS (
      SELECT s.school_id, s.exam_on, t.base_version + ${later}::int AS expected FROM exam_result_set s
      JOIN exam_import_target t ON t.school_id = s.school_id AND t.exam_on = s.exam_on
      WHERE t.import_id = ${importId} AND s.exam_id = ${examId} ORDER BY s.school_id FOR UPDATE OF s)
    UPDATE exam_result_set s SET version = s.version + 1, changed_at = ${now}, changed_by = ${viewer.personId ?? 0}, last_import = ${importId}
    FROM mine WHERE s.exam_id = ${examId} AND s.school_id = mine.school_id AND s.exam_on = mine.exam_on AND s.version = mine.expected`;
  if (taken !== count) throw new RefusedError("conflict", "exams.refused.changedMeanwhile");
}

/** One event for each municipality concerned: each keeps its own chain. */
async function recordOf(
  tx: WriteTx,
  viewer: Viewer,
  action: string,
  importId: number,
  targets: readonly Target[],
  details: Record<string, unknown>,
  now: Date,
): Promise<void> {
  const municipalities = [...Map.groupBy(targets, (target) => target.municipalityId)].sort(
    ([a], [b]) => a - b,
  );
  for (const [municipalityId, members] of municipalities)
    await record(
      tx,
      viewer,
      {
        action,
        subject: `import:${importId}`,
        municipalityId,
        schoolId: members.length === 1 ? (members[0]?.schoolId ?? null) : null,
        details: { ...details, schools: members.length },
      },
      now,
    );
}
