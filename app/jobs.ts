import { checkInBackground, checkNightly } from "#lib/checks/job-handlers.ts";
import { stageExamInBackground } from "#lib/exams/job-handlers.ts";
import { computeInBackground, recomputeInBackground } from "#lib/indicators/values/compute-commands.ts";
import { env } from "#lib/platform/env.ts";
import { type JobHandlers, startJobs } from "#lib/platform/jobs/runner.ts";
import { stageReportInBackground } from "#lib/reported/job-handlers.ts";
import { applyInBackground, recountInBackground, stageInBackground } from "#lib/results/job-handlers.ts";
import { digestsInBackground, sendInBackground } from "#lib/submissions/mail-commands.ts";

/** Every job of the portal and the feature that does it. They are put together here because the platform knows no feature. */
const handlers: JobHandlers = {
  "checks.run": checkInBackground,
  "checks.nightly": checkNightly,
  "indicators.compute": computeInBackground,
  "indicators.recompute": recomputeInBackground,
  "results.stage": stageInBackground,
  "results.apply": applyInBackground,
  "reported.stage": stageReportInBackground,
  "results.recount": recountInBackground,
  "exams.stage": stageExamInBackground,
  "mail.digest": digestsInBackground,
  "mail.send": sendInBackground,
};

/** Does the queue's jobs in the process that serves, until it is asked to stop. */
export function startPortalJobs(): void {
  const jobs = startJobs(env.DATABASE_URL, handlers, {
    nightly: ["checks.nightly", "results.recount", "indicators.recompute"],
    hourly: ["mail.digest"],
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void jobs.stop());
}
