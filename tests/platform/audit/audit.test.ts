import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inTransaction } from "#lib/platform/access/as-viewer.ts";
import { publicViewer, systemViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { checkChains } from "#lib/platform/audit/chain-queries.ts";
import { type JournalFilter, listActions, listEvents } from "#lib/platform/audit/queries.ts";
import { record } from "#lib/platform/audit/record.ts";
import { appUrl } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/support/database.ts";
import { person, type SmallRegion, smallRegion } from "#tests/support/registry.ts";

const now = new Date("2026-03-02T08:00:00Z");
const everything: JournalFilter = { person: "", action: "", school: "", before: null };
let region: SmallRegion;
let admin: Viewer;
let owner: pg.Client;
let app: pg.Client;
let drop: () => Promise<void>;

beforeEach(async () => {
  const database = await testDatabase();
  drop = database.drop;
  owner = new pg.Client(database.ownerUrl);
  app = new pg.Client(appUrl(database.ownerUrl));
  await Promise.all([owner.connect(), app.connect()]);
  region = await smallRegion();
  admin = await person("admin");
});
afterEach(async () => {
  await Promise.all([owner.end(), app.end()]);
  await drop();
});

/** One event of a school (0, 1 in the first municipality, 2 in the second) or, without one, of no municipality. */
async function happen(
  school: 0 | 1 | 2 | null,
  action = "results.apply",
  actor = systemViewer,
): Promise<void> {
  const municipalityId = school === null ? null : region.municipalityIds[school === 2 ? 1 : 0];
  const schoolId = school === null ? null : region.schoolIds[school];
  const entry = {
    action,
    subject: "import:1",
    municipalityId,
    schoolId,
    details: { taken: 25, note: "кириллица" },
  };
  await inTransaction(systemViewer, (tx) => record(tx, actor, entry, now));
}

/** What only somebody with the owner's rights can do to the journal. */
async function tamper(sql: string): Promise<void> {
  await owner.query("ALTER TABLE audit_event DISABLE TRIGGER audit_event_fixed");
  await owner.query(sql);
  await owner.query("ALTER TABLE audit_event ENABLE TRIGGER audit_event_fixed");
}

const chainsOf = async (viewer: Viewer) =>
  (await checkChains(viewer)).map(({ events, brokenAt, cutOff }) => ({ events, brokenAt, cutOff }));
const whole = (events: number) => ({ events, brokenAt: null, cutOff: false });

describe("the journal", () => {
  it.each(["UPDATE audit_event SET action = 'x'", "DELETE FROM audit_event", "TRUNCATE audit_event"])(
    "takes no %s, neither from the portal nor from its owner",
    async (sql) => {
      await happen(0);
      await expect(app.query(sql)).rejects.toThrow(/permission denied|insert-only/);
      await expect(owner.query(sql)).rejects.toThrow("audit_event is insert-only");
    },
  );

  it("keeps the chain's end out of the portal's reach", async () => {
    await expect(app.query("SELECT FROM audit_chain")).rejects.toThrow("permission denied");
  });

  it("gives nobody the choice of place or hash", async () => {
    await happen(0);
    await owner.query(`INSERT INTO audit_event (id, at, chain, actor_role, municipality_id, action, subject, details, previous_hash, hash)
      VALUES (1, now(), 99, 'admin', ${region.municipalityIds[0]}, 'x', 'x:1', '{}', 'forged', 'forged')`);
    expect(await chainsOf(admin)).toEqual([whole(0), whole(2), whole(0)]);
  });

  it("loses the event when what it tells of did not happen", async () => {
    const entry = { action: "x", subject: "x:1", municipalityId: null };
    const failed = inTransaction(systemViewer, async (tx) => {
      await record(tx, systemViewer, entry, now);
      throw new Error("planted");
    });
    await expect(failed).rejects.toThrow("planted");
    expect((await listEvents(admin, everything)).events).toEqual([]);
    expect(await chainsOf(admin)).toEqual([whole(0), whole(0), whole(0)]);
  });
});

describe("a chain", () => {
  beforeEach(async () => {
    for (const school of [0, 1, 2, 0, null] as const) await happen(school);
  });

  it("is one a municipality, and one for what belongs to none", async () => {
    expect(await chainsOf(admin)).toEqual([whole(1), whole(3), whole(1)]);
  });

  it("stays whole when many write at once", async () => {
    await Promise.all(Array.from({ length: 30 }, (_, i) => happen((i % 3) as 0 | 1 | 2)));
    expect(await chainsOf(admin)).toEqual([whole(1), whole(23), whole(11)]);
  });

  it.each([
    ["another action", "UPDATE audit_event SET action = 'results.undo' WHERE id = $1"],
    ["another actor", "UPDATE audit_event SET actor_id = 5 WHERE id = $1"],
    ["other details", `UPDATE audit_event SET details = '{"taken": 26}' WHERE id = $1`],
    ["another time", "UPDATE audit_event SET at = at + interval '1 day' WHERE id = $1"],
  ])("shows where the owner wrote %s", async (_name, sql) => {
    const [{ id }] = (
      await owner.query(
        `SELECT min(id) AS id FROM audit_event WHERE municipality_id = ${region.municipalityIds[0]}`,
      )
    ).rows;
    await tamper(sql.replace("$1", id));
    expect(await chainsOf(admin)).toEqual([whole(1), { events: 3, brokenAt: id, cutOff: false }, whole(1)]);
  });

  it("shows where an event was taken out of the middle, at the one that followed", async () => {
    const { rows } = await owner.query(
      `SELECT id FROM audit_event WHERE municipality_id = ${region.municipalityIds[0]} ORDER BY id`,
    );
    await tamper(`DELETE FROM audit_event WHERE id = ${rows[1].id}`);
    expect((await chainsOf(admin))[1]).toEqual({ events: 2, brokenAt: rows[2].id, cutOff: false });
  });

  it("shows that its newest events were cut off, or all of them", async () => {
    await tamper(
      `DELETE FROM audit_event WHERE id = (SELECT max(id) FROM audit_event WHERE municipality_id = ${region.municipalityIds[0]})`,
    );
    expect((await chainsOf(admin))[1]).toEqual({ events: 2, brokenAt: null, cutOff: true });
    await tamper(`DELETE FROM audit_event WHERE municipality_id = ${region.municipalityIds[0]}`);
    expect((await chainsOf(admin))[1]).toEqual({ events: 0, brokenAt: null, cutOff: true });
  });

  it("is whole also for a school, which does not see the events of its neighbours", async () => {
    const head = await person("head", { schoolId: region.schoolIds[0] });
    expect(await chainsOf(head)).toEqual([whole(3)]);
    expect((await listEvents(head, everything)).events).toHaveLength(2);
  });

  it("is told only to those who belong to it", async () => {
    const officer = await person("municipality", { municipalityId: region.municipalityIds[1] });
    expect((await checkChains(officer)).map(({ municipality }) => municipality)).toEqual(["Округ 2"]);
  });
});

describe("reading the journal", () => {
  it("shows names where the viewer may know them, newest first", async () => {
    const head = await person("head", { schoolId: region.schoolIds[0] });
    await happen(0, "results.apply", head);
    await happen(0, "results.undo", admin);
    const { events } = await listEvents(head, everything);
    expect(
      events.map(({ action, actor, actorRole, school }) => ({ action, actor, actorRole, school })),
    ).toEqual([
      { action: "results.undo", actor: null, actorRole: "admin", school: expect.stringContaining("Школа") },
      {
        action: "results.apply",
        actor: head.name,
        actorRole: "head",
        school: expect.stringContaining("Школа"),
      },
    ]);
    expect(events[0]?.details).toEqual([
      ["note", "кириллица"],
      ["taken", "25"],
    ]);
  });

  it("narrows by person, action and school", async () => {
    await happen(0, "results.apply", admin);
    await happen(1, "results.undo");
    await happen(2, "results.undo", admin);
    const count = async (filter: Partial<JournalFilter>) =>
      (await listEvents(admin, { ...everything, ...filter })).events.length;
    expect(await count({ action: "results.undo" })).toBe(2);
    expect(await count({ person: admin.name.toUpperCase() })).toBe(2);
    expect(await count({ person: "никто такой" })).toBe(0);
    expect(await count({ person: admin.name, action: "results.undo" })).toBe(1);
    expect(await count({ school: "школа" })).toBe(3);
    expect(await count({ school: "нет такой" })).toBe(0);
    expect(await listActions(admin)).toEqual(["results.apply", "results.undo"]);
  });

  it("comes a page at a time without gaps or repeats, also while events arrive", async () => {
    for (let i = 0; i < 60; i++) await happen(0);
    const first = await listEvents(admin, everything);
    await happen(0);
    const second = await listEvents(admin, { ...everything, before: first.next });
    const ids = [...first.events, ...second.events].map(({ id }) => Number(id));
    expect(ids).toHaveLength(60);
    expect(new Set(ids).size).toBe(60);
    expect(ids).toEqual([...ids].sort((a, b) => b - a));
    expect(second.next).toBeNull();
  });

  it("is for those whose role allows it", async () => {
    const teacher = await person("teacher", { schoolId: region.schoolIds[0] });
    const expert = await person("expert", { regionId: region.regionId });
    for (const ask of [(v: Viewer) => listEvents(v, everything), listActions, checkChains]) {
      for (const viewer of [teacher, expert]) expect(() => ask(viewer)).toThrow("forbidden");
      expect(() => ask(publicViewer)).toThrow("notSignedIn");
    }
  });

  it("ends at the border of the scope", async () => {
    for (const school of [0, 1, 2, null] as const) await happen(school);
    const other = await smallRegion();
    const reads = async (viewer: Viewer) => (await listEvents(viewer, everything)).events.length;
    expect(await reads(await person("head", { schoolId: region.schoolIds[1] }))).toBe(1);
    expect(await reads(await person("municipality", { municipalityId: region.municipalityIds[0] }))).toBe(2);
    expect(await reads(await person("region", { regionId: region.regionId }))).toBe(3);
    expect(await reads(await person("region", { regionId: other.regionId }))).toBe(0);
    expect(await reads(admin)).toBe(4);
  });
});
