import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ActsTable } from "#components/acts/acts-table.tsx";
import { StartForm } from "#components/acts/start-form.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { listActs, startableYears } from "#lib/acts/queries.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { currentInstant } from "#lib/platform/clock.ts";
import { env } from "#lib/platform/env.ts";
import { formatInstantDay, schoolYear } from "#lib/platform/format/day.ts";
import { dayOf } from "#lib/platform/format/day-of.ts";
import { toLocale } from "#messages/load.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("acts.page");
  return { title: t("title") };
}

export default async function ActsPage() {
  const viewer = await requireViewer("/acts");
  const rows = await answered(() => listActs(viewer));
  const years = await startableYears(viewer, dayOf(currentInstant(), env.TIME_ZONE));
  const t = await getTranslations();
  const locale = toLocale(await getLocale());
  return (
    <>
      <PageHeader
        t={t}
        title={t("acts.page.title")}
        crumbs={[
          { label: t("frame.places.regulations"), href: "/regulations" },
          { label: t("acts.page.crumb") },
        ]}
        lead={<p>{t("acts.page.lead")}</p>}
      />
      {years.length > 0 ? (
        <Section id="start" title={t("acts.page.start")}>
          <StartForm
            years={years.map((year) => ({ value: String(year), label: schoolYear(year) }))}
            words={{
              year: t("acts.page.startYear"),
              submit: t("acts.page.start"),
              sending: t("acts.page.starting"),
            }}
          />
        </Section>
      ) : null}
      <Section id="acts" title={t("acts.page.list")}>
        {rows.length > 0 ? (
          <ActsTable
            t={t}
            rows={rows}
            day={(at) => formatInstantDay(new Date(at), { locale, timeZone: env.TIME_ZONE })}
          />
        ) : (
          <EmptyState why={t(years.length > 0 ? "acts.page.none" : "acts.page.noneRead")} />
        )}
      </Section>
    </>
  );
}
