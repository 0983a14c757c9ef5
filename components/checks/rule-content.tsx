import { Facts } from "#components/ui/facts.tsx";
import type { RuleContent } from "#lib/checks/content.ts";
import type { RuleLine } from "#lib/checks/rule-queries.ts";
import { type CheckWords, ruleSentence, ruleText, scopeText, sourceText } from "#lib/checks/view.ts";
import { sinceText } from "./rule-table.tsx";

interface Props {
  words: CheckWords;
  code: string;
  content: RuleContent;
  newest: RuleLine["newest"];
  day: (day: string) => string;
}

/** What a rule says, term by term. */
export function RuleContentFacts({ words, code, content, newest, day }: Props) {
  const { t } = words;
  const fact = (key: string, value: string) => ({ key, term: t(`checks.rule.${key}`), value });
  return (
    <Facts
      facts={[
        fact("whatIs", ruleSentence(words, content)),
        fact("textIs", ruleText(t, { code, ...content })),
        fact(
          "severityIs",
          `${t(`checks.severity.${content.severity}`)}: ${t(`checks.severityHint.${content.severity}`)}`,
        ),
        fact("aboutIs", scopeText(t, content)),
        fact("priorityIs", String(content.priority)),
        fact("sourceIs", sourceText(t, content)),
        fact("sinceIs", sinceText(t, newest, day)),
      ]}
    />
  );
}
