import { Facts } from "#components/ui/facts.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { RuleVersion } from "#lib/flags/rule-versions.ts";

/** The rule in force, whole: what it says, whose it is, since when and why. */
export function RuleFacts({
  t,
  version,
  adopted,
}: {
  t: Translate;
  version: RuleVersion;
  adopted: string | null;
}) {
  const { parameters } = version.rule;
  return (
    <Facts
      facts={[
        {
          key: "version",
          term: t("flags.rule.version"),
          value: t("flags.rule.versionValue", {
            version: version.rule.version,
            adopted: adopted ?? t("flags.rule.shipped"),
          }),
        },
        {
          key: "threshold",
          term: t("flags.rule.threshold"),
          value: t("flags.rule.thresholdValue", { percent: parameters.thresholdPercent }),
        },
        {
          key: "combine",
          term: t("flags.rule.combine"),
          value: t(`flags.rule.combineValue.${parameters.combine}`),
        },
        {
          key: "minimum",
          term: t("flags.rule.minimum"),
          value: t("flags.rule.minimumValue", { count: parameters.minimumParticipants }),
        },
        {
          key: "state",
          term: t("flags.rule.states"),
          value: t("flags.rule.statesValue", { percent: parameters.thresholdPercent }),
        },
        { key: "source", term: t("flags.rule.source"), value: t("flags.rule.sourceValue") },
        ...(version.reason ? [{ key: "reason", term: t("flags.rule.reason"), value: version.reason }] : []),
      ]}
    />
  );
}
