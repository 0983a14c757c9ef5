import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asViewer } from "#lib/platform/access/as-viewer.ts";
import { systemViewer } from "#lib/platform/access/viewer.ts";
import { disconnect } from "#lib/platform/db/client.ts";
import { addRegion } from "#lib/schools/area-commands.ts";
import { listMunicipalities, listSchools, schoolsByLogin } from "#lib/schools/queries.ts";
import {
  applyRegistry,
  dropDraft,
  loadRegistry,
  type RegistryUpload,
  stageRegistry,
} from "#lib/schools/registry-commands.ts";
import { getRegistryDraft } from "#lib/schools/registry-queries.ts";
import { testDatabase } from "#tests/support/database.ts";
import { admin, now, viewer } from "./district.ts";

// Expected numbers: expected.json of the reference files, entries of the two files (42 schools, sizes 26,595; 104 + 104 classes, 2,561 and 2,575 pupils).
const schoolsFile = readFileSync("tests/fixtures/registry/schools.xlsx");
const classesFile = readFileSync("tests/fixtures/registry/classes.xlsx");
const both = [
  { name: "Реестр школ.xlsx", bytes: schoolsFile },
  { name: "Классы.xlsx", bytes: classesFile },
];
const noNames = { names: new Map<string, "keep" | "rename" | "correct">(), renamedOn: null };
const csv = (text: string) => [{ name: "реестр.csv", bytes: new TextEncoder().encode(text) }];

let regionId: number;
beforeAll(async () => {
  await testDatabase();
  ({ regionId } = await addRegion(systemViewer, { code: "97", name: "Приозёрская область" }, now));
});
afterAll(disconnect);

async function reviewed(person: typeof admin, files: RegistryUpload[]) {
  const { draftId } = await stageRegistry(person, files, now);
  const draft = await getRegistryDraft(person, draftId, now);
  if (draft.state === "applied") throw new Error("a new draft cannot be applied");
  return { draftId, draft, fingerprint: draft.fingerprint };
}
const totals = () =>
  asViewer(
    systemViewer,
    (tx) => tx.$queryRaw<object[]>`
    SELECT (SELECT count(*)::int FROM municipality) AS municipalities, (SELECT count(*)::int FROM school) AS schools,
      (SELECT sum(pupils)::int FROM school) AS pupils, (SELECT count(latitude)::int FROM school) AS located,
      (SELECT count(*)::int FROM school_class WHERE year = 2023) AS fourth, (SELECT sum(pupils)::int FROM school_class WHERE year = 2023) AS fourth_pupils,
      (SELECT count(*)::int FROM school_class WHERE year = 2024) AS fifth, (SELECT sum(pupils)::int FROM school_class WHERE year = 2024) AS fifth_pupils`,
  );

