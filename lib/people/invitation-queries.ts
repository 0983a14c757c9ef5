import "server-only";
import { createHash } from "node:crypto";
import { asViewer, type ReadTx } from "../platform/access/as-viewer.ts";
import { systemViewer } from "../platform/access/viewer.ts";

/** Whom a link invites, while it is neither used nor over; null for every other token. Whoever holds the link may know it. */
export function findInvitation(token: string, now: Date): Promise<{ name: string; email: string } | null> {
  return asViewer(systemViewer, async (tx) => {
    const invitation = await openInvitation(tx, token, now);
    return invitation && { name: invitation.person.name, email: invitation.person.email };
  });
}

/** The invitation of a token, while it can still be used. */
export function openInvitation(tx: ReadTx, token: string, now: Date) {
  return tx.invitation.findFirst({
    where: {
      tokenHash: invitationHash(token),
      usedAt: null,
      expiresAt: { gt: now },
      person: { disabledAt: null },
    },
    include: { person: true },
  });
}

/** The form in which a token is stored: who reads the table can use no link. */
export function invitationHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
