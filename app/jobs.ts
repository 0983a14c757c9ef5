import { stageExamInBackground } from "#lib/exams/job-handlers.ts";
import { checkInBackground, checkNightly } from "#lib/checks/job-handlers.ts";
import { env } from "#lib/platform/env.ts";
import { type JobHandlers, startJobs } from "#lib/platform/jobs/runner.ts";
import { recountInBackground, stageInBackground } from "#lib/results/job-handlers.ts";

/** Every job of the portal and the feature that does it. They are put together here because the platform knows no feature. */
const handlers: JobHandlers = {
  "checks.run": checkInBackground,
  "checks.nightly": checkNightly,
  "results.stage": stageInBackground,
  "results.recount": recountInBackground,
  "exams.stage": stageExamInBackground,
};

/** Does the queue's jobs in the process that serves, until it is asked to stop. */
export function startPortalJobs(): void {
  const jobs = startJobs(env.DATABASE_URL, handlers, { nightly: ["checks.nightly", "results.recount"] });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void jobs.stop());
}
