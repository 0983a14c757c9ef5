import { beforeAll, describe, expect, it } from "vitest";
import { assignClasses, endSessions, placePerson, switchPerson } from "#lib/people/commands.ts";
import { getPerson, listClassChoices, listPeople, listUnits } from "#lib/people/queries.ts";
import { inTransaction } from "#lib/platform/access/as-viewer.ts";
import { loadViewer, viewerOfSession } from "#lib/platform/access/load-viewer.ts";
import { systemViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asSystem, person, type SmallRegion, smallRegion } from "#tests/support/registry.ts";

const now = new Date("2026-03-02T08:00:00Z");
const inAnHour = new Date("2026-03-02T09:00:00Z");
let admin: Viewer;
let region: SmallRegion;

beforeAll(async () => {
  await testDatabase();
  admin = await person("admin");
  region = await smallRegion();
});

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: Error) => error.message,
  );
async function openSession(personId: number): Promise<string> {
  const id = crypto.randomUUID();
  const data = { id, personId, startedAt: now, lastSeenAt: now, expiresAt: inAnHour };
  await inTransaction(systemViewer, (tx) => tx.session.create({ data }));
  return id;
}
async function teacher(classLabels: string[] = []) {
  const viewer = await person("teacher", { schoolId: region.schoolIds[0], classLabels });
  return viewer.personId!;
}

describe("a new place", () => {
  it("is what the next request sees", async () => {
    const { personId } = await person("head", { schoolId: region.schoolIds[0] });
    await placePerson(
      admin,
      { personId: personId!, version: 1, role: "municipality", municipalityId: region.municipalityIds[1] },
      now,
    );
    expect((await loadViewer(personId!))?.scope).toEqual({
      kind: "municipality",
      id: region.municipalityIds[1],
    });
  });

  it("made on an older version is a conflict and changes nothing", async () => {
    const { personId } = await person("head", { schoolId: region.schoolIds[0] });
    const place = (schoolId: number) =>
      placePerson(admin, { personId: personId!, version: 1, role: "head", schoolId }, now);
    await place(region.schoolIds[1]);
    expect(await refusal(place(region.schoolIds[2]))).toBe("conflict: people.refused.personChanged");
    expect((await loadViewer(personId!))?.schoolId).toBe(region.schoolIds[1]);
  });

  it("stands in the journal with the old and the new one, both from the database", async () => {
    const { personId } = await person("deputy", { schoolId: region.schoolIds[0] });
    await placePerson(
      admin,
      { personId: personId!, version: 1, role: "head", schoolId: region.schoolIds[2] },
      now,
    );
    const [event] = await asSystem((tx) =>
      tx.auditEvent.findMany({ where: { subject: `person:${personId}` } }),
    );
    expect(event?.details).toEqual({
      before: { role: "deputy", regionId: null, municipalityId: null, schoolId: region.schoolIds[0] },
      after: { role: "head", regionId: null, municipalityId: null, schoolId: region.schoolIds[2] },
    });
  });

  it("keeps a teacher's classes in the same school and drops them in another", async () => {
    const personId = await teacher(["2025:4А"]);
    const move = (version: number, schoolId: number) =>
      placePerson(admin, { personId, version, role: "teacher", schoolId }, now);
    await move(1, region.schoolIds[0]);
    expect((await loadViewer(personId))?.classLabels).toEqual(["2025:4А"]);
    await move(2, region.schoolIds[1]);
    expect((await loadViewer(personId))?.classLabels).toEqual([]);
  });

  it("takes the administrator's role from nobody who gives it up by mistake", async () => {
    const own = {
      personId: admin.personId!,
      version: 1,
      role: "head",
      schoolId: region.schoolIds[0],
    } as const;
    expect(await refusal(placePerson(admin, own, now))).toBe("invalid: people.refused.ownRole");
  });
});

describe("a teacher's classes", () => {
  beforeAll(async () => {
    const schoolClass = (label: string) => ({ schoolId: region.schoolIds[0], year: 2025, grade: 4, label });
    await inTransaction(systemViewer, (tx) =>
      tx.schoolClass.createMany({ data: [schoolClass("4А"), schoolClass("4Б")] }),
    );
  });

  it("are chosen from the school's own list", async () => {
    expect(await listClassChoices(admin, region.schoolIds[0])).toEqual([
      { year: 2025, label: "4А" },
      { year: 2025, label: "4Б" },
    ]);
    const personId = await teacher();
    await assignClasses(admin, { personId, version: 1, classLabels: ["2025:4Б", "2025:4А", "2025:4А"] }, now);
    expect((await loadViewer(personId))?.classLabels).toEqual(["2025:4А", "2025:4Б"]);
  });

  it("that the school does not have are refused", async () => {
    const personId = await teacher();
    const strange = assignClasses(admin, { personId, version: 1, classLabels: ["2025:4Я"] }, now);
    expect(await refusal(strange)).toBe("invalid: people.refused.classUnknown");
  });

  it("are for teachers only", async () => {
    const { personId } = await person("head", { schoolId: region.schoolIds[0] });
    const wrong = assignClasses(admin, { personId: personId!, version: 1, classLabels: [] }, now);
    expect(await refusal(wrong)).toBe("invalid: people.refused.notTeacher");
  });
});

describe("sessions and accounts", () => {
  it("ending sessions turns every request after it into one of the public", async () => {
    const { personId } = await person("head", { schoolId: region.schoolIds[0] });
    const sessions = [await openSession(personId!), await openSession(personId!)];
    expect(await endSessions(admin, personId!, now)).toEqual({ ended: 2 });
    for (const id of sessions) expect(await viewerOfSession(id, now)).toBeNull();
  });

  it("an account that is off has no sessions and can be switched on again", async () => {
    const { personId } = await person("head", { schoolId: region.schoolIds[0] });
    const session = await openSession(personId!);
    await switchPerson(admin, personId!, false, now);
    expect(await viewerOfSession(session, now)).toBeNull();
    await switchPerson(admin, personId!, true, now);
    expect(await viewerOfSession(session, now)).toBeNull();
    expect(await loadViewer(personId!)).not.toBeNull();
  });

  it("nobody switches off the own account", async () => {
    expect(await refusal(switchPerson(admin, admin.personId!, false, now))).toBe(
      "invalid: people.refused.ownAccount",
    );
  });
});

describe("reading about people", () => {
  it("finds by a part of the name or of the e-mail, in any case, and takes signs of patterns literally", async () => {
    const { personId } = await person("head", { schoolId: region.schoolIds[1] });
    const rename = { name: "Ёлкина Анна", email: "elkina_100%@school.ru" };
    await inTransaction(systemViewer, (tx) => tx.person.update({ where: { id: personId! }, data: rename }));
    for (const search of ["ёлкина", "АННА", "elkina", "_100%"])
      expect((await listPeople(admin, search)).people.map(({ id }) => id)).toContain(personId);
    expect((await listPeople(admin, "elkinaX100")).people).toEqual([]);
  });

  it("shows the administrator open sessions, and nothing of passwords", async () => {
    const { personId } = await person("head", { schoolId: region.schoolIds[0] });
    await openSession(personId!);
    const view = await getPerson(admin, personId!, now);
    expect(view.sessions).toEqual([{ startedAt: now.toISOString(), device: "" }]);
    expect(JSON.stringify(view)).not.toMatch(/password|argon2|hash/i);
  });

  it("offers every open school under its municipality", async () => {
    const { municipalities } = await listUnits(admin);
    const shown = municipalities.filter(({ id }) => region.municipalityIds.includes(id));
    expect(shown.map(({ schools }) => schools.length)).toEqual([2, 1]);
  });
});
