import { beforeAll, describe, expect, it } from "vitest";
import { adoptIndicator, adoptVersion, endAdoption } from "#lib/indicators/adopt-commands.ts";
import { dropLink, linkClause } from "#lib/indicators/basis-commands.ts";
import { shippedIndicators } from "#lib/indicators/catalogue/shipped.ts";
import { adaptIndicator, addIndicator, dropDraft, saveDraft } from "#lib/indicators/draft-commands.ts";
import { getIndicator } from "#lib/indicators/indicator-queries.ts";
import { setTarget, setThresholds } from "#lib/indicators/level-commands.ts";
import { previewLevels } from "#lib/indicators/level-queries.ts";
import {
  listClauseIndicators,
  listLinkedClauses,
  listOrphanIndicators,
} from "#lib/indicators/link-queries.ts";
import { loadShippedIndicators } from "#lib/indicators/load-commands.ts";
import { listAdopted, listCatalogue } from "#lib/indicators/queries.ts";
import { addIndicatorSchema, catalogueFilterSchema } from "#lib/indicators/schema.ts";
import { inTransaction } from "#lib/platform/access/as-viewer.ts";
import { systemViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asSystem, person, type SmallRegion, smallRegion } from "#tests/support/registry.ts";
import { draftForm } from "./sample.ts";

const now = new Date("2026-04-22T10:00:00Z");
const today = "2026-04-22";
let place: SmallRegion;
let region: Viewer;
let municipality: Viewer;
let head: Viewer;
let deputy: Viewer;
let neighbour: Viewer;

beforeAll(async () => {
  await testDatabase();
  place = await smallRegion();
  await loadShippedIndicators(systemViewer, now);
  region = await person("region", { regionId: place.regionId });
  municipality = await person("municipality", { municipalityId: place.municipalityIds[0] });
  head = await person("head", { schoolId: place.schoolIds[0] });
  deputy = await person("deputy", { schoolId: place.schoolIds[0] });
  neighbour = await person("head", { schoolId: place.schoolIds[1] });
});

const all = catalogueFilterSchema.parse({});
const page = (viewer: Viewer, address: string) => getIndicator(viewer, address, today);
const shipped = async (code: string) => (await page(region, code)).id;
/** Writes past the commands, as no person can; the database still keeps its promises. */
const bySystem = <T>(work: Parameters<typeof inTransaction<T>>[1]) => inTransaction(systemViewer, work);
const refusal = (kind: string, key: string) =>
  expect.objectContaining({ kind, messageKey: `indicators.refused.${key}` });
const draft = (change: Record<string, string | string[]> = {}) => addIndicatorSchema.parse(draftForm(change));
const saved = (indicatorId: number, revision: number, change: Record<string, string | string[]> = {}) => {
  const { code: _, ...content } = draft(change);
  return { ...content, indicatorId, revision };
};

describe("the shipped catalogue in the database", () => {
  it("is complete, adopted, with its bases, and loading it again changes nothing", async () => {
    const files = await shippedIndicators();
    const count = await asSystem((tx) => tx.indicatorVersion.count({ where: { status: "adopted" } }));
    expect(count).toBe(files.length);
    const bases = await asSystem((tx) => tx.indicatorBasis.count());
    expect(bases).toBe(files.reduce((sum, { basis }) => sum + basis.length, 0));
    expect(await loadShippedIndicators(systemViewer, now)).toEqual({ indicators: 0, versions: 0 });
  });

  it("stands in the order of its parts, by 60 a page", async () => {
    const first = await listCatalogue(deputy, all, today);
    expect(first.lines.slice(0, 8).map(({ code }) => code)).toEqual([
      ...["A1", "A2", "A3", "A4", "A5", "A6", "A7", "B1"],
    ]);
    expect([first.lines.length, first.total, first.pages]).toEqual([
      60,
      first.all,
      Math.ceil(first.all / 60),
    ]);
    const last = await listCatalogue(deputy, { ...all, page: 99 }, today);
    expect(last.page).toBe(first.pages);
  });

  it("is found by words of both languages", async () => {
    const found = async (q: string) =>
      (await listCatalogue(deputy, { ...all, q }, today)).lines.map(({ code }) => code);
    expect(await found("якість знань")).toContain("D2");
    expect(await found("Качество знаний")).toContain("D2");
  });
});

