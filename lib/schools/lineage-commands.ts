import { inTransaction } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { dateToDay, dayToDate } from "../platform/clock.ts";
import { found, RefusedError } from "../platform/errors.ts";
import { lockSchool } from "./commands.ts";
import { mergeRefusal, renameRefusal } from "./lineage-rules.ts";
import { sameName } from "./name-rules.ts";
import { latestDay } from "./rules.ts";
import type { MergeSchoolInput, RenameSchoolInput } from "./schema.ts";

/** Gives a school a new name and keeps the old one in its history. The public address stays the same. */
export async function renameSchool(
  viewer: Viewer,
  input: RenameSchoolInput,
  now: Date,
): Promise<{ version: number }> {
  permit(viewer, "schools.edit");
  const { schoolId, version, name, fullName, happenedOn, note } = input;
  return inTransaction(viewer, async (tx) => {
    const school = await lockSchool(tx, schoolId);
    if (school.version !== version)
      throw new RefusedError("conflict", "schools.refused.staleName", {
        version: school.version,
        name: school.name,
      });
    const facts = { closedOn: dateToDay(school.closedOn), sameName: sameName(school.name, name) };
    const refusal = renameRefusal(facts, happenedOn, latestDay(now));
    if (refusal) throw new RefusedError("invalid", refusal);
    await tx.school.update({ where: { id: schoolId }, data: { name, fullName, version: { increment: 1 } } });
    await tx.schoolLineage.create({
      data: {
        schoolId,
        kind: "rename",
        happenedOn: dayToDate(happenedOn),
        fromName: school.name,
        toName: name,
        note,
      },
    });
    const event = {
      action: "schools.rename",
      subject: `school:${schoolId}`,
      municipalityId: school.municipalityId,
      schoolId,
    };
    await record(tx, viewer, { ...event, details: { from: school.name, to: name, happenedOn } }, now);
    return { version: version + 1 };
  });
}

/**
 * Closes a school that became part of another one, which it points to from now on. Both must be the viewer's. Its
 * results stay with it; its old public address answers with the successor.
 */
export async function mergeSchool(
  viewer: Viewer,
  input: MergeSchoolInput,
  now: Date,
): Promise<{ successorId: number }> {
  permit(viewer, "schools.edit");
  const { schoolId, version, successorLogin, happenedOn, note } = input;
  return inTransaction(viewer, async (tx) => {
    const successorId = (
      await tx.school.findUnique({ where: { login: successorLogin }, select: { id: true } })
    )?.id;
    if (successorId === undefined) {
      found(await tx.school.findUnique({ where: { id: schoolId }, select: { id: true } }));
      throw new RefusedError("invalid", "schools.refused.successorNotFound", { login: successorLogin });
    }
    // One order of locks for everybody, so that two mergers in opposite directions wait for each other.
    for (const id of [schoolId, successorId].sort((a, b) => a - b)) await lockSchool(tx, id);
    const school = await lockSchool(tx, schoolId);
    const successor = await lockSchool(tx, successorId);
    if (school.version !== version)
      throw new RefusedError("conflict", "schools.refused.staleName", {
        version: school.version,
        name: school.name,
      });
    const links = await tx.$queryRaw<{ school_id: number; successor_id: number }[]>`
      SELECT school_id, successor_id FROM school_lineage_public WHERE kind = 'merge'`;
    const successors = new Map(links.map((link) => [link.school_id, link.successor_id]));
    const refusal = mergeRefusal(
      asMerging(school),
      asMerging(successor),
      successors,
      happenedOn,
      latestDay(now),
    );
    if (refusal) throw new RefusedError("invalid", refusal);
    const on = dayToDate(happenedOn);
    await tx.school.update({ where: { id: schoolId }, data: { closedOn: on, version: { increment: 1 } } });
    await tx.schoolLineage.create({
      data: {
        schoolId,
        kind: "merge",
        happenedOn: on,
        fromName: school.name,
        toName: successor.name,
        successorId,
        note,
      },
    });
    const details = { school: schoolId, successor: successorId, happenedOn };
    for (const one of school.municipalityId === successor.municipalityId ? [school] : [school, successor]) {
      const event = {
        action: "schools.merge",
        subject: `school:${schoolId}`,
        municipalityId: one.municipalityId,
        schoolId: one.id,
      };
      await record(tx, viewer, { ...event, details }, now);
    }
    return { successorId };
  });
}

function asMerging(school: { id: number; closedOn: Date | null }) {
  return { id: school.id, closedOn: dateToDay(school.closedOn) };
}
