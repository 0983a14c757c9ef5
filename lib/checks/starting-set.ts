import type { RuleContent } from "./content.ts";
import type { RuleVersion } from "./rules.ts";
import { type Kind, type Parameters, usualParameters } from "./templates.ts";

const everywhere = { title: "", text: "", workKinds: [], subjects: [], grades: [], citation: "" } as const;

function shipped(
  code: string,
  kind: Kind,
  severity: RuleContent["severity"],
  priority: number,
  parameters: Parameters = {},
  source: Pick<RuleContent, "origin" | "citation"> = { origin: "portal", citation: "" },
): RuleVersion {
  const content = {
    ...{ ...everywhere, kind, severity, priority, parameters: { ...usualParameters(kind), ...parameters } },
    ...source,
  };
  return { code, version: 1, municipalityId: null, content, effectiveOn: null, worksFrom: null, off: false };
}

const fioko = (place: string) => ({ origin: "official" as const, citation: place });

/**
 * The rules that come with the portal; their words stand in messages, `checks.starting`. Each is version 1: a region that
 * wants another limit adopts version 2 of it. Official where a published text names the limit; all other limits are ours, and say so.
 */
export const startingSet: readonly RuleVersion[] = [
  shipped("identical", "identicalAnswers", "warning", 10, { limit: 40, minimum: 10 }),
  shipped("same-total", "allTheSame", "error", 5, { of: "total", minimum: 8 }),
  shipped("total", "totalDiffers", "warning", 15, { allowed: 0 }),
  shipped("mark", "markDiffers", "warning", 20, { allowed: 0 }),
  shipped("blank-cells", "figureBeyond", "warning", 25, { measure: "blank", limit: 10, minimum: 5 }),
  shipped("not-attempted", "figureBeyond", "warning", 30, {
    measure: "notAttempted",
    limit: 40,
    minimum: 10,
  }),
  shipped(
    "journal-apart",
    "journalShare",
    "warning",
    35,
    { which: "apart", limit: 0.1, level: "school", minimum: 5 },
    fioko("ФИОКО 2026, с. 11"),
  ),
  shipped("journal-lower", "journalShare", "warning", 40, {
    which: "lower",
    limit: 40,
    level: "school",
    minimum: 10,
  }),
  shipped("journal-higher", "journalShare", "warning", 40, {
    which: "higher",
    limit: 40,
    level: "school",
    minimum: 10,
  }),
  shipped("journal-order", "journalSpearman", "warning", 45, { limit: 0, level: "school", minimum: 10 }),
  shipped(
    "more-low",
    "changedFromLastYear",
    "warning",
    50,
    { measure: "low", direction: "up", limit: 10, level: "school" },
    fioko("ФИОКО 2026, с. 7–8"),
  ),
  shipped("class-change", "changedFromLastYear", "warning", 55, { measure: "completion", limit: 20 }),
  shipped("far-school", "outlierModifiedZ", "warning", 60, { measure: "completion", limit: 3.5 }),
];
