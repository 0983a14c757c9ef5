import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { ButtonForm } from "#components/schedule/button-form.tsx";
import { TimetableForm } from "#components/schedule/timetable-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { answered } from "#lib/platform/access/session.ts";
import type { Day } from "#lib/platform/clock.ts";
import { formatDay, schoolYear } from "#lib/platform/format/day.ts";
import { getSchoolYear } from "#lib/schedule/queries.ts";
import { subjectKey } from "#lib/schedule/subjects.ts";
import { removeTimetableAction, setTimetableAction } from "#lib/schedule/timetable/actions.ts";
import { inForce } from "#lib/schedule/timetable/check.ts";
import { lessonSubjects, writeLesson } from "#lib/schedule/timetable/lessons.ts";
import { timetableParams } from "#lib/schedule/timetable/schema.ts";
import { rowsFor, SCHOOL_DAYS } from "#lib/schedule/timetable/week.ts";
import { type Query, readSchool, today } from "../../../read-schedule.ts";

type Props = { params: Promise<{ schoolId: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("timetable"))("editTitle") };
}

/** The day of the year that is nearest to a day. */
const nearest = (day: Day, from: Day, to: Day): Day => (day < from ? from : to < day ? to : day);

/** The week of one class: opened at a timetable that stands, or at a new one that begins as the present one is. */
export default async function TimetableEditPage({ params, searchParams }: Props) {
  const { viewer, schoolId, year, query, t, locale } = await readSchool(params, searchParams, "/timetable");
  const facts = await answered(() => getSchoolYear(viewer, { schoolId, year }));
  const { class: label, from } = timetableParams.parse(query);
  if (label === undefined || !facts.classes.some((one) => one.label === label)) notFound();
  const { plan } = facts;
  const stands = facts.timetables.find((one) => one.label === label && one.from === from);
  const first = !facts.timetables.some((one) => one.label === label);
  // The first timetable of a class holds since the year began; a later one since now, as far as the year has room for it.
  const since = stands?.from ?? (first ? plan.startsOn : nearest(today(), plan.startsOn, plan.endsOn));
  const days = stands?.days ?? inForce(facts, label, since) ?? [];
  const names = (code: string) => t(subjectKey(code));
  const back = `/schedule/${schoolId}/timetable?year=${year}`;
  const hidden = { schoolId: String(schoolId), year: String(year), version: String(plan.version), label };
  return (
    <>
      <PageHeader
        t={t}
        title={t("timetable.of", { class: label })}
        facts={t("schedule.of", { school: facts.school.name, year: schoolYear(year) })}
        lead={t("timetable.editLead")}
        crumbs={[
          { label: t("schedule.title"), href: `/schedule/${schoolId}?year=${year}` },
          { label: t("timetable.title"), href: back },
          { label },
        ]}
      />
      {!stands && !first ? <Notice kind="info" t={t} title={t("timetable.copied")} /> : null}
      <TimetableForm
        action={setTimetableAction}
        hidden={hidden}
        days={Array.from({ length: SCHOOL_DAYS }, (_, day) => ({
          name: t(`schedule.weekday.long.${day + 1}`),
          lessons: (days[day] ?? []).map((taught) => writeLesson(taught, names)),
        }))}
        rows={rowsFor(days)}
        from={since}
        subjects={lessonSubjects.map(names)}
        back={back}
        words={{
          save: t("schedule.settings.save"),
          saving: t("schedule.form.saving"),
          cancel: t("schedule.form.cancel"),
          from: t("timetable.fromField"),
          fromHint: t("timetable.fromHint", {
            from: formatDay(plan.startsOn, { locale }),
            to: formatDay(plan.endsOn, { locale }),
          }),
          lesson: t("timetable.lessonWord"),
        }}
      />
      {stands ? (
        <ButtonForm
          id="remove"
          action={removeTimetableAction}
          hidden={{ ...hidden, from: stands.from }}
          kind="danger"
          label={t("timetable.remove")}
        />
      ) : null}
    </>
  );
}
