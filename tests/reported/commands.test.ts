import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { answerReport } from "#lib/reported/answer-commands.ts";
import { applyReport, undoReport } from "#lib/reported/apply-commands.ts";
import { stageReport } from "#lib/reported/stage-commands.ts";
import { bringAndCheck, deputyOf, now, referenceRegion, workIdOf } from "#tests/results/brought.ts";
import { asSystem, person } from "#tests/support/registry.ts";
import { bringReport, reportFile } from "./brought-reports.ts";

let region: Viewer;
let officer: Viewer;
let deputy: Viewer & { schoolId: number };
let workId: number;

beforeAll(async () => {
  ({ region } = await referenceRegion());
  const second = await asSystem((tx) => tx.municipality.findFirstOrThrow({ where: { code: "reg97_m002" } }));
  officer = await person("municipality", { municipalityId: second.id });
  deputy = await deputyOf("970021");
  workId = await workIdOf("RU", 4);
});

const fileOf = (id: number) => asSystem((tx) => tx.importFile.findUniqueOrThrow({ where: { id } }));
const inForce = (id: number) =>
  asSystem((tx) => tx.reportedFigure.count({ where: { importId: id, inForce: true } }));
const marks = (id: number, login: string | null) =>
  asSystem((tx) =>
    tx.reportedFigure.findMany({
      where: { importId: id, unitLogin: login, measure: "marks" },
      orderBy: { key: "asc" },
    }),
  );

describe("a report with ready totals", () => {
  it("is recognised by its content, kept for review, and changes nothing until it is applied", async () => {
    const id = await bringReport(officer, "Ф3");
    expect(await fileOf(id)).toMatchObject({ status: "review", layout: "F-06" });
    expect(await inForce(id)).toBe(0);
    // Of «МБОУ «СОШ № 21 пгт Верхнеозёрский»»: expected.json of the collection.
    expect((await marks(id, "edu970021")).map(({ value, n, workId: work }) => [value, n, work])).toEqual(
      [4.84, 17.74, 38.71, 38.71].map((value) => [value, 62, workId]),
    );
    // Sixteen lines, each four shares, a number of schools and of participants.
    expect(await applyReport(officer, id, now)).toEqual({ figures: 16 * 6 });
    expect(await inForce(id)).toBe(96);
    expect(await asSystem((tx) => tx.participation.count())).toBe(0);
  });

  it("brought again is a no-op", async () => {
    const id = await bringReport(officer, "Ф3");
    expect(await fileOf(id)).toMatchObject({ status: "unchanged" });
    await expect(applyReport(officer, id, now)).rejects.toMatchObject({ kind: "conflict" });
  });

  it("leaves a trace of applying and of taking back, in the journal of who did it", async () => {
    const id = await bringReport(region, "Сравнение");
    await applyReport(region, id, now);
    await undoReport(region, id, now);
    expect(await inForce(id)).toBe(0);
    expect(await fileOf(id)).toMatchObject({ status: "undone" });
    const events = await asSystem(
      (tx) =>
        tx.$queryRaw<
          { action: string }[]
        >`SELECT action FROM audit_event WHERE subject = ${`import:${id}`} ORDER BY id`,
    );
    expect(events.map(({ action }) => action)).toEqual([
      "results.receive",
      "reported.apply",
      "reported.undo",
    ]);
    await expect(undoReport(region, id, now)).rejects.toMatchObject({ kind: "conflict" });
  });

  it("brought by a school keeps the school's own line and the areas, and nothing of its neighbours", async () => {
    const id = await bringReport(deputy, "Ф3");
    const units = await asSystem((tx) =>
      tx.reportedFigure.findMany({ where: { importId: id }, distinct: ["unitName"], orderBy: { id: "asc" } }),
    );
    expect(units.map(({ unitKind, schoolId }) => [unitKind, schoolId])).toEqual([
      ["country", null],
      ["region", null],
      ["municipality", null],
      ["school", deputy.schoolId],
    ]);
    const findings = await asSystem((tx) => tx.importFinding.findMany({ where: { importId: id } }));
    expect(findings.find(({ code }) => code === "reportNotYours")?.params).toMatchObject({ count: 12 });
  });

  it("whose work nobody described asks for it, and an answer settles it", async () => {
    const { bytes } = reportFile("Ф3");
    const id = await bringAndCheck(officer, "Ф3.xlsx", bytes, { workId: 999_999 });
    await stageReport(officer, id);
    expect((await fileOf(id)).understood).toMatchObject({ blocked: true });
    await expect(applyReport(officer, id, now)).rejects.toMatchObject({ kind: "invalid" });
    await answerReport(officer, id, { workId }, now);
    await stageReport(officer, id);
    expect((await fileOf(id)).understood).toMatchObject({ blocked: false });
  });

  it("of another kind than the kept form is left alone", async () => {
    expect(await stageReport(officer, 999_999)).toBeNull();
  });
});

describe("a table of ЕГЭ by school", () => {
  it("keeps schools under their printed names until a person decides, and totals as totals", async () => {
    const id = await bringReport(region, "ЕГЭ по школам");
    const file = await fileOf(id);
    expect(file).toMatchObject({ status: "review", layout: "F-17" });
    expect(file.understood).toMatchObject({
      report: { unmatched: 35, units: { school: 35, municipality: 3, region: 1 } },
    });
    const kinds = await asSystem((tx) =>
      tx.reportedFigure.groupBy({
        by: ["exam"],
        where: { importId: id },
        _count: true,
        orderBy: { exam: "asc" },
      }),
    );
    expect(kinds.map(({ exam }) => exam)).toEqual(["ege", "egeApplications"]);
    await applyReport(region, id, now);
  });
});
