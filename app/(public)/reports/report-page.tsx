import { PageHeader } from "#components/layout/page-header.tsx";
import type { EditionLine } from "#components/public/made-section.tsx";
import type { Reader } from "#components/public/reader.ts";
import { ReportDocument } from "#components/public/report-document.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { env } from "#lib/platform/env.ts";
import type { PublicEdition, PublicReport } from "#lib/reports/public-queries.ts";
import { dayText, reportView } from "#lib/reports/report-view.ts";
import type { Snapshot } from "#lib/reports/snapshot.ts";
import type { Page } from "../answer.tsx";

/** The page of a standing edition. */
export function reportPage(
  reader: Reader,
  report: PublicReport,
  edition: PublicEdition,
  snapshot: Snapshot,
): Page {
  const { t, link } = reader;
  const view = reportView(reader, snapshot);
  const address = `/reports/${report.slug}/${edition.edition}`;
  const published = t("public.report.published", { day: dayText(reader, edition.publishedAt) });
  const number = t("public.report.edition", { edition: edition.edition });
  const up = report.school
    ? { label: report.school.name, href: link(`/schools/${report.school.slug}`) }
    : { label: t("public.site.reports"), href: link("/reports") };
  return {
    title: `${view.title}, ${view.unit}`,
    description: t("public.report.description", { unit: view.unit, year: String(snapshot.year) }),
    place: report.school ? "schools" : "reports",
    canonical: address,
    body: (
      <>
        <PageHeader
          t={t}
          title={view.title}
          crumbs={[up, { label: view.title }]}
          facts={`${view.year}. ${published}, ${number}`}
          lead={<p>{view.unit}</p>}
        />
        <Around reader={reader} report={report} edition={edition} />
        <ReportDocument
          reader={reader}
          view={view}
          made={{
            address,
            fullAddress: env.PORTAL_URL + address,
            edition: edition.edition,
            day: dayText(reader, edition.publishedAt),
            fingerprint: edition.fingerprint,
            editions: report.editions.map((one) => editionLine(reader, one, edition)),
          }}
        />
      </>
    ),
  };
}

/** What a reader must know before reading this edition: that there is a newer one, or what it has corrected. */
function Around({
  reader,
  report,
  edition,
}: {
  reader: Reader;
  report: PublicReport;
  edition: PublicEdition;
}) {
  const { t, link } = reader;
  const newer = report.editions.find((one) => one.edition > edition.edition && one.withdrawn === null);
  const withdrawn = report.editions.find((one) => one.edition > edition.edition && one.withdrawn !== null);
  if (newer)
    return (
      <Notice
        kind="warn"
        t={t}
        title={t("public.report.newer", { edition: newer.edition, day: dayText(reader, newer.publishedAt) })}
      >
        <p>{t("public.report.newerText")}</p>
        <p>
          <a href={link(`/reports/${report.slug}`)}>{t("public.report.openNewest")}</a>
        </p>
      </Notice>
    );
  return (
    <>
      {withdrawn?.withdrawn ? (
        <Notice
          kind="info"
          t={t}
          title={t("public.report.laterWithdrawn", { day: dayText(reader, withdrawn.withdrawn.at) })}
        >
          <p>{t("public.withdrawn.reason", { reason: withdrawn.withdrawn.reason })}</p>
        </Notice>
      ) : null}
      {edition.note ? (
        <Notice kind="info" t={t} title={t("public.report.amended", { edition: edition.edition })}>
          <p>{edition.note}</p>
        </Notice>
      ) : null}
    </>
  );
}

/** An edition as the list of editions names it; `shown` is the one whose page it is. */
export function editionLine(reader: Reader, one: PublicEdition, shown: PublicEdition | null): EditionLine {
  return {
    edition: one.edition,
    day: dayText(reader, one.publishedAt),
    note: one.note,
    withdrawn: one.withdrawn
      ? { day: dayText(reader, one.withdrawn.at), reason: one.withdrawn.reason }
      : null,
    current: one.edition === shown?.edition,
  };
}
