import { randomBytes } from "node:crypto";
import { inTransaction, type WriteTx } from "../platform/access/as-viewer.ts";
import { permit, type Role } from "../platform/access/permissions.ts";
import { systemViewer, type Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { found, isDuplicateKey, RefusedError } from "../platform/errors.ts";
import { findInvitation, invitationHash, openInvitation } from "./invitation-queries.ts";
import { hashPassword } from "./passwords.ts";
import { placeOf } from "./place.ts";
import { invitationDays, placement } from "./rules.ts";
import type { AcceptInvitationInput, InviteInput } from "./schema.ts";

/** Adds a person and a one-time link by which the password is set. The link's token is returned once and stored only as a hash. */
export async function invitePerson(
  viewer: Viewer,
  input: InviteInput,
  now: Date,
): Promise<{ personId: number; token: string }> {
  permit(viewer, "people.manage");
  const units = placement(input.role, input);
  const { email, name, role } = input;
  const token = newToken();
  try {
    const personId = await inTransaction(viewer, async (tx) => {
      const place = await placeOf(tx, units);
      const person = await tx.person.create({
        data: { email, name, role, ...units, classLabels: [...(input.classLabels ?? [])], createdAt: now },
      });
      await addInvitation(tx, person.id, token, now);
      const entry = { action: "people.invite", subject: `person:${person.id}`, ...place, details: { role } };
      await record(tx, viewer, entry, now);
      return person.id;
    });
    return { personId, token };
  } catch (error) {
    if (isDuplicateKey(error)) throw new RefusedError("conflict", "people.refused.emailTaken");
    throw error;
  }
}

/** A new link for a person who lost the old one or the password; earlier links stop working. */
export async function inviteAgain(viewer: Viewer, personId: number, now: Date): Promise<{ token: string }> {
  permit(viewer, "people.manage");
  const token = newToken();
  await inTransaction(viewer, async (tx) => {
    const person = found(await tx.person.findUnique({ where: { id: personId } }));
    await tx.invitation.deleteMany({ where: { personId, usedAt: null } });
    await addInvitation(tx, personId, token, now);
    const entry = {
      action: "people.inviteAgain",
      subject: `person:${personId}`,
      ...(await placeOf(tx, person)),
    };
    await record(tx, viewer, entry, now);
  });
  return { token };
}

/** Sets the password by an invitation that is neither used nor over, and ends whatever sessions were open. */
export async function acceptInvitation(input: AcceptInvitationInput, now: Date): Promise<{ email: string }> {
  // Asked before the costly hash, so that made-up links cost the portal nothing.
  if (!(await findInvitation(input.token, now))) throw invitationOver();
  const passwordHash = await hashPassword(input.password);
  return inTransaction(systemViewer, async (tx) => {
    const invitation = await openInvitation(tx, input.token, now);
    if (!invitation) throw invitationOver();
    const { person } = invitation;
    // The condition on usedAt makes the second of two simultaneous posts find nothing.
    const used = await tx.invitation.updateMany({
      where: { id: invitation.id, usedAt: null },
      data: { usedAt: now },
    });
    if (used.count !== 1) throw invitationOver();
    await tx.person.update({ where: { id: person.id }, data: { passwordHash, version: { increment: 1 } } });
    await tx.session.updateMany({ where: { personId: person.id, endedAt: null }, data: { endedAt: now } });
    const actor: Viewer = { ...systemViewer, personId: person.id, role: person.role as Role };
    const entry = {
      action: "people.setPassword",
      subject: `person:${person.id}`,
      ...(await placeOf(tx, person)),
    };
    await record(tx, actor, entry, now);
    return { email: person.email };
  });
}

async function addInvitation(tx: WriteTx, personId: number, token: string, now: Date): Promise<void> {
  const expiresAt = new Date(now.getTime() + invitationDays * 86_400_000);
  await tx.invitation.create({
    data: { personId, tokenHash: invitationHash(token), createdAt: now, expiresAt },
  });
}

function newToken(): string {
  return randomBytes(32).toString("base64url");
}

function invitationOver(): RefusedError {
  return new RefusedError("notFound", "people.refused.invitationOver");
}
