import { loadViewer } from "../platform/access/load-viewer.ts";
import type { Jobs } from "../platform/jobs/enqueue.ts";
import { log } from "../platform/log.ts";
import { applyStarted } from "./applying-commands.ts";
import { recountSummaries } from "./recount-commands.ts";
import { stageImport } from "./stage-commands.ts";

/** Reads and checks an uploaded file with the rights that its owner has now. */
export async function stageInBackground({ importId, personId }: Jobs["results.stage"]): Promise<void> {
  const viewer = await loadViewer(personId);
  if (!viewer) return log("warn", "results.stage.nobody", { importId });
  await stageImport(viewer, importId);
}

/** Applies a large file with the rights that the person who asked for it has now. */
export async function applyInBackground(
  { importId, personId }: Jobs["results.apply"],
  now: Date,
): Promise<void> {
  const viewer = await loadViewer(personId);
  if (!viewer) return log("warn", "results.apply.nobody", { importId });
  const outcome = await applyStarted(viewer, importId, now);
  log("info", "results.apply", { importId, outcome });
}

/** The nightly proof that stored summaries equal a fresh count. */
export async function recountInBackground(): Promise<void> {
  const { checked, different } = await recountSummaries();
  log(different === 0 ? "info" : "error", "results.recount", { checked, different });
}
