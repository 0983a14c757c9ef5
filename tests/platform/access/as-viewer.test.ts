import { beforeAll, describe, expect, it } from "vitest";
import { asViewer, inTransaction } from "#lib/platform/access/as-viewer.ts";
import { loadViewer, viewerOfSession } from "#lib/platform/access/load-viewer.ts";
import { systemViewer } from "#lib/platform/access/viewer.ts";
import { database } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/support/database.ts";
import { person, smallRegion } from "#tests/support/registry.ts";

const now = new Date("2026-03-02T08:00:00Z");
const later = new Date("2026-03-02T20:00:00Z");

beforeAll(async () => {
  await testDatabase();
});

describe("a scope", () => {
  it("ends with its transaction: the next one on the same connection sees nothing", async () => {
    const { schoolIds } = await smallRegion();
    expect(await asViewer(systemViewer, (tx) => tx.school.count({ where: { id: { in: schoolIds } } }))).toBe(
      3,
    );
    expect(await database().school.count()).toBe(0);
  });

  it("ends also with a transaction that failed", async () => {
    const failed = asViewer(systemViewer, () => Promise.reject(new Error("planted")));
    await expect(failed).rejects.toThrow("planted");
    expect(await database().school.count()).toBe(0);
  });

  it("is the viewer's own even while another works beside it", async () => {
    const { schoolIds } = await smallRegion();
    const heads = await Promise.all(schoolIds.map((schoolId) => person("head", { schoolId })));
    const seen = await Promise.all(heads.map((head) => asViewer(head, (tx) => tx.school.findMany())));
    expect(seen.map((schools) => schools.map(({ id }) => id))).toEqual(schoolIds.map((id) => [id]));
  });
});

it("reading cannot write", async () => {
  const { schoolIds } = await smallRegion();
  const sly = asViewer(systemViewer, (tx) =>
    tx.school.update({ where: { id: schoolIds[0] }, data: { name: "x" } }),
  );
  await expect(sly).rejects.toThrow(/read-only transaction/);
});

it("a command that fails leaves nothing", async () => {
  const { regionId } = await smallRegion();
  const half = inTransaction(systemViewer, async (tx) => {
    await tx.municipality.create({ data: { regionId, code: "half", name: "x", slug: "half" } });
    throw new Error("planted");
  });
  await expect(half).rejects.toThrow("planted");
  expect(
    await asViewer(systemViewer, (tx) => tx.municipality.findUnique({ where: { code: "half" } })),
  ).toBeNull();
});

it("classes with quotes and commas stay labels", async () => {
  const { schoolIds } = await smallRegion();
  const teacher = await person("teacher", {
    schoolId: schoolIds[0],
    classLabels: ['2025:5"А', "2025:5,Б", "2025:5\\В"],
  });
  const classes = await asViewer(
    teacher,
    (tx) => tx.$queryRaw<[{ classes: string[] }]>`SELECT portal_classes() AS classes`,
  );
  expect(classes[0].classes).toEqual(['2025:5"А', "2025:5,Б", "2025:5\\В"]);
});

describe("a session", () => {
  async function open(expiresAt: Date) {
    const { schoolIds } = await smallRegion();
    const { personId } = await person("head", { schoolId: schoolIds[0] });
    const id = crypto.randomUUID();
    await inTransaction(systemViewer, (tx) =>
      tx.session.create({ data: { id, personId: personId!, startedAt: now, lastSeenAt: now, expiresAt } }),
    );
    return { id, personId: personId! };
  }
  const change = (id: string, data: { endedAt: Date }) =>
    inTransaction(systemViewer, (tx) => tx.session.update({ where: { id }, data }));

  it("names its person while it lives", async () => {
    const { id, personId } = await open(later);
    expect(await viewerOfSession(id, now)).toMatchObject({ personId, role: "head", sessionId: id });
  });

  it("is nobody's from the moment it ends or expires", async () => {
    const { id } = await open(later);
    expect(await viewerOfSession(id, later)).toBeNull();
    await change(id, { endedAt: now });
    expect(await viewerOfSession(id, now)).toBeNull();
  });

  it("is nobody's once the account is switched off, also for jobs", async () => {
    const { id, personId } = await open(later);
    await inTransaction(systemViewer, (tx) =>
      tx.person.update({ where: { id: personId }, data: { disabledAt: now } }),
    );
    expect(await viewerOfSession(id, now)).toBeNull();
    expect(await loadViewer(personId)).toBeNull();
  });

  it("carries what the person may see now, not what it was when it began", async () => {
    const { id, personId } = await open(later);
    const other = await smallRegion();
    await inTransaction(systemViewer, (tx) =>
      tx.person.update({ where: { id: personId }, data: { schoolId: other.schoolIds[2] } }),
    );
    const viewer = await viewerOfSession(id, now);
    expect(viewer?.scope).toEqual({ kind: "school", id: other.schoolIds[2] });
    expect(viewer).toMatchObject({ municipalityId: other.municipalityIds[1], regionId: other.regionId });
  });
});
