import { inTransaction } from "#lib/platform/access/as-viewer.ts";
import { systemViewer, type Viewer } from "#lib/platform/access/viewer.ts";
import type { CheckedRow } from "#lib/results/check.ts";
import { differences, stageRows } from "#lib/results/import-writes.ts";
import { registerImport } from "#lib/results/receive-commands.ts";
import { moveSubmission } from "#lib/submissions/commands.ts";
import type { Verb } from "#lib/submissions/rules.ts";
import { asSystem } from "#tests/support/registry.ts";

/** The works of `smallRegion` are of spring 2025: the days of these tests. */
export const now = new Date("2025-05-01T18:00:00Z");
/** The same day, when the check rules are no longer waited for. */
export const later = new Date("2025-05-01T19:00:00Z");

/** A checked row of a pupil of `smallRegion`'s work: tasks of 1, 2 and 3 points, scale 2 · 4 · 6. */
export function row(workId: number, code: string, classLabel: string, items: number[] | null): CheckedRow {
  const total = (items ?? []).reduce((sum, item) => sum + Math.max(item, 0), 0);
  return {
    ...{ sheet: "Лист", row: Number(code), login: "x", workId, code, classLabel, variant: "1", sex: null },
    status: items === null ? "absent" : "present",
    items: items ?? [],
    totalPrinted: items === null ? null : total,
    totalFromItems: total,
    markFile: null,
    markScale: items === null ? null : total >= 6 ? 5 : total >= 4 ? 4 : total >= 2 ? 3 : 2,
    journal: null,
  };
}

/** Brings rows to where a person decides whether to apply them; answers the import. */
export function staged(
  viewer: Viewer,
  schoolId: number,
  rows: CheckedRow[],
  { held = 0, name = "a.xlsx" } = {},
): Promise<number> {
  return inTransaction(viewer, async (tx) => {
    const importId = await registerImport(tx, viewer, { name, bytes: 1, sha256: "00" }, {}, now);
    await stageRows(tx, importId, new Map([["x", schoolId]]), rows);
    for (const d of await differences(tx, importId)) {
      const base = await tx.resultSet.findUnique({
        where: { schoolId_workId: { schoolId: d.schoolId, workId: d.workId } },
      });
      await tx.importTarget.create({ data: { ...d, importId, held, baseVersion: base?.version ?? 0 } });
    }
    await tx.importFile.update({ where: { id: importId }, data: { status: "review" } });
    return importId;
  });
}

/** The list of classes of the year in which the work was written. */
export function listClasses(schoolId: number, classes: Record<string, number | null>): Promise<unknown> {
  return inTransaction(systemViewer, (tx) =>
    tx.schoolClass.createMany({
      data: Object.entries(classes).map(([label, pupils]) => ({
        schoolId,
        year: 2024,
        grade: 4,
        label,
        pupils,
      })),
    }),
  );
}

/** One step of a submission on the version that stands now. */
export async function move(
  viewer: Viewer,
  place: { schoolId: number; workId: number },
  verb: Verb,
  reason = "",
  confirmed: Record<string, string> = {},
  at = later,
) {
  const stored = await asSystem((tx) => tx.submission.findUnique({ where: { schoolId_workId: place } }));
  return moveSubmission(viewer, { ...place, verb, reason, confirmed, version: stored?.version ?? 0 }, at);
}
