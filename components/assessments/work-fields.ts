import type { Translate } from "#components/ui/translate.ts";
import { levels, seasons, workKinds } from "#lib/assessments/rules.ts";
import { subjects } from "#lib/assessments/subjects.ts";
import { taskLines } from "#lib/assessments/task-text.ts";
import type { WorkView } from "#lib/assessments/work-view.ts";
import type { FieldSpec } from "./form-field.tsx";

const form = (t: Translate, key: string) => t(`assessments.form.${key}`);

/** What makes a work the one it is; asked once, because its code follows from it. */
export function identityFields(t: Translate, year: number): FieldSpec[] {
  const choice = (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`assessments.${group}.${value}`) }));
  const empty = { value: "", label: form(t, "choose") };
  return [
    {
      kind: "select",
      name: "kind",
      label: form(t, "kind"),
      options: choice("kind", workKinds),
      value: "vpr",
    },
    { kind: "number", name: "year", label: form(t, "year"), value: String(year), width: "tiny" },
    {
      kind: "select",
      name: "season",
      label: form(t, "season"),
      hint: form(t, "seasonHint"),
      options: choice("season", seasons),
      value: "spring",
    },
    {
      kind: "select",
      name: "subject",
      label: form(t, "subject"),
      options: [empty, ...choice("subject", subjects)],
    },
    { kind: "number", name: "gradeTested", label: form(t, "grade"), width: "tiny" },
    {
      kind: "select",
      name: "level",
      label: form(t, "level"),
      options: choice("level", levels),
      value: "base",
    },
  ];
}

/** What may change later. */
export function contentFields(t: Translate, work: WorkView | null): FieldSpec[] {
  const optional = { note: form(t, "optional") };
  return [
    {
      kind: "number",
      name: "gradeWriting",
      label: form(t, "gradeWriting"),
      hint: form(t, "gradeWritingHint"),
      ...optional,
      value: String(work?.gradeWriting ?? ""),
      width: "tiny",
    },
    {
      kind: "number",
      name: "maxScore",
      label: form(t, "max"),
      value: String(work?.maxScore ?? ""),
      width: "tiny",
    },
    {
      kind: "date",
      name: "opensOn",
      label: form(t, "opens"),
      ...optional,
      value: work?.opensOn ?? "",
      width: "short",
    },
    {
      kind: "date",
      name: "closesOn",
      label: form(t, "closes"),
      ...optional,
      value: work?.closesOn ?? "",
      width: "short",
    },
    {
      kind: "lines",
      name: "tasks",
      label: form(t, "tasks"),
      hint: form(t, work?.locked ? "tasksLocked" : "tasksHint"),
      ...optional,
      value: taskLines(work?.tasks ?? []),
      rows: Math.max(8, (work?.tasks.length ?? 0) + 1),
    },
    { kind: "lines", name: "note", label: form(t, "note"), ...optional, value: work?.note ?? "", rows: 3 },
  ];
}
