import type { WriteTx } from "../platform/access/as-viewer.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { found, isDuplicateKey, RefusedError } from "../platform/errors.ts";
import { ownerOf, ownUnit, sameOwner, type UnitOwner } from "./owner.ts";

/** An indicator in sight, with its versions. */
export async function indicatorInSight(tx: WriteTx, indicatorId: number) {
  return found(
    await tx.indicator.findUnique({
      where: { id: indicatorId },
      include: { versions: { orderBy: { version: "asc" } } },
    }),
  );
}

/** The same, of the viewer's own unit; another's is refused by name, one out of sight is not found. */
export async function ownIndicator(tx: WriteTx, viewer: Viewer, indicatorId: number) {
  const unit = ownUnit(viewer);
  const row = await indicatorInSight(tx, indicatorId);
  if (!sameOwner(ownerOf(row), unit)) throw new RefusedError("forbidden", "indicators.refused.notYours");
  return { row, unit };
}

/** The journal entry of a decision about an indicator, in the chain of the unit's municipality. */
export async function recordAbout(
  tx: WriteTx,
  viewer: Viewer,
  unit: UnitOwner,
  entry: { action: string; indicatorId: number; details: Record<string, unknown> },
  now: Date,
): Promise<void> {
  await record(
    tx,
    viewer,
    {
      action: entry.action,
      subject: `indicator:${entry.indicatorId}`,
      municipalityId: unit.kind === "region" ? null : viewer.municipalityId,
      schoolId: unit.kind === "school" ? unit.id : null,
      details: entry.details,
    },
    now,
  );
}

/** Two people who decide the same at once: the second one is told so. */
export async function translated<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (isDuplicateKey(error)) throw new RefusedError("conflict", "indicators.refused.changedMeanwhile");
    throw error;
  }
}
