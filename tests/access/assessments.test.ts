import { beforeAll, describe, expect, it } from "vitest";
import { addWork, adoptScale, editWork, removeWork } from "#lib/assessments/commands.ts";
import { addWorkFromFile, takeTasksFromFile } from "#lib/assessments/file-work-commands.ts";
import { applyWorks, loadShippedWorks, loadWorks } from "#lib/assessments/load-commands.ts";
import { findWorks, getWork, listWorks, listYears } from "#lib/assessments/queries.ts";
import { workFacts } from "#lib/assessments/work-facts.ts";
import { asViewer, inTransaction, type WriteTx } from "#lib/platform/access/as-viewer.ts";
import { type Role, roles } from "#lib/platform/access/permissions.ts";
import { publicViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asSystem, person, type SmallRegion, smallRegion } from "#tests/support/registry.ts";

const now = new Date("2026-04-22T10:00:00Z");
let place: SmallRegion;
const people = new Map<Role, Viewer>();
const viewer = (role: Role) => people.get(role) as Viewer;

beforeAll(async () => {
  await testDatabase();
  place = await smallRegion();
  const school = { schoolId: place.schoolIds[0] };
  const units: Record<Role, object> = {
    admin: {},
    region: { regionId: place.regionId },
    municipality: { municipalityId: place.municipalityIds[0] },
    head: school,
    deputy: school,
    teacher: { ...school, classLabels: ["2025:4А"] },
    expert: { regionId: place.regionId },
  };
  for (const role of roles) people.set(role, await person(role, units[role]));
});

const ids = () => ({ workId: place.workId, version: 1 });
const work = { kind: "vpr", season: "spring", gradeTested: 4, subject: "RU", level: "base" } as const;
const empty = { gradeWriting: null, maxScore: 6, opensOn: null, closesOn: null, tasks: "", note: "" };
const tasks = [{ code: "1", max: 1, difficulty: null }];

/** Every exported command, with input that only a refusal of the person may stop. */
const editing: Record<string, (v: Viewer) => Promise<unknown>> = {
  addWork: (v) => addWork(v, { ...work, ...empty, year: 2040 }, now),
  editWork: (v) => editWork(v, { ...ids(), ...empty, checked: false }, now),
  removeWork: (v) => removeWork(v, ids(), now),
  adoptScale: (v) =>
    adoptScale(
      v,
      {
        workId: place.workId,
        baseEdition: 1,
        scale: "0|1|2|3-6",
        source: "источник",
        note: "",
        needsCheck: false,
      },
      now,
    ),
  loadWorks: (v) => loadWorks(v, [], {}, now),
  applyWorks: (v) => applyWorks(v, [], now),
  loadShippedWorks: (v) => loadShippedWorks(v, now),
};
const importing: Record<string, (v: Viewer) => Promise<unknown>> = {
  addWorkFromFile: (v) => addWorkFromFile(v, { ...work, year: 2041, tasks }, now),
  takeTasksFromFile: (v) =>
    takeTasksFromFile(
      v,
      place.workId,
      [1, 2, 3].map((max) => ({ code: String(max), max, difficulty: null })),
      now,
    ),
};
const reading: Record<string, (v: Viewer) => Promise<unknown>> = {
  listWorks: (v) => listWorks(v, {}),
  listYears: (v) => listYears(v),
  getWork: (v) => getWork(v, place.workId),
  findWorks: (v) => findWorks(v, "RU4"),
  workFacts: (v) => workFacts(v),
};
/** A permission is refused before anything is looked up, synchronously or not. */
const asked = async (run: (v: Viewer) => Promise<unknown>, v: Viewer) => run(v);

