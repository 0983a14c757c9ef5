import { inTransaction, type WriteTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { dayToDate } from "../platform/clock.ts";
import { type Shipped, shippedIndicators } from "./catalogue/shipped.ts";
import { columnsOf, portalOwner } from "./owner.ts";
import { dayBefore } from "./rules.ts";

/**
 * Adds the indicators that come with the portal (prisma/seed/indicators): new codes, and new versions of known codes, which
 * end the version before them. What is in the database stays as it is: repeating it changes nothing. Returns what was added.
 */
export async function loadShippedIndicators(
  viewer: Viewer,
  now: Date,
): Promise<{ indicators: number; versions: number }> {
  permit(viewer, "indicators.edit");
  const shipped = await shippedIndicators();
  return inTransaction(viewer, async (tx) => {
    const known = await knownIndicators(tx);
    const fresh = shipped.filter(({ code, version }) => version === 1 && !known.has(code));
    await addIndicators(tx, fresh, known, now);
    const missing = shipped.filter(({ code, version }) => !known.get(code)?.versions.has(version));
    for (const one of missing.filter(({ version }) => version > 1))
      await closeBefore(tx, known.get(one.code)?.id ?? 0, one.effectiveFrom);
    await tx.indicatorVersion.createMany({
      data: missing.map((one) => versionRow(known.get(one.code)?.id ?? 0, one, now)),
    });
    const added = { indicators: fresh.length, versions: missing.length };
    if (added.versions > 0)
      await record(
        tx,
        viewer,
        { action: "indicators.load", subject: "indicators:shipped", municipalityId: null, details: added },
        now,
      );
    return added;
  });
}

type Known = Map<string, { id: number; versions: ReadonlySet<number> }>;

async function knownIndicators(tx: WriteTx): Promise<Known> {
  const rows = await tx.indicator.findMany({
    where: columnsOf(portalOwner),
    select: { id: true, code: true, versions: { select: { version: true } } },
  });
  return new Map(
    rows.map(({ id, code, versions }) => [code, { id, versions: new Set(versions.map((v) => v.version)) }]),
  );
}

/** Adds the codes with what is written about them once: why they are measured, and the borders proposed for them. */
async function addIndicators(tx: WriteTx, fresh: readonly Shipped[], known: Known, now: Date): Promise<void> {
  const rows = await tx.indicator.createManyAndReturn({
    data: fresh.map(({ code, family, position }) => ({ code, family, position, createdAt: now })),
    select: { id: true, code: true },
  });
  for (const { id, code } of rows) known.set(code, { id, versions: new Set() });
  const idOf = ({ code }: Shipped) => known.get(code)?.id ?? 0;
  await tx.indicatorBasis.createMany({
    data: fresh.flatMap((one) =>
      one.basis.map((basis) => ({ ...basis, indicatorId: idOf(one), createdAt: now })),
    ),
  });
  await tx.indicatorThreshold.createMany({
    data: fresh.flatMap((one) =>
      one.thresholds === null
        ? []
        : {
            ...{ ...one.thresholds, indicatorId: idOf(one), version: 1 },
            ...{ effectiveFrom: dayToDate(one.effectiveFrom), decidedAt: now },
          },
    ),
  });
}

function versionRow(indicatorId: number, one: Shipped, now: Date) {
  const { code, family, position, basis, thresholds, name, definition, effectiveFrom, ...plain } = one;
  return {
    ...plain,
    indicatorId,
    ...{ name: name.ru, nameUk: name.uk, definition: definition.ru, definitionUk: definition.uk },
    ...{ effectiveFrom: dayToDate(effectiveFrom), status: "adopted", adoptedAt: now, changedAt: now },
  };
}

/** The version in force until now ends the day before. */
async function closeBefore(tx: WriteTx, indicatorId: number, effectiveFrom: string): Promise<void> {
  await tx.indicatorVersion.updateMany({
    where: { indicatorId, status: "adopted", effectiveTo: null },
    data: { effectiveTo: dayToDate(dayBefore(effectiveFrom)) },
  });
}
