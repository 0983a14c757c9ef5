import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Worker } from "node:worker_threads";
import { endThread, keepThread, takeThread } from "./task-threads.ts";
import { enterWorkerGate, leaveWorkerGate } from "./worker-gate.ts";
import type { WorkerAnswer, WorkerQuestion } from "./worker-messages.ts";

export interface WorkerBounds {
  /** time that the worker may think, milliseconds; waiting for its turn and for the reader of its pieces does not count */
  timeoutMs: number;
  /** memory of the worker's heap, megabytes */
  memoryMb: number;
}

export const DEFAULT_BOUNDS: WorkerBounds = { timeoutMs: 10_000, memoryMb: 288 };

/** Why a task came to no end: its time was up, its memory was full, or it ended its own thread. */
export type Stopped =
  | { reason: "tooLong"; seconds: number }
  | { reason: "tooMuchMemory"; megabytes: number }
  | { reason: "ended" };

export type WorkerOutcome<Result> = { ok: true; value: Result } | { ok: false; stopped: Stopped };

const HOST = "lib/platform/worker/worker-host.ts";
/** After a large task the memory goes back, and with it the thread; starting another costs little beside such a task. */
const KEPT_MB = 128;
/** Errors of a thread that has no memory left for an array or a text. */
const NO_MEMORY =
  /ERR_WORKER_OUT_OF_MEMORY|Array buffer allocation failed|Invalid (?:string|array|typed array) length/;

/**
 * Calls an exported function of a module of this project in a thread of its own, so that the server keeps answering while
 * a large file is read or a slow model is fitted. `module` is the path from the project's root (`lib/statistics/….ts`); arguments
 * and result are copied, so they are plain data without functions. Too slow or too large is an outcome; an error thrown by the
 * function is a defect and rejects.
 *
 * @example await runInWorker("lib/statistics/item-response/two-parameter.ts", "twoParameterModel", [responses])
 */
export async function runInWorker<Result>(
  module: string,
  exportName: string,
  args: readonly unknown[],
  bounds: Partial<WorkerBounds> = {},
): Promise<WorkerOutcome<Result>> {
  const pieces = streamFromWorker<unknown, Result>(module, exportName, args, bounds);
  for (;;) {
    const { done, value } = await pieces.next();
    if (done) return value;
  }
}

/**
 * The same for a function that is a generator: its pieces come one by one, each only when it is asked for. Taking over
 * one large result would hold up the event loop; some hundred rows at a time do not. What `next` is called with is what
 * `yield` gives there, so a piece may be a question.
 */
export async function* streamFromWorker<Piece, Result, Reply = undefined>(
  module: string,
  exportName: string,
  args: readonly unknown[],
  bounds: Partial<WorkerBounds> = {},
): AsyncGenerator<Piece, WorkerOutcome<Result>, Reply | undefined> {
  const { timeoutMs, memoryMb } = { ...DEFAULT_BOUNDS, ...bounds };
  await enterWorkerGate();
  const thread = takeThread(new URL(fileAddress(HOST)), memoryMb);
  let reusable = false;
  try {
    tell(thread.worker, { kind: "order", module: fileAddress(module), exportName, args });
    let left = timeoutMs;
    let reply: Reply | undefined;
    for (;;) {
      const askedAt = performance.now();
      const answer = await ask(thread.worker, reply, left);
      left -= performance.now() - askedAt;
      if (answer === "late") return stopped({ reason: "tooLong", seconds: Math.ceil(timeoutMs / 1000) });
      if (answer === "gone") return stopped({ reason: "ended" });
      if (answer === "noMemory") return stopped({ reason: "tooMuchMemory", megabytes: memoryMb });
      if (answer.kind === "failed") throw defect(answer);
      if (answer.kind === "done") {
        reusable = answer.heldMb <= KEPT_MB;
        return { ok: true, value: answer.value as Result };
      }
      reply = yield answer.value as Piece;
    }
  } finally {
    // Only a task that came to its end leaves a thread of which we know what it is doing.
    if (reusable) keepThread(thread);
    else await endThread(thread);
    leaveWorkerGate();
  }
}

function tell(worker: Worker, question: WorkerQuestion): void {
  worker.postMessage(question);
}

function ask(
  worker: Worker,
  reply: unknown,
  withinMs: number,
): Promise<WorkerAnswer | "late" | "gone" | "noMemory"> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => settle("late"), Math.max(0, withinMs));
    const onExit = () => settle("gone");
    const onError = (error: Error & { code?: string }) => {
      if (NO_MEMORY.test(`${error.code} ${error.message}`)) return settle("noMemory");
      forget();
      reject(error);
    };
    function forget(): void {
      clearTimeout(timer);
      // One by one: the thread's own bookkeeping listens on the same object, and removing all would silence it for good.
      worker.off("message", settle).off("exit", onExit).off("error", onError);
    }
    function settle(answer: WorkerAnswer | "late" | "gone" | "noMemory"): void {
      forget();
      const isFull = typeof answer === "object" && answer.kind === "failed" && NO_MEMORY.test(answer.message);
      resolve(isFull ? "noMemory" : answer);
    }
    worker.on("message", settle).on("exit", onExit).on("error", onError);
    tell(worker, { kind: "next", reply });
  });
}

function stopped(why: Stopped): { ok: false; stopped: Stopped } {
  return { ok: false, stopped: why };
}

function defect({ name, message, stack }: WorkerAnswer & { kind: "failed" }): Error {
  const error = new Error(message);
  error.name = name;
  error.stack = stack;
  return error;
}

/**
 * The address of a file of this project. A bundled server no longer knows where its sources stood, so the folder it was started in
 * is looked at first; the command line may be started from anywhere and is never bundled.
 */
function fileAddress(path: string): string {
  const fromFolder = join(/* turbopackIgnore: true */ process.cwd(), path);
  if (existsSync(fromFolder)) return pathToFileURL(fromFolder).href;
  return pathToFileURL(join(dirname(fileURLToPath(import.meta.url)), "../../..", path)).href;
}
