import "server-only";
import { asViewer } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { type RuleVersion, ruleInForce } from "./rule-versions.ts";

/** The rule of each region that the viewer may change, with the version that a form would be based on. */
export function getRuleToChange(
  viewer: Viewer,
): Promise<{ region: { id: number; name: string }; version: RuleVersion }[]> {
  permit(viewer, "flags.rule");
  return asViewer(viewer, async (tx) => {
    const regions = await tx.region.findMany({
      ...(viewer.regionId === null ? {} : { where: { id: viewer.regionId } }),
      orderBy: { name: "asc" },
    });
    const rules = [];
    for (const { id, name } of regions)
      rules.push({ region: { id, name }, version: await ruleInForce(tx, id) });
    return rules;
  });
}