describe("the registry of the reference files", () => {
  it("is understood before anything changes", async () => {
    const { draft } = await reviewed(admin, both);
    expect(draft.state).toBe("review");
    expect(draft.files).toEqual([
      { name: "Реестр школ.xlsx", schools: 42, classes: 0, rows: 42, years: [] },
      { name: "Классы.xlsx", schools: 0, classes: 208, rows: 208, years: [2023, 2024] },
    ]);
    expect(draft.findings.map((one) => [one.code, one.sheet, one.row])).toEqual([
      ["coordinatesMissing", "Школы", 41],
    ]);
    expect((await totals())[0]).toMatchObject({ municipalities: 0, schools: 0 });
  });

  it("gives the same counts in the dry run, in the review and when it is applied, and the totals of the files", async () => {
    const dry = await loadRegistry(admin, schoolsFile, "Реестр школ.xlsx", { dryRun: true }, now);
    expect(dry).toMatchObject({ applied: false, unchanged: false, refused: false });
    expect(dry.counts).toMatchObject({ municipalitiesAdded: 3, schoolsAdded: 42, rows: 42, rowsRefused: 0 });
    const { draftId, draft, fingerprint } = await reviewed(admin, both);
    expect(draft.counts).toMatchObject({
      municipalitiesAdded: 3,
      schoolsAdded: 42,
      classesAdded: 208,
      rows: 250,
      rowsRefused: 0,
    });
    const counts = await applyRegistry(admin, { draftId, fingerprint, ...noNames }, now);
    expect(counts).toEqual(draft.counts);
    expect((await totals())[0]).toEqual({
      municipalities: 3,
      schools: 42,
      pupils: 26_595,
      located: 41,
      fourth: 104,
      fourth_pupils: 2_561,
      fifth: 104,
      fifth_pupils: 2_575,
    });
    const areas = await listMunicipalities(admin);
    expect(areas.map((one) => [one.name, one.schools])).toEqual([
      ["Верхнеозёрский МО", 13],
      ["г. Лугогорск", 20],
      ["Заречно-Полянский МР", 9],
    ]);
  });

  it("reads a decimal comma and takes rounding dust off", async () => {
    const rows = await asViewer(admin, (tx) =>
      tx.school.findMany({ where: { login: { in: ["970023", "970005"] } }, orderBy: { login: "asc" } }),
    );
    expect(rows.map((row) => [row.latitude, row.longitude])).toEqual([
      [55.19402, 86.49921],
      [54.89252, 86.5811],
    ]);
  });

  it("changes nothing the second time, and says so", async () => {
    const before = await totals();
    expect(await loadRegistry(admin, schoolsFile, "копия.xlsx", {}, now)).toMatchObject({
      applied: false,
      unchanged: true,
      counts: { schoolsUnchanged: 42 },
    });
    expect(await loadRegistry(admin, classesFile, "Классы.xlsx", {}, now)).toMatchObject({
      applied: false,
      unchanged: true,
      counts: { classesUnchanged: 208 },
    });
    const { draftId, draft, fingerprint } = await reviewed(admin, both);
    expect(draft.state).toBe("unchanged");
    await expect(applyRegistry(admin, { draftId, fingerprint, ...noNames }, now)).rejects.toMatchObject({
      messageKey: "schools.refused.nothingToApply",
    });
    expect(await totals()).toEqual(before);
  });

  it("is found by login, with classes by year, in scope only", async () => {
    const town = (await listMunicipalities(admin)).find((one) => one.name === "г. Лугогорск");
    const officer = viewer("municipality", 31, { regionId, municipalityId: town?.id ?? 0 });
    const found = await schoolsByLogin(officer, ["970014", "970021", "999999"]);
    expect([...found.keys()]).toEqual(["970014"]);
    expect(found.get("970014")).toMatchObject({
      name: "МБОУ «СОШ № 14»",
      closed: false,
      classes: { 2023: ["4А", "4Б"], 2024: ["5А", "5Б"] },
    });
  });
});

