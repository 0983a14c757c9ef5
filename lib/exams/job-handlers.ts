import { loadViewer } from "../platform/access/load-viewer.ts";
import type { Jobs } from "../platform/jobs/enqueue.ts";
import { log } from "../platform/log.ts";
import { stageProtocol } from "./stage-commands.ts";

/** Reads and checks a protocol that the upload page handed on, with the rights that its owner has now. */
export async function stageExamInBackground({ importId, personId }: Jobs["exams.stage"]): Promise<void> {
  const viewer = await loadViewer(personId);
  if (!viewer) return log("warn", "exams.stage.nobody", { importId });
  await stageProtocol(viewer, importId);
}
