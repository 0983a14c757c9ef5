import { inTransaction } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { found, isDuplicateKey, RefusedError } from "../platform/errors.ts";
import { ruleInForce } from "./rule-versions.ts";
import type { RuleInput } from "./schema.ts";

/** Adopts a new version of the rule for a region. Earlier versions stay as they were. */
export async function adoptFlagRule(
  viewer: Viewer,
  input: RuleInput,
  now: Date,
): Promise<{ version: number }> {
  permit(viewer, "flags.rule");
  const { regionId, thresholdPercent, minimumParticipants, combine, reason, basedOn } = input;
  if (viewer.regionId !== null && viewer.regionId !== regionId) throw new RefusedError("notFound");
  try {
    return await inTransaction(viewer, async (tx) => {
      found(await tx.region.findUnique({ where: { id: regionId } }));
      const before = await ruleInForce(tx, regionId);
      if (before.rule.version !== basedOn)
        throw new RefusedError("conflict", "flags.refused.adoptedMeanwhile", {
          version: before.rule.version,
        });
      const version = before.rule.version + 1;
      await tx.flagRuleVersion.create({
        data: {
          regionId,
          version,
          thresholdPercent,
          minimumParticipants,
          combine,
          reason,
          createdAt: now,
          createdBy: viewer.personId,
        },
      });
      const details = {
        regionId,
        version,
        before: { ...before.rule.parameters },
        after: { thresholdPercent, minimumParticipants, combine },
        reason,
      };
      await record(
        tx,
        viewer,
        {
          action: "flags.adoptRule",
          subject: `flagRule:${regionId}:${version}`,
          municipalityId: null,
          details,
        },
        now,
      );
      return { version };
    });
  } catch (error) {
    // Two people adopting at the same moment: the unique key lets one of them through.
    if (isDuplicateKey(error))
      throw new RefusedError("conflict", "flags.refused.adoptedMeanwhile", { version: basedOn + 1 });
    throw error;
  }
}
