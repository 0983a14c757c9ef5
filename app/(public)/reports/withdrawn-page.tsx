import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import type { Reader } from "#components/public/reader.ts";
import type { PublicEdition, PublicReport } from "#lib/reports/public-queries.ts";
import { dayText } from "#lib/reports/report-view.ts";
import type { Page } from "../answer.tsx";

/** In place of an edition that was taken back: that it was, when and why; no number of it. */
export function withdrawnPage(reader: Reader, report: PublicReport, edition: PublicEdition): Page {
  const { t, link } = reader;
  const standing = report.editions.filter((one) => one.withdrawn === null);
  const title =
    report.editions.length === 1
      ? t("public.withdrawn.title")
      : t("public.withdrawn.titleEdition", { edition: edition.edition });
  const up = report.school
    ? {
        href: link(`/schools/${report.school.slug}`),
        label: t("public.withdrawn.toSchool", { name: report.school.name }),
      }
    : { href: link("/reports"), label: t("public.withdrawn.toReports") };
  return {
    status: 410,
    title,
    body: (
      <>
        <PageHeader
          t={t}
          title={title}
          lead={
            <div className="grid gap-2">
              <p>{t("public.withdrawn.text", { day: dayText(reader, edition.withdrawn?.at ?? "") })}</p>
              <p>{t("public.withdrawn.reason", { reason: edition.withdrawn?.reason ?? "" })}</p>
            </div>
          }
        />
        {standing.length > 0 ? (
          <Section id="standing" title={t("public.withdrawn.others")}>
            <ul className="grid gap-2">
              {standing.map((one) => (
                <li key={one.edition}>
                  <a href={link(`/reports/${report.slug}/${one.edition}`)}>
                    {t("public.made.editionLine", {
                      edition: one.edition,
                      day: dayText(reader, one.publishedAt),
                    })}
                  </a>
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
        <p>
          <a href={up.href}>{up.label}</a>
        </p>
      </>
    ),
  };
}
