import { PageHeader } from "#components/layout/page-header.tsx";
import { ReportList } from "#components/public/report-list.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { listPublished } from "#lib/reports/public-queries.ts";
import { answer } from "../answer.tsx";

/** Reports about municipalities and the region, newest first. A school's own stand on its page. */
export async function GET(request: Request): Promise<Response> {
  return answer(
    request,
    async (reader) => {
      const { t, link } = reader;
      const reports = await listPublished("areas");
      const findSchool = <a href={link("/schools")}>{t("public.reports.findSchool")}</a>;
      return {
        title: t("public.reports.title"),
        description: t("public.reports.description"),
        place: "reports",
        body: (
          <>
            <PageHeader
              t={t}
              title={t("public.reports.title")}
              lead={
                <p>
                  {t("public.reports.lead")} {findSchool}
                </p>
              }
            />
            {reports.length > 0 ? (
              <ReportList reader={reader} reports={reports} />
            ) : (
              <EmptyState why={t("public.reports.none")} />
            )}
          </>
        ),
      };
    },
    "checked",
  );
}
