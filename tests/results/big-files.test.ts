import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/platform/access/viewer.ts";
import { env } from "#lib/platform/env.ts";
import { applyImport, undoImport } from "#lib/results/apply-commands.ts";
import { applyOrStart, applyStarted } from "#lib/results/applying-commands.ts";
import { getImport } from "#lib/results/import-queries.ts";
import { bigRows } from "#lib/results/progress.ts";
import { checkAgain } from "#lib/results/receive-commands.ts";
import { stageImport } from "#lib/results/stage-commands.ts";
import { stopImport } from "#lib/results/stop-commands.ts";
import { templateFile } from "#lib/results/template.ts";
import { getTemplateFacts } from "#lib/results/template-queries.ts";
import { rootTranslator } from "#messages/translate.ts";
import { asSystem } from "#tests/support/registry.ts";
import { bring, bringAndCheck, deputyOf, now, referenceRegion, workIdOf } from "./brought.ts";

const PUPILS = 12_000;
let deputy: Viewer & { schoolId: number };
let workId: number;
let bytes: string;

beforeAll(async () => {
  await referenceRegion();
  deputy = await deputyOf("970019");
  workId = await workIdOf("MA", 4);
  bytes = await form(PUPILS);
});

async function form(pupils: number): Promise<string> {
  const facts = await getTemplateFacts(deputy, { workId, login: null });
  const empty = templateFile(rootTranslator("ru"), { ...facts, classes: [] }, "csv");
  const lines = Array.from({ length: pupils }, (_, i) => {
    const items = facts.work.tasks.map(({ max }, task) => (i + task) % (max + 1));
    return [10_000 + i, "4А", "1", ...items, "4", items.reduce((sum, item) => sum + item, 0)].join(";");
  });
  return `${new TextDecoder().decode(empty.bytes)}${lines.join("\n")}\n`;
}

const keptBytes = (id: number) => readdirSync(`${env.PORTAL_DATA}/uploads`).includes(`import-${id}`);
const results = () =>
  asSystem((tx) => tx.participation.count({ where: { schoolId: deputy.schoolId, workId } }));
const status = async (id: number) =>
  (await asSystem((tx) => tx.importFile.findUniqueOrThrow({ where: { id } }))).status;
const progress = (id: number) => asSystem((tx) => tx.importProgress.findUnique({ where: { importId: id } }));

