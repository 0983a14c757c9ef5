import { inTransaction } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { found, RefusedError } from "../platform/errors.ts";
import { placeOf } from "./place.ts";
import { placement } from "./rules.ts";
import type { PersonClassesInput, PlacePersonInput } from "./schema.ts";

/** Changes role and unit. What the person may see changes with the next request; a teacher who stays keeps the classes. */
export async function placePerson(viewer: Viewer, input: PlacePersonInput, now: Date): Promise<void> {
  permit(viewer, "people.manage");
  const { personId, version, role } = input;
  const units = placement(role, input);
  await inTransaction(viewer, async (tx) => {
    const before = found(await tx.person.findUnique({ where: { id: personId } }));
    if (before.id === viewer.personId && role !== "admin")
      throw new RefusedError("invalid", "people.refused.ownRole");
    const stays = role === "teacher" && before.role === "teacher" && before.schoolId === units.schoolId;
    const classLabels = stays ? before.classLabels : [];
    const place = await placeOf(tx, units);
    const changed = await tx.person.updateMany({
      where: { id: personId, version },
      data: { role, ...units, classLabels, version: { increment: 1 } },
    });
    if (changed.count !== 1) throw new RefusedError("conflict", "people.refused.personChanged");
    const { regionId, municipalityId, schoolId } = before;
    const details = {
      before: { role: before.role, regionId, municipalityId, schoolId },
      after: { role, ...units },
    };
    await record(
      tx,
      viewer,
      { action: "people.place", subject: `person:${personId}`, ...place, details },
      now,
    );
  });
}

/** Says which classes a teacher reads. Each must stand in the school's own list of classes. */
export async function assignClasses(viewer: Viewer, input: PersonClassesInput, now: Date): Promise<void> {
  permit(viewer, "people.manage");
  const { personId, version } = input;
  const after = [...new Set(input.classLabels)].sort();
  await inTransaction(viewer, async (tx) => {
    const { role, schoolId, ...person } = found(await tx.person.findUnique({ where: { id: personId } }));
    if (role !== "teacher" || schoolId === null)
      throw new RefusedError("invalid", "people.refused.notTeacher");
    const classes = await tx.schoolClass.findMany({ where: { schoolId } });
    const known = new Set([...classes.map(({ year, label }) => `${year}:${label}`), ...person.classLabels]);
    if (!after.every((label) => known.has(label)))
      throw new RefusedError("invalid", "people.refused.classUnknown");
    const changed = await tx.person.updateMany({
      where: { id: personId, version },
      data: { classLabels: after, version: { increment: 1 } },
    });
    if (changed.count !== 1) throw new RefusedError("conflict", "people.refused.personChanged");
    const place = await placeOf(tx, { regionId: null, municipalityId: null, schoolId });
    const details = { before: person.classLabels, after };
    await record(
      tx,
      viewer,
      { action: "people.classes", subject: `person:${personId}`, ...place, details },
      now,
    );
  });
}

/** Ends every open session of a person, now. */
export async function endSessions(viewer: Viewer, personId: number, now: Date): Promise<{ ended: number }> {
  permit(viewer, "people.manage");
  return inTransaction(viewer, async (tx) => {
    const person = found(await tx.person.findUnique({ where: { id: personId } }));
    const { count } = await tx.session.updateMany({
      where: { personId, endedAt: null, expiresAt: { gt: now } },
      data: { endedAt: now },
    });
    const entry = { action: "people.endSessions", subject: `person:${personId}`, details: { ended: count } };
    await record(tx, viewer, { ...entry, ...(await placeOf(tx, person)) }, now);
    return { ended: count };
  });
}

/** Switches an account off (and ends its sessions) or on again. */
export async function switchPerson(viewer: Viewer, personId: number, on: boolean, now: Date): Promise<void> {
  permit(viewer, "people.manage");
  if (personId === viewer.personId) throw new RefusedError("invalid", "people.refused.ownAccount");
  await inTransaction(viewer, async (tx) => {
    const person = found(await tx.person.findUnique({ where: { id: personId } }));
    const disabledAt = on ? null : (person.disabledAt ?? now);
    await tx.person.update({ where: { id: personId }, data: { disabledAt, version: { increment: 1 } } });
    if (!on) await tx.session.updateMany({ where: { personId, endedAt: null }, data: { endedAt: now } });
    const action = on ? "people.switchOn" : "people.switchOff";
    await record(tx, viewer, { action, subject: `person:${personId}`, ...(await placeOf(tx, person)) }, now);
  });
}