describe("who may do what with works", () => {
  const editors: readonly Role[] = ["admin", "region"];
  const importers: readonly Role[] = ["admin", "region", "municipality", "head", "deputy"];

  it.each(Object.entries(editing))(
    "%s: only those who describe works; a stranger is asked to sign in",
    async (_name, run) => {
      for (const role of roles.filter((r) => !editors.includes(r))) {
        await expect(asked(run, viewer(role)), role).rejects.toMatchObject({ kind: "forbidden" });
      }
      await expect(asked(run, publicViewer)).rejects.toMatchObject({ kind: "notSignedIn" });
    },
  );
  it.each(Object.entries(importing))("%s: those who bring results, and nobody else", async (_name, run) => {
    for (const role of importers) await expect(asked(run, viewer(role)), role).resolves.toBeDefined();
    for (const role of ["teacher", "expert"] as const) {
      await expect(asked(run, viewer(role)), role).rejects.toMatchObject({ kind: "forbidden" });
    }
    await expect(asked(run, publicViewer)).rejects.toMatchObject({ kind: "notSignedIn" });
  });
  it.each(Object.entries(reading))("%s: everybody who is signed in, and no stranger", async (_name, run) => {
    for (const role of roles) await expect(asked(run, viewer(role)), role).resolves.toBeDefined();
    await expect(asked(run, publicViewer)).rejects.toMatchObject({ kind: "notSignedIn" });
  });
  it("a missing work is not found, for whoever asks", async () => {
    for (const role of roles)
      await expect(getWork(viewer(role), 999_999), role).rejects.toMatchObject({ kind: "notFound" });
  });
});

describe("what the database decides by itself", () => {
  const tables = ["work", "workTask", "scaleEdition"] as const;
  const tryWrite = (v: Viewer, write: (tx: WriteTx) => Promise<unknown>) => inTransaction(v, write);
  const newWork = (year: number) => (tx: WriteTx) =>
    tx.work.create({ data: { ...work, code: `X-${year}`, year, gradeWriting: 4, maxScore: 6 } });

  it.each(tables)("%s: a stranger reads no row, a teacher reads them", async (table) => {
    const count = (v: Viewer) => asViewer(v, (tx) => (tx[table].count as () => Promise<number>)());
    expect(await count(publicViewer)).toBe(0);
    expect(await count(viewer("teacher"))).toBe(
      await asSystem((tx) => (tx[table].count as () => Promise<number>)()),
    );
    expect(await count(viewer("teacher"))).toBeGreaterThan(0);
  });
  it("a school changes and removes no work, an office does", async () => {
    const note = (tx: WriteTx) =>
      tx.work.updateMany({ where: { id: place.workId }, data: { note: "правка" } });
    expect(await tryWrite(viewer("deputy"), note)).toEqual({ count: 0 });
    expect(
      await tryWrite(viewer("deputy"), (tx) => tx.workTask.deleteMany({ where: { workId: place.workId } })),
    ).toEqual({ count: 0 });
    expect(
      await tryWrite(viewer("deputy"), (tx) => tx.work.deleteMany({ where: { id: place.workId } })),
    ).toEqual({ count: 0 });
    expect(await tryWrite(viewer("region"), note)).toEqual({ count: 1 });
  });
  it("a school may add a work, a teacher and a stranger may not", async () => {
    await expect(tryWrite(viewer("deputy"), newWork(2050))).resolves.toBeDefined();
    await expect(tryWrite(viewer("teacher"), newWork(2051))).rejects.toThrow();
    await expect(tryWrite(publicViewer, newWork(2052))).rejects.toThrow();
  });
  it("nobody removes or rewrites an edition of a scale", async () => {
    for (const v of [viewer("admin"), viewer("region")]) {
      await expect(
        tryWrite(v, (tx) => tx.scaleEdition.deleteMany({ where: { workId: place.workId } })),
      ).rejects.toThrow();
      await expect(
        tryWrite(v, (tx) =>
          tx.scaleEdition.updateMany({ where: { workId: place.workId }, data: { min5: 5 } }),
        ),
      ).rejects.toThrow();
    }
  });
});
