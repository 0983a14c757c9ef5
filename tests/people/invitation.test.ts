import { beforeAll, describe, expect, it } from "vitest";
import { switchPerson } from "#lib/people/commands.ts";
import { acceptInvitation, inviteAgain, invitePerson } from "#lib/people/invitation-commands.ts";
import { findInvitation } from "#lib/people/invitation-queries.ts";
import { invitationDays } from "#lib/people/rules.ts";
import { signIn } from "#lib/people/sign-in-commands.ts";
import { viewerOfSession } from "#lib/platform/access/load-viewer.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asSystem, person, type SmallRegion, smallRegion } from "#tests/support/registry.ts";

const now = new Date("2026-03-02T08:00:00Z");
const days = (n: number) => new Date(now.getTime() + n * 86_400_000);
const password = "достаточно длинный";
let admin: Viewer;
let region: SmallRegion;
let serial = 0;

beforeAll(async () => {
  await testDatabase();
  admin = await person("admin");
  region = await smallRegion();
});

const newcomer = () => ({ email: `new${++serial}@school.ru`, name: "Петрова А. А.", role: "admin" }) as const;
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: Error) => error.message,
  );

describe("an invitation", () => {
  it("names whom it invites, and lets the password be set once", async () => {
    const input = newcomer();
    const { token } = await invitePerson(admin, input, now);
    expect(await findInvitation(token, now)).toEqual({ name: input.name, email: input.email });
    expect(await acceptInvitation({ token, password }, now)).toEqual({ email: input.email });
    expect(await findInvitation(token, now)).toBeNull();
    expect(await refusal(acceptInvitation({ token, password }, now))).toBe(
      "notFound: people.refused.invitationOver",
    );
  });

  it("sent twice at one moment is used once", async () => {
    const { token } = await invitePerson(admin, newcomer(), now);
    const posts = await Promise.all([1, 2, 3].map(() => refusal(acceptInvitation({ token, password }, now))));
    expect(posts.filter((outcome) => outcome === "done")).toHaveLength(1);
  });

  it("is over after a fortnight, when a newer one was made, and when the account is off", async () => {
    const { token, personId } = await invitePerson(admin, newcomer(), now);
    expect(await findInvitation(token, days(invitationDays - 1))).not.toBeNull();
    expect(await findInvitation(token, days(invitationDays))).toBeNull();
    const again = await inviteAgain(admin, personId, now);
    expect(await findInvitation(token, now)).toBeNull();
    expect(await findInvitation(again.token, now)).not.toBeNull();
    await switchPerson(admin, personId, false, now);
    expect(await findInvitation(again.token, now)).toBeNull();
  });

  it("is stored so that who reads the table can use none", async () => {
    const { token } = await invitePerson(admin, newcomer(), now);
    const rows = await asSystem((tx) => tx.invitation.findMany());
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("to a new password ends the sessions of the old one", async () => {
    const input = newcomer();
    const { token, personId } = await invitePerson(admin, input, now);
    await acceptInvitation({ token, password }, now);
    const from = { address: "203.0.113.9", device: null, browser: "", seconds: 3600 };
    const { sessionId } = await signIn({ email: input.email, password }, from, now);
    const { token: second } = await inviteAgain(admin, personId, now);
    expect(await viewerOfSession(sessionId, now)).not.toBeNull();
    await acceptInvitation({ token: second, password: "совсем другой пароль" }, now);
    expect(await viewerOfSession(sessionId, now)).toBeNull();
  });

  it("to a made-up address of a link is nothing", async () => {
    expect(await refusal(acceptInvitation({ token: "x".repeat(43), password }, now))).toBe(
      "notFound: people.refused.invitationOver",
    );
  });
});

describe("inviting", () => {
  it("refuses an e-mail that is taken", async () => {
    const input = newcomer();
    await invitePerson(admin, input, now);
    expect(await refusal(invitePerson(admin, input, now))).toBe("conflict: people.refused.emailTaken");
  });

  it.each([
    ["head", "school"],
    ["teacher", "school"],
    ["municipality", "municipality"],
    ["expert", "region"],
  ] as const)("a %s needs a %s", async (role, unit) => {
    expect(await refusal(invitePerson(admin, { ...newcomer(), role }, now))).toBe(
      `invalid: people.refused.needs.${unit}`,
    );
  });

  it("keeps only the unit of the role", async () => {
    const units = {
      regionId: region.regionId,
      municipalityId: region.municipalityIds[0],
      schoolId: region.schoolIds[0],
    };
    const { personId } = await invitePerson(admin, { ...newcomer(), role: "municipality", ...units }, now);
    expect(await asSystem((tx) => tx.person.findUnique({ where: { id: personId } }))).toMatchObject({
      regionId: null,
      municipalityId: region.municipalityIds[0],
      schoolId: null,
    });
  });

  it("refuses a unit that is not there", async () => {
    const strange = { ...newcomer(), role: "head", schoolId: 999_999 } as const;
    expect(await refusal(invitePerson(admin, strange, now))).toBe("invalid: people.refused.unitMissing");
  });

  it("stands in the chain of the person's municipality, without name and e-mail", async () => {
    const input = { ...newcomer(), role: "head", schoolId: region.schoolIds[2] } as const;
    const { personId } = await invitePerson(admin, input, now);
    const [event] = await asSystem((tx) =>
      tx.auditEvent.findMany({ where: { subject: `person:${personId}` } }),
    );
    expect(event).toMatchObject({
      action: "people.invite",
      actorId: admin.personId,
      municipalityId: region.municipalityIds[1],
      schoolId: region.schoolIds[2],
      details: { role: "head" },
    });
  });
});
