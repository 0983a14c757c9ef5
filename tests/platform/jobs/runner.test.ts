import pg from "pg";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { inTransaction } from "#lib/platform/access/as-viewer.ts";
import { systemViewer } from "#lib/platform/access/viewer.ts";
import { enqueue } from "#lib/platform/jobs/enqueue.ts";
import { migrateJobs } from "#lib/platform/jobs/migrate.ts";
import { type JobHandlers, startJobs } from "#lib/platform/jobs/runner.ts";
import { testDatabase } from "#tests/support/database.ts";

let ownerUrl: string;
let owner: pg.Client;
let drop: () => Promise<void>;
const running: { stop(): Promise<void> }[] = [];

beforeEach(async () => {
  ({ ownerUrl, drop } = await testDatabase());
  await migrateJobs(ownerUrl);
  owner = new pg.Client(ownerUrl);
  await owner.connect();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((jobs) => jobs.stop()));
  await owner.end();
  await drop();
});

function start(handlers: JobHandlers) {
  const jobs = startJobs(ownerUrl, handlers, { waitMilliseconds: 50 });
  running.push(jobs);
  return jobs;
}
const ask = (importId: number) =>
  inTransaction(systemViewer, (tx) => enqueue(tx, "results.stage", { importId, personId: 1 }));
const waiting = async () =>
  Number((await owner.query("SELECT count(*) FROM graphile_worker.jobs")).rows[0].count);
const settled = (check: () => unknown) => vi.waitFor(check, { timeout: 10_000, interval: 20 });

it("a job is done once it was asked for, with its payload", async () => {
  const done: number[] = [];
  start({ "results.stage": async ({ importId }) => void done.push(importId) });
  await ask(1);
  await ask(2);
  await settled(() => expect(done.sort()).toEqual([1, 2]));
  await settled(async () => expect(await waiting()).toBe(0));
});

it("a job of a transaction that failed was never asked for", async () => {
  const half = inTransaction(systemViewer, async (tx) => {
    await enqueue(tx, "results.stage", { importId: 1, personId: 1 });
    throw new Error("planted");
  });
  await expect(half).rejects.toThrow("planted");
  expect(await waiting()).toBe(0);
});

it("of two processes one does the jobs, and when it stops the other takes over", async () => {
  const doneBy: string[] = [];
  const handlers = (name: string): JobHandlers => ({ "results.stage": async () => void doneBy.push(name) });
  const first = start(handlers("first"));
  await ask(1);
  await settled(() => expect(doneBy).toEqual(["first"]));
  start(handlers("second"));
  await ask(2);
  await settled(() => expect(doneBy).toEqual(["first", "first"]));
  await first.stop();
  await ask(3);
  await settled(() => expect(doneBy).toEqual(["first", "first", "second"]));
});

it("a job that a dead process left locked is done at once", async () => {
  await ask(1);
  await owner.query(
    "UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'dead', attempts = 1",
  );
  let done = 0;
  start({ "results.stage": async () => void done++ });
  await settled(() => expect(done).toBe(1));
});

it("stopping waits for the job that is being done", async () => {
  let begun = false;
  let ended = false;
  const jobs = start({
    "results.stage": async () => {
      begun = true;
      await new Promise((resolve) => setTimeout(resolve, 300));
      ended = true;
    },
  });
  await ask(1);
  await settled(() => expect(begun).toBe(true));
  await jobs.stop();
  expect(ended).toBe(true);
  expect(await waiting()).toBe(0);
});

it("a job that fails stays in the queue for another try", async () => {
  let tries = 0;
  start({
    "results.stage": async () => {
      tries++;
      throw new Error("planted");
    },
  });
  await ask(1);
  await settled(async () =>
    expect((await owner.query("SELECT attempts, locked_by FROM graphile_worker.jobs")).rows).toEqual([
      { attempts: 1, locked_by: null },
    ]),
  );
  expect(tries).toBe(1);
});

it("losing the connection that holds the duty is survived", async () => {
  let done = 0;
  start({ "results.stage": async () => void done++ });
  await ask(1);
  await settled(() => expect(done).toBe(1));
  await owner.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'portal jobs on duty'",
  );
  await ask(2);
  await settled(() => expect(done).toBe(2));
});
