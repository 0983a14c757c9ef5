import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import { type Option, Select } from "#components/ui/select.tsx";
import type { Translate } from "#components/ui/translate.ts";

interface Props {
  t: Translate;
  search: string;
  municipalityId: number | null;
  municipalities: readonly { id: number; name: string }[];
}

/** Which schools to show: a plain form that asks by address. Whoever works in one municipality chooses none. */
export function SchoolSearch({ t, search, municipalityId, municipalities }: Props) {
  const options: Option[] = [
    { value: "", label: t("schools.list.all") },
    ...municipalities.map((one) => ({ value: String(one.id), label: one.name })),
  ];
  return (
    <search aria-label={t("schools.list.filters")} className="print:hidden">
      <form action="/registry" className="flex flex-wrap items-end gap-4">
        <Input
          id="q"
          name="q"
          type="search"
          label={t("schools.list.search")}
          defaultValue={search}
          maxLength={200}
        />
        {municipalities.length > 1 ? (
          <Select
            id="municipality"
            name="municipality"
            label={t("schools.list.municipality")}
            options={options}
            defaultValue={municipalityId === null ? "" : String(municipalityId)}
          />
        ) : null}
        <Button type="submit">{t("schools.list.show")}</Button>
      </form>
    </search>
  );
}
