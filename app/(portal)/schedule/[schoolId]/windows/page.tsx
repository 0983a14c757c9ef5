import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { spanWords } from "#components/schedule/area-tables.tsx";
import { ChooseDaysForm } from "#components/schedule/choose-days-form.tsx";
import { lessonOptions } from "#components/schedule/filter-options.ts";
import { browserWords } from "#components/schedule/page-words.ts";
import { subjectWords, workWords } from "#components/schedule/work-words.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { answered } from "#lib/platform/access/session.ts";
import { schoolYear } from "#lib/platform/format/day.ts";
import { chooseDaysAction } from "#lib/schedule/actions.ts";
import { classDays } from "#lib/schedule/class-days.ts";
import { getSchoolYear } from "#lib/schedule/queries.ts";
import { subjectKey } from "#lib/schedule/subjects.ts";
import { type Query, readSchool, today } from "../../read-schedule.ts";

type Props = { params: Promise<{ schoolId: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("schedule"))("windows.title") };
}

/** The school chooses its days within the windows of offices, and enters the subjects drawn for each class. */
export default async function WindowsPage({ params, searchParams }: Props) {
  const { viewer, schoolId, year, t, locale } = await readSchool(params, searchParams, "/windows");
  const facts = await answered(() => getSchoolYear(viewer, { schoolId, year }));
  const back = `/schedule/${schoolId}?year=${year}`;
  const grades = new Set(facts.classes.map(({ grade }) => grade));
  // What has passed can no longer be chosen; it stands in the schedule itself.
  const windows = facts.announced.filter(({ grade, closesOn }) => grades.has(grade) && closesOn >= today());
  const browser = browserWords(locale);
  return (
    <>
      <PageHeader
        t={t}
        title={t("schedule.windows.title")}
        facts={t("schedule.of", { school: facts.school.name, year: schoolYear(year) })}
        lead={t("schedule.windows.lead")}
        crumbs={[{ label: t("schedule.title"), href: back }, { label: t("schedule.windows.title") }]}
      />
      {windows.length === 0 ? <EmptyState why={t("schedule.windows.none")} /> : null}
      {windows.map((window) => (
        <Section
          key={window.id}
          id={`window-${window.id}`}
          title={t("schedule.windows.heading", {
            work: workWords(t, window),
            subject: subjectWords(t, window),
            grade: window.grade,
          })}
          lead={t(window.opensOn === window.closesOn ? "schedule.windows.fixed" : "schedule.windows.choose", {
            span: spanWords(locale, window),
            minutes: window.minutes,
            level: t(`loadRules.level.${window.level}`),
          })}
        >
          <ChooseDaysForm
            id={`days-${window.id}`}
            action={chooseDaysAction}
            browser={browser}
            hidden={{ schoolId: String(schoolId), year: String(year), windowId: String(window.id) }}
            days={classDays(facts, window, today())}
            from={window.opensOn}
            to={window.closesOn}
            lessons={lessonOptions(t)}
            subjects={
              window.options.length === 0
                ? []
                : [
                    { value: "", label: t("schedule.windows.notDrawn") },
                    ...window.options.map((code) => ({ value: code, label: t(subjectKey(code)) })),
                  ]
            }
            words={{
              day: t("schedule.form.on"),
              lesson: t("schedule.form.lesson"),
              subject: t("schedule.windows.subject"),
              of: t.raw("schedule.windows.class") as string,
              free: t("schedule.windows.free"),
              save: t("schedule.windows.save"),
              saving: t("schedule.form.saving"),
              accept: t("schedule.form.accept"),
              stopped: t.raw("schedule.windows.stopped") as string,
            }}
          />
        </Section>
      ))}
    </>
  );
}
