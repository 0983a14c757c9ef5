import { Logger } from "graphile-worker";
import { log } from "../log.ts";

/** The queue's own words may quote payloads and errors, so only that it had something to say reaches the log. */
export const jobsLogger = new Logger(({ taskIdentifier = null, jobId = null }) => (level) => {
  if (level === "error" || level === "warning")
    log(level === "error" ? "error" : "warn", "jobs.library", { task: taskIdentifier, job: jobId });
});
