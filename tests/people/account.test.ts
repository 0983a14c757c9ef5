import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { changePassword, endOtherSessions, prolongSession } from "#lib/people/account-commands.ts";
import { findSessionEnd, getAccount } from "#lib/people/account-queries.ts";
import { acceptInvitation, inviteAgain, invitePerson } from "#lib/people/invitation-commands.ts";
import { findInvitation } from "#lib/people/invitation-queries.ts";
import { longestSessionDays, throttle } from "#lib/people/rules.ts";
import { changePasswordSchema } from "#lib/people/schema.ts";
import { signIn } from "#lib/people/sign-in-commands.ts";
import { viewerOfSession } from "#lib/platform/access/load-viewer.ts";
import { publicViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import type { RefusedError } from "#lib/platform/errors.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asSystem, person, smallRegion } from "#tests/support/registry.ts";

const now = new Date("2026-03-02T08:00:00Z");
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const from = { address: "203.0.113.5", device: null, browser: "Firefox 140, Linux", seconds: 12 * 3600 };
const password = "верный пароль 42";
const next = "другой пароль 43";
let admin: Viewer;
let schoolId: number;
let email: string;
let personId: number;
let viewer: Viewer;
let serial = 0;

beforeAll(async () => {
  await testDatabase();
  admin = await person("admin");
  schoolId = (await smallRegion()).schoolIds[0];
});
beforeEach(async () => {
  email = `own${++serial}@school.ru`;
  const invited = await invitePerson(admin, { email, name: "Иванова И. И.", role: "deputy", schoolId }, now);
  personId = invited.personId;
  await acceptInvitation({ token: invited.token, password }, now);
  viewer = await signedIn();
});

async function signedIn(with_ = password): Promise<Viewer> {
  const { sessionId } = await signIn({ email, password: with_ }, from, now);
  return (await viewerOfSession(sessionId, now))!;
}
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: RefusedError) => `${error.kind} ${error.messageKey}`,
  );
const alive = async ({ sessionId }: Viewer, at = now) => (await viewerOfSession(sessionId!, at)) !== null;

describe("one's own account", () => {
  it("shows who one is, where one works, and every open session with this one marked", async () => {
    await signedIn();
    const account = await getAccount(viewer, now);
    expect(account).toMatchObject({ email, role: "deputy", name: "Иванова И. И." });
    expect(account.unit).toMatch(/^Школа/);
    expect(account.sessions.map(({ here }) => here).sort()).toEqual([false, true]);
    expect(account.sessions[0]).toMatchObject({
      device: "Firefox 140, Linux",
      endsAt: later(12).toISOString(),
    });
  });

  it("has nothing of another person of the same school", async () => {
    const neighbour = await person("deputy", { schoolId });
    const account = await getAccount(neighbour, now);
    expect(account.email).not.toBe(email);
    expect(account.sessions).toEqual([]);
  });

  it.each([
    ["reading", () => getAccount(publicViewer, now)],
    ["the password", () => changePassword(publicViewer, { current: password, password: next }, now)],
    ["ending sessions", () => endOtherSessions(publicViewer, now)],
    ["prolonging", () => prolongSession(publicViewer, 3600, now)],
  ])("%s is refused to whoever is not signed in", async (_what, ask) => {
    expect(await refusal((async () => ask())())).toMatch(/^notSignedIn/);
  });
});

describe("changing the password", () => {
  it("needs the present one; then only the new one opens the portal", async () => {
    expect(await refusal(changePassword(viewer, { current: "чужой пароль 1", password: next }, now))).toBe(
      "invalid people.refused.passwordWrong",
    );
    await changePassword(viewer, { current: password, password: next }, now);
    expect(await refusal(signedIn())).toMatch(/auth\.refused\.wrong/);
    expect(await alive(await signedIn(next))).toBe(true);
  });

  it("ends every other session at once and keeps this one; waiting links stop working", async () => {
    const elsewhere = await signedIn();
    const { token } = await inviteAgain(admin, personId, now);
    expect(await changePassword(viewer, { current: password, password: next }, now)).toEqual({ ended: 1 });
    expect([await alive(viewer), await alive(elsewhere)]).toEqual([true, false]);
    expect(await findInvitation(token, now)).toBeNull();
  });

  it("cannot be guessed at an unattended screen: tries are counted, the right one is refused too", async () => {
    const wrong = { current: "чужой пароль 1", password: next };
    for (let i = 0; i < throttle.ownPassword.failures; i++) await refusal(changePassword(viewer, wrong, now));
    const right = { current: password, password: next };
    expect(await refusal(changePassword(viewer, right, now))).toMatch(/^throttled/);
    expect(await refusal(changePassword(viewer, right, later(0.3)))).toBeNull();
  });

  it("of two changes at one moment one wins, and the journal holds no password", async () => {
    const asked = [1, 2].map((n) =>
      refusal(changePassword(viewer, { current: password, password: `${next} ${n}` }, now)),
    );
    expect((await Promise.all(asked)).filter((one) => one === null)).toHaveLength(1);
    const events = await asSystem((tx) =>
      tx.auditEvent.findMany({ where: { action: "people.changePassword", actorId: personId } }),
    );
    expect(events).toHaveLength(1);
    expect(
      JSON.stringify(events, (_key, value) => (typeof value === "bigint" ? String(value) : value)),
    ).not.toMatch(/пароль/);
  });

  it("asks for a new one that is long enough, typed twice alike and not the same", () => {
    const faults = (input: object) =>
      changePasswordSchema.safeParse(input).error?.issues.map(({ message }) => message) ?? [];
    expect(faults({ current: password, password: "короткий", passwordAgain: "короткий" })).toEqual([
      "people.fields.passwordShort",
    ]);
    expect(faults({ current: password, password: next, passwordAgain: password })).toEqual([
      "people.fields.passwordsDiffer",
    ]);
    expect(faults({ current: password, password, passwordAgain: password })).toEqual([
      "people.fields.passwordSame",
    ]);
    expect(faults({ current: password, password: next, passwordAgain: next })).toEqual([]);
  });
});

describe("sessions", () => {
  it("all but this one end on the person's word", async () => {
    const elsewhere = await signedIn();
    expect(await endOtherSessions(viewer, now)).toEqual({ ended: 1 });
    expect([await alive(viewer), await alive(elsewhere)]).toEqual([true, false]);
  });

  it("of other people are not touched", async () => {
    const first = viewer;
    email = `own${++serial}@school.ru`;
    const other = await invitePerson(admin, { email, name: "Петрова П. П.", role: "deputy", schoolId }, now);
    await acceptInvitation({ token: other.token, password }, now);
    await endOtherSessions(await signedIn(), now);
    expect(await alive(first)).toBe(true);
  });

  it("last longer when they are prolonged, but never over the days after which the password is asked again", async () => {
    expect(await findSessionEnd(viewer)).toBe(later(12).toISOString());
    expect(await prolongSession(viewer, 12 * 3600, later(11))).toEqual({ until: later(23) });
    expect(await alive(viewer, later(22))).toBe(true);
    const last = later(longestSessionDays * 24);
    for (let hour = 22; hour < longestSessionDays * 24; hour += 11)
      await prolongSession(viewer, 12 * 3600, later(hour));
    expect(await findSessionEnd(viewer)).toBe(last.toISOString());
    expect(await alive(viewer, last)).toBe(false);
  });

  it("that are over cannot be prolonged", async () => {
    expect(await refusal(prolongSession(viewer, 3600, later(12)))).toMatch(/^notFound/);
  });
});
