import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { JournalFilter } from "#lib/platform/audit/queries.ts";
import type { JournalWords } from "./journal-words.ts";

interface Props {
  filter: JournalFilter;
  /** Kinds of events that the journal holds. */
  actions: readonly string[];
  words: JournalWords;
  t: Translate;
}

/** Person, action, school: a plain GET form, so every selection has an address. */
export function JournalFilterForm({ filter, actions, words, t }: Props) {
  const options = actions.map((value) => ({ value, label: words.action(value) }));
  return (
    <search aria-label={t("audit.filter.title")}>
      <form method="get" className="grid items-end gap-4 sm:grid-cols-2 md:grid-cols-4">
        <Input
          id="journal-person"
          name="person"
          type="search"
          label={t("audit.filter.person")}
          defaultValue={filter.person}
          width="full"
        />
        <Select
          id="journal-action"
          name="action"
          label={t("audit.filter.action")}
          options={[{ value: "", label: t("audit.filter.anyAction") }, ...options]}
          defaultValue={filter.action}
          width="full"
        />
        <Input
          id="journal-school"
          name="school"
          type="search"
          label={t("audit.filter.school")}
          defaultValue={filter.school}
          width="full"
        />
        <div className="flex flex-wrap gap-3">
          <Button type="submit">{t("audit.filter.submit")}</Button>
          {filter.person || filter.action || filter.school ? (
            <a href="/audit" className="button button-quiet">
              {t("audit.filter.clear")}
            </a>
          ) : null}
        </div>
      </form>
    </search>
  );
}
