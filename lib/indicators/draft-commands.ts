import { inTransaction, type WriteTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { type Day, dayToDate } from "../platform/clock.ts";
import { found, RefusedError } from "../platform/errors.ts";
import { contentRow, localRule } from "./content.ts";
import { checkFormula } from "./formula-reads.ts";
import { indicatorInSight, ownIndicator, recordAbout, translated } from "./own-rows.ts";
import { columnsOf, indicatorAddress, ownerOf, ownUnit, sameOwner } from "./owner.ts";
import type { AddIndicatorInput, SaveDraftInput } from "./schema.ts";
import { shownVersion, versionView } from "./version-reads.ts";

/** Adds an indicator of the viewer's own unit with a draft of its first version. Nothing is measured by it yet. Answers its address. */
export async function addIndicator(
  viewer: Viewer,
  input: AddIndicatorInput,
  now: Date,
): Promise<{ address: string }> {
  permit(viewer, "indicators.edit");
  const unit = ownUnit(viewer);
  return translated(
    inTransaction(viewer, async (tx) => {
      const { code, ...content } = input;
      const taken = await tx.indicator.findFirst({ where: { code, ...columnsOf(unit) } });
      if (taken) throw new RefusedError("conflict", "indicators.refused.codeTaken", { code });
      await checkFormula(tx, code, content);
      const { id } = await tx.indicator.create({
        data: {
          code,
          family: "own",
          position: 0,
          ...columnsOf(unit),
          createdAt: now,
          createdBy: viewer.personId,
        },
      });
      await tx.indicatorVersion.create({
        data: { ...contentRow(content), ...localRule, ...drafted(viewer, now), indicatorId: id, version: 1 },
      });
      await recordAbout(
        tx,
        viewer,
        unit,
        { action: "indicators.add", indicatorId: id, details: { code } },
        now,
      );
      return { address: indicatorAddress(code, unit) };
    }),
  );
}

/**
 * Takes an indicator of the portal or of a unit above over into the viewer's own unit, as a draft that may be changed: same
 * code, visibly local, bound to the version it comes from. One that was taken over before is opened again. Answers its address.
 */
export async function adaptIndicator(
  viewer: Viewer,
  input: { indicatorId: number },
  today: Day,
  now: Date,
): Promise<{ address: string }> {
  permit(viewer, "indicators.edit");
  const unit = ownUnit(viewer);
  return translated(
    inTransaction(viewer, async (tx) => {
      const origin = await indicatorInSight(tx, input.indicatorId);
      if (sameOwner(ownerOf(origin), unit))
        throw new RefusedError("invalid", "indicators.refused.alreadyYours");
      const address = { address: indicatorAddress(origin.code, unit) };
      const taken = await tx.indicator.findFirst({ where: { code: origin.code, ...columnsOf(unit) } });
      if (taken) return address;
      const { id: versionId } = found(shownVersion(origin.versions.map(versionView), today));
      const version = found(origin.versions.find(({ id }) => id === versionId));
      if (version.status !== "adopted") throw new RefusedError("invalid", "indicators.refused.notAdopted");
      const { id } = await tx.indicator.create({
        data: {
          ...{ code: origin.code, family: origin.family, position: origin.position },
          ...{ ...columnsOf(unit), createdAt: now, createdBy: viewer.personId },
        },
      });
      const { id: _, indicatorId: __, weight, adoptedAt, adoptedBy, note, ...content } = version;
      await tx.indicatorVersion.create({
        data: {
          ...content,
          ...drafted(viewer, now),
          ...localRule,
          ...{ indicatorId: id, version: 1, basedOnId: versionId, weight },
          ...{ effectiveFrom: dayToDate(today), effectiveTo: null },
        },
      });
      await recordAbout(
        tx,
        viewer,
        unit,
        { action: "indicators.adapt", indicatorId: id, details: { code: origin.code, from: versionId } },
        now,
      );
      return address;
    }),
  );
}

/** Keeps the draft of the next version of an own indicator; `revision` 0 begins it. A draft that somebody changed meanwhile is a conflict. */
export async function saveDraft(
  viewer: Viewer,
  input: SaveDraftInput,
  now: Date,
): Promise<{ address: string }> {
  permit(viewer, "indicators.edit");
  const { indicatorId, revision, ...content } = input;
  return translated(
    inTransaction(viewer, async (tx) => {
      const { row, unit } = await ownIndicator(tx, viewer, indicatorId);
      await checkFormula(tx, row.code, content);
      const draft = row.versions.find(({ status }) => status === "draft");
      if ((draft?.revision ?? 0) !== revision)
        throw new RefusedError("conflict", "indicators.refused.changedMeanwhile");
      const last = row.versions.at(-1);
      const data = { ...contentRow(content), changedAt: now, changedBy: viewer.personId };
      if (draft)
        await tx.indicatorVersion.update({
          where: { id: draft.id },
          data: { ...data, revision: { increment: 1 } },
        });
      else
        await tx.indicatorVersion.create({
          data: {
            ...data,
            ...drafted(viewer, now),
            ...localRule,
            ...{ indicatorId, version: (last?.version ?? 0) + 1, basedOnId: last?.basedOnId ?? null },
            weight: last?.weight ?? null,
          },
        });
      await recordAbout(
        tx,
        viewer,
        unit,
        { action: "indicators.draft", indicatorId, details: { code: row.code } },
        now,
      );
      return { address: indicatorAddress(row.code, unit) };
    }),
  );
}

/** Throws the draft away; an indicator that never had anything else goes with it. Answers where to go on. */
export async function dropDraft(
  viewer: Viewer,
  input: { indicatorId: number; revision: number },
  now: Date,
): Promise<{ address: string | null }> {
  permit(viewer, "indicators.edit");
  return inTransaction(viewer, async (tx) => {
    const { row, unit } = await ownIndicator(tx, viewer, input.indicatorId);
    const draft = found(row.versions.find(({ status }) => status === "draft"));
    if (draft.revision !== input.revision)
      throw new RefusedError("conflict", "indicators.refused.changedMeanwhile");
    await tx.indicatorVersion.delete({ where: { id: draft.id } });
    const alone = row.versions.length === 1;
    if (alone) await removeIndicator(tx, row.id);
    await recordAbout(
      tx,
      viewer,
      unit,
      { action: "indicators.drop", indicatorId: row.id, details: { code: row.code, alone } },
      now,
    );
    return { address: alone ? null : indicatorAddress(row.code, unit) };
  });
}

async function removeIndicator(tx: WriteTx, id: number): Promise<void> {
  await tx.indicatorBasis.deleteMany({ where: { indicatorId: id } });
  await tx.indicator.delete({ where: { id } });
}

function drafted(viewer: Viewer, now: Date) {
  return { status: "draft", revision: 1, changedAt: now, changedBy: viewer.personId };
}
