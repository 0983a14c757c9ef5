import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { workKinds } from "#lib/assessments/rules.ts";
import type { WorkFilter } from "#lib/assessments/schema.ts";
import { subjects } from "#lib/assessments/subjects.ts";

interface Props {
  t: Translate;
  years: readonly number[];
  chosen: WorkFilter;
}

/** Which works to show: a plain form that asks by address. */
export function WorkFilters({ t, years, chosen }: Props) {
  const any = { value: "", label: t("assessments.list.any") };
  const grades = Array.from({ length: 11 }, (_, i) => String(i + 1));
  return (
    <search aria-label={t("assessments.list.filters")} className="print:hidden">
      <form action="/assessments" className="flex flex-wrap items-end gap-4">
        <Select
          id="year"
          name="year"
          label={t("assessments.list.year")}
          width="short"
          defaultValue={String(chosen.year ?? "")}
          options={[
            ...years.map((year) => ({ value: String(year), label: String(year) })),
            { value: "all", label: t("assessments.list.allYears") },
          ]}
        />
        <Select
          id="grade"
          name="grade"
          label={t("assessments.list.grade")}
          width="short"
          defaultValue={String(chosen.grade ?? "")}
          options={[any, ...grades.map((grade) => ({ value: grade, label: grade }))]}
        />
        <Select
          id="subject"
          name="subject"
          label={t("assessments.list.subject")}
          defaultValue={chosen.subject ?? ""}
          options={[
            any,
            ...subjects.map((code) => ({ value: code, label: t(`assessments.subject.${code}`) })),
          ]}
        />
        <Select
          id="kind"
          name="kind"
          label={t("assessments.list.kind")}
          defaultValue={chosen.kind ?? ""}
          options={[any, ...workKinds.map((kind) => ({ value: kind, label: t(`assessments.kind.${kind}`) }))]}
        />
        <Button type="submit">{t("assessments.list.show")}</Button>
      </form>
    </search>
  );
}
