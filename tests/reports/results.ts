import { inTransaction } from "#lib/platform/access/as-viewer.ts";
import { systemViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import { applyImport } from "#lib/results/apply-commands.ts";
import type { CheckedRow } from "#lib/results/check.ts";
import { differences, stageRows } from "#lib/results/import-writes.ts";
import { registerImport } from "#lib/results/receive-commands.ts";
import { person, type SmallRegion } from "#tests/support/registry.ts";

/** Items of the work of `smallRegion` that earn each mark: 0, 2, 4 and 6 points. */
const itemsOf: Record<2 | 3 | 4 | 5, number[]> = { 2: [0, 0, 0], 3: [0, 2, 0], 4: [1, 0, 3], 5: [1, 2, 3] };
const marks = [2, 3, 4, 5] as const;

let codes = 40_000;

/** Brings results of a school: so many pupils with «2», «3», «4» and «5», in the place of those before. */
export async function bring(
  place: SmallRegion,
  schoolId: number,
  counts: readonly [number, number, number, number],
  now: Date,
): Promise<void> {
  const deputy = await person("deputy", { schoolId });
  const rows = marks.flatMap((mark, i) =>
    Array.from({ length: counts[i]! }, (): CheckedRow => pupil(place.workId, mark)),
  );
  await applyImport(deputy, await staged(deputy, schoolId, rows, now), now);
}

function pupil(workId: number, mark: 2 | 3 | 4 | 5): CheckedRow {
  const items = itemsOf[mark];
  const total = items.reduce((sum, item) => sum + item, 0);
  return {
    sheet: "Лист",
    row: 1,
    login: "x",
    workId,
    code: String(codes++),
    classLabel: "4А",
    variant: "1",
    sex: null,
    status: "present",
    items,
    totalPrinted: total,
    totalFromItems: total,
    markFile: null,
    markScale: mark,
    journal: null,
  };
}

function staged(viewer: Viewer, schoolId: number, rows: CheckedRow[], now: Date): Promise<number> {
  return inTransaction(systemViewer, async (tx) => {
    const importId = await registerImport(tx, viewer, { name: "a.xlsx", bytes: 1, sha256: "00" }, {}, now);
    await stageRows(tx, importId, new Map([["x", schoolId]]), rows);
    for (const difference of await differences(tx, importId)) {
      const { schoolId: school, workId } = difference;
      const base = await tx.resultSet.findUnique({
        where: { schoolId_workId: { schoolId: school, workId } },
      });
      await tx.importTarget.create({
        data: { ...difference, importId, held: 0, baseVersion: base?.version ?? 0 },
      });
    }
    await tx.importFile.update({ where: { id: importId }, data: { status: "review" } });
    return importId;
  });
}
