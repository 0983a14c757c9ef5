import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { POST as postCells } from "#app/api/entry/cells/route.ts";
import * as actions from "#lib/entry/actions.ts";
import { getEntryChoice } from "#lib/entry/choice-queries.ts";
import { saveCells } from "#lib/entry/commands.ts";
import { handOver } from "#lib/entry/hand-over-commands.ts";
import { getCellHistory } from "#lib/entry/history-queries.ts";
import { getCodeSheet, getEntry } from "#lib/entry/queries.ts";
import { takeStanding } from "#lib/entry/take-commands.ts";
import { compareTwice, resolveDifference, setTwice } from "#lib/entry/twice-commands.ts";
import { inTransaction } from "#lib/platform/access/as-viewer.ts";
import { idle } from "#lib/platform/access/form-state.ts";
import { systemViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { env } from "#lib/platform/env.ts";
import { migrateJobs } from "#lib/platform/jobs/migrate.ts";
import { refusedToOthers, sessionCookie } from "#tests/access/asking.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asSystem, person, smallRegion } from "#tests/support/registry.ts";

// What a browser would send along; Next's own modules have no request here.
let cookie: string | null = null;
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (name === "portal-session" && cookie ? { value: cookie } : undefined),
  }),
  headers: async () => new Headers(),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

const now = new Date("2025-05-20T10:00:00Z");
let key: { workId: number; schoolId: number; classLabel: string };
let owner: Viewer;
let other: Viewer;
const strangers: Record<string, Viewer> = {};
const unfit: Record<string, Viewer> = {};

beforeAll(async () => {
  const { ownerUrl } = await testDatabase();
  await migrateJobs(ownerUrl);
  const { regionId, municipalityIds, schoolIds, workId } = await smallRegion();
  const schoolId = schoolIds[0];
  await inTransaction(systemViewer, (tx) =>
    tx.schoolClass.create({ data: { schoolId, year: 2024, grade: 4, label: "4А" } }),
  );
  key = { workId, schoolId, classLabel: "4А" };
  owner = await person("deputy", { schoolId });
  other = await person("deputy", { schoolId: schoolIds[1] });
  strangers["a deputy of another school"] = other;
  strangers["another municipality"] = await person("municipality", { municipalityId: municipalityIds[1] });
  unfit["a teacher of the class"] = await person("teacher", { schoolId, classLabels: ["2024:4А"] });
  unfit["an expert of the region"] = await person("expert", { regionId });
  await saveCells(owner, batchOf(owner), now);
});

const batchOf = (who: Viewer) => ({
  ...key,
  personId: who.personId ?? 0,
  pass: 1 as const,
  batch: "00000001",
  sitting: "00000001",
  since: 0,
  edits: [{ row: 0, column: "t:1", value: "1", base: 0 }],
});

/** Everything that reads or changes the draft of one class. */
const ofClass: Record<string, (who: Viewer) => unknown> = {
  getEntry: (who) => getEntry(who, key),
  getCodeSheet: (who) => getCodeSheet(who, key),
  getEntryChoice: (who) => getEntryChoice({ ...who, schoolId: null }, { school: key.schoolId }),
  getCellHistory: (who) => getCellHistory(who, { ...key, row: 0, column: "t:1" }),
  saveCells: (who) => saveCells(who, batchOf(who), now),
  handOver: (who) => handOver(who, key, { incomplete: true }, now),
  setTwice: (who) => setTwice(who, key, true, now),
  compareTwice: (who) => compareTwice(who, key, now),
  resolveDifference: (who) => resolveDifference(who, key, { cell: "0:t:1", keep: "first" }, now),
  takeStanding: (who) => takeStanding(who, key, now),
};

describe("the draft of a class", () => {
  refusedToOthers(ofClass, () => ({ strangers, unfit }));

  it("stays untouched by all of these attempts", async () => {
    const { version, cells, twice } = await getEntry(owner, key);
    expect({ version, twice, cells: cells.length }).toEqual({ version: 1, twice: false, cells: 1 });
  });

  it("is as hidden as a class that does not exist", async () => {
    const refusal = (classLabel: string) =>
      getEntry(other, { ...key, classLabel }).catch((error: Error) => ({ ...error, text: error.message }));
    expect(await refusal("4А")).toEqual(await refusal("4Я"));
  });
});

/** The cookie of a session of this person; null signs out. */
async function signIn(who: Viewer | null): Promise<void> {
  cookie = await sessionCookie(who, now);
}

describe("actions", () => {
  beforeEach(() => signIn(null));
  const all = new Map(Object.entries(actions));
  const names = [...all.keys()];
  const send = (name: string, fields: Record<string, string>) => {
    const data = new FormData();
    for (const [field, value] of Object.entries(fields)) data.set(field, value);
    return all.get(name)?.(idle, data);
  };
  const fields = () => ({
    workId: String(key.workId),
    schoolId: String(key.schoolId),
    classLabel: key.classLabel,
    cell: "0:t:1",
    keep: "first",
  });

  it.each(names)(
    "%s refuses the signed-out, a teacher and strangers, and says what is wrong with its input",
    async (name) => {
      expect(await send(name, fields())).toMatchObject({ status: "refused", messageKey: "notSignedIn" });
      await signIn(unfit["a teacher of the class"] ?? null);
      expect(await send(name, fields())).toMatchObject({ status: "refused", messageKey: "forbidden" });
      await signIn(other);
      expect(await send(name, fields())).toMatchObject({ status: "refused", messageKey: "notFound" });
      expect(await send(name, { ...fields(), workId: "1; DROP" })).toMatchObject({ status: "invalid" });
    },
  );
});

describe("the route of typed cells", () => {
  beforeEach(() => signIn(null));
  const post = (body: unknown) =>
    postCells(
      new Request(`${env.PORTAL_URL}/api/entry/cells`, {
        method: "POST",
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    );

  it("tells the signed-out to sign in, so that their queue waits", async () => {
    expect((await post(batchOf(owner))).status).toBe(401);
  });

  it("refuses strangers, other names, and what is no batch", async () => {
    await signIn(other);
    expect((await post(batchOf(other))).status).toBe(404);
    expect((await post(batchOf(owner))).status).toBe(409);
    for (const body of [
      "",
      "[]",
      { ...batchOf(other), edits: [{ row: 99, column: "t:1", value: "1", base: 0 }] },
    ])
      expect((await post(body)).status).toBe(422);
    await signIn(unfit["a teacher of the class"] ?? null);
    expect((await post(batchOf(unfit["a teacher of the class"] as Viewer))).status).toBe(403);
  });

  it("answers the owner, and names the moment", async () => {
    await signIn(owner);
    const answer = await post({ ...batchOf(owner), batch: "00000002", edits: [] });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      version: 1,
      at: expect.stringMatching(/^\d{4}-/),
      changes: [{ value: "1" }],
    });
  });
});

it("the journal names nobody's points", async () => {
  const events = await asSystem((tx) =>
    tx.auditEvent.findMany({ where: { action: { startsWith: "entry." } } }),
  );
  expect(events).toHaveLength(1);
  expect(events[0]?.details).toEqual({ work: key.workId, class: "4А", pass: 1, cells: 1 });
});
