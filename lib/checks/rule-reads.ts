import type { ReadTx } from "../platform/access/as-viewer.ts";
import { dateToDay } from "../platform/clock.ts";
import { readContent } from "./content.ts";
import type { RuleVersion } from "./rules.ts";
import { startingSet } from "./starting-set.ts";

/** An adopted version with why and when it was adopted. Null for what came with the portal. */
export interface AdoptedVersion extends RuleVersion {
  reason: string | null;
  adoptedAt: string | null;
}

/** All versions of all rules of a region that the transaction's scope sees, and those that came with the portal. */
export async function versionsOf(tx: ReadTx, regionId: number): Promise<AdoptedVersion[]> {
  const stored = await tx.checkRuleVersion.findMany({
    where: { regionId },
    orderBy: [{ code: "asc" }, { version: "asc" }],
  });
  return [
    ...startingSet.map((rule) => ({ ...rule, reason: null, adoptedAt: null })),
    ...stored.map((row) => ({
      code: row.code,
      version: row.version,
      municipalityId: row.municipalityId,
      content: readContent(row.content),
      effectiveOn: dateToDay(row.effectiveOn),
      worksFrom: row.worksFrom,
      off: row.off,
      reason: row.reason,
      adoptedAt: row.adoptedAt.toISOString(),
    })),
  ];
}

/** The newest version of one rule; null when there is none. */
export async function newestVersion(
  tx: ReadTx,
  regionId: number,
  code: string,
): Promise<AdoptedVersion | null> {
  const versions = await versionsOf(tx, regionId);
  return versions.filter((one) => one.code === code).sort((a, b) => b.version - a.version)[0] ?? null;
}
