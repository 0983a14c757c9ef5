import type { FieldSpec } from "#components/assessments/form-field.tsx";
import type { Choice } from "#components/ui/choice-group.tsx";
import type { Option } from "#components/ui/select.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { AnnouncedWork } from "#lib/schedule/facts.ts";
import { gradeOptions, kindOptions, levelOptions, subjectOptions } from "./filter-options.ts";
import { moreFields, whenFields } from "./work-fields.ts";

const grades = Array.from({ length: 11 }, (_, index) => index + 1);

/** The form of a work that an office announces: what it is, out of which subjects one is drawn, and its days. */
export function announceFields(
  t: Translate,
  viewer: { municipalityId: number | null },
  work: AnnouncedWork | null,
  links: { clauses: readonly Option[]; works: readonly Option[] },
): {
  before: FieldSpec[];
  after: FieldSpec[];
  options: { label: string; hint: string; choices: Choice[]; chosen: readonly string[] };
} {
  // A municipality announces its own works only.
  const levels = levelOptions(t).filter(({ value }) =>
    viewer.municipalityId === null ? value !== "school" : value === "municipal",
  );
  const drawn = { value: "", label: t("schedule.announce.drawn") };
  const closes: FieldSpec = {
    kind: "date",
    name: "closesOn",
    label: t("schedule.announce.closesOn"),
    hint: t("schedule.announce.closesHint"),
    value: work && work.closesOn !== work.opensOn ? work.closesOn : "",
  };
  const [, lesson, minutes] = whenFields(t, {
    on: "",
    lesson: work?.lesson ?? null,
    minutes: work?.minutes ?? 45,
  });
  return {
    before: [
      {
        kind: "select",
        name: "level",
        label: t("schedule.filter.level"),
        options: levels,
        value: work?.level ?? levels[0]?.value ?? "",
      },
      {
        kind: "select",
        name: "kind",
        label: t("schedule.form.kind"),
        options: kindOptions(t),
        value: work?.kind ?? "vpr",
      },
      {
        kind: "text",
        name: "title",
        label: t("schedule.form.title"),
        hint: t("schedule.form.titleHint"),
        value: work?.title ?? "",
        width: "full",
      },
      {
        kind: "select",
        name: "grade",
        label: t("schedule.filter.grade"),
        options: gradeOptions(grades),
        value: String(work?.grade ?? 4),
        width: "short",
      },
      {
        kind: "select",
        name: "subject",
        label: t("schedule.form.subject"),
        options: [drawn, ...subjectOptions(t)],
        value: work?.subject ?? "RU",
      },
    ],
    options: {
      label: t("schedule.announce.options"),
      hint: t("schedule.announce.optionsHint"),
      choices: subjectOptions(t),
      chosen: work?.options ?? [],
    },
    after: [
      { kind: "date", name: "opensOn", label: t("schedule.announce.opensOn"), value: work?.opensOn ?? "" },
      closes,
      ...[lesson, minutes].flatMap((field) => field ?? []),
      ...moreFields(t, work, links),
    ],
  };
}