/** Does a job in a process of its own and kills it, without a word of warning, as soon as `when` holds. */
async function killed(kind: "stage" | "apply", id: number, when: () => Promise<boolean>): Promise<void> {
  const given = [kind, String(id), String(deputy.personId), env.DATABASE_URL, env.PORTAL_DATA];
  const child: ChildProcess = spawn(
    process.execPath,
    ["--conditions=react-server", "tests/results/run-job.ts", ...given],
    {
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  const ended = once(child, "exit");
  while (child.exitCode === null && !(await when())) await pause(2);
  expect(child.exitCode, "it was killed before its end").toBeNull();
  child.kill("SIGKILL");
  await ended;
}

describe("a file with many rows", () => {
  it("tells how far it has come, and nothing of it is left when it is over", async () => {
    const id = await bring(deputy, "Большой.csv", bytes);
    const seen = new Set<string>();
    const work = stageImport(deputy, id);
    for (let over = false; !over; ) {
      over = await Promise.race([work.then(() => true), pause(3, false)]);
      const told = await progress(id);
      if (told) seen.add(told.step);
      if (told) expect(told.done).toBeLessThanOrEqual(told.total);
    }
    expect([...seen]).toEqual(expect.arrayContaining(["checking", "keeping"]));
    expect(await progress(id)).toBeNull();
    expect(await getImport(deputy, id)).toMatchObject({
      state: "ready",
      progress: null,
      sums: { taken: PUPILS },
    });
  });

  it("a small one is never slowed down by telling", async () => {
    const id = await bring(deputy, "Малый.csv", await form(20));
    await stageImport(deputy, id);
    expect(await getImport(deputy, id)).toMatchObject({ state: "ready" });
    expect(await applyOrStart(deputy, id, now)).toMatchObject({ kind: "applied" });
    await undoImport(deputy, id, now);
  });
});

describe("stopping", () => {
  it("a file that waits is stopped at once, and its bytes are gone", async () => {
    const id = await bring(deputy, "1.csv", bytes);
    expect((await getImport(deputy, id)).stoppable).toBe(true);
    expect(await stopImport(deputy, id, now)).toEqual({ stopped: true });
    expect(await stageImport(deputy, id)).toBeNull();
    expect(await getImport(deputy, id)).toMatchObject({ state: "cancelled", kept: false });
    expect(keptBytes(id)).toBe(false);
  });

  it("a file that is being read stops between two steps and leaves nothing", async () => {
    const id = await bring(deputy, "2.csv", bytes);
    const work = stageImport(deputy, id);
    while ((await status(id)) === "queued") await pause(1);
    await stopImport(deputy, id, now);
    expect(await work).toBe("cancelled");
    expect(await getImport(deputy, id)).toMatchObject({ state: "cancelled", progress: null });
    expect(await asSystem((tx) => tx.importPart.count({ where: { importId: id } }))).toBe(0);
    expect(keptBytes(id)).toBe(false);
  });

  it("a check again that was stopped can be asked for again", async () => {
    const id = await bringAndCheck(deputy, "3.csv", bytes);
    await checkAgain(deputy, id, {}, now);
    await stopImport(deputy, id, now);
    await checkAgain(deputy, id, {}, now);
    await stageImport(deputy, id);
    expect((await getImport(deputy, id)).state).toBe("ready");
  });

  it("a file that is being applied stops before the commit: the results are as they were, it can be applied again", async () => {
    const id = await bringAndCheck(deputy, "4.csv", bytes);
    expect(await applyOrStart(deputy, id, now)).toEqual({ kind: "started", rows: PUPILS });
    expect(PUPILS).toBeGreaterThan(bigRows);
    expect((await getImport(deputy, id)).state).toBe("applying");
    await expect(applyImport(deputy, id, now)).rejects.toMatchObject({
      messageKey: "results.refused.notInReview",
    });
    await stopImport(deputy, id, now);
    expect(await applyStarted(deputy, id, now)).toBe("stopped");
    expect(await results()).toBe(0);
    expect(await getImport(deputy, id)).toMatchObject({ state: "ready", progress: null });
    await applyOrStart(deputy, id, now);
    expect(await applyStarted(deputy, id, now)).toBe("applied");
    expect(await results()).toBe(PUPILS);
    await expect(stopImport(deputy, id, now)).rejects.toMatchObject({
      messageKey: "results.refused.notRunning",
    });
    await undoImport(deputy, id, now);
  });
});

describe("after the server was killed", () => {
  it("a file that was half read starts again from the kept bytes", async () => {
    const id = await bring(deputy, "5.csv", bytes);
    await killed("stage", id, async () => ["checking", "keeping"].includes((await progress(id))?.step ?? ""));
    expect(await status(id)).toBe("reading");
    expect(keptBytes(id)).toBe(true);
    expect(await stageImport(deputy, id)).toBe("review");
    expect(await getImport(deputy, id)).toMatchObject({
      state: "ready",
      sums: { taken: PUPILS },
      progress: null,
    });
    expect(keptBytes(id)).toBe(false);
  });

  it("a file that was half applied is applied from its beginning, once", async () => {
    const id = await bringAndCheck(deputy, "6.csv", bytes);
    await applyOrStart(deputy, id, now);
    await killed("apply", id, async () => ((await progress(id))?.done ?? 0) > 0);
    expect(await results()).toBe(0);
    expect(await status(id)).toBe("applying");
    expect(await applyStarted(deputy, id, now)).toBe("applied");
    expect(await results()).toBe(PUPILS);
    expect(await applyStarted(deputy, id, now)).toBeNull();
  });
});