describe("an adapted indicator", () => {
  it("is local, bound to the version it comes from, and leaves the origin as it was", async () => {
    const id = await shipped("D2");
    expect(await adaptIndicator(deputy, { indicatorId: id }, today, now)).toEqual({
      address: `D2~s${place.schoolIds[0]}`,
    });
    const own = await page(deputy, `D2~s${place.schoolIds[0]}`);
    expect(own.shown).toMatchObject({
      status: "draft",
      version: 1,
      ruleKind: "local",
      name: "Качество знаний",
    });
    expect(own.basedOn).toMatchObject({ code: "D2", version: { version: 1, ruleKind: "practice" } });
    const origin = await page(deputy, "D2");
    expect(origin.adaptations.map(({ owner }) => owner)).toEqual([
      { kind: "school", id: place.schoolIds[0] },
    ]);
    expect(origin.shown).toMatchObject({ status: "adopted", ruleKind: "practice" });
    // Pressed twice, it opens the same draft.
    await adaptIndicator(deputy, { indicatorId: id }, today, now);
    expect(await asSystem((tx) => tx.indicator.count({ where: { schoolId: place.schoolIds[0] } }))).toBe(1);
  });

  it("holds only when the head adopts it; a deputy writes, another school sees neither draft nor version", async () => {
    const own = await page(deputy, `D2~s${place.schoolIds[0]}`);
    const changed = saved(own.id, 1, { denominator: "year_n5 + year_n4 + year_n3 + year_n2" });
    await saveDraft(deputy, changed, now);
    await expect(adoptVersion(deputy, { indicatorId: own.id, revision: 2 }, now)).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(page(neighbour, `D2~s${place.schoolIds[0]}`)).rejects.toMatchObject({ kind: "notFound" });
    await expect(adoptVersion(neighbour, { indicatorId: own.id, revision: 2 }, now)).rejects.toMatchObject({
      kind: "notFound",
    });
    await adoptVersion(head, { indicatorId: own.id, revision: 2 }, now);
    expect((await page(deputy, `D2~s${place.schoolIds[0]}`)).shown).toMatchObject({
      status: "adopted",
      denominator: "year_n5 + year_n4 + year_n3 + year_n2",
    });
    const below = await listCatalogue(municipality, { ...all, owner: "below" }, today);
    expect(below.lines.map(({ code, owner }) => [code, owner.kind])).toContainEqual(["D2", "school"]);
  });
});

