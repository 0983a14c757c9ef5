import { Section } from "#components/layout/section.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { formatInstantDay } from "#lib/platform/format/day.ts";
import type { SchoolSchedule } from "#lib/schedule/queries.ts";
import type { Locale } from "#messages/load.ts";
import { FeedLinks } from "./feed-links.tsx";

interface Props {
  t: Translate;
  locale: Locale;
  timeZone: string;
  schedule: SchoolSchedule;
}

/** Published editions with their reasons, and the feeds that calendars follow. */
export function EditionsSection({ t, locale, timeZone, schedule }: Props) {
  const { editions, facts } = schedule;
  return (
    <Section id="editions" title={t("schedule.edition.title")} lead={t("schedule.edition.lead")}>
      {editions.length === 0 ? (
        <EmptyState why={t("schedule.edition.none")} />
      ) : (
        <>
          <ol className="grid gap-2">
            {editions.map(({ number, publishedAt, reason }) => (
              <li key={number}>
                {t("schedule.edition.line", {
                  number,
                  on: formatInstantDay(publishedAt, { locale, timeZone, style: "full" }),
                })}
                {reason ? ` ${t("schedule.edition.reason", { reason })}` : null}
              </li>
            ))}
          </ol>
          <FeedLinks t={t} slug={facts.school.slug} classes={facts.classes.map(({ label }) => label)} />
        </>
      )}
    </Section>
  );
}
