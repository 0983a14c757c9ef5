import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { AreaFinding } from "#components/schedule-cycle/area-finding.tsx";
import { CycleBody } from "#components/schedule-cycle/cycle-body.tsx";
import { CycleYears } from "#components/schedule-cycle/cycle-years.tsx";
import { SchoolCyclesTable } from "#components/schedule-cycle/school-cycles-table.tsx";
import { StartCycle } from "#components/schedule-cycle/start-cycle.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { PrintHeader } from "#components/ui/print-header.tsx";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { schoolYear } from "#lib/platform/format/day.ts";
import { getCycle, listSchoolCycles } from "#lib/schedule/cycle/queries.ts";
import { toLocale } from "#messages/load.ts";
import { cycleToday, type Query, readCycle } from "./read-cycle.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cycle"))("title") };
}

/** A school's yearly cycle; for who works above schools, how far each has come with its own. */
export default async function CyclePage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await requireViewer("/schedule/cycle");
  const today = cycleToday();
  const { year, school, show } = readCycle(await searchParams, today);
  const t = await getTranslations();
  const locale = toLocale(await getLocale());
  const yearWords = schoolYear(year);
  const crumbs = [{ label: t("cycle.schedule"), href: "/schedule" }, { label: t("cycle.crumb") }];
  const facts = t("cycle.year", { year: yearWords });
  if (viewer.schoolId === null && school === null) {
    const schools = await answered(() => listSchoolCycles(viewer, year, today));
    return (
      <>
        <PageHeader t={t} title={t("cycle.title")} lead={t("cycle.leadArea")} crumbs={crumbs} facts={facts} />
        <CycleYears t={t} year={year} school={null} today={today} />
        <AreaFinding t={t} schools={schools} />
        <Section id="schools" title={t("cycle.area.title")} lead={t("cycle.how")}>
          <SchoolCyclesTable t={t} locale={locale} schools={schools} year={year} yearWords={yearWords} />
        </Section>
      </>
    );
  }
  const cycle = await answered(() => getCycle(viewer, { schoolId: school, year }, today));
  const add = cycle.canPlan && cycle.plan !== null;
  return (
    <>
      <PrintHeader lines={[t("cycle.print.head"), cycle.school.name, facts]} />
      <PageHeader
        t={t}
        title={t("cycle.title")}
        lead={t("cycle.lead")}
        crumbs={crumbs}
        facts={`${cycle.school.name} · ${facts}`}
        actions={
          add ? (
            <LinkButton href={`/schedule/cycle/new?year=${year}`}>{t("cycle.add.open")}</LinkButton>
          ) : null
        }
      />
      <CycleYears t={t} year={year} school={school} today={today} />
      {cycle.plan ? (
        <CycleBody t={t} locale={locale} plan={cycle.plan} year={year} school={school} show={show} />
      ) : (
        <StartCycle t={t} locale={locale} year={year} today={today} canPlan={cycle.canPlan} />
      )}
    </>
  );
}
