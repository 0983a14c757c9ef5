import { randomUUID } from "node:crypto";
import { inTransaction } from "../platform/access/as-viewer.ts";
import type { Role } from "../platform/access/permissions.ts";
import { systemViewer, type Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { RefusedError } from "../platform/errors.ts";
import { passwordFits } from "./passwords.ts";
import type { SignInInput } from "./schema.ts";
import { countTry, forgetTries, type ThrottleKey, throttleKeys } from "./throttle.ts";

export interface SignInFrom {
  /** Network address of the browser. */
  address: string;
  /** Mark of a browser that this person has used before; null when it is unknown. */
  device: string | null;
  /** Short words about the browser, for the person's own list of sessions. */
  browser: string;
  seconds: number;
}

/** Starts a session. One refusal for every wrong answer: it never says whether the person exists. */
export async function signIn(
  input: SignInInput,
  from: SignInFrom,
  now: Date,
): Promise<{ sessionId: string; personId: number }> {
  const keys = throttleKeys(input.email, from.address, from.device);
  // Committed whatever follows: a failure must stay counted.
  const { allowed, person } = await inTransaction(systemViewer, async (tx) => ({
    allowed: await countTry(tx, keys, now),
    person: await tx.person.findUnique({ where: { email: input.email }, include: { school: true } }),
  }));
  if (!allowed) throw new RefusedError("throttled", "auth.refused.throttled");
  const fits = await passwordFits(person?.passwordHash ?? null, input.password);
  if (!person || !fits || person.disabledAt !== null) throw new RefusedError("invalid", "auth.refused.wrong");
  return startSession(person, from, keys, now);
}

type SignedIn = {
  id: number;
  role: string;
  municipalityId: number | null;
  schoolId: number | null;
  school: { municipalityId: number } | null;
};

async function startSession(person: SignedIn, from: SignInFrom, keys: readonly ThrottleKey[], now: Date) {
  const sessionId = randomUUID();
  await inTransaction(systemViewer, async (tx) => {
    await forgetTries(tx, keys, now);
    const expiresAt = new Date(now.getTime() + from.seconds * 1000);
    await tx.session.create({
      data: {
        id: sessionId,
        personId: person.id,
        startedAt: now,
        lastSeenAt: now,
        expiresAt,
        device: from.browser.slice(0, 120),
      },
    });
    const actor: Viewer = { ...systemViewer, personId: person.id, role: person.role as Role };
    const municipalityId = person.school?.municipalityId ?? person.municipalityId;
    await record(
      tx,
      actor,
      { action: "people.signIn", subject: `person:${person.id}`, municipalityId, schoolId: person.schoolId },
      now,
    );
  });
  return { sessionId, personId: person.id };
}

/** Ends the viewer's own session now. */
export async function signOut(viewer: Viewer, now: Date): Promise<void> {
  if (viewer.sessionId === null) return;
  const { sessionId } = viewer;
  await inTransaction(viewer, async (tx) => {
    await tx.session.updateMany({ where: { id: sessionId, endedAt: null }, data: { endedAt: now } });
  });
}
