import { inTransaction } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { found, RefusedError } from "../platform/errors.ts";
import { indicatorInSight, recordAbout, translated } from "./own-rows.ts";
import { columnsOf, indicatorAddress, ownerOf, ownUnit, sameOwner } from "./owner.ts";
import type { LinkClauseInput } from "./schema.ts";

/** Says why the viewer's unit measures an indicator: a clause of a regulation in sight, a citation, or both. */
export async function linkClause(
  viewer: Viewer,
  input: LinkClauseInput,
  now: Date,
): Promise<{ address: string }> {
  permit(viewer, "indicators.edit");
  const unit = ownUnit(viewer);
  return translated(
    inTransaction(viewer, async (tx) => {
      const row = await indicatorInSight(tx, input.indicatorId);
      const { clause, citation, ruleKind } = input;
      if (clause) {
        const known = await tx.regulationClause.findFirst({
          where: { clauseKey: clause.clauseKey, edition: { regulationId: clause.regulationId } },
          select: { id: true },
        });
        if (!known) throw new RefusedError("notFound", "indicators.refused.noSuchClause");
      }
      await tx.indicatorBasis.create({
        data: {
          ...columnsOf(unit),
          ...{ indicatorId: row.id, citation, ruleKind, createdAt: now, createdBy: viewer.personId },
          ...{ regulationId: clause?.regulationId ?? null, clauseKey: clause?.clauseKey ?? null },
        },
      });
      const details = { code: row.code, clause, citation };
      await recordAbout(tx, viewer, unit, { action: "indicators.link", indicatorId: row.id, details }, now);
      return { address: indicatorAddress(row.code, ownerOf(row)) };
    }),
  );
}

/** Takes a link of the viewer's own unit away. */
export async function dropLink(viewer: Viewer, input: { basisId: number }, now: Date): Promise<void> {
  permit(viewer, "indicators.edit");
  const unit = ownUnit(viewer);
  await inTransaction(viewer, async (tx) => {
    const row = found(await tx.indicatorBasis.findUnique({ where: { id: input.basisId } }));
    if (!sameOwner(ownerOf(row), unit)) throw new RefusedError("forbidden", "indicators.refused.notYours");
    await tx.indicatorBasis.delete({ where: { id: row.id } });
    const details = { regulationId: row.regulationId, clauseKey: row.clauseKey, citation: row.citation };
    await recordAbout(
      tx,
      viewer,
      unit,
      { action: "indicators.unlink", indicatorId: row.indicatorId, details },
      now,
    );
  });
}
