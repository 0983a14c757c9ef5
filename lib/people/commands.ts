import { createHash, randomBytes } from "node:crypto";
import { inTransaction, type WriteTx } from "../platform/access/as-viewer.ts";
import { permit, type Role } from "../platform/access/permissions.ts";
import { systemViewer, type Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { found, isDuplicateKey, RefusedError } from "../platform/errors.ts";
import { hashPassword } from "./passwords.ts";
import { invitationDays, unitIds } from "./rules.ts";
import type { AcceptInvitationInput, InviteInput, PlacePersonInput } from "./schema.ts";

const tokenHash = (token: string) => createHash("sha256").update(token).digest("hex");

/** Adds a person and a one-time link by which the password is set. The link's token is returned once and stored only as a hash. */
export async function invitePerson(
  viewer: Viewer,
  input: InviteInput,
  now: Date,
): Promise<{ personId: number; token: string }> {
  permit(viewer, "people.manage");
  const units = placed(input.role, input);
  const token = randomBytes(32).toString("base64url");
  try {
    const personId = await inTransaction(viewer, async (tx) => {
      const person = await tx.person.create({
        data: {
          email: input.email,
          name: input.name,
          role: input.role,
          ...units,
          classLabels: input.classLabels,
          createdAt: now,
        },
      });
      await addInvitation(tx, person.id, token, now);
      await record(
        tx,
        viewer,
        {
          action: "people.invite",
          subject: `person:${person.id}`,
          ...(await chainOf(tx, units)),
          details: { role: input.role },
        },
        now,
      );
      return person.id;
    });
    return { personId, token };
  } catch (error) {
    if (isDuplicateKey(error)) throw new RefusedError("conflict", "emailTaken");
    throw error;
  }
}

/** A new link for a person who lost the old one; earlier links stop working. */
export async function inviteAgain(viewer: Viewer, personId: number, now: Date): Promise<{ token: string }> {
  permit(viewer, "people.manage");
  const token = randomBytes(32).toString("base64url");
  await inTransaction(viewer, async (tx) => {
    const person = found(await tx.person.findUnique({ where: { id: personId } }));
    await tx.invitation.deleteMany({ where: { personId, usedAt: null } });
    await addInvitation(tx, personId, token, now);
    await record(
      tx,
      viewer,
      { action: "people.inviteAgain", subject: `person:${personId}`, ...(await chainOf(tx, person)) },
      now,
    );
  });
  return { token };
}

/** Sets the password by an invitation that is neither used nor over, and ends whatever sessions were open. */
export async function acceptInvitation(input: AcceptInvitationInput, now: Date): Promise<void> {
  const passwordHash = await hashPassword(input.password);
  await inTransaction(systemViewer, async (tx) => {
    const invitation = await tx.invitation.findUnique({
      where: { tokenHash: tokenHash(input.token) },
      include: { person: true },
    });
    if (!invitation || invitation.usedAt !== null || invitation.expiresAt <= now)
      throw new RefusedError("notFound", "invitationOver");
    // The condition on usedAt makes the second of two simultaneous posts find nothing.
    const used = await tx.invitation.updateMany({
      where: { id: invitation.id, usedAt: null },
      data: { usedAt: now },
    });
    if (used.count !== 1) throw new RefusedError("notFound", "invitationOver");
    await tx.person.update({
      where: { id: invitation.personId },
      data: { passwordHash, version: { increment: 1 } },
    });
    await tx.session.updateMany({
      where: { personId: invitation.personId, endedAt: null },
      data: { endedAt: now },
    });
    const actor: Viewer = { ...systemViewer, personId: invitation.personId };
    await record(
      tx,
      actor,
      {
        action: "people.setPassword",
        subject: `person:${invitation.personId}`,
        ...(await chainOf(tx, invitation.person)),
      },
      now,
    );
  });
}

/** Changes role and unit. What the person may see changes with the next request. */
export async function placePerson(viewer: Viewer, input: PlacePersonInput, now: Date): Promise<void> {
  permit(viewer, "people.manage");
  const units = placed(input.role, input);
  await inTransaction(viewer, async (tx) => {
    const before = found(await tx.person.findUnique({ where: { id: input.personId } }));
    if (before.id === viewer.personId && input.role !== "admin") throw new RefusedError("invalid", "ownRole");
    const changed = await tx.person.updateMany({
      where: { id: input.personId, version: input.version },
      data: { role: input.role, ...units, classLabels: input.classLabels, version: { increment: 1 } },
    });
    if (changed.count !== 1) throw new RefusedError("conflict", "personChanged");
    const details = {
      before: { role: before.role, schoolId: before.schoolId, municipalityId: before.municipalityId },
      after: { role: input.role, ...units },
    };
    await record(
      tx,
      viewer,
      { action: "people.place", subject: `person:${input.personId}`, ...(await chainOf(tx, units)), details },
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
      where: { personId, endedAt: null },
      data: { endedAt: now },
    });
    await record(
      tx,
      viewer,
      {
        action: "people.endSessions",
        subject: `person:${personId}`,
        ...(await chainOf(tx, person)),
        details: { ended: count },
      },
      now,
    );
    return { ended: count };
  });
}

/** Switches an account off (and ends its sessions) or on again. */
export async function switchPerson(viewer: Viewer, personId: number, on: boolean, now: Date): Promise<void> {
  permit(viewer, "people.manage");
  if (personId === viewer.personId) throw new RefusedError("invalid", "ownAccount");
  await inTransaction(viewer, async (tx) => {
    const person = found(await tx.person.findUnique({ where: { id: personId } }));
    await tx.person.update({
      where: { id: personId },
      data: { disabledAt: on ? null : now, version: { increment: 1 } },
    });
    if (!on) await tx.session.updateMany({ where: { personId, endedAt: null }, data: { endedAt: now } });
    await record(
      tx,
      viewer,
      {
        action: on ? "people.switchOn" : "people.switchOff",
        subject: `person:${personId}`,
        ...(await chainOf(tx, person)),
      },
      now,
    );
  });
}

function placed(role: Role, given: Parameters<typeof unitIds>[1]) {
  const units = unitIds(role, given);
  if (!units) throw new RefusedError("invalid", "unitMissing");
  return units;
}

async function addInvitation(tx: WriteTx, personId: number, token: string, now: Date): Promise<void> {
  const expiresAt = new Date(now.getTime() + invitationDays * 86_400_000);
  await tx.invitation.create({ data: { personId, tokenHash: tokenHash(token), createdAt: now, expiresAt } });
}

/** The journal's chain and school for an event about a person of these units. */
async function chainOf(tx: WriteTx, units: { municipalityId: number | null; schoolId: number | null }) {
  if (units.schoolId === null) return { municipalityId: units.municipalityId, schoolId: null };
  const school = await tx.school.findUnique({ where: { id: units.schoolId } });
  return { municipalityId: school?.municipalityId ?? null, schoolId: units.schoolId };
}
