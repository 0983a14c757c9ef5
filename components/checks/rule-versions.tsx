import { Table } from "#components/ui/table.tsx";
import type { AdoptedVersion } from "#lib/checks/rule-reads.ts";
import { type CheckWords, ruleSentence } from "#lib/checks/view.ts";

interface Props {
  words: CheckWords;
  versions: readonly AdoptedVersion[];
  day: (day: string) => string;
}

/** All versions of a rule, newest first: what was in force, from which day, and why. */
export function RuleVersions({ words, versions, day }: Props) {
  const { t } = words;
  return (
    <Table
      id="versions-table"
      t={t}
      caption={t("checks.rule.caption")}
      rows={versions}
      rowKey={(one) => String(one.version)}
      columns={[
        { key: "version", head: t("checks.rule.version"), numeric: true, cell: (one) => one.version },
        {
          key: "effective",
          head: t("checks.rule.effective"),
          cell: (one) => (one.effectiveOn ? day(one.effectiveOn) : t("checks.rules.always")),
        },
        {
          key: "limit",
          head: t("checks.rule.limit"),
          cell: (one) => (one.off ? t("checks.rules.off") : ruleSentence(words, one.content)),
        },
        {
          key: "reason",
          head: t("checks.rule.reason"),
          cell: (one) => one.reason ?? t("checks.rule.came"),
        },
      ]}
    />
  );
}
