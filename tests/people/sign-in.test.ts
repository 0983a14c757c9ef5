import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { switchPerson } from "#lib/people/commands.ts";
import { acceptInvitation, invitePerson } from "#lib/people/invitation-commands.ts";
import { throttle } from "#lib/people/rules.ts";
import { type SignInFrom, signIn, signOut } from "#lib/people/sign-in-commands.ts";
import { viewerOfSession } from "#lib/platform/access/load-viewer.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { disconnect } from "#lib/platform/db/client.ts";
import { RefusedError } from "#lib/platform/errors.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asSystem, person } from "#tests/support/registry.ts";

const now = new Date("2026-03-02T08:00:00Z");
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const home: SignInFrom = {
  address: "203.0.113.5",
  device: null,
  browser: "Chrome 130, Windows",
  seconds: 3600,
};
const password = "верный пароль 42";
let admin: Viewer;
let email: string;
let serial = 0;

beforeAll(async () => {
  await testDatabase();
  admin = await person("admin");
});
beforeEach(async () => {
  email = `person${++serial}@school.ru`;
  const { token } = await invitePerson(admin, { email, name: "Иванова И. И.", role: "admin" }, now);
  await acceptInvitation({ token, password }, now);
});

const attempt = (over: { email?: string; password?: string; from?: Partial<SignInFrom>; at?: Date } = {}) =>
  signIn(
    { email: over.email ?? email, password: over.password ?? password },
    { ...home, ...over.from },
    over.at ?? now,
  );
const wrong = (from: Partial<SignInFrom> = {}, at = now) => attempt({ password: "чужой пароль", from, at });
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: RefusedError) => error,
  );
async function fail(times: number, from: Partial<SignInFrom> = {}, at = now): Promise<void> {
  for (let i = 0; i < times; i++) await refusal(wrong(from, at));
}
const isThrottled = async (promise: Promise<unknown>) => (await refusal(promise))?.kind === "throttled";

describe("signing in", () => {
  it("starts a session that lasts as long as promised", async () => {
    const { sessionId, personId } = await attempt();
    expect(await viewerOfSession(sessionId, minutesLater(59))).toMatchObject({ personId });
    expect(await viewerOfSession(sessionId, minutesLater(60))).toBeNull();
  });

  it("stands in the journal and in the list of sessions", async () => {
    const { personId } = await attempt();
    const [event] = await asSystem((tx) => tx.auditEvent.findMany({ orderBy: { id: "desc" }, take: 1 }));
    expect(event).toMatchObject({
      action: "people.signIn",
      actorId: personId,
      subject: `person:${personId}`,
    });
    expect(await asSystem((tx) => tx.session.findMany({ where: { personId } }))).toMatchObject([
      { device: "Chrome 130, Windows" },
    ]);
  });

  it("refuses in the same words whether the person is unknown, the password wrong or not set, or the account off", async () => {
    const off = `off${serial}@school.ru`;
    const { token, personId } = await invitePerson(
      admin,
      { email: off, name: "Вне дел", role: "admin" },
      now,
    );
    await acceptInvitation({ token, password }, now);
    await switchPerson(admin, personId, false, now);
    const unset = `unset${serial}@school.ru`;
    await invitePerson(admin, { email: unset, name: "Новая", role: "admin" }, now);
    const refusals = await Promise.all([
      refusal(attempt({ email: "nobody@school.ru" })),
      refusal(wrong()),
      refusal(attempt({ email: off })),
      refusal(attempt({ email: unset })),
    ]);
    for (const one of refusals) {
      expect(one).toBeInstanceOf(RefusedError);
      expect({ ...one }).toEqual({ ...refusals[0] });
    }
  });

  it("counts tries for a person who does not exist as for one who does", async () => {
    for (let i = 0; i < throttle.address.failures; i++) await refusal(attempt({ email: "ghost@school.ru" }));
    expect(await isThrottled(attempt({ email: "ghost@school.ru" }))).toBe(true);
  });
});

describe("signing out", () => {
  it("ends the session at once", async () => {
    const { sessionId } = await attempt();
    const viewer = await viewerOfSession(sessionId, now);
    await signOut(viewer!, minutesLater(1));
    expect(await viewerOfSession(sessionId, minutesLater(1))).toBeNull();
  });
});

describe("guessing", () => {
  it("is stopped after so many tries from one address, even with the right password", async () => {
    await fail(throttle.address.failures - 1);
    expect(await isThrottled(wrong())).toBe(false);
    expect(await isThrottled(attempt())).toBe(true);
  });

  it("is counted before the password is looked at, so tries at one moment do not pass together", async () => {
    const many = await Promise.all(Array.from({ length: 20 }, () => refusal(wrong())));
    expect(many.filter((one) => one?.kind === "invalid")).toHaveLength(throttle.address.failures);
    expect(many.filter((one) => one?.kind === "throttled")).toHaveLength(20 - throttle.address.failures);
  });

  it("stays stopped after a restart", async () => {
    await fail(throttle.address.failures);
    await disconnect();
    expect(await isThrottled(attempt())).toBe(true);
  });

  it("may go on after the minutes of the rule, counted from the first try", async () => {
    await fail(throttle.address.failures);
    expect(await isThrottled(attempt({ at: minutesLater(throttle.address.minutes - 1) }))).toBe(true);
    expect(await refusal(attempt({ at: minutesLater(throttle.address.minutes) }))).toBeNull();
  });

  it("from one address does not lock out the person at another", async () => {
    await fail(60, { address: "198.51.100.1" });
    expect(await refusal(attempt())).toBeNull();
  });

  it("from many addresses is bounded together", async () => {
    const addresses = Array.from({ length: throttle.unknown.failures }, (_, i) => `198.51.100.${i}`);
    for (const address of addresses) await refusal(wrong({ address }));
    expect(await isThrottled(wrong({ address: "192.0.2.1" }))).toBe(true);
  });

  it("from everywhere does not lock out a browser that the person has used before", async () => {
    for (let i = 0; i <= throttle.unknown.failures; i++) await refusal(wrong({ address: `198.51.100.${i}` }));
    expect(await isThrottled(attempt())).toBe(true);
    expect(await refusal(attempt({ from: { device: "known" } }))).toBeNull();
  });

  it("from a browser that the person has used before is stopped too", async () => {
    await fail(throttle.knownDevice.failures, { device: "known" });
    expect(await isThrottled(attempt({ from: { device: "known" } }))).toBe(true);
  });

  it("is forgotten after a success", async () => {
    await fail(throttle.address.failures - 1);
    await attempt();
    await fail(throttle.address.failures - 1);
    expect(await refusal(attempt())).toBeNull();
  });
});
