import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { parseCronItems, run, type TaskList } from "graphile-worker";
import pg from "pg";
import { currentInstant } from "../clock.ts";
import { log, logDefect } from "../log.ts";
import type { Jobs } from "./enqueue.ts";
import { jobsLogger } from "./logger.ts";
import { migrateJobs } from "./migrate.ts";

/** What does each job. A job without a handler stays in the queue. */
export type JobHandlers = {
  readonly [Name in keyof Jobs]?: (payload: Jobs[Name], now: Date) => Promise<void>;
};

export interface JobsOptions {
  /** Jobs that are also done once a night. Their payload is empty. */
  nightly?: readonly (keyof Jobs)[];
  /** Jobs that are asked for every hour; they know themselves when it is time. Their payload is empty. */
  hourly?: readonly (keyof Jobs)[];
  concurrency?: number;
  /** How long a process that is not on duty waits before it asks again. */
  waitMilliseconds?: number;
}

// Whoever holds this advisory lock does the jobs of the database; the number is ours, nothing else takes it.
const dutyLock = 7_405;
const dutyName = "portal jobs on duty";

/**
 * Does the jobs of a database in this process until stopped. Of several processes one is on duty at a time; when it
 * stops or dies the next takes over. So a job that is found locked belonged to a dead process and is freed at once,
 * instead of after the queue's own four hours.
 */
export function startJobs(
  ownerUrl: string,
  handlers: JobHandlers,
  options: JobsOptions = {},
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const ended = keepDuty(ownerUrl, handlers, options, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
}

async function keepDuty(
  ownerUrl: string,
  handlers: JobHandlers,
  options: JobsOptions,
  stopping: AbortSignal,
) {
  while (!stopping.aborted) {
    await duty(ownerUrl, handlers, options, stopping).catch((error) => logDefect("jobs.duty", error));
    await pause(options.waitMilliseconds ?? 5_000, null, { signal: stopping }).catch(() => null);
  }
}

/** Takes the lock and works until asked to stop or the connection that holds the lock is lost; returns at once when another process has it. */
async function duty(ownerUrl: string, handlers: JobHandlers, options: JobsOptions, stopping: AbortSignal) {
  const connection = new pg.Client({ connectionString: ownerUrl, application_name: dutyName });
  const lost = new Promise<void>((resolve) => {
    connection.once("end", resolve).on("error", () => resolve());
  });
  await connection.connect();
  try {
    const { rows } = await connection.query("SELECT pg_try_advisory_lock($1) AS held", [dutyLock]);
    if (rows[0].held !== true) return;
    await migrateJobs(ownerUrl);
    await connection.query(
      "SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT locked_by)) FROM graphile_worker.jobs WHERE locked_by IS NOT NULL",
    );
    const runner = await run({
      connectionString: ownerUrl,
      taskList: tasksOf(handlers),
      parsedCronItems: parseCronItems([
        ...(options.nightly ?? []).map((task) => ({ task, match: "30 22 * * *" })),
        ...(options.hourly ?? []).map((task) => ({ task, match: "5 * * * *" })),
      ]),
      concurrency: options.concurrency ?? 2,
      maxPoolSize: (options.concurrency ?? 2) + 2,
      noHandleSignals: true,
      // Batches, even of one, are waited for when the runner stops; otherwise a job that was done could be done again.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      logger: jobsLogger,
    });
    log("info", "jobs.onDuty");
    const asked = stopping.aborted ? null : once(stopping, "abort");
    await Promise.race([lost, asked, runner.promise]);
    // Rejects when the runner has stopped by itself, which is as good.
    await runner.stop().catch(() => null);
  } finally {
    await connection.end().catch(() => null);
  }
}

function tasksOf(handlers: JobHandlers): TaskList {
  const entries = Object.entries(handlers) as [string, (payload: unknown, now: Date) => Promise<void>][];
  return Object.fromEntries(
    entries.map(([name, handle]) => [
      name,
      async (payload: unknown, { job }: { job: { id: string; attempts: number } }) => {
        const began = performance.now();
        const milliseconds = () => Math.round(performance.now() - began);
        try {
          await handle(payload, currentInstant());
          log("info", "job.done", { name, job: job.id, milliseconds: milliseconds() });
        } catch (error) {
          logDefect("job.failed", error);
          log("warn", "job.willRetry", {
            name,
            job: job.id,
            attempts: job.attempts,
            milliseconds: milliseconds(),
          });
          throw error;
        }
      },
    ]),
  );
}
