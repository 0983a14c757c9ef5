import { beforeAll, describe, expect, it } from "vitest";
import { getEntry } from "#lib/entry/queries.ts";
import { inTransaction } from "#lib/platform/access/as-viewer.ts";
import { systemViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { refreshSummaries } from "#lib/results/summary-writes.ts";
import { testDatabase } from "#tests/support/database.ts";
import { person, type SmallRegion, smallRegion } from "#tests/support/registry.ts";

const now = new Date("2025-05-20T10:00:00Z");
let small: SmallRegion;
let deputy: Viewer;

/** The work of `smallRegion` as it was in another year, or for another grade. */
function workLike(year: number, grade: number): Promise<number> {
  return inTransaction(systemViewer, async (tx) => {
    const { id: _, ...work } = await tx.work.findUniqueOrThrow({ where: { id: small.workId } });
    const tasks = [1, 2, 3].map((max, i) => ({ position: i + 1, code: String(i + 1), max, difficulty: "Б" }));
    const made = await tx.work.create({
      data: {
        ...work,
        code: `${work.code}-${year}-${grade}`,
        ...{ year, gradeTested: grade, gradeWriting: grade, tasks: { create: tasks } },
      },
    });
    return made.id;
  });
}

/** Pupils with these totals, in the results and their summaries. */
async function stand(schoolId: number, workId: number, year: number, classes: Record<string, number[]>) {
  await inTransaction(systemViewer, async (tx) => {
    for (const [classLabel, totals] of Object.entries(classes))
      await tx.participation.createMany({
        data: totals.map((total, i) => ({
          ...{
            schoolId,
            year,
            schoolYear: year - 1,
            workId,
            participantCode: `${classLabel}-${i}`,
            classLabel,
          },
          ...{ variant: "1", status: "present", items: [0, 0, 0], totalPrinted: total, totalItems: total },
          ...{ importId: 1, sourceRow: i + 1 },
        })),
      });
    await refreshSummaries(tx, [{ schoolId, workId }], now);
  });
}

beforeAll(async () => {
  await testDatabase();
  small = await smallRegion();
  const [school, other] = small.schoolIds;
  deputy = await person("deputy", { schoolId: school });
  await inTransaction(systemViewer, (tx) =>
    tx.schoolClass.createMany({
      data: ["4А", "4Б"].map((label) => ({ schoolId: school, year: 2024, grade: 4, label })),
    }),
  );
  const lastYear = await workLike(2024, 4);
  await stand(school, lastYear, 2024, { "4А": [2, 4], "4Б": [6] });
  await stand(school, await workLike(2024, 3), 2024, { "3А": [1, 2] });
  await stand(other, lastYear, 2024, { "4А": [0, 0] });
  await stand(school, await workLike(2023, 4), 2023, { "4А": [0] });
});

describe("beside the running mean of a class stands last year's", () => {
  it("of the parallel, of the class of this name, and of the same pupils a grade lower; of this school alone", async () => {
    const { earlier } = await getEntry(deputy, {
      workId: small.workId,
      schoolId: small.schoolIds[0],
      classLabel: "4А",
    });
    // Last year's totals: 4А 2 and 4, mean 3; with 6 of 4Б the parallel's mean is 12 / 3 = 4; of 3А 1 and 2, mean 1.5.
    expect(earlier).toEqual([
      { kind: "parallel", year: 2024, label: "", mean: 4, maxScore: 6, scored: 3 },
      { kind: "class", year: 2024, label: "4А", mean: 3, maxScore: 6, scored: 2 },
      { kind: "pupils", year: 2024, label: "3А", mean: 1.5, maxScore: 6, scored: 2 },
    ]);
  });

  it("leaves out the pupils of a class that nobody came from", async () => {
    const { earlier } = await getEntry(deputy, {
      workId: small.workId,
      schoolId: small.schoolIds[0],
      classLabel: "4Б",
    });
    expect(earlier.map(({ kind, mean }) => [kind, mean])).toEqual([
      ["parallel", 4],
      ["class", 6],
    ]);
  });
});