describe("a changed registry", () => {
  const header = "Логин;Краткое наименование;Муниципалитет;Код муниципалитета;Численность";
  const town = "г. Лугогорск;reg97_m001";

  it("changes only what the file says, keeps our name until a person decides, and leaves missing schools where they are", async () => {
    const file = csv(
      `${header}\nedu970001;МБОУ «СОШ № 1»;${town};1001\nsch970002;МБОУ «СОШ № 2 имени Озерова»;${town};\n`,
    );
    const { draftId, draft, fingerprint } = await reviewed(admin, file);
    expect(draft.changes).toEqual([
      { login: "970001", name: "МБОУ «СОШ № 1»", changes: [{ field: "pupils", from: 989, to: 1001 }] },
    ]);
    expect(draft.names).toEqual([
      { login: "970002", from: "МБОУ «СОШ № 2»", to: "МБОУ «СОШ № 2 имени Озерова»" },
    ]);
    const counts = await applyRegistry(admin, { draftId, fingerprint, ...noNames }, now);
    expect(counts).toMatchObject({ schoolsChanged: 1, namesKept: 1, schoolsRenamed: 0, schoolsMissing: 18 });
    const kept = await listSchools(admin, { search: "970002", municipalityId: null, page: 1 });
    expect(kept.rows[0]).toMatchObject({ name: "МБОУ «СОШ № 2»", pupils: 1542 });
  });

  it("records a renaming in the lineage only when it is confirmed, a correction without one", async () => {
    const file = csv(
      `${header}\n970002;МБОУ «СОШ № 2 имени Озерова»;${town};\n970004;МБОУ «СОШ № 44»;${town};\n`,
    );
    const { draftId, fingerprint } = await reviewed(admin, file);
    const names = new Map([
      ["970002", "rename"],
      ["970004", "correct"],
    ] as const);
    await expect(
      applyRegistry(admin, { draftId, fingerprint, names, renamedOn: "2026-03-20" }, now),
    ).rejects.toMatchObject({ messageKey: "schools.refused.dateInFuture" });
    const counts = await applyRegistry(admin, { draftId, fingerprint, names, renamedOn: "2026-01-12" }, now);
    expect(counts).toMatchObject({ schoolsRenamed: 1, namesCorrected: 1, namesKept: 0 });
    const lineage = await asViewer(admin, (tx) => tx.schoolLineage.findMany({ include: { school: true } }));
    expect(lineage.map((one) => [one.school.login, one.fromName, one.toName])).toEqual([
      ["970002", "МБОУ «СОШ № 2»", "МБОУ «СОШ № 2 имени Озерова»"],
    ]);
    const slugs = await asViewer(admin, (tx) =>
      tx.school.findMany({ where: { login: { in: ["970002", "970004"] } }, orderBy: { login: "asc" } }),
    );
    expect(slugs.map((one) => one.slug)).toEqual(["sosh-2", "sosh-4"]);
  });

  it("is refused when the registry changed between review and application", async () => {
    const file = csv(`${header}\n970001;МБОУ «СОШ № 1»;${town};1002\n`);
    const { draftId, fingerprint } = await reviewed(admin, file);
    await loadRegistry(
      admin,
      csv(`${header}\n970001;МБОУ «СОШ № 1»;${town};1003\n`)[0]!.bytes,
      "x.csv",
      {},
      now,
    );
    await expect(applyRegistry(admin, { draftId, fingerprint, ...noNames }, now)).rejects.toMatchObject({
      messageKey: "schools.refused.registryChanged",
    });
  });

  it("cannot be applied twice", async () => {
    const { draftId, fingerprint } = await reviewed(
      admin,
      csv(`${header}\n970001;МБОУ «СОШ № 1»;${town};1004\n`),
    );
    await applyRegistry(admin, { draftId, fingerprint, ...noNames }, now);
    await expect(applyRegistry(admin, { draftId, fingerprint, ...noNames }, now)).rejects.toMatchObject({
      messageKey: "schools.refused.alreadyApplied",
    });
    expect(await getRegistryDraft(admin, draftId, now)).toMatchObject({
      state: "applied",
      counts: { schoolsChanged: 1 },
    });
  });

  it("of an officer takes the own schools and refuses the others' lines in words", async () => {
    const areas = await listMunicipalities(admin);
    const land = areas.find((one) => one.code === "reg97_m002")?.id ?? 0;
    const officer = viewer("municipality", 32, { regionId, municipalityId: land });
    const file = csv(
      `${header}\n970021;;Верхнеозёрский МО;;700\n970001;МБОУ «СОШ № 1»;${town};5\n970777;Новая школа;;;12\n970002;Чужая;;;1\n970888;Школа;Неведомый МО;reg97_m050;1\n`,
    );
    const loaded = await loadRegistry(officer, file[0]!.bytes, "x.csv", {}, now);
    expect(loaded.counts).toMatchObject({
      schoolsAdded: 1,
      schoolsChanged: 1,
      rowsRefused: 3,
      schoolsMissing: 12,
      municipalitiesAdded: 0,
    });
    expect(loaded.findings.map((one) => [one.code, one.row])).toEqual([
      ["otherMunicipality", 3],
      ["municipalityUnknown", 6],
      ["loginElsewhere", 5],
    ]);
  });
});

describe("a draft", () => {
  it("is its person's own and is forgotten after a day", async () => {
    const { draftId } = await stageRegistry(admin, both, now);
    await expect(getRegistryDraft(viewer("admin", 77), draftId, now)).rejects.toMatchObject({
      kind: "notFound",
    });
    await dropDraft(viewer("admin", 77), draftId);
    const tomorrow = new Date(now.getTime() + 25 * 3_600_000);
    await expect(getRegistryDraft(admin, draftId, tomorrow)).rejects.toMatchObject({ kind: "notFound" });
    await stageRegistry(viewer("admin", 77), csv("a;b\n1;2\n"), tomorrow);
    await expect(getRegistryDraft(admin, draftId, now)).rejects.toMatchObject({ kind: "notFound" });
  });

  it("of a file that is no registry says what was expected and applies nothing", async () => {
    const { draft } = await reviewed(admin, csv("a;b\n1;2\n"));
    expect(draft.state).toBe("unread");
    expect(draft.findings.map((one) => one.code)).toEqual(["notRegistry"]);
  });

  it("of a damaged workbook holds the refusal", async () => {
    const { draft } = await reviewed(admin, [{ name: "half.xlsx", bytes: schoolsFile.subarray(0, 4_000) }]);
    expect(draft.state).toBe("unread");
    expect(draft.findings).toMatchObject([{ severity: "error", code: "cutOffWorkbook", file: "half.xlsx" }]);
  });
});
