import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { NewReportForm } from "#components/reports/new-report-form.tsx";
import { ReportsTable } from "#components/reports/reports-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { may } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { env } from "#lib/platform/env.ts";
import { formatInstantDay } from "#lib/platform/format/day.ts";
import { getReportStart, listReports, reportsPerPage } from "#lib/reports/queries.ts";
import { toLocale } from "#messages/load.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: t("reports.list.title") };
}

const pageNumber = z
  .string()
  .regex(/^[1-9]\d{0,5}$/)
  .transform(Number)
  .catch(1);

export default async function ReportsPage({ searchParams }: { searchParams: Promise<{ page?: unknown }> }) {
  const viewer = await requireViewer("/reports/drafts");
  const page = pageNumber.parse((await searchParams).page ?? "1");
  const { rows, total } = await answered(() => listReports(viewer, page));
  const start = may(viewer, "reports.draft") ? await answered(getReportStart(viewer)) : null;
  const t = await getTranslations();
  const locale = toLocale(await getLocale());
  const pages = Math.max(1, Math.ceil(total / reportsPerPage));
  const counted = t("reports.list.caption", { count: total });
  return (
    <>
      <PageHeader
        t={t}
        title={t("reports.list.title")}
        lead={
          <p>
            {t("reports.list.lead")} <a href="/reports">{t("reports.list.open")}</a>
          </p>
        }
      />
      {rows.length > 0 ? (
        <ReportsTable
          t={t}
          caption={pages > 1 ? t("reports.list.captionPage", { list: counted, page, pages }) : counted}
          rows={rows}
          day={(instant) => formatInstantDay(new Date(instant), { locale, timeZone: env.TIME_ZONE })}
        />
      ) : (
        <EmptyState why={t(start ? "reports.list.empty" : "reports.list.emptyRead")} />
      )}
      <Pagination t={t} page={page} pages={pages} href={(number) => `/reports/drafts?page=${number}`} />
      {start ? (
        <Section id="new" title={t("reports.new.title")} lead={<p>{t("reports.new.lead")}</p>}>
          {start.years.length > 0 && start.units.length > 0 ? (
            <NewReportForm
              units={start.units.map(({ key, name }) => ({ value: key, label: name }))}
              years={start.years.map((year) => ({ value: String(year), label: String(year) }))}
              words={{
                unit: t("reports.new.unit"),
                year: t("reports.new.year"),
                name: t("reports.new.name"),
                nameHint: t("reports.new.nameHint"),
                nameSample: t("reports.new.nameSample"),
                submit: t("reports.new.submit"),
                sending: t("reports.new.sending"),
              }}
            />
          ) : (
            <EmptyState why={t("reports.new.noYears")} />
          )}
        </Section>
      ) : null}
    </>
  );
}
