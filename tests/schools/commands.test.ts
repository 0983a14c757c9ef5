import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asViewer } from "#lib/platform/access/as-viewer.ts";
import { disconnect } from "#lib/platform/db/client.ts";
import { addMunicipality, addRegion } from "#lib/schools/area-commands.ts";
import { classesFingerprint } from "#lib/schools/class-rules.ts";
import { addSchool, editSchool, setClasses } from "#lib/schools/commands.ts";
import { getSchool, listClasses, listSchools } from "#lib/schools/queries.ts";
import { testDatabase } from "#tests/support/database.ts";
import { admin, card, type District, district, now } from "./district.ts";

let d: District;
beforeAll(async () => {
  await testDatabase();
  d = await district();
});
afterAll(disconnect);

const events = (schoolId: number) =>
  asViewer(admin, (tx) => tx.auditEvent.findMany({ where: { schoolId }, orderBy: { id: "asc" } }));

describe("adding a school", () => {
  it("makes its public address once, and another one when the name is taken", async () => {
    const one = await addSchool(
      d.officer,
      card({ municipalityId: d.town, login: "970301", name: "МАОУ «Лицей № 5»" }),
      now,
    );
    const other = await addSchool(
      d.officer,
      card({ municipalityId: d.town, login: "970302", name: "МБОУ «Лицей № 5»" }),
      now,
    );
    expect([one.slug, other.slug]).toEqual(["litsey-5", "litsey-5-970302"]);
  });

  it("refuses a login that any school has, also one that the viewer cannot see", async () => {
    const taken = card({ municipalityId: d.town, login: "970021" });
    await expect(addSchool(d.officer, taken, now)).rejects.toMatchObject({
      kind: "conflict",
      messageKey: "schools.refused.loginTaken",
    });
  });

  it("cannot tell a foreign municipality from a missing one", async () => {
    for (const municipalityId of [d.land, 9_999])
      await expect(
        addSchool(d.officer, card({ municipalityId, login: "970303" }), now),
      ).rejects.toMatchObject({ kind: "notFound" });
  });

  it("is written into the journal of its municipality", async () => {
    const { schoolId } = await addSchool(d.region, card({ municipalityId: d.land, login: "970304" }), now);
    expect(await events(schoolId)).toMatchObject([
      { action: "schools.add", municipalityId: d.land, chain: d.land, details: { login: "970304" } },
    ]);
  });
});

describe("editing a school", () => {
  const { municipalityId: _m, login: _l, ...values } = card({ municipalityId: 0, login: "970001" });

  it("keeps old and new value in the journal, and changes nothing when nothing changed", async () => {
    const { version } = await editSchool(
      d.officer,
      { schoolId: d.second, version: 1, ...values, name: "МБОУ «СОШ № 2»", pupils: 612 },
      now,
    );
    expect(version).toBe(2);
    const again = await editSchool(
      d.officer,
      { schoolId: d.second, version: 2, ...values, name: "МБОУ «СОШ № 2»", pupils: 612 },
      now,
    );
    expect(again.version).toBe(2);
    expect((await events(d.second)).at(-1)).toMatchObject({
      action: "schools.edit",
      details: { changes: { pupils: [500, 612] } },
    });
    expect((await getSchool(d.officer, d.second)).slug).toBe("sosh-2");
  });

  it("refuses an edit made on an older version and names the values that stand now", async () => {
    await expect(
      editSchool(d.officer, { schoolId: d.second, version: 1, ...values, pupils: 700 }, now),
    ).rejects.toMatchObject({
      kind: "conflict",
      messageKey: "schools.refused.stale",
      params: { version: 2, pupils: "612", name: "МБОУ «СОШ № 2»" },
    });
    expect((await getSchool(d.officer, d.second)).pupils).toBe(612);
  });

  it("cannot tell a foreign school from a missing one", async () => {
    for (const schoolId of [d.foreign, 9_999])
      await expect(editSchool(d.officer, { schoolId, version: 1, ...values }, now)).rejects.toMatchObject({
        kind: "notFound",
      });
  });
});

