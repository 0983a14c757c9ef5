import { asViewer } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { dropCondition } from "../results/drop.ts";
import { importState } from "../results/import-state.ts";
import { reportCodes } from "../results/layouts/report-forms.ts";
import { type AppliedDrop, applyReady } from "../results/ready-commands.ts";
import type { Drop } from "../results/schema.ts";
import { applyReport } from "./apply-commands.ts";

/** Applies every file of a drop that is ready: results of pupils first, then the reports with ready totals. */
export async function applyReadyDrop(viewer: Viewer, drop: Drop, now: Date): Promise<AppliedDrop> {
  permit(viewer, "results.import");
  const outcome = await applyReady(viewer, drop, now);
  const reports = await asViewer(viewer, async (tx) =>
    tx.importFile.findMany({
      where: { ...(await dropCondition(tx, drop)), status: "review", layout: { in: [...reportCodes] } },
      orderBy: { id: "asc" },
      select: { id: true, status: true, understood: true },
    }),
  );
  for (const { id, status, understood } of reports) {
    if (importState(status, understood as Parameters<typeof importState>[1]) !== "ready") continue;
    await applyReport(viewer, id, now);
    outcome.applied++;
  }
  return outcome;
}
