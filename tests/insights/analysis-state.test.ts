import { beforeAll, describe, expect, it } from "vitest";
import { analysisState } from "#lib/insights/analysis-state.ts";
import type { Unit } from "#lib/insights/schema.ts";
import { inTransaction } from "#lib/platform/access/as-viewer.ts";
import { systemViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { undoImport } from "#lib/results/apply-commands.ts";
import { testDatabase } from "#tests/support/database.ts";
import { asSystem, person, type SmallRegion, smallRegion } from "#tests/support/registry.ts";
import { loadRows, pupil } from "./loaded-results.ts";

let place: SmallRegion;
let deputy: Viewer;
let officer: Viewer;
let analyst: Viewer;
const now = new Date("2025-06-01T09:00:00Z");

beforeAll(async () => {
  await testDatabase();
  place = await smallRegion();
  deputy = await person("deputy", { schoolId: place.schoolIds[0] });
  officer = await person("municipality", { municipalityId: place.municipalityIds[0] });
  analyst = await person("region", { regionId: place.regionId });
});

/** What the pages of the school, its municipality and its region are drawn from, each as its own people see it. */
async function states(): Promise<Record<Unit["kind"], string>> {
  const unit = (kind: Unit["kind"], id: number): Unit => ({ kind, id, classLabel: null });
  return {
    school: await analysisState(deputy, unit("school", place.schoolIds[0]), place.workId),
    municipality: await analysisState(officer, unit("municipality", place.municipalityIds[0]), place.workId),
    region: await analysisState(analyst, unit("region", place.regionId), place.workId),
  };
}

/** Which of the three became others. */
async function changedBy(work: () => Promise<unknown>): Promise<string[]> {
  const before = await states();
  await work();
  const after = await states();
  return (["school", "municipality", "region"] as const).filter((kind) => before[kind] !== after[kind]);
}

const all = ["school", "municipality", "region"];
const rows = (items: number[]) => [pupil(place, "4А1", "4А", items), pupil(place, "4А2", "4А", [1, 1, 0])];

describe("the state of an analysis", () => {
  it("stays while nothing changes", async () => {
    expect(await changedBy(async () => undefined)).toEqual([]);
  });

  it("changes with results of the unit, with a correction of one row, and when that is taken back", async () => {
    expect(await changedBy(() => loadRows(deputy, place.schoolIds[0], "4А.xlsx", rows([1, 2, 3])))).toEqual(
      all,
    );
    let importId = 0;
    expect(
      await changedBy(async () => {
        importId = await loadRows(deputy, place.schoolIds[0], "4А-2.xlsx", rows([0, 2, 3]));
      }),
    ).toEqual(all);
    expect(await changedBy(() => undoImport(deputy, importId, now))).toEqual(all);
  });

  it("changes with results of neighbours where areas are compared with", async () => {
    const [, second, third] = place.schoolIds;
    expect(await changedBy(() => loadRows(officer, second, "соседи.xlsx", rows([1, 2, 3])))).toEqual(all);
    const far = await person("deputy", { schoolId: third });
    expect(await changedBy(() => loadRows(far, third, "далеко.xlsx", rows([1, 2, 3])))).toEqual(all);
  });

  it("changes with a name, a task and a scale", async () => {
    const where = { workId_position: { workId: place.workId, position: 1 } };
    expect(
      await changedBy(() =>
        inTransaction(systemViewer, (tx) => tx.workTask.update({ where, data: { skill: "Читать таблицы" } })),
      ),
    ).toEqual(all);
    const scale = {
      workId: place.workId,
      edition: 2,
      min3: 1,
      min4: 3,
      min5: 5,
      maxScore: 6,
      adoptedAt: now,
    };
    expect(
      await changedBy(() => inTransaction(systemViewer, (tx) => tx.scaleEdition.create({ data: scale }))),
    ).toEqual(all);
    const rename = (id: number) => () =>
      inTransaction(systemViewer, (tx) => tx.school.update({ where: { id }, data: { name: "Гимназия" } }));
    expect(await changedBy(rename(place.schoolIds[0]))).toEqual(["school", "municipality"]);
    // A neighbour is never named to a school.
    expect(await changedBy(rename(place.schoolIds[1]))).toEqual(["municipality"]);
    expect(
      await changedBy(() =>
        inTransaction(systemViewer, (tx) =>
          tx.region.update({ where: { id: place.regionId }, data: { name: "Край" } }),
        ),
      ),
    ).toEqual(all);
  });

  it("changes with the same work of another year, not with another work", async () => {
    const { id, ...copy } = await asSystem((tx) =>
      tx.work.findUniqueOrThrow({ where: { id: place.workId } }),
    );
    const other = (code: string, data: object) =>
      inTransaction(systemViewer, (tx) => tx.work.create({ data: { ...copy, code, ...data } }));
    expect(await changedBy(() => other(`${id}-2024`, { year: 2024 }))).toEqual(all);
    expect(await changedBy(() => other(`${id}-other`, { year: 2024, subject: "another" }))).toEqual([]);
  });
});
