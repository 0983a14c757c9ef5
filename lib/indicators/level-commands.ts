import { inTransaction } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { dayToDate } from "../platform/clock.ts";
import { found, RefusedError } from "../platform/errors.ts";
import { indicatorInSight, recordAbout, translated } from "./own-rows.ts";
import { columnsOf, indicatorAddress, ownerOf, ownUnit } from "./owner.ts";
import { bordersFit } from "./rules.ts";
import type { SetTargetInput, SetThresholdsInput } from "./schema.ts";
import { shownVersion, versionView } from "./version-reads.ts";

/** New borders of levels for the viewer's unit from a day on; the ones before are kept. Refused when they do not go one way, best first. */
export async function setThresholds(
  viewer: Viewer,
  input: SetThresholdsInput,
  now: Date,
): Promise<{ address: string; version: number }> {
  permit(viewer, "indicators.decide");
  const unit = ownUnit(viewer);
  return translated(
    inTransaction(viewer, async (tx) => {
      const row = await indicatorInSight(tx, input.indicatorId);
      const { direction } = found(shownVersion(row.versions.map(versionView), input.effectiveFrom));
      if (direction === "none") throw new RefusedError("invalid", "indicators.refused.noDirection");
      if (!bordersFit(input, direction))
        throw new RefusedError("invalid", `indicators.refused.borders.${direction}`);
      const newest = await tx.indicatorThreshold.findFirst({
        where: { indicatorId: row.id, ...columnsOf(unit) },
        orderBy: { version: "desc" },
      });
      if ((newest?.version ?? 0) !== input.version)
        throw new RefusedError("conflict", "indicators.refused.changedMeanwhile");
      const { effectiveFrom, optimal, sufficient, acceptable, citation, note } = input;
      const version = input.version + 1;
      await tx.indicatorThreshold.create({
        data: {
          ...columnsOf(unit),
          ...{ indicatorId: row.id, version, effectiveFrom: dayToDate(effectiveFrom) },
          ...{ optimal, sufficient, acceptable, citation, note, ruleKind: "local" },
          ...{ decidedAt: now, decidedBy: viewer.personId },
        },
      });
      const before = newest && {
        optimal: newest.optimal,
        sufficient: newest.sufficient,
        acceptable: newest.acceptable,
      };
      const details = { code: row.code, version, before, after: { optimal, sufficient, acceptable } };
      await recordAbout(
        tx,
        viewer,
        unit,
        { action: "indicators.thresholds", indicatorId: row.id, details },
        now,
      );
      return { address: indicatorAddress(row.code, ownerOf(row)), version };
    }),
  );
}

/** What the viewer's unit wants to reach in a school year; a changed target keeps its old value in the journal. */
export async function setTarget(viewer: Viewer, input: SetTargetInput, now: Date): Promise<void> {
  permit(viewer, "indicators.decide");
  const unit = ownUnit(viewer);
  await translated(
    inTransaction(viewer, async (tx) => {
      const row = await indicatorInSight(tx, input.indicatorId);
      const periodStart = dayToDate(`${input.schoolYear}-09-01`);
      const known = await tx.indicatorTarget.findFirst({
        where: { indicatorId: row.id, ...columnsOf(unit), periodStart },
      });
      if ((known?.revision ?? 0) !== input.revision)
        throw new RefusedError("conflict", "indicators.refused.changedMeanwhile");
      const said = { target: input.target, note: input.note, changedAt: now, changedBy: viewer.personId };
      if (known) {
        const { count } = await tx.indicatorTarget.updateMany({
          where: { id: known.id, revision: input.revision },
          data: { ...said, revision: { increment: 1 } },
        });
        if (count === 0) throw new RefusedError("conflict", "indicators.refused.changedMeanwhile");
      } else
        await tx.indicatorTarget.create({
          data: {
            ...{ ...columnsOf(unit), ...said, indicatorId: row.id, periodStart },
            periodEnd: dayToDate(`${input.schoolYear + 1}-08-31`),
          },
        });
      const details = {
        code: row.code,
        schoolYear: input.schoolYear,
        before: known?.target ?? null,
        after: input.target,
      };
      await recordAbout(tx, viewer, unit, { action: "indicators.target", indicatorId: row.id, details }, now);
    }),
  );
}
