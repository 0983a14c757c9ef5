import type { Reader } from "#components/public/reader.ts";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import { schoolYear } from "#lib/platform/format/day.ts";
import type { EditionContent } from "#lib/schedule/edition.ts";
import type { ScheduleFilter } from "#lib/schedule/schema.ts";
import { anyOption, levelOptions, subjectOptions } from "./filter-options.ts";

interface Props {
  reader: Reader;
  slug: string;
  content: EditionContent;
  filter: ScheduleFilter;
  years: readonly number[];
}

/** A family looks for its class; only subjects that the schedule has are offered. */
export function PublicFilters({ reader, slug, content, filter, years }: Props) {
  const { t, locale } = reader;
  const any = anyOption(t);
  const used = new Set(content.works.flatMap(({ subject, options }) => [subject, ...options]));
  return (
    <search aria-label={t("schedule.filter.label")} className="print:hidden">
      <form action={`/calendar/${slug}`} className="flex flex-wrap items-end gap-4">
        {locale === "ru" ? null : <input type="hidden" name="lang" value={locale} />}
        {years.length > 1 ? (
          <Select
            id="year"
            name="year"
            label={t("schedule.filter.year")}
            width="short"
            defaultValue={String(content.year)}
            options={years.map((year) => ({ value: String(year), label: schoolYear(year) }))}
          />
        ) : null}
        <Select
          id="class"
          name="class"
          label={t("schedule.filter.class")}
          width="short"
          defaultValue={filter.class ?? ""}
          options={[any, ...content.classes.map((label) => ({ value: label, label }))]}
        />
        <Select
          id="subject"
          name="subject"
          label={t("schedule.filter.subject")}
          defaultValue={filter.subject ?? ""}
          options={[any, ...subjectOptions(t).filter(({ value }) => used.has(value))]}
        />
        <Select
          id="level"
          name="level"
          label={t("schedule.filter.level")}
          width="short"
          defaultValue={filter.level ?? ""}
          options={[any, ...levelOptions(t)]}
        />
        <Button type="submit" kind="primary">
          {t("schedule.filter.show")}
        </Button>
      </form>
    </search>
  );
}
