import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { ReportList } from "#components/public/report-list.tsx";
import { SchoolSearch } from "#components/public/school-search.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { listPublished } from "#lib/reports/public-queries.ts";
import { listPublicMunicipalities } from "#lib/schools/public-queries.ts";
import { answer } from "./answer.tsx";

/** The front page: find a school, read the latest reports, learn for whom this is. */
export async function GET(request: Request): Promise<Response> {
  return answer(request, async (reader) => {
    const { t, link } = reader;
    const municipalities = await listPublicMunicipalities();
    const reports = await listPublished("all", 5);
    const schools = municipalities.reduce((sum, one) => sum + one.schools, 0);
    const ways = [
      { key: "Families", href: link("/families"), label: t("public.families.title") },
      { key: "Press", href: link("/method"), label: t("public.method.title") },
      { key: "Staff", href: "/sign-in", label: t("public.home.enter") },
    ];
    return {
      title: t("public.home.title"),
      description: t("public.home.description"),
      body: (
        <>
          <div className="grid gap-6">
            <PageHeader t={t} title={t("public.home.title")} lead={<p>{t("public.home.lead")}</p>} />
            <SchoolSearch reader={reader} />
            <p>
              <a href={link("/schools")}>{t("public.home.all", { count: schools })}</a>
            </p>
          </div>
          <Section id="reports" title={t("public.home.reports")}>
            {reports.length > 0 ? (
              <>
                <ReportList reader={reader} reports={reports} />
                <p>
                  <a href={link("/reports")}>{t("public.home.allReports")}</a>
                </p>
              </>
            ) : (
              <EmptyState why={t("public.home.noReports")} />
            )}
          </Section>
          <Section id="for" title={t("public.home.for")}>
            <div className="grid gap-6 md:grid-cols-3">
              {ways.map(({ key, href, label }) => (
                <div key={key} className="grid content-start gap-1">
                  <h3>{t(`public.home.for${key}`)}</h3>
                  <p>{t(`public.home.for${key}Text`)}</p>
                  <a href={href} className="inline-flex min-h-11 items-center">
                    {label}
                  </a>
                </div>
              ))}
            </div>
          </Section>
          <p className="max-w-measure border-t-2 border-ink pt-3">
            {t("public.noRanking")} <a href={link("/method#ranking")}>{t("public.whyNoRanking")}</a>
          </p>
        </>
      ),
    };
  });
}
