import { availableParallelism } from "node:os";

/** Workers that may run at once: one core is left for the people who are not importing anything. */
export const MOST_AT_ONCE = Math.max(1, availableParallelism() - 1);

const waiting: (() => void)[] = [];
let running = 0;

/** Waits for a free place in the order of arrival. Whoever enters must leave. */
export async function enterWorkerGate(): Promise<void> {
  if (running < MOST_AT_ONCE) {
    running += 1;
    return;
  }
  await new Promise<void>((resolve) => waiting.push(resolve));
}

/** Gives the place to the next in line. */
export function leaveWorkerGate(): void {
  const next = waiting.shift();
  if (next === undefined) running -= 1;
  else next();
}
