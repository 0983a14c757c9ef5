import { Worker } from "node:worker_threads";
import { MOST_AT_ONCE } from "./worker-gate.ts";

/** A thread that serves one task after another, never two at once. */
export interface TaskThread {
  worker: Worker;
  /** limit of its heap, megabytes */
  memoryMb: number;
}

/** Starting a thread costs more than reading an ordinary form; one that has done its task waits so long for the next. */
const PATIENCE_MS = 60_000;

const waiting = new Map<TaskThread, NodeJS.Timeout>();

/** A thread with this limit of memory, new or waiting. Nobody else has it until it is kept or ended. */
export function takeThread(host: URL, memoryMb: number): TaskThread {
  for (const thread of waiting.keys()) {
    if (thread.memoryMb !== memoryMb) continue;
    forget(thread);
    thread.worker.ref();
    return thread;
  }
  const thread = { worker: startWorker(host, memoryMb), memoryMb };
  // An error between two questions is told by the next one; without a listener it would end the program.
  thread.worker.on("error", () => {}).on("exit", () => forget(thread));
  return thread;
}

/** Lets a thread wait for its next task. A waiting thread does not hold up a program that has nothing else to do. */
export function keepThread(thread: TaskThread): void {
  thread.worker.unref();
  waiting.set(thread, setTimeout(() => endThread(thread), PATIENCE_MS).unref());
  const [oldest] = waiting.keys();
  if (oldest !== undefined && waiting.size > MOST_AT_ONCE) void endThread(oldest);
}

/** Ends a thread whatever it is doing; its memory goes back at once. */
export async function endThread(thread: TaskThread): Promise<void> {
  forget(thread);
  await thread.worker.terminate();
}

function forget(thread: TaskThread): void {
  clearTimeout(waiting.get(thread));
  waiting.delete(thread);
}

/** The thread sees no environment variables: what reads strangers' files needs no secrets. */
function startWorker(host: URL, memoryMb: number): Worker {
  return new Worker(/* turbopackIgnore: true */ host, {
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32 },
  });
}
