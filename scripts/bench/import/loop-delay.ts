import { monitorEventLoopDelay } from "node:perf_hooks";

const RESOLUTION_MS = 5;

/** The longest stop of an event loop, in milliseconds. */
export interface LongestStop {
  /** as a waiting person feels it; holds the distance of two looks (5 ms) and every moment in which another program had the core */
  stood: number;
  /** the most that this thread computed between two turns of the loop, whatever else the machine did */
  computed: number;
}

/** How long this program's event loop did not turn while the work was done. */
export async function longestStop(work: () => Promise<unknown>): Promise<LongestStop> {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  let before = process.threadCpuUsage();
  let computed = 0;
  const turning = setInterval(() => {
    const { user, system } = process.threadCpuUsage(before);
    computed = Math.max(computed, (user + system) / 1000);
    before = process.threadCpuUsage();
  }, 1);
  histogram.enable();
  try {
    await work();
  } finally {
    histogram.disable();
    clearInterval(turning);
  }
  return { stood: histogram.max / 1e6, computed };
}
