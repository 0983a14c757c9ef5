import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readInWorker, runInWorker, streamFromWorker } from "#lib/platform/workbook/in-worker.ts";
import { makeXlsx, textCell } from "./make-xlsx.ts";

const TASKS = "tests/platform/worker/worker-tasks.ts";
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

describe("a task about a file", () => {
  it("that never ends is refused by its sentence", async () => {
    const outcome = await runInWorker(TASKS, "busy", [60_000], { timeoutMs: 300, fileName: "долгий.xlsx" });
    expect(outcome).toMatchObject({
      ok: false,
      refusal: { code: "tooLong", params: { file: "долгий.xlsx", seconds: 1 } },
    });
  });

  it("that takes all memory is refused by its sentence", async () => {
    expect(await runInWorker(TASKS, "hoard", [], { memoryMb: 32 })).toMatchObject({
      ok: false,
      refusal: { code: "tooMuchMemory", params: { megabytes: 32 } },
    });
  });

  it("that leaves without an answer is refused", async () => {
    expect(await runInWorker(TASKS, "leave", [])).toMatchObject({
      ok: false,
      refusal: { code: "readingFailed" },
    });
  });

  it("gives its pieces and its result as they are, and takes answers", async () => {
    const pieces = streamFromWorker<string, string, string>(TASKS, "ask", ["name"]);
    expect((await pieces.next()).value).toBe("name?");
    expect(await pieces.next("Анна")).toEqual({ done: true, value: { ok: true, value: "Анна!" } });
  });

  it("stops when nobody asks for its pieces any more", async () => {
    const pieces = streamFromWorker<number, string>(TASKS, "count", [1_000_000_000]);
    expect(await pieces.next()).toEqual({ done: false, value: 0 });
    await pieces.return({ ok: true, value: "" });
    expect(await runInWorker(TASKS, "add", [1, 1])).toEqual({ ok: true, value: 2 });
  });
});
