import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readInWorker, runInWorker, streamFromWorker } from "#lib/platform/workbook/in-worker.ts";
import { makeXlsx, textCell } from "./make-xlsx.ts";

const TASKS = "tests/platform/workbook/worker-tasks.ts";
const book = makeXlsx({ sheets: [`<row r="1">${textCell("A1", "школа")}</row>`] });

describe("reading in a thread", () => {
  it("gives what reading here gives, from bytes and from a path", async () => {
    const folder = mkdtempSync(join(tmpdir(), "portal-workbook-"));
    const path = join(folder, "книга.xlsx");
    writeFileSync(path, book);
    try {
      for (const source of [book, path]) {
        const outcome = await readInWorker(source, "книга.xlsx");
        expect(outcome.ok && outcome.workbook.sheets[0]!.rows).toEqual([["школа"]]);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
    expect(book[0]).toBe(0x50);
  });

  it("hands on refusals and limits", async () => {
    expect(await readInWorker(new Uint8Array(0), "пусто.csv")).toMatchObject({
      ok: false,
      refusal: { code: "emptyFile" },
    });
    expect(await readInWorker(book, "книга.xlsx", { limits: { fileBytes: 10 } })).toMatchObject({
      refusal: { code: "fileTooLarge" },
    });
  });
});

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

  it("that never ends is stopped and refused by its sentence", async () => {
    const outcome = await runInWorker(TASKS, "busy", [60_000], { timeoutMs: 300, fileName: "долгий.xlsx" });
    expect(outcome).toMatchObject({
      ok: false,
      refusal: { code: "tooLong", params: { file: "долгий.xlsx", seconds: 1 } },
    });
  });

  it("that takes all memory is stopped and refused, and the next one runs", async () => {
    const outcome = await runInWorker(TASKS, "hoard", [], { memoryMb: 32 });
    expect(outcome).toMatchObject({
      ok: false,
      refusal: { code: "tooMuchMemory", params: { megabytes: 32 } },
    });
    expect(await runInWorker(TASKS, "add", [2, 3])).toEqual({ ok: true, value: 5 });
  });

  it("that leaves without an answer is refused", async () => {
    expect(await runInWorker(TASKS, "leave", [])).toMatchObject({
      ok: false,
      refusal: { code: "readingFailed" },
    });
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
