import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { schoolYear } from "#lib/platform/format/day.ts";

/** Which school year to edit: asked by address, the latest first. */
export function YearChoice({ t, year, years }: { t: Translate; year: number; years: readonly number[] }) {
  const options = [...new Set(years)]
    .sort((a, b) => b - a)
    .map((one) => ({ value: String(one), label: schoolYear(one) }));
  return (
    <form className="flex flex-wrap items-end gap-4">
      <Select
        id="year"
        name="year"
        label={t("schools.classes.year")}
        options={options}
        defaultValue={String(year)}
        width="short"
      />
      <Button type="submit">{t("schools.classes.show")}</Button>
    </form>
  );
}
