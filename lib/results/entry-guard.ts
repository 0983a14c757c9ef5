import type { WriteTx } from "../platform/access/as-viewer.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { env } from "../platform/env.ts";
import { RefusedError } from "../platform/errors.ts";
import { dayOf } from "../platform/format/day-of.ts";
import { entryTerms } from "./entry-terms.ts";
import { entryWindow } from "./entry-window.ts";

/**
 * Refuses to change results that are locked (handed over, accepted), for whoever asks, and results of a campaign that is
 * over, for people of a school without an exception. To be asked after the result sets were locked FOR UPDATE, so that nobody
 * hands over what is being changed at this moment.
 */
export async function refuseLocked(
  tx: WriteTx,
  viewer: Viewer,
  targets: readonly { schoolId: number; workId: number }[],
  now: Date,
): Promise<void> {
  const [schools, works] = [targets.map((one) => one.schoolId), targets.map((one) => one.workId)];
  const locked = await tx.$queryRaw<{ school_id: number }[]>`
    SELECT r.school_id FROM result_set r JOIN unnest(${schools}::int[], ${works}::int[]) AS t (school_id, work_id)
      ON t.school_id = r.school_id AND t.work_id = r.work_id WHERE r.locked_at IS NOT NULL`;
  await refuseClosed(tx, viewer, targets, locked.length, now);
}

/** The same when it is known already how many of the results are locked. */
export async function refuseClosed(
  tx: WriteTx,
  viewer: Viewer,
  targets: readonly { schoolId: number; workId: number }[],
  locked: number,
  now: Date,
): Promise<void> {
  if (locked > 0) throw new RefusedError("conflict", "results.refused.locked", { count: locked });
  if (viewer.schoolId === null) return;
  const today = dayOf(now, env.TIME_ZONE);
  const terms = await entryTerms(tx, targets);
  for (const pairs of terms.values())
    if (entryWindow(pairs, today).state === "closed")
      throw new RefusedError("conflict", "results.refused.windowClosed");
}
