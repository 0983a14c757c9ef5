import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { schoolYear } from "#lib/platform/format/day.ts";
import type { SchoolYear } from "#lib/schedule/facts.ts";
import type { ScheduleFilter } from "#lib/schedule/schema.ts";
import { anyOption } from "./filter-options.ts";
import { WorkSelects } from "./work-selects.tsx";

interface Props {
  t: Translate;
  filter: ScheduleFilter;
  facts: Pick<SchoolYear, "classes" | "year">;
  years: readonly number[];
  action: string;
}

/** Which works of the school to show: a plain form that asks by address. */
export function ScheduleFilters({ t, filter, facts, years, action }: Props) {
  const any = anyOption(t);
  const grades = [...new Set(facts.classes.map(({ grade }) => grade))];
  return (
    <search aria-label={t("schedule.filter.label")} className="print:hidden">
      <form action={action} className="flex flex-wrap items-end gap-4">
        <input type="hidden" name="view" value={filter.view} />
        <Select
          id="year"
          name="year"
          label={t("schedule.filter.year")}
          width="short"
          defaultValue={String(facts.year)}
          options={years.map((year) => ({ value: String(year), label: schoolYear(year) }))}
        />
        <Select
          id="class"
          name="class"
          label={t("schedule.filter.class")}
          width="short"
          defaultValue={filter.class ?? ""}
          options={[any, ...facts.classes.map(({ label }) => ({ value: label, label }))]}
        />
        <WorkSelects t={t} filter={filter} grades={grades} />
        <Button type="submit">{t("schedule.filter.show")}</Button>
      </form>
    </search>
  );
}
