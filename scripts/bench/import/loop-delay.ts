import { monitorEventLoopDelay } from "node:perf_hooks";

const RESOLUTION_MS = 5;

/**
 * The longest time, in milliseconds, in which this program's event loop did not turn while the work was done. It holds the
 * distance of two looks (5 ms) and every moment in which the machine let another program run.
 */
export async function longestDelay(work: () => Promise<unknown>): Promise<number> {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  histogram.enable();
  await work();
  histogram.disable();
  return histogram.max / 1e6;
}
