import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { adoptAct } from "#lib/acts/adopt-commands.ts";
import { addMeasure, deleteAct, editAct, editSection, removeMeasure, startAct } from "#lib/acts/commands.ts";
import { getAct, listActs, startableYears } from "#lib/acts/queries.ts";
import { inTransaction } from "#lib/platform/access/as-viewer.ts";
import { systemViewer } from "#lib/platform/access/viewer.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asSystem } from "#tests/support/registry.ts";
import {
  adoptedIndicator,
  clausesOfSchool,
  type MeasuringSchool,
  measuringSchool,
} from "./measuring-school.ts";

const now = new Date("2026-08-20T09:00:00Z");
const today = "2026-08-20";
let school: MeasuringSchool;
let actId = 0;

beforeAll(testDatabase);
beforeEach(async () => {
  school = await measuringSchool();
  ({ actId } = await startAct(school.deputy, { schoolYear: 2026 }, now));
});

const revision = async () => (await getAct(school.head, actId, today)).revision;
const adoption = async (change: object = {}) => ({
  ...{ actId, revision: await revision(), orderNumber: "15", adoptedOn: "2026-08-28" as const },
  effectiveFrom: "2026-09-01" as const,
  ...change,
});

describe("a draft of an act", () => {
  it("takes the indicators that the school has adopted, its cycle and its own words", async () => {
    const section = { key: "terms" as const, included: false, text: "" };
    await editSection(school.deputy, { actId, revision: 1, ...section }, now);
    const act = await getAct(school.deputy, actId, today);
    expect(act.facts.indicators.map((one) => [one.object, one.source, one.addressees])).toEqual(
      ["content", "conditions", "process", "result"].map((object) => [
        object,
        "результаты работ",
        ["директор", "педагогический совет"],
      ]),
    );
    expect(act.facts.cycle).toHaveLength(1);
    expect(act.facts.sections.get("terms")?.included).toBe(false);
    expect(act.issues.errors).toEqual([]);
  });

  it("leaves out an indicator that the school has given up and one whose definition does not hold yet", async () => {
    await inTransaction(systemViewer, async (tx) => {
      const [first] = school.indicatorIds;
      await tx.indicatorAdoption.updateMany({
        where: { indicatorId: first ?? 0 },
        data: { endedOn: new Date("2026-06-01") },
      });
      await adoptedIndicator(tx, { schoolId: school.schoolId, object: "content", definedFrom: "2027-01-01" });
    });
    const { facts, issues } = await getAct(school.deputy, actId, today);
    expect(facts.indicators.map((one) => one.object)).toEqual(["conditions", "process", "result"]);
    expect(issues.errors.map((one) => one.params.object)).toEqual(["content"]);
  });

  it("takes the works of the school's schedule and those that an office has set on a day, in the order of days", async () => {
    const { schoolId, place } = school;
    const at = new Date("2026-08-20T08:00:00Z");
    await inTransaction(systemViewer, async (tx) => {
      await tx.schoolClass.create({ data: { schoolId, year: 2026, grade: 5, label: "5А" } });
      const days = { startsOn: new Date("2026-09-01"), endsOn: new Date("2027-05-26") };
      await tx.schedulePlan.create({ data: { schoolId, year: 2026, ...days, changedAt: at } });
      const common = { year: 2026, kind: "control", grade: 5, subject: "MA", minutes: 45, changedAt: at };
      await tx.scheduledWork.create({
        data: {
          ...{ ...common, schoolId, level: "school", title: "Входная работа", classLabels: ["5А"] },
          onDay: new Date("2026-09-16"),
        },
      });
      await tx.scheduleWindow.create({
        data: {
          ...{ ...common, regionId: place.regionId, level: "regional", title: "Диагностика" },
          ...{ opensOn: new Date("2026-09-09"), closesOn: new Date("2026-09-09") },
        },
      });
    });
    const { facts } = await getAct(school.deputy, actId, today);
    expect(facts.works).toEqual([
      { on: "09.09.2026", classes: "5А", subject: "Математика", name: "Диагностика", level: "региональный" },
      { on: "16.09.2026", classes: "5А", subject: "Математика", name: "Входная работа", level: "школьный" },
    ]);
  });

  it("is one at a time", async () => {
    await expect(startAct(school.head, { schoolYear: 2027 }, now)).rejects.toMatchObject({
      messageKey: "acts.refused.draftExists",
    });
    expect(await startableYears(school.head, today)).toEqual([]);
  });

  it("refuses a change made on an older state and keeps what the other person wrote", async () => {
    const head = { title: "Положение школы", approvedBy: "директор", consideredBy: "совет" };
    await editAct(school.head, { actId, revision: 1, ...head }, now);
    await expect(
      editAct(school.deputy, { actId, revision: 1, ...head, title: "Другое" }, now),
    ).rejects.toMatchObject({ messageKey: "acts.refused.changedMeanwhile" });
    expect((await getAct(school.deputy, actId, today)).facts.title).toBe("Положение школы");
  });

  it("keeps its plan of measures in the order of entry and loses only what is removed", async () => {
    const measure = (text: string) => ({ text, performer: "МО", due: "май", output: "" });
    for (const text of ["первое", "второе", "третье"])
      await addMeasure(school.deputy, { actId, revision: await revision(), ...measure(text) }, now);
    await removeMeasure(school.deputy, { actId, revision: await revision(), position: 1 }, now);
    const { facts } = await getAct(school.deputy, actId, today);
    expect(facts.measures.map((one) => one.text)).toEqual(["первое", "третье"]);
    await expect(
      removeMeasure(school.deputy, { actId, revision: await revision(), position: 7 }, now),
    ).rejects.toMatchObject({ kind: "notFound" });
  });

  it("goes when it is thrown away, and a new one may begin", async () => {
    await deleteAct(school.deputy, { actId, revision: 1 }, now);
    expect(await listActs(school.deputy)).toEqual([]);
    expect(await startableYears(school.deputy, "2026-07-31")).toEqual([2025, 2026]);
  });
});

