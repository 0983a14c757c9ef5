import type { WriteTx } from "../platform/access/as-viewer.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { dayToDate } from "../platform/clock.ts";
import { found, RefusedError } from "../platform/errors.ts";
import type { SchoolYear } from "./facts.ts";
import { readSchoolYear } from "./plan-reads.ts";
import { usualPlan } from "./rules.ts";

/**
 * The school's year for a change: the plan stands (made with the usual values when it did not) and is locked, so that two people
 * who place works at the same moment see each other's.
 */
export async function openSchoolYear(
  tx: WriteTx,
  viewer: Viewer,
  schoolId: number,
  year: number,
  now: Date,
): Promise<SchoolYear> {
  found(await tx.school.findUnique({ where: { id: schoolId }, select: { id: true } }));
  const { startsOn, endsOn } = usualPlan(year);
  await tx.$executeRaw`INSERT INTO schedule_plan (school_id, year, starts_on, ends_on, changed_at, changed_by)
    VALUES (${schoolId}, ${year}, ${dayToDate(startsOn)}, ${dayToDate(endsOn)}, ${now}, ${viewer.personId}::int)
    ON CONFLICT DO NOTHING`;
  await tx.$queryRaw`SELECT 1 FROM schedule_plan WHERE school_id = ${schoolId} AND year = ${year} FOR UPDATE`;
  return found(await readSchoolYear(tx, schoolId, year));
}

/** Counts the plan up for the one who saw `version`; somebody else's change in between is a conflict. */
export async function countPlanUp(
  tx: WriteTx,
  viewer: Viewer,
  { schoolId, year, version }: { schoolId: number; year: number; version: number },
  now: Date,
): Promise<void> {
  // 0: the form was opened before anybody had entered anything, and the plan was made by this very change.
  const seen = version === 0 ? 1 : version;
  const { count } = await tx.schedulePlan.updateMany({
    where: { schoolId, year, version: seen },
    data: { version: { increment: 1 }, changedAt: now, changedBy: viewer.personId },
  });
  if (count === 0) throw new RefusedError("conflict", "schedule.refused.changedMeanwhile");
}
