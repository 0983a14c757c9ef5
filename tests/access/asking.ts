import { encode } from "next-auth/jwt";
import { expect, it } from "vitest";
import { inTransaction } from "#lib/platform/access/as-viewer.ts";
import { publicViewer, systemViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { env } from "#lib/platform/env.ts";

/** "answered", or the kind of the refusal. */
export async function outcome(work: () => unknown): Promise<string | undefined> {
  try {
    await work();
    return "answered";
  } catch (error) {
    return (error as Error).message.split(":")[0];
  }
}

/** Who asks: strangers learn nothing, not even that a thing exists; the unfit are in sight of it but may not do this. */
export interface Askers {
  strangers: Readonly<Record<string, Viewer>>;
  unfit: Readonly<Record<string, Viewer>>;
}

type Calls = Readonly<Record<string, (who: Viewer, id: number) => unknown>>;

/** Registers a test for each call: not found by strangers, forbidden to the unfit, and the signed-out are sent to sign in. */
export function refusedToOthers(calls: Calls, askers: () => Askers, id: () => number = () => 0): void {
  it.each(Object.entries(calls))("%s is refused to whom it does not belong", async (_name, call) => {
    const { strangers, unfit } = askers();
    for (const [who, viewer] of Object.entries(strangers))
      expect(await outcome(() => call(viewer, id())), who).toBe("notFound");
    for (const [who, viewer] of Object.entries(unfit))
      expect(await outcome(() => call(viewer, id())), who).toBe("forbidden");
    expect(await outcome(() => call(publicViewer, id()))).toBe("notSignedIn");
  });
}

/** Registers a test for each call: to every stranger, what is another's looks exactly like what does not exist. */
export function likeMissing(calls: Calls, askers: () => Askers, id: () => number): void {
  it.each(Object.entries(calls))("%s: another's looks like one that does not exist", async (_name, call) => {
    for (const stranger of Object.values(askers().strangers)) {
      const ask = (asked: number) =>
        Promise.resolve()
          .then(() => call(stranger, asked))
          .catch((error: Error) => ({ ...error, text: error.message }));
      expect(await ask(id())).toEqual(await ask(999_999));
    }
  });
}

/** The cookie of a new session of this person; null for nobody. */
export async function sessionCookie(who: Viewer | null, now: Date): Promise<string | null> {
  const personId = who?.personId ?? null;
  if (personId === null) return null;
  const sid = crypto.randomUUID();
  const far = new Date("2999-01-01");
  await inTransaction(systemViewer, (tx) =>
    tx.session.create({ data: { id: sid, personId, startedAt: now, lastSeenAt: now, expiresAt: far } }),
  );
  return encode({ token: { sid }, secret: env.PORTAL_SECRET });
}

/** What a browser posts. */
export function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}
