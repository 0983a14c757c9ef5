import type { Reader } from "#components/public/reader.ts";
import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";

/** Search in public regulations as a plain GET form; the language stays. */
export function PublicRegulationSearch({ reader: { t, link, locale }, q }: { reader: Reader; q: string }) {
  return (
    <search>
      <form method="get" action="/regulations/public" className="flex flex-wrap items-end gap-3">
        {locale === "ru" ? null : <input type="hidden" name="lang" value={locale} />}
        <div className="w-full sm:w-auto sm:grow sm:max-w-sm">
          <Input
            id="q"
            name="q"
            type="search"
            label={t("regulations.open.search")}
            defaultValue={q}
            width="full"
          />
        </div>
        <Button type="submit" kind="primary">
          {t("regulations.open.find")}
        </Button>
        {q === "" ? null : (
          <a href={link("/regulations/public")} className="button button-quiet">
            {t("regulations.open.all")}
          </a>
        )}
      </form>
    </search>
  );
}
