import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { ChainSection } from "#components/audit/chain-section.tsx";
import { JournalFilterForm } from "#components/audit/journal-filter.tsx";
import { JournalTable } from "#components/audit/journal-table.tsx";
import { journalWords } from "#components/audit/journal-words.ts";
import { PageHeader } from "#components/layout/page-header.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { checkChains } from "#lib/platform/audit/chain-queries.ts";
import { listActions, listEvents } from "#lib/platform/audit/queries.ts";
import { env } from "#lib/platform/env.ts";
import { formatInstant } from "#lib/platform/format/day.ts";
import { formatNumber } from "#lib/platform/format/number.ts";
import { toLocale } from "#messages/load.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("audit");
  return { title: t("title") };
}

const text = z.string().trim().max(120).catch("");
const query = z.object({
  person: text,
  action: text,
  school: text,
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .nullable()
    .catch(null),
  check: z.literal("yes").nullable().catch(null),
});

export default async function AuditPage({ searchParams }: { searchParams: Promise<unknown> }) {
  const viewer = await requireViewer("/audit");
  const { check, ...filter } = query.parse(await searchParams);
  const { events, next } = await answered(() => listEvents(viewer, filter));
  const t = await getTranslations();
  const words = journalWords(t, (key) => t.has(key as never));
  const locale = toLocale(await getLocale());
  const formatAt = (instant: string) => formatInstant(new Date(instant), { locale, timeZone: env.TIME_ZONE });
  const isNarrow = Boolean(filter.person || filter.action || filter.school);
  const link = (before: string | null) => {
    const { person, action, school } = filter;
    const fields = Object.entries({ person, action, school, before: before ?? "" }).filter(
      ([, value]) => value,
    );
    return fields.length > 0 ? `/audit?${new URLSearchParams(fields)}` : "/audit";
  };
  return (
    <>
      <PageHeader t={t} title={t("audit.title")} lead={t("audit.lead")} />
      <JournalFilterForm filter={filter} actions={await listActions(viewer)} words={words} t={t} />
      {events.length > 0 ? (
        <JournalTable events={events} words={words} formatAt={formatAt} t={t} />
      ) : (
        <EmptyState why={t(isNarrow ? "audit.empty.filter" : "audit.empty.none")} />
      )}
      <ul className="flex flex-wrap gap-6">
        {filter.before ? (
          <li>
            <a href={link(null)}>{t("audit.newest")}</a>
          </li>
        ) : null}
        {next ? (
          <li>
            <a href={link(next)} rel="next">
              {t("audit.more")}
            </a>
          </li>
        ) : null}
      </ul>
      <ChainSection
        chains={check ? await checkChains(viewer) : null}
        checkHref="/audit?check=yes#chain"
        formatCount={(count) => formatNumber(count, { locale })}
        t={t}
      />
    </>
  );
}
