import { inTransaction } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import { systemViewer, type Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { found, RefusedError } from "../platform/errors.ts";
import { hashPassword, passwordFits } from "./passwords.ts";
import { placeOf } from "./place.ts";
import { longestSessionDays } from "./rules.ts";
import { countTry, forgetTries, ownPasswordKeys } from "./throttle.ts";

/**
 * Replaces the viewer's own password. The present one is asked for, so that an unattended screen is not enough, and its
 * tries are counted as those of a sign-in are. Every other session and every waiting link ends.
 */
export async function changePassword(
  viewer: Viewer,
  input: { current: string; password: string },
  now: Date,
): Promise<{ ended: number }> {
  permit(viewer, "account.own");
  const personId = viewer.personId ?? 0;
  const keys = ownPasswordKeys(personId);
  // Committed whatever follows: a failure must stay counted.
  const { allowed, stored } = await inTransaction(systemViewer, async (tx) => ({
    allowed: await countTry(tx, keys, now),
    stored: (await tx.person.findUnique({ where: { id: personId } }))?.passwordHash ?? null,
  }));
  if (!allowed) throw new RefusedError("throttled", "people.refused.passwordThrottled");
  if (!(await passwordFits(stored, input.current)))
    throw new RefusedError("invalid", "people.refused.passwordWrong");
  const passwordHash = await hashPassword(input.password);
  // The portal writes: a person's record is not open to the person's own statements (role and unit stand in it).
  return inTransaction(systemViewer, async (tx) => {
    await forgetTries(tx, keys, now);
    const person = found(await tx.person.findUnique({ where: { id: personId, disabledAt: null } }));
    const changed = await tx.person.updateMany({
      where: { id: personId, passwordHash: stored },
      data: { passwordHash, version: { increment: 1 } },
    });
    if (changed.count !== 1) throw new RefusedError("conflict", "people.refused.personChanged");
    await tx.invitation.deleteMany({ where: { personId, usedAt: null } });
    const { count } = await tx.session.updateMany({
      where: { personId, endedAt: null, NOT: { id: viewer.sessionId ?? "" } },
      data: { endedAt: now },
    });
    const entry = {
      action: "people.changePassword",
      subject: `person:${personId}`,
      details: { ended: count },
    };
    await record(tx, viewer, { ...entry, ...(await placeOf(tx, person)) }, now);
    return { ended: count };
  });
}

/** Ends every session of the viewer but the one that asks. */
export async function endOtherSessions(viewer: Viewer, now: Date): Promise<{ ended: number }> {
  permit(viewer, "account.own");
  return inTransaction(viewer, async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { personId: viewer.personId ?? 0, endedAt: null, NOT: { id: viewer.sessionId ?? "" } },
      data: { endedAt: now },
    });
    return { ended: count };
  });
}

/** Lets the viewer's session last `seconds` from now, but never longer than some days from the sign-in. */
export async function prolongSession(viewer: Viewer, seconds: number, now: Date): Promise<{ until: Date }> {
  permit(viewer, "account.own");
  return inTransaction(viewer, async (tx) => {
    const session = found(
      await tx.session.findFirst({
        where: { id: viewer.sessionId ?? "", endedAt: null, expiresAt: { gt: now } },
      }),
    );
    const last = session.startedAt.getTime() + longestSessionDays * 86_400_000;
    const until = new Date(Math.min(now.getTime() + seconds * 1000, last));
    // Not shortened: near the last day it simply stays as it is.
    if (until <= session.expiresAt) return { until: session.expiresAt };
    await tx.session.update({ where: { id: session.id }, data: { expiresAt: until, lastSeenAt: now } });
    return { until };
  });
}
