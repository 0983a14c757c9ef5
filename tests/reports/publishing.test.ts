import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { asViewer } from "#lib/platform/access/as-viewer.ts";
import { publicViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { canonical, fingerprint } from "#lib/reports/canonical.ts";
import {
  createReport,
  deleteReport,
  editReport,
  publishReport,
  withdrawReport,
} from "#lib/reports/commands.ts";
import { measures } from "#lib/reports/measures.ts";
import { findPublished, findSnapshot, listPublished } from "#lib/reports/public-queries.ts";
import { getDraft } from "#lib/reports/queries.ts";
import { recoverable } from "#lib/statistics/disclosure/recoverable.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asSystem, person, type SmallRegion, smallRegion } from "#tests/support/registry.ts";
import { counts, readersTable, region } from "./release-region.ts";
import { bring } from "./results.ts";

const now = new Date("2025-05-20T09:00:00Z");
const later = new Date("2025-06-10T09:00:00Z");
const muchLater = new Date("2025-09-01T09:00:00Z");
/** Every warning there can be, confirmed. */
const confirmed = ["hidden", "missingSchools", "noScale", "unchecked", "markDifferences", "exposed"];

let place: SmallRegion;
let head: Viewer;
let officer: Viewer;

beforeAll(async () => {
  await testDatabase();
});
beforeEach(async () => {
  place = await smallRegion();
  head = await person("head", { schoolId: place.schoolIds[0] });
  officer = await person("municipality", { municipalityId: place.municipalityIds[0] });
});

const create = (viewer: Viewer, unit: string) => {
  const [kind, id] = unit.split("-");
  const about = { kind: kind as "school", id: Number(id) };
  return createReport(viewer, { unit: about, year: 2025, title: "Что показали работы" }, now);
};
const publish = async (viewer: Viewer, reportId: number, note = "", at = now) => {
  const { version } = await getDraft(viewer, reportId);
  return publishReport(viewer, { reportId, version, note, confirmed }, at);
};
/** What the public reads of the first work of an edition; null for what it does not. */
async function read(slug: string, edition: number) {
  const report = await findPublished(slug);
  return report && (await findSnapshot(report.id, edition));
}
async function own(slug: string, edition: number) {
  const unit = (await read(slug, edition))?.works[0]?.units[0];
  if (!unit) throw new Error(`Nothing is public at ${slug}/${edition}`);
  return unit.counts;
}
const value = (shown: number) => ({ kind: "value", value: shown });
const tooFew = { kind: "tooFew" };

describe("a report from draft to withdrawal", () => {
  it("is drafted with the works that have results, published, amended with a note, and withdrawn", async () => {
    const [school] = place.schoolIds;
    await bring(place, school, [12, 20, 15, 13], now);
    const { reportId } = await create(head, `school-${school}`);
    const draft = await getDraft(head, reportId);
    expect(draft.works.map(({ chosen }) => chosen)).toEqual([true]);
    expect(await findPublished(draft.slug)).toBeNull();

    expect(await publish(head, reportId)).toEqual({ edition: 1, slug: draft.slug });
    // 12 + 20 + 15 + 13 = 60 pupils, every count is ten or more.
    expect(await own(draft.slug, 1)).toMatchObject({ n: value(60), "2": value(12), high: value(28) });

    await editReport(
      head,
      {
        reportId,
        version: 1,
        title: "Что показали работы",
        foreword: "Повторим дроби.",
        workIds: [place.workId],
      },
      later,
    );
    await expect(publish(head, reportId, "", later)).rejects.toMatchObject({
      messageKey: "reports.refused.noteMissing",
    });
    expect(await publish(head, reportId, "Добавили вступление", later)).toMatchObject({ edition: 2 });
    expect((await read(draft.slug, 1))?.foreword).toBe("");
    expect((await read(draft.slug, 2))?.foreword).toBe("Повторим дроби.");

    await withdrawReport(head, { reportId, edition: 2, reason: "Ошибка во вступлении" }, muchLater);
    expect(await read(draft.slug, 2)).toBeNull();
    expect(await read(draft.slug, 1)).not.toBeNull();
    const report = await findPublished(draft.slug);
    expect(report?.editions.map(({ edition, withdrawn }) => [edition, withdrawn?.reason])).toEqual([
      [2, "Ошибка во вступлении"],
      [1, undefined],
    ]);
    await expect(
      withdrawReport(head, { reportId, edition: 2, reason: "Ещё раз" }, muchLater),
    ).rejects.toMatchObject({ messageKey: "reports.refused.notPublished" });
  });

  it("has a fingerprint that anybody gets from the public bytes, whatever the database made of them", async () => {
    const [school] = place.schoolIds;
    await bring(place, school, [12, 20, 15, 13], now);
    const { reportId } = await create(head, `school-${school}`);
    const { slug } = await publish(head, reportId);
    const report = await findPublished(slug);
    const stored = await read(slug, 1);
    if (!stored) throw new Error("not public");
    expect(fingerprint(stored)).toBe(report?.editions[0]?.fingerprint);
    expect(canonical(JSON.parse(canonical(stored)))).toBe(canonical(stored));
  });

  it("is journalled under the name of the person, with the fingerprint", async () => {
    const [school] = place.schoolIds;
    await bring(place, school, [12, 20, 15, 13], now);
    const { reportId } = await create(head, `school-${school}`);
    const { slug } = await publish(head, reportId);
    const [event] = await asSystem(
      (tx) => tx.$queryRaw<{ actor_id: number; details: { fingerprint: string } }[]>`
        SELECT actor_id, details FROM audit_event WHERE subject = ${`report:${reportId}`} AND action = 'reports.publish'`,
    );
    expect(event?.actor_id).toBe(head.personId);
    expect(event?.details.fingerprint).toBe((await findPublished(slug))?.editions[0]?.fingerprint);
  });

  it("is not published twice in the same words", async () => {
    const [school] = place.schoolIds;
    await bring(place, school, [12, 20, 15, 13], now);
    const { reportId } = await create(head, `school-${school}`);
    await publish(head, reportId);
    await expect(publish(head, reportId, "Ничего нового", later)).rejects.toMatchObject({
      messageKey: "reports.refused.errorsStand",
    });
  });

  it("is not published while a warning is not confirmed, or when the numbers are not those that were previewed", async () => {
    const [school] = place.schoolIds;
    await bring(place, school, [3, 20, 15, 13], now);
    const { reportId } = await create(head, `school-${school}`);
    const { version, fingerprint: seen, warnings } = await getDraft(head, reportId);
    expect(warnings.map((issue) => issue.key)).toEqual(["hidden"]);
    const input = { reportId, version, note: "" };
    await expect(publishReport(head, { ...input, confirmed: [] }, now)).rejects.toMatchObject({
      messageKey: "reports.refused.warningsOpen",
    });
    await bring(place, school, [4, 20, 15, 33], now);
    await expect(publishReport(head, { ...input, confirmed, fingerprint: seen }, now)).rejects.toMatchObject({
      messageKey: "reports.refused.numbersChanged",
    });
  });

  it("is not published with nothing to show, and a draft can be removed only before its first edition", async () => {
    const [school] = place.schoolIds;
    await bring(place, school, [1, 2, 1, 1], now);
    const { reportId } = await create(head, `school-${school}`);
    expect((await getDraft(head, reportId)).errors.map((issue) => issue.key)).toEqual(["nothingVisible"]);
    await deleteReport(head, { reportId, version: 1 }, now);
    await expect(getDraft(head, reportId)).rejects.toMatchObject({ kind: "notFound" });
    await bring(place, school, [12, 20, 15, 13], now);
    const second = await create(head, `school-${school}`);
    await publish(head, second.reportId);
    await expect(deleteReport(head, { reportId: second.reportId, version: 1 }, now)).rejects.toMatchObject({
      messageKey: "reports.refused.notDeletable",
    });
  });

  it("refuses changes made on an older version of the draft", async () => {
    const [school] = place.schoolIds;
    await bring(place, school, [12, 20, 15, 13], now);
    const { reportId } = await create(head, `school-${school}`);
    const edit = { reportId, version: 1, title: "Другое название", foreword: "", workIds: [place.workId] };
    await editReport(head, edit, now);
    await expect(editReport(head, edit, now)).rejects.toMatchObject({
      kind: "conflict",
      messageKey: "reports.refused.changedMeanwhile",
    });
  });
});

describe("what the public reads", () => {
  it("never the draft of the next edition, in the list, in the snapshot, or in the tables", async () => {
    const [school] = place.schoolIds;
    await bring(place, school, [12, 20, 15, 13], now);
    const { reportId } = await create(head, `school-${school}`);
    const { slug } = await publish(head, reportId);
    const secret = "Ещё не решено, публиковать ли";
    await editReport(
      head,
      { reportId, version: 1, title: secret, foreword: secret, workIds: [place.workId] },
      now,
    );
    expect((await listPublished({ schoolId: school })).map(({ title }) => title)).toEqual([
      "Что показали работы",
    ]);
    const seen = await asViewer(publicViewer, async (tx) => [
      await tx.$queryRaw`SELECT * FROM report`,
      await tx.$queryRaw`SELECT * FROM report_public`,
      await tx.$queryRaw`SELECT * FROM report_version`,
      await tx.$queryRaw`SELECT * FROM report_snapshot`,
      await tx.$queryRaw`SELECT * FROM published_cell`,
    ]);
    expect(seen[0]).toEqual([]);
    expect(seen[4]).toEqual([]);
    expect(JSON.stringify(seen)).toContain(slug);
    expect(JSON.stringify(seen)).not.toContain(secret);
  });

  it("nothing of a report whose only edition is withdrawn but that, when and why", async () => {
    const [school] = place.schoolIds;
    await bring(place, school, [12, 20, 15, 13], now);
    const { reportId } = await create(head, `school-${school}`);
    const { slug } = await publish(head, reportId);
    await withdrawReport(head, { reportId, edition: 1, reason: "Ошибка в файле" }, later);
    expect(await listPublished({ schoolId: school })).toEqual([]);
    expect((await listPublished("all")).map((row) => row.slug)).not.toContain(slug);
    const report = await findPublished(slug);
    expect(report?.editions[0]?.withdrawn).toEqual({ at: later.toISOString(), reason: "Ошибка в файле" });
    const content = await asViewer(
      publicViewer,
      (tx) =>
        tx.$queryRaw<object[]>`SELECT content FROM report_snapshot WHERE report_id = ${report?.id}::int`,
    );
    expect(content).toEqual([]);
  });

  it("no number of a neighbour, not even its name", async () => {
    const [first, second] = place.schoolIds;
    await bring(place, first, [12, 20, 15, 13], now);
    await bring(place, second, [11, 22, 33, 44], now);
    const { reportId } = await create(officer, `municipality-${place.municipalityIds[0]}`);
    const { slug } = await publish(officer, reportId);
    const content = JSON.stringify(await read(slug, 1));
    const names = await asSystem((tx) => tx.school.findMany({ where: { id: { in: [first, second] } } }));
    for (const { name, slug: address } of names) {
      expect(content).not.toContain(name);
      expect(content).not.toContain(address);
    }
    expect(content).not.toContain("110"); // 11 + 22 + 33 + 44, the second school
  });
});

describe("what cannot be worked out", () => {
  it("one pupil more in the second edition: the numbers that would tell of this pupil are hidden", async () => {
    const [school] = place.schoolIds;
    await bring(place, school, [12, 20, 15, 13], now);
    const { reportId } = await create(head, `school-${school}`);
    const { slug } = await publish(head, reportId);
    await bring(place, school, [12, 20, 15, 14], later);
    await publish(head, reportId, "Добавили опоздавшую работу", later);
    const second = await own(slug, 2);
    // 61 − 60, 29 − 28 and 14 − 13 would be the pupil; 12, 20 and 15 have not changed.
    expect([second.n, second.high, second["5"]]).toEqual([tooFew, tooFew, tooFew]);
    expect([second["2"], second["3"], second["4"]]).toEqual([value(12), value(20), value(15)]);
    expect((await read(slug, 2))?.works[0]?.units[0]?.completionPercent).toEqual(tooFew);
  });

  it("the last small school of a municipality, from every report and edition that was ever published", async () => {
    const [first, small, far] = place.schoolIds;
    const schools = [
      [12, 20, 15, 13],
      [1, 2, 2, 1],
      [14, 25, 31, 22],
    ] as const;
    await bring(place, first, schools[0], now);
    await bring(place, small, schools[1], now);
    await bring(place, far, schools[2], now);
    const office = await person("region", { regionId: place.regionId });
    for (const unit of [
      `school-${first}`,
      `municipality-${place.municipalityIds[0]}`,
      `municipality-${place.municipalityIds[1]}`,
      `school-${far}`,
      `region-${place.regionId}`,
    ]) {
      const { reportId } = await create(office, unit);
      const { errors } = await getDraft(office, reportId);
      if (errors.length === 0) await publish(office, reportId);
      else expect(errors.map((issue) => issue.key)).toEqual(["nothingVisible"]);
    }
    const known = await publicCells();
    const units = region([[counts(...schools[0]), counts(...schools[1])], [counts(...schools[2])]]);
    const table = readersTable(units);
    const names = new Map([
      [`school-${first}`, "school-00"],
      [`school-${small}`, "school-01"],
      [`school-${far}`, "school-10"],
      [`municipality-${place.municipalityIds[0]}`, "municipality-0"],
      [`municipality-${place.municipalityIds[1]}`, "municipality-1"],
      [`region-${place.regionId}`, "region-1"],
    ]);
    const shown = new Set([...known].map(([unit, measure]) => `${names.get(unit)} ${measure}`));
    expect([...shown].some((id) => id.startsWith("school-00"))).toBe(true);
    const hidden = new Set(table.cells.map((cell) => cell.id).filter((id) => !shown.has(id)));
    const follows = recoverable(table, hidden);
    for (const measure of measures) {
      expect(shown, `small ${measure}`).not.toContain(`school-01 ${measure}`);
      expect(follows, `small ${measure}`).not.toContain(`school-01 ${measure}`);
    }
    expect(table.cells.filter((cell) => cell.sensitive && follows.has(cell.id))).toEqual([]);
  });

  /** Unit and measure of every number in a public snapshot of this work. */
  async function publicCells(): Promise<Set<readonly [string, string]>> {
    const rows = await asSystem(
      (tx) => tx.$queryRaw<{ unit_kind: string; unit_id: number; measure: string }[]>`
        SELECT DISTINCT unit_kind, unit_id, measure FROM published_cell WHERE work_id = ${place.workId} AND value IS NOT NULL`,
    );
    return new Set(rows.map((row) => [`${row.unit_kind}-${row.unit_id}`, row.measure] as const));
  }
});
