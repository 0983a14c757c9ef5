import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { ClassesTable } from "#components/schools/classes-table.tsx";
import { DoneNotice } from "#components/schools/done-notice.tsx";
import { SchoolFacts } from "#components/schools/school-facts.tsx";
import { SchoolHistory } from "#components/schools/school-history.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { may } from "#lib/platform/access/permissions.ts";
import { formatDay } from "#lib/platform/format/day.ts";
import { doneParam } from "#lib/schools/schema.ts";
import { toLocale } from "#messages/load.ts";
import { readSchool } from "../read-school.ts";

type Props = PageProps<"/registry/[schoolId]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await readSchool(params, "")).school.name };
}

export default async function SchoolPage({ params, searchParams }: Props) {
  const { viewer, school } = await readSchool(params, "");
  const done = doneParam.parse((await searchParams).done ?? null);
  const t = await getTranslations();
  const locale = toLocale(await getLocale());
  const at = `/registry/${school.id}`;
  const open = school.closedOn === null;
  const successor = school.lineage.find((event) => event.successor !== null)?.successor;
  return (
    <>
      <PageHeader
        t={t}
        title={school.name}
        crumbs={[{ label: t("schools.list.title"), href: "/registry" }, { label: school.name }]}
        actions={
          may(viewer, "schools.edit") ? (
            <>
              <LinkButton href={`${at}/edit`}>{t("schools.card.edit")}</LinkButton>
              {open ? <LinkButton href={`${at}/rename`}>{t("schools.card.rename")}</LinkButton> : null}
              {open ? <LinkButton href={`${at}/merge`}>{t("schools.card.merge")}</LinkButton> : null}
            </>
          ) : null
        }
      />
      <DoneNotice t={t} done={done} />
      {school.closedOn === null ? null : (
        <Notice
          kind="info"
          t={t}
          title={t("schools.card.closed", { day: formatDay(school.closedOn, { locale, style: "full" }) })}
        >
          {successor ? <p>{t("schools.card.closedSuccessor", { name: successor.name })}</p> : null}
        </Notice>
      )}
      <SchoolFacts t={t} locale={locale} school={school} />
      <Section id="classes" title={t("schools.card.classes")} lead={t("schools.card.classesLead")}>
        {school.years.map((list) => (
          <ClassesTable key={list.year} t={t} list={list} />
        ))}
        {school.years.length === 0 ? (
          <EmptyState why={t("schools.card.noClasses")} waiting={t("schools.card.noClassesWaiting")} />
        ) : null}
        {open && may(viewer, "classes.edit") ? (
          <p>
            <LinkButton href={`${at}/classes`}>{t("schools.card.editClasses")}</LinkButton>
          </p>
        ) : null}
      </Section>
      <Section id="history" title={t("schools.card.history")}>
        <SchoolHistory t={t} locale={locale} school={school} />
      </Section>
    </>
  );
}
