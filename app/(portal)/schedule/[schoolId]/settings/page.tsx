import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "#components/assessments/action-form.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { BreakTable } from "#components/schedule/break-table.tsx";
import { breakFields, linesFields, planFields } from "#components/schedule/plan-fields.ts";
import { answered } from "#lib/platform/access/session.ts";
import { schoolYear } from "#lib/platform/format/day.ts";
import {
  addBreakAction,
  removeBreakAction,
  setHoursAction,
  setPlanAction,
  setWeeksAction,
} from "#lib/schedule/actions.ts";
import { loadContextOf } from "#lib/schedule/context.ts";
import { writeHours, writeWeeks } from "#lib/schedule/plan-text.ts";
import { getSchoolYear } from "#lib/schedule/queries.ts";
import { subjectKey } from "#lib/schedule/subjects.ts";
import { type Query, readSchool } from "../../read-schedule.ts";

type Props = { params: Promise<{ schoolId: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("schedule"))("settings.title") };
}

/** What the rules must know of the school's year: its days, lessons, hours, weeks and holidays. */
export default async function SettingsPage({ params, searchParams }: Props) {
  const { viewer, schoolId, year, t, locale } = await readSchool(params, searchParams, "/settings");
  const facts = await answered(() => getSchoolYear(viewer, { schoolId, year }));
  const back = `/schedule/${schoolId}?year=${year}`;
  const key = { schoolId: String(schoolId), year: String(year) };
  const seen = { ...key, version: String(facts.plan.version) };
  const words = {
    save: t("schedule.settings.save"),
    saving: t("schedule.form.saving"),
    cancel: t("schedule.form.cancel"),
  };
  const hours = writeHours(facts.hours, (code) => t(subjectKey(code)));
  // Classes without a week stand in the field too, so that nothing must be typed but numbers.
  const weeks = facts.classes.map(
    ({ label }) =>
      facts.weeks.find((week) => week.label === label) ?? { label, lessons: [0, 0, 0, 0, 0, 0, 0] },
  );
  return (
    <>
      <PageHeader
        t={t}
        title={t("schedule.settings.title")}
        facts={t("schedule.of", { school: facts.school.name, year: schoolYear(year) })}
        lead={t("schedule.settings.lead")}
        crumbs={[{ label: t("schedule.title"), href: back }, { label: t("schedule.settings.title") }]}
      />
      <Section id="year" title={t("schedule.settings.year")} lead={t("schedule.settings.yearLead")}>
        <ActionForm
          id="plan"
          action={setPlanAction}
          words={words}
          hidden={seen}
          fields={planFields(t, facts.plan, loadContextOf(facts, null).parameters)}
        />
      </Section>
      <Section id="hours" title={t("schedule.settings.hours")} lead={t("schedule.settings.hoursLead")}>
        <ActionForm
          id="hours-form"
          action={setHoursAction}
          words={words}
          hidden={seen}
          fields={linesFields(t, "hours", hours)}
        />
      </Section>
      <Section id="weeks" title={t("schedule.settings.weeks")} lead={t("schedule.settings.weeksLead")}>
        <ActionForm
          id="weeks-form"
          action={setWeeksAction}
          words={words}
          hidden={seen}
          fields={linesFields(t, "weeks", writeWeeks(weeks))}
        />
      </Section>
      <Section id="breaks" title={t("schedule.settings.breaks")} lead={t("schedule.settings.breaksLead")}>
        <BreakTable
          t={t}
          locale={locale}
          breaks={facts.breaks}
          remove={removeBreakAction}
          mine={({ owner }) => owner === "school"}
        />
        <ActionForm
          id="break"
          action={addBreakAction}
          words={{ ...words, save: t("schedule.settings.addBreak") }}
          hidden={key}
          fields={breakFields(t)}
        />
      </Section>
    </>
  );
}
