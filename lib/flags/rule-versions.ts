import type { ReadTx } from "../platform/access/as-viewer.ts";
import { LOW_RESULTS_RULE, type LowResultsRule } from "./rules.ts";

/** The rule in force in a region, with who adopted it and why; version 1 is the portal's own reading of the published acts. */
export interface RuleVersion {
  rule: LowResultsRule;
  reason: string | null;
  adoptedAt: string | null;
}

/** The newest adopted version of the region's rule, or the shipped one. */
export async function ruleInForce(tx: ReadTx, regionId: number | null): Promise<RuleVersion> {
  const stored =
    regionId === null
      ? null
      : await tx.flagRuleVersion.findFirst({ where: { regionId }, orderBy: { version: "desc" } });
  if (!stored) return { rule: LOW_RESULTS_RULE, reason: null, adoptedAt: null };
  const { thresholdPercent, minimumParticipants } = stored;
  const combine = stored.combine === "AND" ? "AND" : "OR";
  return {
    rule: {
      ...LOW_RESULTS_RULE,
      version: stored.version,
      parameters: { thresholdPercent, minimumParticipants, combine, procedures: null },
    },
    reason: stored.reason,
    adoptedAt: stored.createdAt.toISOString(),
  };
}
