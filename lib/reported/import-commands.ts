import type { Viewer } from "../platform/access/viewer.ts";
import { RefusedError } from "../platform/errors.ts";
import type { ImportOutcome } from "../results/import-commands.ts";
import { applyReport } from "./apply-commands.ts";
import { stageReport } from "./stage-commands.ts";

/**
 * Brings a file that turned out to be a report with ready totals the rest of the way, for the command line: read and applied
 * when nothing is asked. The outcome of any other file stays as it is.
 */
export async function finishReport(
  viewer: Viewer,
  outcome: ImportOutcome,
  now: Date,
): Promise<ImportOutcome> {
  const { status, importId } = outcome;
  if (status !== "report" || importId === null) return outcome;
  const staged = (await stageReport(viewer, importId)) ?? "review";
  if (staged !== "review") return { ...outcome, status: staged };
  try {
    await applyReport(viewer, importId, now);
    return { ...outcome, status: "applied" };
  } catch (error) {
    // Nothing to apply, or a question is open: it waits on the page.
    if (error instanceof RefusedError) return { ...outcome, status: "review" };
    throw error;
  }
}
