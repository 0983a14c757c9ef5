import { describe, expect, it } from "vitest";
import { runInWorker, streamFromWorker } from "#lib/platform/worker/run-in-worker.ts";

const TASKS = "tests/platform/worker/worker-tasks.ts";

/** The number of the thread that does the next task. */
async function thread(memoryMb?: number): Promise<number> {
  const outcome = await runInWorker<number>(TASKS, "threadNumber", [], memoryMb ? { memoryMb } : {});
  if (!outcome.ok) throw new Error(outcome.stopped.reason);
  return outcome.value;
}

describe("a thread for tasks", () => {
  it("serves one task after another", async () => {
    expect(await thread()).toBe(await thread());
  });

  it("is not shared by two tasks at the same time", async () => {
    const first = streamFromWorker<number, string>(TASKS, "count", [2]);
    await first.next();
    const second = thread();
    while (!(await first.next()).done);
    expect(await second).toBeGreaterThan(0);
  });

  it("is not used with another limit of memory", async () => {
    expect(await thread(64)).not.toBe(await thread(65));
  });

  it.each(["fail", "leave"])("is not used again after a task that ended badly: %s", async (task) => {
    const before = await thread();
    await runInWorker(TASKS, task, []).catch(() => null);
    expect(await thread()).not.toBe(before);
  });

  it("is not used again after a task that nobody waited for", async () => {
    const before = await thread();
    const pieces = streamFromWorker<number, string>(TASKS, "count", [1_000_000_000]);
    await pieces.next();
    await pieces.return({ ok: true, value: "" });
    expect(await thread()).not.toBe(before);
  });

  it("gives its memory back after a large task", async () => {
    const before = await thread();
    await runInWorker(TASKS, "hold", [200]);
    expect(await thread()).not.toBe(before);
  });

  it("hands the answer to a piece that is a question into the task", async () => {
    const pieces = streamFromWorker<string, string, string>(TASKS, "ask", ["name"]);
    expect((await pieces.next()).value).toBe("name?");
    expect(await pieces.next("Анна")).toEqual({ done: true, value: { ok: true, value: "Анна!" } });
  });
});
