import "server-only";
import { asViewer } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import type { Day } from "../platform/clock.ts";
import { found } from "../platform/errors.ts";
import { checkImport } from "./import-check.ts";
import { reviewFingerprint } from "./import-commands.ts";
import type { ImportReading } from "./import-file.ts";
import { readSchoolYear } from "./plan-reads.ts";

/** A file in review: its rows against the schedule as it stands now; or, once applied, its counts. */
export function getImport(
  viewer: Viewer,
  { schoolId, importId }: { schoolId: number; importId: number },
  today: Day,
) {
  permit(viewer, "schedule.plan");
  return asViewer(viewer, async (tx) => {
    const row = found(
      await tx.scheduleImport.findFirst({ where: { id: importId, schoolId, kind: "works" } }),
    );
    const facts = found(await readSchoolYear(tx, schoolId, row.year));
    const about = { id: row.id, year: row.year, fileName: row.fileName, facts };
    if (row.reading === null)
      return {
        ...about,
        state: "applied" as const,
        counts: row.result as unknown as { added: number; there: number; out: number },
      };
    const reading = row.reading as unknown as ImportReading;
    const rows = checkImport(facts, reading.rows, today);
    return {
      ...about,
      state: "review" as const,
      rows,
      cells: new Map(reading.rows.map(({ row: at, cells }) => [at, cells])),
      findings: reading.findings,
      unknown: reading.unknown,
      fingerprint: reviewFingerprint(rows),
    };
  });
}
export type ImportView = Awaited<ReturnType<typeof getImport>>;
