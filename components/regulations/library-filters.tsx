import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { kinds, type LibraryFilter, levels, topics } from "#lib/regulations/schema.ts";

/** What to show: a plain form that asks by address. */
export function LibraryFilters({ t, chosen }: { t: Translate; chosen: LibraryFilter }) {
  const { q, level, kind, topic, on } = chosen;
  const any = { value: "", label: t("regulations.library.any") };
  const isChosen = q !== "" || [level, kind, topic, on].some((value) => value !== undefined);
  return (
    <search aria-label={t("regulations.library.filters")} className="print:hidden">
      <form action="/regulations" className="flex flex-wrap items-end gap-4">
        <div className="w-full sm:max-w-sm">
          <Input
            id="q"
            name="q"
            type="search"
            label={t("regulations.library.q")}
            defaultValue={q}
            width="full"
          />
        </div>
        <Select
          id="level"
          name="level"
          label={t("regulations.library.level")}
          defaultValue={level ?? ""}
          options={[any, ...levels.map((value) => ({ value, label: t(`regulations.level.${value}`) }))]}
        />
        <Select
          id="kind"
          name="kind"
          label={t("regulations.library.kind")}
          defaultValue={kind ?? ""}
          options={[any, ...kinds.map((value) => ({ value, label: t(`regulations.kind.${value}`) }))]}
        />
        <Select
          id="topic"
          name="topic"
          label={t("regulations.library.topic")}
          defaultValue={topic ?? ""}
          options={[
            { value: "", label: t("regulations.library.anyTopic") },
            ...topics.map((value) => ({ value, label: t(`regulations.topic.${value}`) })),
          ]}
        />
        <Input
          id="on"
          name="on"
          type="date"
          width="short"
          label={t("regulations.library.on")}
          defaultValue={on ?? ""}
        />
        <Button type="submit">{t("regulations.library.show")}</Button>
        {isChosen ? (
          <a href="/regulations" className="button button-quiet">
            {t("regulations.library.clear")}
          </a>
        ) : null}
      </form>
    </search>
  );
}
