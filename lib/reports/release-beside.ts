import { runInWorker } from "../platform/worker/run-in-worker.ts";
import { decideRelease, type Release } from "./release.ts";
import type { Publication } from "./release-past.ts";
import type { ReleaseUnit } from "./release-units.ts";

/** So many units are decided in a few milliseconds; starting a thread would take longer. */
const FEW_UNITS = 60;
/** A whole region with its history takes a second on a busy machine. */
const bounds = { timeoutMs: 60_000, memoryMb: 512 };

/**
 * `decideRelease` without holding up the people who use the portal meanwhile: where there are many units it runs in a thread of its
 * own. The answer is the same. Throws when the thread came to no end.
 */
export async function releaseBeside(
  units: readonly ReleaseUnit[],
  history: readonly Publication[],
): Promise<Release> {
  if (units.length <= FEW_UNITS) return decideRelease(units, history);
  const outcome = await runInWorker<Release>(
    "lib/reports/release.ts",
    "decideRelease",
    [units, history],
    bounds,
  );
  if (!outcome.ok) throw new Error(`What may be published was not decided: ${outcome.stopped.reason}`);
  return outcome.value;
}
