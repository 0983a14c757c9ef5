import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import type { Reader } from "#components/public/reader.ts";
import { ReportList } from "#components/public/report-list.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { type Fact, Facts } from "#components/ui/facts.tsx";
import { formatDay } from "#lib/platform/format/day.ts";
import type { PublishedRow } from "#lib/reports/public-queries.ts";
import type { findPublicSchool } from "#lib/schools/public-queries.ts";
import type { Page } from "../answer.tsx";

type School = NonNullable<Awaited<ReturnType<typeof findPublicSchool>>>;

/** A school's card: who it is, what it has published, and that there is more to a school than this. */
export function schoolPage(
  reader: Reader,
  school: School,
  reports: readonly PublishedRow[],
  hasCalendar: boolean,
): Page {
  const { t, link } = reader;
  return {
    title: school.name,
    description: t("public.school.description", {
      name: school.name,
      municipality: school.municipality.name,
    }),
    place: "schools",
    body: (
      <>
        <PageHeader
          t={t}
          title={school.name}
          crumbs={[{ label: t("public.schools.title"), href: link("/schools") }, { label: school.name }]}
          lead={<p>{t("public.school.lead")}</p>}
        />
        <Section id="reports" title={t("public.school.reports")}>
          {reports.length > 0 ? (
            <ReportList reader={reader} reports={reports} withUnit={false} />
          ) : (
            <EmptyState why={t("public.school.noReports")} />
          )}
          <p>
            <a href={link("/reports")}>{t("public.school.areaReports")}</a>
          </p>
        </Section>
        {hasCalendar ? (
          <Section id="calendar" title={t("schedule.public.when")}>
            <p>
              <a href={link(`/calendar/${school.slug}`)}>{t("schedule.public.title")}</a>
            </p>
          </Section>
        ) : null}
        <Section id="card" title={t("public.school.card")}>
          <Facts facts={facts(reader, school)} />
        </Section>
        <p className="max-w-measure">
          {t("public.noRanking")} <a href={link("/method#ranking")}>{t("public.whyNoRanking")}</a>
        </p>
      </>
    ),
  };
}

function facts({ t, locale, link }: Reader, school: School): Fact[] {
  const { fullName, kind, locality, municipality, formerNames, tookIn } = school;
  const all: (Fact | null)[] = [
    fullName ? { key: "fullName", term: t("public.school.fullName"), value: fullName } : null,
    kind === "school"
      ? null
      : { key: "kind", term: t("public.school.kind"), value: t(`schools.kind.${kind}`) },
    locality ? { key: "locality", term: t("public.school.locality"), value: locality } : null,
    {
      key: "municipality",
      term: t("public.school.municipality"),
      value: <a href={link(`/schools?municipality=${municipality.slug}`)}>{municipality.name}</a>,
    },
    formerNames.length > 0
      ? {
          key: "former",
          term: t("public.school.former"),
          value: (
            <ul>
              {formerNames.map(({ name, until }) => (
                <li key={until + name}>
                  {t("public.school.formerUntil", { name, day: formatDay(until, { locale }) })}
                </li>
              ))}
            </ul>
          ),
        }
      : null,
    tookIn.length > 0
      ? {
          key: "tookIn",
          term: t("public.school.tookIn"),
          value: (
            <ul>
              {tookIn.map(({ slug, name, on }) => (
                <li key={slug}>
                  <a href={link(`/schools/${slug}`)}>{name}</a>{" "}
                  {t("public.school.tookInOn", { day: formatDay(on, { locale }) })}
                </li>
              ))}
            </ul>
          ),
        }
      : null,
  ];
  return all.filter((fact) => fact !== null);
}

/** In place of a school that is closed: since when, and which school it became part of. Its reports stay at their addresses. */
export function closedSchoolPage(
  reader: Reader,
  school: School & { closedOn: string },
  reports: readonly PublishedRow[],
): Page {
  const { t, locale, link } = reader;
  const { successor } = school;
  const title = t("public.closed.title", { name: school.name });
  return {
    status: 410,
    title,
    place: "schools",
    body: (
      <>
        <PageHeader
          t={t}
          title={title}
          crumbs={[{ label: t("public.schools.title"), href: link("/schools") }, { label: school.name }]}
          lead={
            <div className="grid gap-2">
              <p>
                {t("public.closed.text", { day: formatDay(school.closedOn, { locale }) })}{" "}
                {successor ? t("public.closed.successor", { name: successor.name }) : null}
              </p>
              {successor ? (
                <p>
                  <a href={link(`/schools/${successor.slug}`)}>
                    {t("public.closed.toSuccessor", { name: successor.name })}
                  </a>
                </p>
              ) : null}
            </div>
          }
        />
        {reports.length > 0 ? (
          <Section id="reports" title={t("public.closed.reports")}>
            <ReportList reader={reader} reports={reports} withUnit={false} />
          </Section>
        ) : null}
      </>
    ),
  };
}
