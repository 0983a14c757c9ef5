import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { schoolYear } from "#lib/platform/format/day.ts";
import type { AreaFilter } from "#lib/schedule/schema.ts";
import { anyOption } from "./filter-options.ts";
import { WorkSelects } from "./work-selects.tsx";

interface Props {
  t: Translate;
  filter: AreaFilter;
  year: number;
  municipalities: readonly { id: number; name: string }[];
  schools: readonly { id: number; name: string }[];
}

const grades = Array.from({ length: 11 }, (_, index) => index + 1);

/** Which works of the area to show. */
export function AreaFilters({ t, filter, year, municipalities, schools }: Props) {
  const any = anyOption(t);
  const named = (rows: Props["schools"]) => rows.map(({ id, name }) => ({ value: String(id), label: name }));
  const years = [year + 1, year, year - 1].map((one) => ({ value: String(one), label: schoolYear(one) }));
  return (
    <search aria-label={t("schedule.filter.label")} className="print:hidden">
      <form action="/schedule" className="flex flex-wrap items-end gap-4">
        <Select
          id="year"
          name="year"
          label={t("schedule.filter.year")}
          width="short"
          defaultValue={String(year)}
          options={years}
        />
        <Select
          id="municipality"
          name="municipality"
          label={t("schedule.filter.municipality")}
          defaultValue={String(filter.municipality ?? "")}
          options={[any, ...named(municipalities)]}
        />
        <Select
          id="school"
          name="school"
          label={t("schedule.filter.school")}
          defaultValue={String(filter.school ?? "")}
          options={[any, ...named(schools)]}
        />
        <Input
          id="class"
          name="class"
          label={t("schedule.filter.class")}
          width="short"
          defaultValue={filter.class ?? ""}
          autoComplete="off"
        />
        <WorkSelects t={t} filter={filter} grades={grades} />
        <Button type="submit">{t("schedule.filter.show")}</Button>
      </form>
    </search>
  );
}
