import { env } from "../platform/env.ts";
import { dayOf } from "../platform/format/day-of.ts";
import type { Jobs } from "../platform/jobs/enqueue.ts";
import { log } from "../platform/log.ts";
import { listDue, listUnchecked, runChecks } from "./run-commands.ts";

/** Checks the results that were changed, one school and work after the other. */
export async function checkInBackground({ targets }: Jobs["checks.run"], now: Date): Promise<void> {
  const on = dayOf(now, env.TIME_ZONE);
  let found = 0;
  for (const target of targets) found += (await runChecks(target, on, now)).found;
  log("info", "checks.run", { targets: targets.length, found });
}

/** Once a night: what was never checked in its present state, and what a rule that begins today is about. */
export async function checkNightly(_: Jobs["checks.nightly"], now: Date): Promise<void> {
  const on = dayOf(now, env.TIME_ZONE);
  const targets = [...(await listUnchecked(5_000)), ...(await listDue(on))];
  await checkInBackground({ targets }, now);
}
