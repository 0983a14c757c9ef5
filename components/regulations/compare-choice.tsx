import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import type { Translate } from "#components/ui/translate.ts";

interface Props {
  t: Translate;
  slug: string;
  editions: readonly { id: number; number: string }[];
  before: number;
  after: number;
}

/** Which two editions to compare: a plain form that asks by address. */
export function CompareChoice({ t, slug, editions, before, after }: Props) {
  if (editions.length < 3) return null;
  const options = editions.map(({ id, number }) => ({ value: String(id), label: number }));
  return (
    <search aria-label={t("regulations.compare.choose")} className="print:hidden">
      <form action={`/regulations/${slug}/compare`} className="flex flex-wrap items-end gap-4">
        <Select
          id="from"
          name="from"
          label={t("regulations.compare.from")}
          defaultValue={String(before)}
          options={options}
        />
        <Select
          id="to"
          name="to"
          label={t("regulations.compare.to")}
          defaultValue={String(after)}
          options={options}
        />
        <Button type="submit">{t("regulations.compare.show")}</Button>
      </form>
    </search>
  );
}
