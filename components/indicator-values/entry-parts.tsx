import { Tabs } from "#components/ui/tabs.tsx";
import { entryHref } from "#lib/indicators/values/addresses.ts";
import type { EntryPage } from "#lib/indicators/values/entry-queries.ts";
import { wholeYear } from "#lib/indicators/values/period.ts";
import type { ValueWords } from "#lib/indicators/values/words.ts";
import { formatDay } from "#lib/platform/format/day.ts";

/** The year and those parts of it that indicators of the school ask for; nothing where all of them are yearly. */
export function EntryParts({ words, page }: { words: ValueWords; page: EntryPage }) {
  const { t, locale } = words;
  const { school, schoolYear, parts, period } = page;
  if (parts.length < 2 && period.part === wholeYear) return null;
  return (
    <>
      <Tabs
        label={t("indicatorValues.period")}
        tabs={parts.map(({ part }) => ({
          href: entryHref(school.id, schoolYear, null, part),
          label: t(part === wholeYear ? "indicatorValues.wholeYear" : `indicatorValues.parts.${part}`),
          current: part === period.part,
        }))}
      />
      <p className="max-w-measure">
        {t("indicatorValues.days", {
          from: formatDay(period.start, { locale }),
          to: formatDay(period.end, { locale }),
        })}
        {period.part === wholeYear ? "" : ` ${t("indicatorValues.partRule")}`}
      </p>
      {page.forms.length === 0 ? <p>{t("indicatorValues.entry.nothing")}</p> : null}
    </>
  );
}
