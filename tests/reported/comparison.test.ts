import { beforeAll, describe, expect, it } from "vitest";
import { asViewer } from "#lib/platform/access/as-viewer.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { applyReport } from "#lib/reported/apply-commands.ts";
import { getComparison, listComparedUnits } from "#lib/reported/comparison-queries.ts";
import { finishReport } from "#lib/reported/import-commands.ts";
import { applyReadyDrop } from "#lib/reported/ready-commands.ts";
import { importFile } from "#lib/results/import-commands.ts";
import { fixture, now, referenceRegion, workIdOf } from "#tests/results/brought.ts";
import { asSystem, person } from "#tests/support/registry.ts";
import { bringReport, reportFile } from "./brought-reports.ts";

const F1 = "results-files/06-F-results-2026/Ф1. Русский язык, 4 класс. Верхнеозёрский МО (все школы).xlsx";
let officer: Viewer;
let municipalityId: number;
let workId: number;

beforeAll(async () => {
  await referenceRegion();
  const second = await asSystem((tx) => tx.municipality.findFirstOrThrow({ where: { code: "reg97_m002" } }));
  municipalityId = second.id;
  officer = await person("municipality", { municipalityId });
  workId = await workIdOf("RU", 4);
  const file = { name: "Ф1.xlsx", bytes: fixture(F1) };
  const { status } = await importFile(officer, file, { given: {}, dryRun: false }, now);
  expect(status).toBe("applied");
  await applyReport(officer, await bringReport(officer, "Ф3"), now);
});

const schoolId = async (login: string) =>
  (await asSystem((tx) => tx.school.findUniqueOrThrow({ where: { login } }))).id;

describe("the collection's Ф3 beside its Ф1 of the same municipality", () => {
  it("agrees with what the portal counts, but for what the protocol was dirtied with", async () => {
    const { units } = await listComparedUnits(officer, workId);
    expect(units).toHaveLength(14);
    const same = units.filter(({ counts }) => counts.equal === 6);
    // Dirt stays away from most schools: a few printed marks of the protocol are not those of the scale.
    expect(same.length).toBeGreaterThanOrEqual(8);
    for (const { counts, figures } of units)
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(figures);
  });

  it("sets 3 of 62 beside the printed 4.84 %", async () => {
    const id = await schoolId("970021");
    const view = await getComparison(officer, { kind: "school", id }, workId);
    expect(view.participants).toBe(62);
    const two = view.figures.find(({ reported }) => reported.measure === "marks" && reported.key === "2");
    expect(two).toMatchObject({
      reported: { value: 4.84 },
      computed: { part: 3, whole: 62, value: 4.84 },
      verdict: "equal",
    });
  });

  it("of the municipality compares with the sum of its schools", async () => {
    const view = await getComparison(officer, { kind: "municipality", id: municipalityId }, workId);
    expect(view.unit.name).toBe("Верхнеозёрский МО");
    const schools = view.figures.find(({ reported }) => reported.measure === "schools");
    expect(schools).toMatchObject({ reported: { value: 13 }, computed: { value: 13 }, verdict: "equal" });
    if ((view.counts.differs ?? 0) > 0) expect(view.causes.length).toBeGreaterThan(0);
  });
});

describe("bringing a report all the way", () => {
  it("from the command line applies it, and the same file again changes nothing", async () => {
    const bring = async () =>
      finishReport(
        officer,
        await importFile(officer, reportFile("Сравнение"), { given: {}, dryRun: false }, now),
        now,
      );
    expect((await bring()).status).toBe("applied");
    expect((await bring()).status).toBe("unchanged");
    const id = await schoolId("970021");
    const view = await getComparison(officer, { kind: "school", id }, workId);
    expect(new Set(view.figures.map(({ reported }) => reported.form))).toEqual(new Set(["F-06", "F-07"]));
  });

  it("with the other files of a drop applies it too", async () => {
    const viewer = officer;
    const before = await asViewer(viewer, (tx) => tx.importFile.aggregate({ _max: { id: true } }));
    const id = await bringReport(viewer, "ЕГЭ по школам");
    const drop = { from: (before._max.id ?? 0) + 1, to: id };
    expect(await applyReadyDrop(viewer, drop, now)).toMatchObject({ applied: 1, unchanged: 0, toLookAt: 0 });
  });
});