describe("adopting an act", () => {
  it("makes an edition among the regulations whose clauses carry the act's keys, and links each indicator to its clause", async () => {
    const { regulationSlug } = await adoptAct(school.head, await adoption(), now);
    const act = await getAct(school.deputy, actId, today);
    expect(act).toMatchObject({ state: "adopted", regulationSlug, mayEdit: false, adoptedOn: "2026-08-28" });
    const clauses = await clausesOfSchool(school.schoolId);
    expect(clauses).toHaveLength(act.document.blocks.length);
    const bases = await asSystem((tx) =>
      tx.indicatorBasis.findMany({ where: { schoolId: school.schoolId } }),
    );
    const keys = new Set(clauses.map((one) => one.clauseKey));
    expect(bases.map((one) => one.clauseKey).sort()).toEqual([
      "indicators.conditions",
      "indicators.content",
      "indicators.process",
      "indicators.result",
    ]);
    for (const { clauseKey } of bases) expect(keys.has(clauseKey ?? "")).toBe(true);
  });

  it("keeps an adopted act as it was, whatever becomes of the catalogue", async () => {
    await adoptAct(school.head, await adoption(), now);
    const before = (await getAct(school.head, actId, today)).document;
    await inTransaction(systemViewer, (tx) =>
      tx.indicatorAdoption.updateMany({
        where: { schoolId: school.schoolId },
        data: { endedOn: new Date("2026-03-01") },
      }),
    );
    expect((await getAct(school.head, actId, today)).document).toEqual(before);
    await expect(
      editAct(
        school.head,
        { actId, revision: await revision(), title: "Новое", approvedBy: "д", consideredBy: "с" },
        now,
      ),
    ).rejects.toMatchObject({ messageKey: "acts.refused.adopted" });
  });

  it("makes the next act the next edition of the same regulation and ends the one before it", async () => {
    await adoptAct(school.head, await adoption(), now);
    ({ actId } = await startAct(school.head, { schoolYear: 2026 }, now));
    await adoptAct(
      school.head,
      await adoption({ orderNumber: "3", adoptedOn: "2027-01-11", effectiveFrom: "2027-01-15" }),
      now,
    );
    const editions = await asSystem((tx) =>
      tx.regulationEdition.findMany({
        where: { regulation: { schoolId: school.schoolId } },
        orderBy: { effectiveFrom: "asc" },
      }),
    );
    expect(editions.map((one) => [one.number, one.effectiveTo?.toISOString().slice(0, 10) ?? null])).toEqual([
      ["15", "2027-01-14"],
      ["3", null],
    ]);
    const bases = await asSystem((tx) => tx.indicatorBasis.count({ where: { schoolId: school.schoolId } }));
    expect(bases).toBe(4);
  });

  it("is refused whole when the new edition would begin before the one in force", async () => {
    await adoptAct(school.head, await adoption(), now);
    ({ actId } = await startAct(school.head, { schoolYear: 2026 }, now));
    const early = await adoption({ orderNumber: "16", adoptedOn: "2026-08-20", effectiveFrom: "2026-08-25" });
    await expect(adoptAct(school.head, early, now)).rejects.toMatchObject({ kind: "conflict" });
    expect((await getAct(school.head, actId, today)).state).toBe("draft");
    expect(
      await asSystem((tx) =>
        tx.regulationEdition.count({ where: { number: "16", regulation: { schoolId: school.schoolId } } }),
      ),
    ).toBe(0);
  });

  it("is refused while a required part is missing", async () => {
    await editSection(
      school.deputy,
      { actId, revision: await revision(), key: "objects", included: false, text: "" },
      now,
    );
    await expect(adoptAct(school.head, await adoption(), now)).rejects.toMatchObject({
      messageKey: "acts.refused.notReady",
    });
  });

  it("is the head's: a deputy is refused", async () => {
    await expect(adoptAct(school.deputy, await adoption(), now)).rejects.toMatchObject({ kind: "forbidden" });
  });
});
