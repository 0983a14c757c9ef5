import { applyProtocol } from "../exams/apply-commands.ts";
import { asViewer } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { RefusedError } from "../platform/errors.ts";
import { dropCondition } from "../results/drop.ts";
import { importState } from "../results/import-state.ts";
import { applyJournal } from "../results/journal/commands.ts";
import { reportCodes } from "../results/layouts/report-forms.ts";
import { type AppliedDrop, applyReady } from "../results/ready-commands.ts";
import type { Drop } from "../results/schema.ts";
import { applyReport } from "./apply-commands.ts";

/** Applies every file of a drop that is ready: results of pupils first, then journals, protocols and reports with ready totals. */
export async function applyReadyDrop(viewer: Viewer, drop: Drop, now: Date): Promise<AppliedDrop> {
  permit(viewer, "results.import");
  const outcome = await applyReady(viewer, drop, now);
  const others = await asViewer(viewer, async (tx) =>
    tx.importFile.findMany({
      where: {
        ...(await dropCondition(tx, drop)),
        status: "review",
        layout: { in: ["F-16", "F-19", ...reportCodes] },
      },
      orderBy: { id: "asc" },
      select: { id: true, status: true, layout: true, understood: true },
    }),
  );
  for (const { id, status, layout, understood } of others) {
    if (importState(status, understood as Parameters<typeof importState>[1]) !== "ready") continue;
    outcome[await applyOther(viewer, id, layout, now)]++;
  }
  return outcome;
}

/** A report only adds; what a protocol or a journal was checked against may have changed meanwhile: then a person looks first. */
async function applyOther(
  viewer: Viewer,
  id: number,
  layout: string | null,
  now: Date,
): Promise<"applied" | "toLookAt"> {
  try {
    if (layout === "F-16") await applyProtocol(viewer, id, now);
    else if (layout === "F-19") await applyJournal(viewer, id, now);
    else await applyReport(viewer, id, now);
    return "applied";
  } catch (error) {
    if (error instanceof RefusedError && error.kind === "conflict") return "toLookAt";
    throw error;
  }
}
