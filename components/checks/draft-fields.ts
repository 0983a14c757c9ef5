import type { Choice } from "#components/ui/choice-group.tsx";
import type { Option } from "#components/ui/select.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { workKinds } from "#lib/assessments/rules.ts";
import { subjects } from "#lib/assessments/subjects.ts";
import { subjectName } from "#lib/assessments/work-title.ts";
import { type RuleContent, severities } from "#lib/checks/content.ts";
import { type Kind, templates, usualParameters } from "#lib/checks/templates.ts";
import { type CheckWords, plainNumber, ruleText, ruleTitle } from "#lib/checks/view.ts";

/** What a form of a rule is filled with: plain texts, so that it can be drawn in the browser. */
export interface DraftFields {
  code: string;
  basedOn: string;
  draftVersion: string;
  kind: Kind;
  title: string;
  text: string;
  severity: string;
  priority: string;
  severities: Choice[];
  settings: {
    name: string;
    label: string;
    hint: string | undefined;
    options: Option[] | null;
    value: string;
  }[];
  scopes: { name: string; label: string; choices: Choice[]; chosen: string[] }[];
}

const wordNames = [
  ...(["title", "titleHint", "text", "textHint", "settings", "severity", "priority"] as const),
  ...(["priorityHint", "scope", "scopeHint", "save", "saving"] as const),
] as const;
export type DraftWords = Record<(typeof wordNames)[number], string>;

export function draftWords(t: Translate): DraftWords {
  return Object.fromEntries(wordNames.map((name) => [name, t(`checks.draft.${name}`)])) as DraftWords;
}

/** The fields of a new rule of a kind, or of a rule that is being changed. */
export function draftFields(
  words: CheckWords,
  kind: Kind,
  rule: { code: string; basedOn: number; draftVersion: number; content: RuleContent } | null,
): DraftFields {
  const { t } = words;
  const parameters = rule?.content.parameters ?? usualParameters(kind);
  const named = rule && { code: rule.code, title: rule.content.title, text: rule.content.text };
  const chosen = (list: readonly (string | number)[] | undefined) => (list ?? []).map(String);
  return {
    code: rule?.code ?? "",
    basedOn: String(rule?.basedOn ?? 0),
    draftVersion: String(rule?.draftVersion ?? 0),
    kind,
    title: named ? ruleTitle(t, named) : "",
    text: named ? ruleText(t, named) : "",
    severity: rule?.content.severity ?? "warning",
    priority: String(rule?.content.priority ?? 50),
    severities: severities.map((value) => ({
      value,
      label: t(`checks.severity.${value}`),
      hint: t(`checks.severityHint.${value}`),
    })),
    settings: templates[kind].map((setting) => {
      const value = parameters[setting.name] ?? setting.usual;
      const label = t(`checks.settings.${setting.name}`);
      if (setting.type === "choice") {
        const options = setting.choices.map((one) => ({
          value: one,
          label: t(`checks.choices.${setting.name}.${one}`),
        }));
        return { name: `set-${setting.name}`, label, hint: undefined, options, value: String(value) };
      }
      const hint = t("checks.bounds", {
        least: plainNumber(words, setting.least),
        most: plainNumber(words, setting.most),
      });
      return {
        name: `set-${setting.name}`,
        label,
        hint,
        options: null,
        value: plainNumber(words, Number(value)),
      };
    }),
    scopes: [
      {
        name: "workKinds",
        label: t("checks.draft.workKinds"),
        choices: workKinds.map((value) => ({ value, label: t(`assessments.kind.${value}`) })),
        chosen: chosen(rule?.content.workKinds),
      },
      {
        name: "subjects",
        label: t("checks.draft.subjects"),
        choices: subjects.map((value) => ({ value, label: subjectName(t, value) })),
        chosen: chosen(rule?.content.subjects),
      },
      {
        name: "grades",
        label: t("checks.draft.grades"),
        choices: Array.from({ length: 11 }, (_, i) => ({ value: String(i + 1), label: String(i + 1) })),
        chosen: chosen(rule?.content.grades),
      },
    ],
  };
}
