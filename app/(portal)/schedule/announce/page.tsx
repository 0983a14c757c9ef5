import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "#components/assessments/action-form.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { announceFields } from "#components/schedule/announce-fields.ts";
import { AnnounceForm } from "#components/schedule/announce-form.tsx";
import { AnnouncedTable } from "#components/schedule/area-tables.tsx";
import { BreakTable } from "#components/schedule/break-table.tsx";
import { ButtonForm } from "#components/schedule/button-form.tsx";
import { breakFields } from "#components/schedule/plan-fields.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { schoolYear } from "#lib/platform/format/day.ts";
import {
  addAreaBreakAction,
  addPublicHolidaysAction,
  announceAction,
  removeAreaBreakAction,
} from "#lib/schedule/actions.ts";
import { getAnnounced } from "#lib/schedule/area-queries.ts";
import { toLocale } from "#messages/load.ts";
import { readLinks } from "../read-links.ts";
import { type Query, yearOf } from "../read-schedule.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("schedule"))("announce.title") };
}

/** What an office announces for its schools: works, windows and holidays. */
export default async function AnnouncePage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await requireViewer("/schedule/announce");
  const query = await searchParams;
  const year = yearOf(query);
  const { works, breaks } = await answered(() => getAnnounced(viewer, year));
  const t = await getTranslations();
  const locale = toLocale(await getLocale());
  const links = await readLinks(t, viewer, year, null);
  const words = {
    save: t("schedule.announce.save"),
    saving: t("schedule.form.saving"),
    cancel: t("schedule.form.cancel"),
  };
  const mine = new Set(works.flatMap((work) => (work.mine ? [work.id] : [])));
  const chosen = new Map(works.map(({ id, placed }) => [id, placed]));
  const action = {
    key: "act",
    head: t("schedule.announce.placed"),
    cell: ({ id, title }: { id: number; title: string }) => (
      <span className="grid gap-1">
        <span>{t("schedule.announce.count", { count: chosen.get(id) ?? 0 })}</span>
        {mine.has(id) ? (
          <a href={`/schedule/announce/${id}`}>
            {t("schedule.announce.edit")}
            <span className="sr-only">: {title}</span>
          </a>
        ) : null}
      </span>
    ),
  };
  return (
    <>
      <PageHeader
        t={t}
        title={t("schedule.announce.title")}
        facts={t("schedule.year", { year: schoolYear(year) })}
        lead={t("schedule.announce.lead")}
        crumbs={[
          { label: t("schedule.title"), href: `/schedule?year=${year}` },
          { label: t("schedule.announce.title") },
        ]}
      />
      {query.saved === "1" ? <Notice kind="ok" t={t} role="status" title={t("schedule.done.saved")} /> : null}
      <Section id="announced" title={t("schedule.area.announced")}>
        {works.length > 0 ? (
          <AnnouncedTable t={t} locale={locale} works={works} extra={[action]} />
        ) : (
          <EmptyState why={t("schedule.area.noAnnounced")} />
        )}
      </Section>
      <Section id="new" title={t("schedule.announce.new")} lead={t("schedule.announce.newLead")}>
        <AnnounceForm
          action={announceAction}
          words={words}
          hidden={{ year: String(year) }}
          {...announceFields(t, viewer, null, links)}
        />
      </Section>
      <Section id="breaks" title={t("schedule.settings.breaks")} lead={t("schedule.announce.breaksLead")}>
        <BreakTable
          t={t}
          locale={locale}
          breaks={breaks}
          remove={removeAreaBreakAction}
          mine={(row) => row.mine}
        />
        <ButtonForm
          id="public"
          action={addPublicHolidaysAction}
          hidden={{ year: String(year) }}
          label={t("schedule.announce.publicHolidays")}
        />
        <ActionForm
          id="break"
          action={addAreaBreakAction}
          words={{ ...words, save: t("schedule.settings.addBreak") }}
          hidden={{ year: String(year) }}
          fields={breakFields(t)}
        />
      </Section>
    </>
  );
}
