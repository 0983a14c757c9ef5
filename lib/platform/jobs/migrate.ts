import { runMigrations } from "graphile-worker";
import { jobsLogger } from "./logger.ts";

/** Brings the queue's own tables (schema `graphile_worker`) up to date; after `migrate`, before the first job is enqueued. */
export async function migrateJobs(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, logger: jobsLogger });
}