describe("an own indicator", () => {
  it("is added, versioned without overlap, and its adopted versions are never rewritten", async () => {
    const { address } = await addIndicator(head, draft({ code: "Ш1" }), now);
    const { id } = await page(head, address);
    await expect(addIndicator(head, draft({ code: "Ш1" }), now)).rejects.toEqual(
      refusal("conflict", "codeTaken"),
    );
    await adoptVersion(head, { indicatorId: id, revision: 1 }, now);
    // The same day again, and a day before: both would hold beside version 1.
    for (const day of ["2026-05-01", "2026-04-01"]) {
      const { shown, versions } = await page(head, address);
      const revision = versions.find(({ status }) => status === "draft")?.revision ?? 0;
      await saveDraft(head, saved(id, revision, { effectiveFrom: day }), now);
      await expect(adoptVersion(head, { indicatorId: id, revision: revision + 1 }, now)).rejects.toEqual(
        refusal("conflict", "overlap"),
      );
      expect(shown.version).toBe(1);
    }
    await saveDraft(head, saved(id, 2, { effectiveFrom: "2027-09-01", note: "с нового года" }), now);
    await adoptVersion(head, { indicatorId: id, revision: 3 }, now);
    const { versions } = await page(head, address);
    expect(
      versions.map(({ version, effectiveFrom, effectiveTo }) => [version, effectiveFrom, effectiveTo]),
    ).toEqual([
      [2, "2027-09-01", null],
      [1, "2026-05-01", "2027-08-31"],
    ]);
    expect(versions[0]?.note).toBe("с нового года");
    const rewrite = (data: object) =>
      bySystem((tx) => tx.indicatorVersion.updateMany({ where: { indicatorId: id }, data }));
    for (const data of [
      { name: "x" },
      { effectiveTo: null },
      { effectiveTo: new Date("2030-01-01"), unit: "people" },
    ])
      await expect(rewrite(data)).rejects.toThrow(/never rewritten/);
    await expect(
      bySystem((tx) => tx.indicatorVersion.deleteMany({ where: { indicatorId: id } })),
    ).rejects.toThrow(/never rewritten/);
  });

  it("refuses overlapping adopted versions in the database as well", async () => {
    const { id } = await page(head, `Ш1~s${place.schoolIds[0]}`);
    const row = await asSystem((tx) => tx.indicatorVersion.findFirstOrThrow({ where: { indicatorId: id } }));
    const { id: _, ...copy } = row;
    await expect(
      bySystem((tx) =>
        tx.indicatorVersion.create({
          data: { ...copy, version: 9, effectiveFrom: new Date("2026-06-01"), effectiveTo: null },
        }),
      ),
    ).rejects.toThrow(/indicator_version_no_overlap/);
  });

  it("keeps nothing of a formula that cannot be computed, and of a draft that somebody else changed", async () => {
    const wrong: [Record<string, string>, string][] = [
      [{ numerator: "year_n5 +" }, "formula.numerator"],
      [{ numerator: "no_such_fact" }, "formula.numerator"],
      [{ denominator: "hours_planned" }, "formula.numerator"],
      [{ condition: "year_n5 + 1" }, "formula.condition"],
    ];
    for (const [change, key] of wrong)
      await expect(addIndicator(head, draft({ code: "Ш2", ...change }), now)).rejects.toEqual(
        refusal("invalid", key),
      );
    const { address } = await addIndicator(head, draft({ code: "Ш2" }), now);
    const { id } = await page(head, address);
    await saveDraft(deputy, saved(id, 1), now);
    await expect(saveDraft(head, saved(id, 1), now)).rejects.toEqual(refusal("conflict", "changedMeanwhile"));
    await expect(dropDraft(head, { indicatorId: id, revision: 1 }, now)).rejects.toEqual(
      refusal("conflict", "changedMeanwhile"),
    );
    // It never was anything but a draft, so it goes altogether.
    expect(await dropDraft(head, { indicatorId: id, revision: 2 }, now)).toEqual({ address: null });
    await expect(page(head, address)).rejects.toMatchObject({ kind: "notFound" });
  });

  it("nobody changes what came with the portal or belongs to another unit", async () => {
    const id = await shipped("D1");
    await expect(saveDraft(region, saved(id, 0), now)).rejects.toEqual(refusal("forbidden", "notYours"));
    const own = await page(head, `Ш1~s${place.schoolIds[0]}`);
    await expect(saveDraft(municipality, saved(own.id, 0), now)).rejects.toEqual(
      refusal("forbidden", "notYours"),
    );
    await expect(saveDraft(neighbour, saved(own.id, 0), now)).rejects.toMatchObject({ kind: "notFound" });
  });

  it("never lets a ratio be summed", () => {
    const asked = addIndicatorSchema.safeParse(draftForm({ aggregation: "sum" }));
    expect(asked.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ["aggregation", "indicators.fields.ratioSummed"],
    ]);
  });
});

