import { inTransaction } from "#lib/platform/access/as-viewer.ts";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { applyImport } from "#lib/results/apply-commands.ts";
import type { CheckedRow } from "#lib/results/check.ts";
import { differences, stageRows } from "#lib/results/import-writes.ts";
import { registerImport } from "#lib/results/receive-commands.ts";
import type { SmallRegion } from "#tests/support/registry.ts";

const now = new Date("2025-05-01T18:00:00Z");

/** A checked row of the small region's work (maxima 1, 2, 3; scale 0–1, 2–3, 4–5, 6). */
export function pupil(place: SmallRegion, code: string, classLabel: string, items: number[]): CheckedRow {
  const total = items.reduce((sum, item) => sum + Math.max(item, 0), 0);
  return {
    ...{ sheet: "Лист", row: 1, login: "x", workId: place.workId, code, classLabel, variant: "1", sex: null },
    ...{ status: "present", items, totalPrinted: total, totalFromItems: total, markFile: null, journal: 4 },
    markScale: total >= 6 ? 5 : total >= 4 ? 4 : total >= 2 ? 3 : 2,
  };
}

/** Stages rows for a school as an import that waits for review; answers its id. */
export function stageRowsOf(
  viewer: Viewer,
  schoolId: number,
  name: string,
  rows: CheckedRow[],
): Promise<number> {
  return inTransaction(viewer, async (tx) => {
    const id = await registerImport(tx, viewer, { name, bytes: 1, sha256: `hash of ${name}` }, {}, now);
    await stageRows(tx, id, new Map([["x", schoolId]]), rows);
    for (const difference of await differences(tx, id)) {
      const base = await tx.resultSet.findUnique({
        where: { schoolId_workId: { schoolId: difference.schoolId, workId: difference.workId } },
      });
      const target = { ...difference, importId: id, held: 0, baseVersion: base?.version ?? 0 };
      await tx.importTarget.create({ data: target });
    }
    await tx.importFile.update({ where: { id }, data: { status: "review" } });
    return id;
  });
}

/** Puts rows into the results of a school by the commands that people use; answers the import's id. */
export async function loadRows(
  viewer: Viewer,
  schoolId: number,
  name: string,
  rows: CheckedRow[],
): Promise<number> {
  const importId = await stageRowsOf(viewer, schoolId, name, rows);
  await applyImport(viewer, importId, now);
  return importId;
}
