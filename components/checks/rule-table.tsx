import { Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { RuleLine } from "#lib/checks/rule-queries.ts";
import { ruleTitle, scopeText, sourceText } from "#lib/checks/view.ts";

interface Props {
  t: Translate;
  rules: readonly RuleLine[];
  day: (day: string) => string;
}

/** The rules by priority; what is only a draft stands last. */
export function RuleTable({ t, rules, day }: Props) {
  const content = (rule: RuleLine) => (rule.newest ?? rule.draft)!.content;
  const title = (rule: RuleLine) => ruleTitle(t, { code: rule.code, ...content(rule) });
  const notes = (rule: RuleLine) => [
    sourceText(t, content(rule)),
    ...((rule.newest ?? rule.draft)?.municipalityId ? [t("checks.rules.municipal")] : []),
    scopeText(t, content(rule)),
    ...(rule.draft ? [t(rule.newest ? "checks.rules.draft" : "checks.rules.onlyDraft")] : []),
  ];
  return (
    <Table<RuleLine>
      id="rules"
      t={t}
      caption={t("checks.rules.caption")}
      rows={rules}
      rowKey={(rule) => rule.code}
      sticky={false}
      columns={[
        {
          key: "rule",
          head: t("checks.rules.rule"),
          cell: (rule) => (
            <span className="grid gap-1">
              <a href={`/checks/rules/${rule.code}`}>{title(rule)}</a>
              <span className="text-small text-ink-2">{notes(rule).join("; ")}</span>
            </span>
          ),
        },
        {
          key: "priority",
          head: t("checks.rules.priority"),
          numeric: true,
          cell: (rule) => content(rule).priority,
        },
        {
          key: "severity",
          head: t("checks.rules.severity"),
          cell: (rule) => t(`checks.severity.${content(rule).severity}`),
        },
        { key: "since", head: t("checks.rules.since"), cell: (rule) => sinceText(t, rule.newest, day) },
        { key: "open", head: t("checks.rules.open"), numeric: true, cell: (rule) => rule.open },
      ]}
    >
      <p className="max-w-measure text-small">{t("checks.rules.portalNote")}</p>
    </Table>
  );
}

/** Since when the newest version of a rule is in force, in words. */
export function sinceText(t: Translate, newest: RuleLine["newest"], day: (day: string) => string): string {
  if (!newest) return t("checks.rules.onlyDraft");
  if (newest.effectiveOn === null) return t("checks.rules.always");
  const since = t("checks.rules.from", {
    ...{ day: day(newest.effectiveOn), version: newest.version, year: String(newest.worksFrom ?? "") },
  });
  return newest.off ? `${t("checks.rules.off")} ${since}` : since;
}
