import { beforeAll, describe, expect, it } from "vitest";
import * as commands from "#lib/people/commands.ts";
import * as invitations from "#lib/people/invitation-commands.ts";
import * as invitationQueries from "#lib/people/invitation-queries.ts";
import * as queries from "#lib/people/queries.ts";
import * as signIn from "#lib/people/sign-in-commands.ts";
import { publicViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asSystem, person, type SmallRegion, smallRegion } from "#tests/support/registry.ts";

const now = new Date("2026-03-02T08:00:00Z");
let own: SmallRegion;
let personId: number;
const viewers: Record<string, Viewer> = {};

beforeAll(async () => {
  await testDatabase();
  own = await smallRegion();
  const foreign = await smallRegion();
  // Whom everybody below asks about: a deputy of the first school.
  personId = (await person("deputy", { schoolId: own.schoolIds[0] })).personId!;
  Object.assign(viewers, {
    "signed out": publicViewer,
    "teacher of the school": await person("teacher", { schoolId: own.schoolIds[0] }),
    "deputy of the school": await person("deputy", { schoolId: own.schoolIds[0] }),
    "head of the school": await person("head", { schoolId: own.schoolIds[0] }),
    "head of a neighbour": await person("head", { schoolId: own.schoolIds[1] }),
    "head of a foreign school": await person("head", { schoolId: foreign.schoolIds[0] }),
    "own municipality": await person("municipality", { municipalityId: own.municipalityIds[0] }),
    "other municipality": await person("municipality", { municipalityId: own.municipalityIds[1] }),
    "own region": await person("region", { regionId: own.regionId }),
    "foreign region": await person("region", { regionId: foreign.regionId }),
    "expert of the region": await person("expert", { regionId: own.regionId }),
  });
});

const outcome = async (work: () => Promise<unknown>) => {
  try {
    await work();
    return "answered";
  } catch (error) {
    return (error as Error).message.split(":")[0];
  }
};

describe("one person is shown to", () => {
  it.each([
    ["signed out", "notSignedIn"],
    ["teacher of the school", "forbidden"],
    ["deputy of the school", "forbidden"],
    ["head of the school", "answered"],
    ["head of a neighbour", "notFound"],
    ["head of a foreign school", "notFound"],
    ["own municipality", "answered"],
    ["other municipality", "notFound"],
    ["own region", "answered"],
    ["foreign region", "notFound"],
    ["expert of the region", "forbidden"],
  ])("%s: %s", async (who, expected) => {
    expect(await outcome(async () => queries.getPerson(viewers[who]!, personId, now))).toBe(expected);
  });

  it("a stranger cannot tell another school's person from nobody", async () => {
    const ask = (id: number) =>
      queries
        .getPerson(viewers["head of a foreign school"]!, id, now)
        .catch((error: Error) => ({ ...error, text: error.message }));
    expect(await ask(personId)).toEqual(await ask(999_999));
  });

  it("only the administrator and the person see open sessions", async () => {
    const view = await queries.getPerson(viewers["own region"]!, personId, now);
    expect(view.sessions).toEqual([]);
  });
});

describe("the list of people holds only the viewer's own", () => {
  it.each([
    ["signed out", "notSignedIn"],
    ["teacher of the school", "forbidden"],
    ["expert of the region", "forbidden"],
  ])("%s: %s", async (who, expected) => {
    expect(await outcome(async () => queries.listPeople(viewers[who]!, ""))).toBe(expected);
  });

  it.each([
    ["head of the school", true],
    ["head of a neighbour", false],
    ["head of a foreign school", false],
    ["own municipality", true],
    ["other municipality", false],
    ["own region", true],
    ["foreign region", false],
  ])("%s finds the person: %s", async (who, found) => {
    const { people } = await queries.listPeople(viewers[who]!, "");
    expect(people.some(({ id }) => id === personId)).toBe(found);
  });
});

it("the frame names the viewer's own unit, and none to the public", async () => {
  const names = Object.entries(viewers).map(async ([who, viewer]) => [
    who,
    await queries.findUnitName(viewer),
  ]);
  expect(Object.fromEntries(await Promise.all(names))).toMatchObject({
    "signed out": null,
    "own municipality": "Округ 1",
    "other municipality": "Округ 2",
    "head of the school": expect.stringContaining("Школа"),
    "expert of the region": expect.stringContaining("Область"),
  });
});

// Every exported command and every query that is the administrator's, asked by everybody else.
const administratorsOnly: Record<string, (viewer: Viewer) => Promise<unknown>> = {
  listUnits: async (viewer) => queries.listUnits(viewer),
  listClassChoices: async (viewer) => queries.listClassChoices(viewer, own.schoolIds[0]),
  invitePerson: (viewer) =>
    invitations.invitePerson(viewer, { email: "x@school.ru", name: "Хитрая", role: "admin" }, now),
  inviteAgain: (viewer) => invitations.inviteAgain(viewer, personId, now),
  placePerson: (viewer) => commands.placePerson(viewer, { personId, version: 1, role: "admin" }, now),
  assignClasses: (viewer) => commands.assignClasses(viewer, { personId, version: 1, classLabels: [] }, now),
  endSessions: (viewer) => commands.endSessions(viewer, personId, now),
  switchPerson: (viewer) => commands.switchPerson(viewer, personId, false, now),
};

describe.each(Object.entries(administratorsOnly))("%s", (_name, ask) => {
  it("is refused to everybody but the administrator, and changes nothing", async () => {
    const before = await asSystem((tx) => tx.person.findMany({ orderBy: { id: "asc" } }));
    for (const [who, viewer] of Object.entries(viewers))
      expect([who, await outcome(() => ask(viewer))]).toEqual([
        who,
        who === "signed out" ? "notSignedIn" : "forbidden",
      ]);
    expect(await asSystem((tx) => tx.person.findMany({ orderBy: { id: "asc" } }))).toEqual(before);
  });
});

it("no exported query or command is left out of this file", () => {
  // Asked without an account by their nature: they stand in tests/people.
  const withoutAccount = [
    "signIn",
    "signOut",
    "acceptInvitation",
    "findInvitation",
    "openInvitation",
    "invitationHash",
  ];
  const exported = [queries, commands, invitations, invitationQueries, signIn]
    .flatMap((module) => Object.entries(module))
    .filter(([, value]) => typeof value === "function")
    .map(([name]) => name);
  const asked = [
    ...Object.keys(administratorsOnly),
    "getPerson",
    "listPeople",
    "findUnitName",
    ...withoutAccount,
  ];
  expect(exported.sort()).toEqual(asked.sort());
});
