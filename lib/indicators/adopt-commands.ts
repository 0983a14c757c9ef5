import { inTransaction } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { dateToDay, dayToDate } from "../platform/clock.ts";
import { found, RefusedError } from "../platform/errors.ts";
import { checkFormula } from "./formula-reads.ts";
import { indicatorInSight, ownIndicator, recordAbout, translated } from "./own-rows.ts";
import { columnsOf, indicatorAddress, ownerOf, ownUnit } from "./owner.ts";
import { dayBefore, placeVersion } from "./rules.ts";
import type { AdoptIndicatorInput, EndAdoptionInput } from "./schema.ts";
import { versionView } from "./version-reads.ts";
import type { Aggregation, Period } from "./vocabulary.ts";

/**
 * Makes the draft of an own indicator the version that holds from its day on; the version before ends the day before. Refused
 * when another adopted version already holds on that day or later: versions never overlap. Values keep the version that they
 * were computed with.
 */
export async function adoptVersion(
  viewer: Viewer,
  input: { indicatorId: number; revision: number },
  now: Date,
): Promise<{ address: string; version: number }> {
  permit(viewer, "indicators.decide");
  return translated(
    inTransaction(viewer, async (tx) => {
      const { row, unit } = await ownIndicator(tx, viewer, input.indicatorId);
      await tx.$executeRaw`SELECT FROM indicator_version WHERE indicator_id = ${row.id} ORDER BY id FOR UPDATE`;
      const draft = found(row.versions.find(({ status }) => status === "draft"));
      if (draft.revision !== input.revision)
        throw new RefusedError("conflict", "indicators.refused.changedMeanwhile");
      // What the formula names may have changed since the draft was saved.
      await checkFormula(tx, row.code, {
        ...draft,
        aggregation: draft.aggregation as Aggregation,
        period: draft.period as Period,
      });
      const adopted = row.versions.filter(({ status }) => status === "adopted").map(versionView);
      const from = dateToDay(draft.effectiveFrom) ?? "";
      const place = placeVersion(adopted, from);
      if (!place.ok)
        throw new RefusedError("conflict", "indicators.refused.overlap", {
          version: place.overlap.version,
          from: place.overlap.effectiveFrom,
        });
      if (place.closes)
        await tx.indicatorVersion.update({
          where: { id: place.closes.id },
          data: { effectiveTo: dayToDate(dayBefore(from)) },
        });
      await tx.indicatorVersion.update({
        where: { id: draft.id },
        data: { status: "adopted", adoptedAt: now, adoptedBy: viewer.personId },
      });
      await recordAbout(
        tx,
        viewer,
        unit,
        {
          action: "indicators.adoptVersion",
          indicatorId: row.id,
          details: { code: row.code, version: draft.version, from },
        },
        now,
      );
      return { address: indicatorAddress(row.code, unit), version: draft.version };
    }),
  );
}

/** The viewer's unit measures this indicator from a day on. Once at a time; what was ended may be taken up again. */
export async function adoptIndicator(
  viewer: Viewer,
  input: AdoptIndicatorInput,
  now: Date,
): Promise<{ address: string }> {
  permit(viewer, "indicators.decide");
  const unit = ownUnit(viewer);
  return translated(
    inTransaction(viewer, async (tx) => {
      const row = await indicatorInSight(tx, input.indicatorId);
      if (!row.versions.some(({ status }) => status === "adopted"))
        throw new RefusedError("invalid", "indicators.refused.notAdopted");
      await tx.indicatorAdoption.create({
        data: {
          ...columnsOf(unit),
          ...{ indicatorId: row.id, note: input.note, adoptedOn: dayToDate(input.adoptedOn) },
          ...{ decidedAt: now, decidedBy: viewer.personId },
        },
      });
      const details = { code: row.code, on: input.adoptedOn };
      await recordAbout(tx, viewer, unit, { action: "indicators.adopt", indicatorId: row.id, details }, now);
      return { address: indicatorAddress(row.code, ownerOf(row)) };
    }),
  );
}

/** The viewer's unit stops measuring the indicator after a day. What was measured stays. */
export async function endAdoption(
  viewer: Viewer,
  input: EndAdoptionInput,
  now: Date,
): Promise<{ address: string }> {
  permit(viewer, "indicators.decide");
  const unit = ownUnit(viewer);
  return inTransaction(viewer, async (tx) => {
    const row = await indicatorInSight(tx, input.indicatorId);
    const open = found(
      await tx.indicatorAdoption.findFirst({
        where: { ...columnsOf(unit), indicatorId: row.id, endedOn: null },
      }),
    );
    if ((dateToDay(open.adoptedOn) ?? "") > input.endedOn)
      throw new RefusedError("invalid", "indicators.refused.endsBeforeStart");
    await tx.indicatorAdoption.update({
      where: { id: open.id },
      data: { endedOn: dayToDate(input.endedOn) },
    });
    const details = { code: row.code, on: input.endedOn };
    await recordAbout(tx, viewer, unit, { action: "indicators.end", indicatorId: row.id, details }, now);
    return { address: indicatorAddress(row.code, ownerOf(row)) };
  });
}
