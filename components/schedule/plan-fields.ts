import type { FieldSpec } from "#components/assessments/form-field.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { PlanFacts } from "#lib/schedule/facts.ts";
import type { LoadParameters } from "#lib/schedule/load/parameters.ts";

/** Days and lessons of the year, and how the school reads the rules. */
export function planFields(t: Translate, plan: PlanFacts, parameters: LoadParameters): FieldSpec[] {
  const date = (name: "startsOn" | "endsOn" | "secondHalfOn"): FieldSpec => ({
    kind: "date",
    name,
    label: t(`schedule.settings.field.${name}`),
    value: plan[name] ?? "",
    ...(name === "secondHalfOn" ? { hint: t("schedule.settings.secondHalfHint") } : {}),
  });
  const choice = (name: "reading" | "timeCountedIn", values: readonly string[]): FieldSpec => ({
    kind: "select",
    name,
    label: t(`loadRules.parameter.${name}.name`),
    value: parameters[name],
    options: values.map((value) => ({ value, label: t(`loadRules.parameter.${name}.value`, { value }) })),
    width: "full",
  });
  return [
    date("startsOn"),
    date("secondHalfOn"),
    date("endsOn"),
    {
      kind: "number",
      name: "lessonMinutes",
      label: t("schedule.settings.field.lessonMinutes"),
      value: String(plan.lessonMinutes),
      width: "tiny",
    },
    {
      kind: "text",
      name: "bells",
      label: t("schedule.settings.field.bells"),
      hint: t("schedule.settings.bellsHint"),
      value: plan.bells.join(" "),
      width: "full",
    },
    {
      kind: "number",
      name: "gapDays",
      label: t("loadRules.parameter.gapDays.name"),
      hint: t("schedule.settings.gapHint"),
      value: String(parameters.gapDays),
      width: "tiny",
    },
    {
      kind: "tick",
      name: "gapCountsHolidays",
      label: t("loadRules.parameter.gapCountsHolidays.name"),
      value: parameters.gapCountsHolidays ? "on" : "",
    },
    choice("reading", ["parallel", "class"]),
    choice("timeCountedIn", ["lessons", "minutes"]),
  ];
}

/** One large field, a line a row. */
export function linesFields(t: Translate, what: "hours" | "weeks", value: string): FieldSpec[] {
  const label = t(`schedule.settings.${what}Label`);
  return [{ kind: "lines", name: "lines", label, hint: t(`schedule.settings.${what}Hint`), value, rows: 10 }];
}

/** A holiday, or a day off that is worked. */
export function breakFields(t: Translate): FieldSpec[] {
  return [
    { kind: "text", name: "title", label: t("schedule.settings.field.breakTitle"), width: "medium" },
    {
      kind: "select",
      name: "kind",
      label: t("schedule.settings.field.breakKind"),
      options: (["holiday", "workday"] as const).map((kind) => ({
        value: kind,
        label: t(`schedule.settings.kind.${kind}`),
      })),
    },
    { kind: "date", name: "from", label: t("schedule.settings.field.from") },
    {
      kind: "date",
      name: "to",
      label: t("schedule.settings.field.to"),
      hint: t("schedule.settings.toHint"),
    },
  ];
}
