import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asViewer, inTransaction } from "#lib/platform/access/as-viewer.ts";
import { permissions, roles } from "#lib/platform/access/permissions.ts";
import { publicViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { disconnect } from "#lib/platform/db/client.ts";
import * as areaCommands from "#lib/schools/area-commands.ts";
import { addMunicipality, addRegion } from "#lib/schools/area-commands.ts";
import * as commands from "#lib/schools/commands.ts";
import { addSchool, editSchool, setClasses } from "#lib/schools/commands.ts";
import * as lineageCommands from "#lib/schools/lineage-commands.ts";
import { mergeSchool, renameSchool } from "#lib/schools/lineage-commands.ts";
import * as queries from "#lib/schools/queries.ts";
import {
  getSchool,
  listClasses,
  listMunicipalities,
  listRegions,
  listSchools,
  listSuccessors,
  schoolsByLogin,
} from "#lib/schools/queries.ts";
import * as registryCommands from "#lib/schools/registry-commands.ts";
import { applyRegistry, dropDraft, loadRegistry, stageRegistry } from "#lib/schools/registry-commands.ts";
import * as registryQueries from "#lib/schools/registry-queries.ts";
import { getRegistryDraft } from "#lib/schools/registry-queries.ts";
import { admin, card, type District, district, now, viewer } from "#tests/schools/district.ts";
import { testDatabase } from "#tests/support/database.ts";

let d: District;
beforeAll(async () => {
  await testDatabase();
  d = await district();
  const classes = [{ grade: 5, label: "5А", pupils: 25 }];
  for (const schoolId of [d.first, d.foreign])
    await setClasses(d.region, { schoolId, year: 2025, base: "", classes }, now);
  const renaming = { fullName: "", happenedOn: "2026-01-15", note: "для служебного пользования" };
  for (const [schoolId, name] of [
    [d.first, "Лицей № 1"],
    [d.foreign, "Лицей № 21"],
  ] as const)
    await renameSchool(d.region, { schoolId, version: 1, name, ...renaming }, now);
});
afterAll(disconnect);

const { municipalityId: _m, login: _l, ...values } = card({ municipalityId: 0, login: "970001" });
const filter = { search: "", municipalityId: null, page: 1 };
const bytes = new TextEncoder().encode("Логин;Название\n970001;Школа\n");

describe("verbs of the registry", () => {
  it.each([
    ["schools.read", "admin region municipality head deputy teacher expert"],
    ["schools.edit", "admin region municipality"],
    ["classes.edit", "admin region municipality head deputy"],
    ["municipalities.add", "admin region"],
    ["regions.add", "admin"],
  ] as const)("%s is for %s", (permission, allowed) => {
    expect(
      roles.filter((role) => (permissions[permission] as readonly string[]).includes(role)).join(" "),
    ).toBe(allowed);
  });

  const asked: Record<string, (who: Viewer) => unknown> = {
    listSchools: (who) => listSchools(who, filter),
    getSchool: (who) => getSchool(who, d.first),
    listClasses: (who) => listClasses(who, d.first, 2025),
    listMunicipalities: (who) => listMunicipalities(who),
    listRegions: (who) => listRegions(who),
    schoolsByLogin: (who) => schoolsByLogin(who, ["970001"]),
  };
  const edited: Record<string, (who: Viewer) => unknown> = {
    listSuccessors: (who) => listSuccessors(who, d.first),
    getRegistryDraft: (who) => getRegistryDraft(who, 1, now),
    addSchool: (who) => addSchool(who, card({ municipalityId: d.town, login: "970999" }), now),
    editSchool: (who) => editSchool(who, { schoolId: d.first, version: 2, ...values }, now),
    renameSchool: (who) =>
      renameSchool(
        who,
        { schoolId: d.first, version: 2, name: "Х", fullName: "", happenedOn: "2026-01-01", note: "" },
        now,
      ),
    mergeSchool: (who) =>
      mergeSchool(
        who,
        { schoolId: d.first, version: 2, successorLogin: "970002", happenedOn: "2026-01-01", note: "" },
        now,
      ),
    stageRegistry: (who) => stageRegistry(who, [{ name: "x.csv", bytes }], now),
    applyRegistry: (who) =>
      applyRegistry(who, { draftId: 1, fingerprint: "", names: new Map(), renamedOn: null }, now),
    dropDraft: (who) => dropDraft(who, 1),
    loadRegistry: (who) => loadRegistry(who, bytes, "x.csv", {}, now),
    addMunicipality: (who) =>
      addMunicipality(who, { regionId: d.regionId, code: "x_m1", name: "Округ" }, now),
    addRegion: (who) => addRegion(who, { code: "11", name: "Область" }, now),
  };

  it.each(Object.keys({ ...asked, ...edited }))("%s sends a signed-out caller to sign in", async (name) => {
    const call = asked[name] ?? edited[name];
    await expect(Promise.resolve().then(() => call?.(publicViewer))).rejects.toMatchObject({
      kind: "notSignedIn",
    });
  });

  it.each(Object.keys(edited))("%s is refused to head, deputy, teacher and expert", async (name) => {
    for (const who of [d.head, d.deputy, d.teacher, d.expert])
      await expect(Promise.resolve().then(() => edited[name]?.(who))).rejects.toMatchObject({
        kind: "forbidden",
      });
  });

  it("are asked of every query and command that the registry exports", () => {
    const exported = [queries, registryQueries, commands, areaCommands, lineageCommands, registryCommands]
      .flatMap((one) => Object.keys(one))
      // A part of commands: it takes a transaction that has its viewer already.
      .filter((name) => name !== "lockSchool");
    expect(exported.sort()).toEqual([...Object.keys(asked), ...Object.keys(edited), "setClasses"].sort());
  });

  it("setClasses is refused to teacher, expert and the signed-out", async () => {
    const input = { schoolId: d.first, year: 2025, base: "", classes: [] };
    for (const who of [d.teacher, d.expert])
      await expect(setClasses(who, input, now)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(setClasses(publicViewer, input, now)).rejects.toMatchObject({ kind: "notSignedIn" });
  });
});

describe("rows of the registry", () => {
  const logins = async (who: Viewer) => (await listSchools(who, filter)).rows.map((row) => row.login).sort();

  it("are those of the viewer's unit", async () => {
    expect(await logins(d.region)).toEqual(["970001", "970002", "970021", "970022"]);
    expect(await logins(d.expert)).toEqual(["970001", "970002", "970021", "970022"]);
    expect(await logins(d.officer)).toEqual(["970001", "970002"]);
    for (const who of [d.head, d.deputy, d.teacher]) expect(await logins(who)).toEqual(["970001"]);
    expect(await logins(viewer("region", 9, { regionId: 9_999 }))).toEqual([]);
  });

  it("of a foreign school cannot be told from missing ones", async () => {
    for (const schoolId of [d.foreign, 9_999])
      for (const who of [d.officer, d.head, d.teacher]) {
        await expect(getSchool(who, schoolId)).rejects.toMatchObject({
          kind: "notFound",
          messageKey: "notFound",
        });
        await expect(listClasses(who, schoolId, 2025)).rejects.toMatchObject({ kind: "notFound" });
      }
    expect([...(await schoolsByLogin(d.officer, ["970021", "999999"])).keys()]).toEqual([]);
    await expect(
      setClasses(d.head, { schoolId: d.second, year: 2025, base: "", classes: [] }, now),
    ).rejects.toMatchObject({ kind: "notFound" });
  });

  it("of units above are the own ones", async () => {
    expect((await listMunicipalities(d.head)).map((one) => one.id)).toEqual([d.town]);
    expect((await listMunicipalities(d.officer)).map((one) => one.id)).toEqual([d.town]);
    expect((await listRegions(d.head)).map((one) => one.id)).toEqual([d.regionId]);
  });
});

/** What statements may do whatever the commands say: each expectation fails when its policy is dropped. */
describe("policies of the registry", () => {
  const counts = (who: Viewer) =>
    asViewer(who, async (tx) => ({
      schools: await tx.school.count(),
      classes: await tx.schoolClass.count(),
      lineage: await tx.schoolLineage.count(),
      municipalities: await tx.municipality.count(),
      regions: await tx.region.count(),
    }));
  const refusedByPolicy = (who: Viewer, sql: string) =>
    expect(inTransaction(who, (tx) => tx.$executeRawUnsafe(sql))).rejects.toThrow(/row-level security/);
  const touched = (who: Viewer, sql: string) => inTransaction(who, (tx) => tx.$executeRawUnsafe(sql));

  it("show schools, classes and lineage of the own unit, dictionaries to everybody with a scope, nothing to the public", async () => {
    expect(await counts(d.region)).toEqual({
      schools: 4,
      classes: 2,
      lineage: 2,
      municipalities: 2,
      regions: 1,
    });
    expect(await counts(d.officer)).toEqual({
      schools: 2,
      classes: 1,
      lineage: 1,
      municipalities: 2,
      regions: 1,
    });
    expect(await counts(d.teacher)).toEqual({
      schools: 1,
      classes: 1,
      lineage: 1,
      municipalities: 2,
      regions: 1,
    });
    expect(await counts(publicViewer)).toEqual({
      schools: 0,
      classes: 0,
      lineage: 0,
      municipalities: 0,
      regions: 0,
    });
  });

  it("let the public know of every school and its history, but no note", async () => {
    const rows = await asViewer(
      publicViewer,
      (tx) => tx.$queryRaw<object[]>`SELECT * FROM school_lineage_public ORDER BY id`,
    );
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain("служебного");
  });

  it("add schools in the own area only, and never by a school", async () => {
    const insert = (area: number) =>
      `INSERT INTO school (municipality_id, login, name, slug) VALUES (${area}, '979999', 'Школа', 'shkola')`;
    await refusedByPolicy(d.officer, insert(d.land));
    await refusedByPolicy(d.head, insert(d.town));
  });

  it("change schools of the own area only, and never move them out of it", async () => {
    expect(await touched(d.officer, `UPDATE school SET pupils = 1 WHERE id = ${d.foreign}`)).toBe(0);
    await refusedByPolicy(d.officer, `UPDATE school SET municipality_id = ${d.land} WHERE id = ${d.second}`);
  });

  it("change classes and lineage of the own schools only", async () => {
    await refusedByPolicy(
      d.officer,
      `INSERT INTO school_class (school_id, year, grade, label) VALUES (${d.foreign}, 2025, 5, '5Б')`,
    );
    await refusedByPolicy(
      d.officer,
      `INSERT INTO school_lineage (school_id, kind, happened_on, from_name, to_name) VALUES (${d.foreign}, 'rename', '2026-01-01', 'а', 'б')`,
    );
    expect(await touched(d.officer, `DELETE FROM school_class WHERE school_id = ${d.foreign}`)).toBe(0);
  });

  it("add and change regions and municipalities from above only", async () => {
    const area = (region: number) =>
      `INSERT INTO municipality (region_id, code, name, slug) VALUES (${region}, 'p_m1', 'Округ', 'okrug')`;
    for (const who of [d.region, d.officer, d.head])
      await refusedByPolicy(who, "INSERT INTO region (code, name) VALUES ('12', 'Область')");
    for (const who of [d.officer, d.head]) await refusedByPolicy(who, area(d.regionId));
    const { regionId } = await addRegion(admin, { code: "12", name: "Другая область" }, now);
    await refusedByPolicy(d.region, area(regionId));
    for (const who of [d.officer, d.head]) {
      expect(await touched(who, "UPDATE municipality SET name = 'x'")).toBe(0);
      expect(await touched(who, "UPDATE region SET name = 'x'")).toBe(0);
    }
    expect(await touched(d.region, "UPDATE region SET name = 'x'")).toBe(0);
  });

  it("show a draft to the person who brought it and to nobody else, whatever the role", async () => {
    const { draftId } = await stageRegistry(d.officer, [{ name: "x.csv", bytes }], now);
    const seen = (who: Viewer) => asViewer(who, (tx) => tx.registryDraft.count({ where: { id: draftId } }));
    expect(await seen(d.officer)).toBe(1);
    for (const who of [admin, d.region, d.head, publicViewer]) expect(await seen(who)).toBe(0);
    await dropDraft(admin, draftId);
    expect(await seen(d.officer)).toBe(1);
    await refusedByPolicy(d.officer, "INSERT INTO registry_draft (created_by, created_at) VALUES (1, now())");
  });

  it("tell logins that are taken to offices only, and a viewer without a scope nothing at all", async () => {
    const taken = (who: Viewer) =>
      asViewer(who, (tx) => tx.$queryRaw<object[]>`SELECT * FROM taken_logins(ARRAY['970021', '999999'])`);
    expect(await taken(d.officer)).toHaveLength(1);
    for (const who of [d.head, d.teacher, publicViewer]) expect(await taken(who)).toEqual([]);
  });
});
