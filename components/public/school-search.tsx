import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import type { Reader } from "./reader.ts";

interface Props {
  reader: Reader;
  search?: string;
  /** Chosen municipality's slug, and all there are; left out on the front page. */
  municipality?: string | null;
  municipalities?: readonly { slug: string; name: string }[];
}

/** Search for a school as a plain GET form: the answer has an address. */
export function SchoolSearch({ reader, search = "", municipality = null, municipalities = [] }: Props) {
  const { t, locale, link } = reader;
  return (
    <search>
      <form method="get" action="/schools" className="flex flex-wrap items-end gap-3">
        {locale === "ru" ? null : <input type="hidden" name="lang" value={locale} />}
        <div className="w-full sm:w-auto sm:grow sm:max-w-sm">
          <Input
            id="school-search"
            name="q"
            type="search"
            label={t("public.search.label")}
            defaultValue={search}
            width="full"
          />
        </div>
        {municipalities.length > 1 ? (
          <div className="w-full sm:w-auto">
            <Select
              id="school-municipality"
              name="municipality"
              label={t("public.search.municipality")}
              defaultValue={municipality ?? ""}
              width="full"
              options={[
                { value: "", label: t("public.search.allMunicipalities") },
                ...municipalities.map(({ slug, name }) => ({ value: slug, label: name })),
              ]}
            />
          </div>
        ) : null}
        <Button type="submit" kind="primary">
          {t("public.search.find")}
        </Button>
        {search || municipality ? (
          <a href={link("/schools")} className="button button-quiet">
            {t("public.search.clear")}
          </a>
        ) : null}
      </form>
    </search>
  );
}