describe("adoption", () => {
  it("begins once, is seen from below as asked from above, ends, and may begin again", async () => {
    const id = await shipped("D1");
    const input = { indicatorId: id, adoptedOn: "2025-09-01", note: "приказ № 1" };
    await adoptIndicator(municipality, input, now);
    const seen = (await listAdopted(deputy, today)).find(({ code }) => code === "D1");
    expect(seen?.adopted).toEqual({ own: false, on: "2025-09-01" });
    await adoptIndicator(head, input, now);
    await expect(adoptIndicator(head, input, now)).rejects.toEqual(refusal("conflict", "changedMeanwhile"));
    expect((await listAdopted(deputy, today)).find(({ code }) => code === "D1")?.adopted?.own).toBe(true);
    await expect(endAdoption(head, { indicatorId: id, endedOn: "2025-08-31" }, now)).rejects.toEqual(
      refusal("invalid", "endsBeforeStart"),
    );
    await endAdoption(head, { indicatorId: id, endedOn: "2026-08-31" }, now);
    await adoptIndicator(head, { ...input, adoptedOn: "2026-09-01" }, now);
    expect((await page(head, "D1")).adoptions).toHaveLength(3);
    expect((await listAdopted(neighbour, today)).map(({ code, adopted }) => [code, adopted?.own])).toEqual([
      ["D1", false],
    ]);
  });
});

describe("borders of levels and targets", () => {
  it("are the unit's own from a day on, kept in versions, refused out of order", async () => {
    const id = await shipped("D3");
    const input = {
      indicatorId: id,
      version: 0,
      effectiveFrom: "2026-09-01",
      optimal: 70,
      sufficient: 55,
      acceptable: 40,
      citation: "приказ № 2",
      note: "",
    };
    await expect(setThresholds(head, { ...input, sufficient: 80 }, now)).rejects.toEqual(
      refusal("invalid", "borders.up"),
    );
    await setThresholds(head, input, now);
    await expect(setThresholds(head, input, now)).rejects.toEqual(refusal("conflict", "changedMeanwhile"));
    const { thresholds } = await page(head, "D3");
    expect(thresholds.map(({ owner, optimal }) => [owner.kind, optimal])).toEqual([
      ["school", 70],
      ["portal", 64],
    ]);
    expect((await page(neighbour, "D3")).thresholds.map(({ owner }) => owner.kind)).toEqual(["portal"]);
    await expect(setThresholds(head, { ...input, indicatorId: await shipped("B16") }, now)).rejects.toEqual(
      refusal("invalid", "noDirection"),
    );
  });

  it("targets are changed on the state that was seen", async () => {
    const input = { indicatorId: await shipped("D3"), schoolYear: 2025, target: 60, note: "", revision: 0 };
    await setTarget(head, input, now);
    await expect(setTarget(head, { ...input, target: 61 }, now)).rejects.toEqual(
      refusal("conflict", "changedMeanwhile"),
    );
    await setTarget(head, { ...input, target: 61, revision: 1 }, now);
    expect((await page(deputy, "D3")).targets).toMatchObject([
      { target: 61, revision: 2, periodStart: "2025-09-01", periodEnd: "2026-08-31" },
    ]);
  });

  it("a preview tells an office which of its schools would change level, and a school only of itself", async () => {
    const id = await shipped("D3");
    const { id: versionId } = (await page(region, "D3")).shown;
    const value = (unitId: number, number: number) => ({
      ...{ unitKind: "school", unitId, indicatorId: id, versionId, state: "value", value: number },
      ...{
        periodStart: new Date("2025-09-01"),
        periodEnd: new Date("2026-08-31"),
        origin: "computed",
        computedAt: now,
      },
    });
    const [a, b, c] = place.schoolIds;
    await bySystem((tx) =>
      tx.indicatorValue.createMany({ data: [value(a, 66), value(b, 52), value(c, 30)] }),
    );
    const before = { optimal: 64, sufficient: 50, acceptable: 36 };
    const after = { optimal: 70, sufficient: 50, acceptable: 25 };
    const forRegion = await previewLevels(region, id, before, after);
    expect(forRegion.changes.map(({ unit, from, to }) => [unit.id, from, to])).toEqual([
      [a, "optimal", "sufficient"],
      [c, "critical", "acceptable"],
    ]);
    expect([forRegion.units, forRegion.before?.critical, forRegion.after.critical]).toEqual([3, 1, 0]);
    const forSchool = await previewLevels(neighbour, id, before, after);
    expect([forSchool.units, forSchool.changes]).toEqual([1, []]);
  });
});

