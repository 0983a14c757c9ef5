import { parentPort, workerData } from "node:worker_threads";
import type { WorkerAnswer, WorkerOrder } from "./worker-messages.ts";

/**
 * Started as a worker thread by `in-worker.ts`: loads one module, calls one exported function, and hands out its result. A generator
 * is stepped only when the other side asks for the next piece, so that pieces never pile up there.
 */
const port = parentPort!;
const order = workerData as WorkerOrder;

async function* pieces(): AsyncGenerator<unknown, unknown> {
  const loaded: Record<string, (...args: readonly unknown[]) => unknown> = await import(order.module);
  const task = loaded[order.exportName];
  if (task === undefined) throw new Error(`${order.module} exports no ${order.exportName}`);
  const result = task(...order.args);
  return isGenerator(result) ? yield* result : await result;
}

function isGenerator(value: unknown): value is AsyncGenerator<unknown, unknown> {
  return typeof value === "object" && value !== null && "next" in value && "return" in value;
}

function failure(error: unknown): WorkerAnswer {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return { kind: "failed", name, message, stack: stack ?? "" };
}

const steps = pieces();
port.on("message", async () => {
  try {
    const { done, value } = await steps.next();
    port.postMessage({ kind: done ? "done" : "piece", value } satisfies WorkerAnswer);
    if (done) port.close();
  } catch (error) {
    port.postMessage(failure(error));
    port.close();
  }
});
