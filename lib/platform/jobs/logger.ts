import { Logger } from "graphile-worker";
import { log, logDefect } from "../log.ts";

/**
 * What the queue itself has to say. Its words may quote payloads and errors, so only the kind of the error reaches the
 * log; a job that failed is logged by the runner.
 */
export const jobsLogger = new Logger(() => (level, _message, meta) => {
  if (meta.failure === true) return;
  if (level === "error" && meta.error !== undefined) logDefect("jobs.library", meta.error);
  else if (level === "error" || level === "warning") log("warn", "jobs.library");
});
