import { describe, expect, it } from "vitest";
import { runInWorker, streamFromWorker } from "#lib/platform/worker/run-in-worker.ts";
import { twoParameterModel } from "#lib/statistics/item-response/two-parameter.ts";
import { seededGenerator } from "#lib/statistics/random.ts";

const TASKS = "tests/platform/worker/worker-tasks.ts";

describe("a task in a thread", () => {
  it("works while the event loop goes on turning", async () => {
    let turns = 0;
    const turning = setInterval(() => {
      turns += 1;
    }, 5);
    const outcome = await runInWorker<string>(TASKS, "busy", [300]);
    clearInterval(turning);
    expect(outcome).toEqual({ ok: true, value: "done" });
    expect(turns).toBeGreaterThan(10);
  });

  it("that never ends is stopped", async () => {
    const outcome = await runInWorker(TASKS, "busy", [60_000], { timeoutMs: 300 });
    expect(outcome).toEqual({ ok: false, stopped: { reason: "tooLong", seconds: 1 } });
  });

  it("that takes all memory is stopped, and the next one runs", async () => {
    const outcome = await runInWorker(TASKS, "hoard", [], { memoryMb: 32 });
    expect(outcome).toEqual({ ok: false, stopped: { reason: "tooMuchMemory", megabytes: 32 } });
    expect(await runInWorker(TASKS, "add", [2, 3])).toEqual({ ok: true, value: 5 });
  });

  it("that leaves without an answer is told", async () => {
    expect(await runInWorker(TASKS, "leave", [])).toEqual({ ok: false, stopped: { reason: "ended" } });
  });

  it("that throws is a defect and says where", async () => {
    await expect(runInWorker(TASKS, "fail", [])).rejects.toThrow("a defect");
    await expect(runInWorker(TASKS, "nothingOfThisName", [])).rejects.toThrow("exports no nothingOfThisName");
  });

  it("sees no secrets of the server", async () => {
    expect(await runInWorker(TASKS, "environment", [])).toEqual({ ok: true, value: [] });
  });

  it("may be asked for more at once than there are cores", async () => {
    const sums = await Promise.all(
      Array.from({ length: 6 }, (_, index) => runInWorker<number>(TASKS, "add", [index, 1])),
    );
    expect(sums.map((sum) => sum.ok && sum.value)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe("a stream of pieces", () => {
  it("comes in order and ends with the result", async () => {
    const pieces = streamFromWorker<number, string>(TASKS, "count", [3]);
    const seen: number[] = [];
    let step = await pieces.next();
    for (; !step.done; step = await pieces.next()) seen.push(step.value);
    expect(seen).toEqual([0, 1, 2]);
    expect(step.value).toEqual({ ok: true, value: "end" });
  });

  it("is made only as fast as it is asked for, and stops when nobody asks any more", async () => {
    const pieces = streamFromWorker<number, string>(TASKS, "count", [1_000_000_000]);
    expect(await pieces.next()).toEqual({ done: false, value: 0 });
    await pieces.return({ ok: true, value: "" });
    expect(await runInWorker(TASKS, "add", [1, 1])).toEqual({ ok: true, value: 2 });
  });
});

describe("a function of the statistics", () => {
  it("answers in a thread what it answers here", async () => {
    const random = seededGenerator(11);
    // Abilities 0, 0.1, … 0.9; four tasks, each harder than the one before.
    const responses = Array.from({ length: 200 }, (_, person) =>
      [0.2, 0.1, 0, -0.1].map((easy) => (random() < 0.3 + easy + (person % 10) * 0.05 ? 1 : 0)),
    );
    const module = "lib/statistics/item-response/two-parameter.ts";
    expect(await runInWorker(module, "twoParameterModel", [responses])).toEqual({
      ok: true,
      value: twoParameterModel(responses),
    });
  });

  it("refuses there what it refuses here", async () => {
    await expect(runInWorker("lib/statistics/wilson.ts", "wilson", [3, 2])).rejects.toThrow(
      "Not a number of successes",
    );
  });
});
