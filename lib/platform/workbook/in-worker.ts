import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { fileFinding } from "./file-findings.ts";
import type { Finding } from "./finding.ts";
import type { Limits } from "./limits.ts";
import { type ReadOutcome, shownName } from "./workbook.ts";
import { enterWorkerGate, leaveWorkerGate } from "./worker-gate.ts";
import type { WorkerAnswer, WorkerOrder } from "./worker-messages.ts";

export interface WorkerBounds {
  /** time that the worker may think, milliseconds; waiting for its turn and for the reader of its pieces does not count */
  timeoutMs: number;
  /** memory of the worker's heap, megabytes */
  memoryMb: number;
  /** the file's name as it stands in a refusal */
  fileName: string;
}

export const DEFAULT_BOUNDS: WorkerBounds = { timeoutMs: 10_000, memoryMb: 256, fileName: "" };

export type WorkerOutcome<Result> = { ok: true; value: Result } | { ok: false; refusal: Finding };

const HOST = "lib/platform/workbook/worker-host.ts";
/** Errors of a thread that has no memory left for an array or a text. */
const NO_MEMORY =
  /ERR_WORKER_OUT_OF_MEMORY|Array buffer allocation failed|Invalid (?:string|array|typed array) length/;

/**
 * Calls an exported function of a module of this project in a thread of its own, so that the server keeps answering while
 * a large file is read. `module` is the path from the project's root (`lib/results/….ts`); arguments and result are
 * copied, so they are plain data. Too slow or too large is a refusal (`tooLong`, `tooMuchMemory`); an error thrown by the function is a defect and rejects.
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
 * one large result would hold up the event loop; some hundred rows at a time do not.
 */
export async function* streamFromWorker<Piece, Result>(
  module: string,
  exportName: string,
  args: readonly unknown[],
  bounds: Partial<WorkerBounds> = {},
): AsyncGenerator<Piece, WorkerOutcome<Result>> {
  const { timeoutMs, memoryMb, fileName } = { ...DEFAULT_BOUNDS, ...bounds };
  await enterWorkerGate();
  const worker = startWorker({ module: fileAddress(module), exportName, args }, memoryMb);
  // An error between two questions is told by the next one; without a listener it would end the program.
  worker.on("error", () => {});
  try {
    let left = timeoutMs;
    for (;;) {
      const askedAt = performance.now();
      const answer = await ask(worker, left);
      left -= performance.now() - askedAt;
      if (answer === "late") return refusal("tooLong", fileName, { seconds: Math.ceil(timeoutMs / 1000) });
      if (answer === "gone") return refusal("readingFailed", fileName, {});
      if (answer === "noMemory") return refusal("tooMuchMemory", fileName, { megabytes: memoryMb });
      if (answer.kind === "done") return { ok: true, value: answer.value as Result };
      if (answer.kind === "failed") throw defect(answer);
      yield answer.value as Piece;
    }
  } finally {
    await worker.terminate();
    leaveWorkerGate();
  }
}

/** Reads a workbook in a worker. For a large file prefer a task that reads, recognises and checks in one go and returns less. */
export async function readInWorker(
  source: Uint8Array | string,
  fileName: string,
  bounds: Partial<Omit<WorkerBounds, "fileName">> & { limits?: Partial<Limits> } = {},
): Promise<ReadOutcome> {
  const args = [source, fileName, bounds.limits ?? {}];
  const all = { ...bounds, fileName };
  const outcome = await runInWorker<ReadOutcome>("lib/platform/workbook/read-task.ts", "readTask", args, all);
  return outcome.ok ? outcome.value : outcome;
}

/** The thread sees no environment variables: what reads strangers' files needs no secrets. */
function startWorker(order: WorkerOrder, memoryMb: number): Worker {
  return new Worker(/* turbopackIgnore: true */ new URL(fileAddress(HOST)), {
    workerData: order,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32 },
  });
}

function ask(worker: Worker, withinMs: number): Promise<WorkerAnswer | "late" | "gone" | "noMemory"> {
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
    worker.postMessage("next");
  });
}

function refusal<Result>(
  code: "tooLong" | "tooMuchMemory" | "readingFailed",
  fileName: string,
  params: Record<string, number>,
): WorkerOutcome<Result> {
  return { ok: false, refusal: fileFinding(code, { file: shownName(fileName), ...params }) };
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
