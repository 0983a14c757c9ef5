import { loadViewer } from "../platform/access/load-viewer.ts";
import type { Jobs } from "../platform/jobs/enqueue.ts";
import { log } from "../platform/log.ts";
import { stageReport } from "./stage-commands.ts";

/** Reads a report with the rights that the person who brought it has now. */
export async function stageReportInBackground({ importId, personId }: Jobs["reported.stage"]): Promise<void> {
  const viewer = await loadViewer(personId);
  if (!viewer) return log("warn", "reported.stage.nobody", { importId });
  await stageReport(viewer, importId);
}
