import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { disconnect } from "#lib/platform/db/client.ts";
import { mergeSchool, renameSchool } from "#lib/schools/lineage-commands.ts";
import {
  findPublicSchool,
  listPublicMunicipalities,
  listPublicSchools,
} from "#lib/schools/public-queries.ts";
import { getSchool } from "#lib/schools/queries.ts";
import { testDatabase } from "#tests/support/database.ts";
import { type District, district, now } from "./district.ts";

let d: District;
beforeAll(async () => {
  await testDatabase();
  d = await district();
});
afterAll(disconnect);

const merge = (schoolId: number, version: number, successorLogin: string) =>
  mergeSchool(
    d.officer,
    { schoolId, version, successorLogin, happenedOn: "2026-02-01", note: "Приказ 12" },
    now,
  );

describe("a renamed school", () => {
  const input = { name: "МБОУ «Лицей № 1»", fullName: "", happenedOn: "2026-01-15", note: "" };

  it("keeps its public address and shows what it was called before", async () => {
    expect(await renameSchool(d.officer, { schoolId: d.first, version: 1, ...input }, now)).toEqual({
      version: 2,
    });
    expect(await findPublicSchool("sosh-1")).toMatchObject({
      name: "МБОУ «Лицей № 1»",
      closedOn: null,
      formerNames: [{ name: "МБОУ «СОШ № 1»", until: "2026-01-15" }],
    });
    expect((await getSchool(d.head, d.first)).lineage).toMatchObject([
      { kind: "rename", fromName: "МБОУ «СОШ № 1»", predecessor: null },
    ]);
  });

  it("is not renamed by a difference in print, in the future, or from a stale page", async () => {
    const change = (given: object) =>
      renameSchool(d.officer, { schoolId: d.first, version: 2, ...input, ...given }, now);
    await expect(change({ name: 'МБОУ "лицей №1"' })).rejects.toMatchObject({
      messageKey: "schools.refused.nameNotChanged",
    });
    await expect(change({ name: "Школа", happenedOn: "2026-03-12" })).rejects.toMatchObject({
      messageKey: "schools.refused.dateInFuture",
    });
    await expect(change({ name: "Школа", version: 1 })).rejects.toMatchObject({
      kind: "conflict",
      params: { name: "МБОУ «Лицей № 1»" },
    });
    await expect(change({ schoolId: d.foreign })).rejects.toMatchObject({ kind: "notFound" });
  });
});

describe("a merged school", () => {
  it("cannot point to itself, to a school of others, or to nothing", async () => {
    await expect(merge(d.second, 1, "970002")).rejects.toMatchObject({
      messageKey: "schools.refused.mergeIntoItself",
    });
    for (const login of ["970021", "999999"])
      await expect(merge(d.second, 1, login)).rejects.toMatchObject({
        messageKey: "schools.refused.successorNotFound",
      });
    await expect(merge(d.foreign, 1, "970001")).rejects.toMatchObject({ kind: "notFound" });
  });

  it("is closed, points to its successor, and stays readable", async () => {
    await merge(d.second, 1, "970001");
    const school = await getSchool(d.officer, d.second);
    expect(school.closedOn).toBe("2026-02-01");
    expect(school.lineage).toMatchObject([
      { kind: "merge", successor: { id: d.first, name: "МБОУ «Лицей № 1»" }, note: "Приказ 12" },
    ]);
    // The head of the successor sees where its pupils came from, without a look at the other school's notes.
    const heir = await getSchool(d.head, d.first);
    expect(heir.lineage[0]).toMatchObject({
      kind: "merge",
      predecessor: { id: d.second, name: "МБОУ «СОШ № 2»" },
      note: "",
    });
  });

  it("is gone from the public list; its old address names the successor", async () => {
    const { rows } = await listPublicSchools({ search: "", municipality: "g-lugogorsk", page: 1 });
    expect(rows.map((row) => row.slug)).toEqual(["sosh-1"]);
    expect(await findPublicSchool("sosh-2")).toMatchObject({
      closedOn: "2026-02-01",
      successor: { slug: "sosh-1", name: "МБОУ «Лицей № 1»" },
    });
    expect(await findPublicSchool("sosh-21")).toMatchObject({ closedOn: null, successor: null });
    expect(await findPublicSchool("no-such-school")).toBeNull();
    expect((await listPublicMunicipalities()).map((one) => [one.slug, one.schools])).toEqual([
      ["verkhneozerskiy-mo", 2],
      ["g-lugogorsk", 1],
    ]);
  });

  it("is merged once and takes nobody in; two mergers at once do not both happen", async () => {
    await expect(merge(d.second, 2, "970001")).rejects.toMatchObject({
      messageKey: "schools.refused.alreadyClosed",
    });
    await expect(merge(d.first, 2, "970002")).rejects.toMatchObject({
      messageKey: "schools.refused.successorClosed",
    });
    const into = (schoolId: number, successorLogin: string) =>
      mergeSchool(
        d.region,
        { schoolId, version: 1, successorLogin, happenedOn: "2026-03-01", note: "" },
        now,
      );
    const outcomes = await Promise.allSettled([into(d.foreign, "970022"), into(d.foreignSecond, "970021")]);
    expect(outcomes.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});
