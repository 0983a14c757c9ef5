import { inTransaction } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { schoolYearOf } from "../platform/clock.ts";
import { found, RefusedError } from "../platform/errors.ts";
import type { ExplainInput } from "./schema.ts";

interface Place {
  schoolId: number;
  workId: number;
  classLabel: string;
}

/** Gives the question about pupils without results to somebody who works at the school. */
export async function assignAbsence(
  viewer: Viewer,
  { ownerId, ...place }: Place & { ownerId: number },
  now: Date,
): Promise<void> {
  permit(viewer, "submissions.submit");
  await inTransaction(viewer, async (tx) => {
    const school = found(await tx.school.findUnique({ where: { id: place.schoolId } }));
    const work = found(await tx.work.findUnique({ where: { id: place.workId } }));
    const owner = found(await tx.person.findUnique({ where: { id: ownerId } }));
    if (owner.schoolId !== school.id || owner.disabledAt !== null) throw new RefusedError("notFound");
    if (owner.role === "teacher" && !isOwnClass(owner.classLabels, work, place.classLabel))
      throw new RefusedError("invalid", "submissions.refused.notTheirClass");
    const data = { ownerId, changedAt: now, changedBy: viewer.personId };
    const before = await tx.absenceNote.findUnique({ where: { schoolId_workId_classLabel: place } });
    await tx.absenceNote.upsert({
      where: { schoolId_workId_classLabel: place },
      create: { ...place, ...data },
      update: data,
    });
    const details = { class: place.classLabel, before: before?.ownerId ?? null, after: ownerId };
    await record(tx, viewer, entryOf("submissions.assign", place, school.municipalityId, details), now);
  });
}

/** Says what became of the pupils of a class who have no results: how many, and why. No names, no codes of pupils. */
export async function explainAbsence(
  viewer: Viewer,
  { count, explanation, ...place }: ExplainInput,
  now: Date,
): Promise<void> {
  permit(viewer, "submissions.explain");
  await inTransaction(viewer, async (tx) => {
    const school = found(await tx.school.findUnique({ where: { id: place.schoolId } }));
    found(await tx.work.findUnique({ where: { id: place.workId } }));
    const before = await tx.absenceNote.findUnique({ where: { schoolId_workId_classLabel: place } });
    // A teacher answers only what was asked of him or her.
    if (viewer.scope.kind === "classes") found(before);
    const data = { explained: count, explanation, changedAt: now, changedBy: viewer.personId };
    // Not an upsert: PostgreSQL asks whether a teacher might add the row even when it only changes one.
    if (before) await tx.absenceNote.update({ where: { schoolId_workId_classLabel: place }, data });
    else await tx.absenceNote.create({ data: { ...place, ...data } });
    const details = { class: place.classLabel, before: before?.explanation ?? "", after: explanation, count };
    await record(tx, viewer, entryOf("submissions.explain", place, school.municipalityId, details), now);
  });
}

/** A teacher sees the own classes only, so a question about another one could not be answered. */
function isOwnClass(
  classLabels: readonly string[],
  work: { year: number; season: string },
  classLabel: string,
): boolean {
  const year = schoolYearOf(work.year, work.season === "autumn" ? "autumn" : "spring");
  return classLabels.includes(`${year}:${classLabel}`);
}

function entryOf(action: string, place: Place, municipalityId: number, details: Record<string, unknown>) {
  const { schoolId, workId } = place;
  return { action, subject: `submission:${schoolId}:${workId}`, municipalityId, schoolId, details };
}