describe("classes of a school year", () => {
  const classes = [
    { grade: 5, label: "5А", pupils: 25 },
    { grade: 5, label: "5Б", pupils: null },
    { grade: 10, label: "10", pupils: 18 },
  ];

  it("become exactly the given list, in the order of a timetable", async () => {
    const counts = await setClasses(d.deputy, { schoolId: d.first, year: 2025, base: "", classes }, now);
    expect(counts).toEqual({ added: 3, changed: 0, removed: 0 });
    expect((await listClasses(d.head, d.first, 2025)).map((one) => one.label)).toEqual(["5А", "5Б", "10"]);
    const next = [
      { grade: 5, label: "5А", pupils: 26 },
      { grade: 5, label: "5В", pupils: 20 },
    ];
    const base = classesFingerprint(classes);
    expect(await setClasses(d.deputy, { schoolId: d.first, year: 2025, base, classes: next }, now)).toEqual({
      added: 1,
      changed: 1,
      removed: 2,
    });
  });

  it("are refused when somebody changed the list meanwhile, and the list that stands comes with the refusal", async () => {
    await expect(
      setClasses(d.deputy, { schoolId: d.first, year: 2025, base: "", classes }, now),
    ).rejects.toMatchObject({
      kind: "conflict",
      params: { base: "5А:26;5В:20", classes: "5А (26), 5В (20)" },
    });
  });

  it("are of the own school only", async () => {
    await expect(
      setClasses(d.deputy, { schoolId: d.second, year: 2025, base: "", classes }, now),
    ).rejects.toMatchObject({ kind: "notFound" });
  });
});

describe("regions and municipalities", () => {
  it("are added by those who are above them only", async () => {
    await expect(addRegion(d.region, { code: "96", name: "Другая область" }, now)).rejects.toMatchObject({
      kind: "forbidden",
    });
    const input = { regionId: d.regionId, code: "reg97_m009", name: "Новый округ" };
    await expect(addMunicipality(d.officer, input, now)).rejects.toMatchObject({ kind: "forbidden" });
    expect((await addMunicipality(d.region, input, now)).slug).toBe("novyy-okrug");
  });

  it("are not added to a region of others", async () => {
    const { regionId } = await addRegion(admin, { code: "95", name: "Соседняя область" }, now);
    await expect(
      addMunicipality(d.region, { regionId, code: "reg95_m001", name: "Чужой округ" }, now),
    ).rejects.toMatchObject({ kind: "notFound" });
  });

  it("have codes of their own", async () => {
    await expect(addRegion(admin, { code: "97", name: "Ещё одна" }, now)).rejects.toMatchObject({
      messageKey: "schools.refused.regionCodeTaken",
    });
    const taken = { regionId: d.regionId, code: "reg97_m001", name: "Ещё один" };
    await expect(addMunicipality(d.region, taken, now)).rejects.toMatchObject({
      messageKey: "schools.refused.municipalityCodeTaken",
    });
  });
});

describe("the list of schools", () => {
  it("is in natural order: № 2 before № 10", async () => {
    await addSchool(d.officer, card({ municipalityId: d.town, login: "970010" }), now);
    const { rows } = await listSchools(d.officer, { search: "сош", municipalityId: null, page: 1 });
    expect(rows.map((row) => row.name)).toEqual(["МБОУ «СОШ № 1»", "МБОУ «СОШ № 2»", "МБОУ «СОШ № 10»"]);
  });

  it("finds a number as a whole, a login, and words in any order without caring for ё", async () => {
    await addSchool(
      d.region,
      card({
        municipalityId: d.land,
        login: "970033",
        name: "МБОУ «ООШ д. Весёлая»",
        locality: "д. Весёлая",
      }),
      now,
    );
    const found = async (search: string) =>
      (await listSchools(d.region, { search, municipalityId: null, page: 1 })).rows.map((row) => row.login);
    expect(await found("№ 1")).toEqual(["970001"]);
    expect(await found("edu970022")).toEqual(["970022"]);
    expect(await found("веселая оош")).toEqual(["970033"]);
    expect(await found("100%")).toEqual([]);
    expect(await found("_")).toEqual([]);
  });

  it("asks for one municipality, and a page beyond the last is the last", async () => {
    const { rows, page, pages } = await listSchools(d.region, {
      search: "",
      municipalityId: d.land,
      page: 9,
    });
    expect(rows.every((row) => row.municipality === "Верхнеозёрский МО")).toBe(true);
    expect([page, pages]).toEqual([1, 1]);
  });
});
