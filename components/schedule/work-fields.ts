import type { FieldSpec } from "#components/assessments/form-field.tsx";
import type { Option } from "#components/ui/select.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { ScheduledWork, SchoolYear } from "#lib/schedule/facts.ts";
import { kindOptions, lessonOptions, subjectOptions } from "./filter-options.ts";

/** What a form of a work asks before its classes. */
export function contentFields(
  t: Translate,
  work: Pick<ScheduledWork, "kind" | "title" | "subject"> | null,
): FieldSpec[] {
  return [
    {
      kind: "select",
      name: "subject",
      label: t("schedule.form.subject"),
      options: subjectOptions(t),
      value: work?.subject ?? "RU",
    },
    {
      kind: "select",
      name: "kind",
      label: t("schedule.form.kind"),
      options: kindOptions(t),
      value: work?.kind ?? "control",
    },
    {
      kind: "text",
      name: "title",
      label: t("schedule.form.title"),
      hint: t("schedule.form.titleHint"),
      value: work?.title ?? "",
      width: "full",
    },
  ];
}

/** Day, lesson and length. */
export function whenFields(
  t: Translate,
  at: { on: string; lesson: number | null; minutes: number | null },
): FieldSpec[] {
  return [
    { kind: "date", name: "on", label: t("schedule.form.on"), value: at.on, width: "medium" },
    {
      kind: "select",
      name: "lesson",
      label: t("schedule.form.lesson"),
      options: lessonOptions(t),
      value: at.lesson === null ? "" : String(at.lesson),
      width: "short",
    },
    ...(at.minutes === null
      ? []
      : [
          {
            kind: "number" as const,
            name: "minutes",
            label: t("schedule.form.minutes"),
            value: String(at.minutes),
            width: "tiny" as const,
          },
        ]),
  ];
}

/** What belongs to the work beside its day: who writes it, the act and the assessed work behind it. */
export function moreFields(
  t: Translate,
  work: Pick<ScheduledWork, "wholeClass" | "clause" | "workId" | "note"> | null,
  links: { clauses: readonly Option[]; works: readonly Option[] },
): FieldSpec[] {
  const none = { value: "", label: t("schedule.form.none") };
  const clause = work?.clause ? `${work.clause.regulationId}:${work.clause.clauseKey ?? ""}` : "";
  return [
    {
      kind: "tick",
      name: "wholeClass",
      label: t("schedule.form.wholeClass"),
      value: (work?.wholeClass ?? true) ? "on" : "",
    },
    {
      kind: "select",
      name: "workId",
      label: t("schedule.form.assessed"),
      hint: t("schedule.form.assessedHint"),
      options: [none, ...links.works],
      value: work?.workId == null ? "" : String(work.workId),
      width: "full",
    },
    {
      kind: "select",
      name: "clause",
      label: t("schedule.form.clause"),
      hint: t("schedule.form.clauseHint"),
      options: [none, ...links.clauses],
      value: clause.replace(/:$/, ""),
      width: "full",
    },
    { kind: "text", name: "note", label: t("schedule.form.note"), value: work?.note ?? "", width: "full" },
  ];
}

/** «5 класс» with its classes, for the boxes of the form. */
export function parallelsOf(t: Translate, facts: Pick<SchoolYear, "classes">) {
  const grades = Map.groupBy(facts.classes, ({ grade }) => grade);
  return [...grades].map(([grade, classes]) => ({
    name: t("schedule.grid.grade", { grade }),
    labels: classes.map(({ label }) => label),
  }));
}