describe("bases", () => {
  it("link an indicator to a clause that exists, and are walked back from the clause", async () => {
    const regulationId = await regulation();
    const id = await shipped("D3");
    const pair = { regulationId, clauseKey: "5.3" };
    const input = { indicatorId: id, clause: pair, citation: "", ruleKind: "local" as const };
    await expect(
      linkClause(deputy, { ...input, clause: { regulationId, clauseKey: "9.9" } }, now),
    ).rejects.toEqual(refusal("notFound", "noSuchClause"));
    await linkClause(deputy, input, now);
    await expect(linkClause(deputy, input, now)).rejects.toEqual(refusal("conflict", "changedMeanwhile"));
    expect(await listClauseIndicators(deputy, regulationId, today, "5.3")).toMatchObject([
      { code: "D3", name: "Степень обученности учащихся (СОУ)", href: "/indicators/D3" },
    ]);
    expect(await listLinkedClauses(deputy)).toEqual([pair]);
    expect(await listLinkedClauses(neighbour)).toEqual([]);
    const mine = (await page(deputy, "D3")).basis.find(({ owner }) => owner.kind === "school");
    await expect(dropLink(neighbour, { basisId: mine?.id ?? 0 }, now)).rejects.toMatchObject({
      kind: "notFound",
    });
    await dropLink(deputy, { basisId: mine?.id ?? 0 }, now);
    expect(await listLinkedClauses(deputy)).toEqual([]);
  });

  it("the orphan halves are those without a clause and those without data, among what is measured", async () => {
    const far = await person("head", { schoolId: place.schoolIds[2] });
    expect(await listOrphanIndicators(far, today)).toMatchObject({ looked: 0, adoptedOnly: true });
    await adoptIndicator(far, { indicatorId: await shipped("D4"), adoptedOn: "2025-09-01", note: "" }, now);
    const orphans = await listOrphanIndicators(far, today);
    expect(orphans.withoutClause.map(({ code }) => code)).toEqual(["D4"]);
    expect(orphans.withoutClause[0]?.citations).toHaveLength(2);
    expect(orphans.withoutData.map(({ code }) => code)).toEqual(["D4"]);
  });
});

/** A regulation of the school with one clause in force. */
function regulation(): Promise<number> {
  return bySystem(async (tx) => {
    const { id } = await tx.regulation.create({
      data: {
        ...{ level: "school", schoolId: place.schoolIds[0], kind: "provision", topic: "quality" },
        ...{ slug: `vsoko-${place.schoolIds[0]}`, title: "Положение о ВСОКО" },
        ...{ firstAdoptedAt: now, createdAt: now },
      },
    });
    const edition = await tx.regulationEdition.create({
      data: {
        ...{ regulationId: id, number: "1", adoptedBy: "директор", createdAt: now },
        ...{ adoptedOn: new Date("2025-08-28"), effectiveFrom: new Date("2025-09-01") },
      },
    });
    await tx.regulationClause.create({
      data: {
        ...{ editionId: edition.id, clauseKey: "5.3", number: "5.3", position: 1, depth: 2 },
        body: "Результаты освоения программ",
      },
    });
    await tx.regulationEdition.update({ where: { id: edition.id }, data: { status: "adopted" } });
    return id;
  });
}
