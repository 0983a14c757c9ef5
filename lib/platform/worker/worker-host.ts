import { getHeapStatistics } from "node:v8";
import { parentPort } from "node:worker_threads";
import type { WorkerAnswer, WorkerOrder, WorkerQuestion } from "./worker-messages.ts";

/**
 * Started as a worker thread by `task-threads.ts`: for each order it loads a module, calls one exported function, and hands out its
 * result. A generator is stepped only when the other side asks for the next piece, so that pieces never pile up there.
 */
const port = parentPort!;
let steps: AsyncGenerator<unknown, unknown, unknown> | null = null;

async function* pieces(order: WorkerOrder): AsyncGenerator<unknown, unknown, unknown> {
  const loaded: Record<string, (...args: readonly unknown[]) => unknown> = await import(order.module);
  const task = loaded[order.exportName];
  if (task === undefined) throw new Error(`${order.module} exports no ${order.exportName}`);
  const result = task(...order.args);
  return isGenerator(result) ? yield* result : await result;
}

function isGenerator(value: unknown): value is AsyncGenerator<unknown, unknown, unknown> {
  return typeof value === "object" && value !== null && "next" in value && "return" in value;
}

async function answer(reply: unknown): Promise<WorkerAnswer> {
  try {
    const step = await steps?.next(reply);
    if (step?.done === false) return { kind: "piece", value: step.value };
    steps = null; // lets go of everything that the task held
    const { total_heap_size: heap, external_memory: outside } = getHeapStatistics();
    return { kind: "done", value: step?.value, heldMb: Math.ceil((heap + outside) / 1024 / 1024) };
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    return { kind: "failed", name, message, stack: stack ?? "" };
  }
}

port.on("message", async (question: WorkerQuestion) => {
  if (question.kind === "order") steps = pieces(question);
  else port.postMessage(await answer(question.reply));
});
