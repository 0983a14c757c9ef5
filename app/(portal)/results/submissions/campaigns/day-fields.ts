import type { FieldSpec } from "#components/submissions/form-fields.tsx";
import type { Translate } from "#components/ui/translate.ts";

/** The three days of a campaign, with those that stand now. */
export function dayFields(
  t: Translate,
  now: { opensOn: string; dueOn: string; closesOn: string } | null,
): FieldSpec[] {
  const word = (key: string) => t(`submissions.campaign.${key}`);
  const value = (name: "opensOn" | "dueOn" | "closesOn") => (now === null ? {} : { value: now[name] });
  return [
    { name: "opensOn", kind: "day", label: word("opensOn"), ...value("opensOn") },
    { name: "dueOn", kind: "day", label: word("dueOn"), hint: word("dueHint"), ...value("dueOn") },
    {
      name: "closesOn",
      kind: "day",
      label: word("closesOn"),
      hint: word("closesHint"),
      ...value("closesOn"),
    },
  ];
}
