import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { browserWords } from "#components/schedule/page-words.ts";
import { contentFields, moreFields, parallelsOf, whenFields } from "#components/schedule/work-fields.ts";
import { WorkForm } from "#components/schedule/work-form.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { answered } from "#lib/platform/access/session.ts";
import { schoolYear } from "#lib/platform/format/day.ts";
import { placeWorkAction } from "#lib/schedule/actions.ts";
import { getSchoolYear } from "#lib/schedule/queries.ts";
import { newWorkParams } from "#lib/schedule/schema.ts";
import { readLinks } from "../../read-links.ts";
import { type Query, readSchool, today } from "../../read-schedule.ts";

type Props = { params: Promise<{ schoolId: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("schedule"))("form.newTitle") };
}

/** Places a work: the rules speak while its day is chosen. */
export default async function NewWorkPage({ params, searchParams }: Props) {
  const { viewer, schoolId, year, query, t, locale } = await readSchool(params, searchParams, "/new");
  const asked = newWorkParams.parse(query);
  const facts = await answered(() => getSchoolYear(viewer, { schoolId, year }));
  const back = `/schedule/${schoolId}?year=${year}`;
  const links = await readLinks(t, viewer, year, null);
  const minutes = facts.plan.lessonMinutes;
  return (
    <>
      <PageHeader
        t={t}
        title={t("schedule.form.newTitle")}
        facts={t("schedule.of", { school: facts.school.name, year: schoolYear(year) })}
        lead={t("schedule.form.newLead")}
        crumbs={[{ label: t("schedule.title"), href: back }, { label: t("schedule.form.newTitle") }]}
      />
      {facts.classes.length === 0 ? (
        <EmptyState
          why={t("schedule.form.noClasses", { year: schoolYear(year) })}
          action={<a href={`/registry/${schoolId}/classes?year=${year}`}>{t("schedule.form.toClasses")}</a>}
        />
      ) : (
        <WorkForm
          id="work"
          action={placeWorkAction}
          browser={browserWords(locale)}
          facts={facts}
          today={today()}
          words={{
            save: t("schedule.form.place"),
            saving: t("schedule.form.saving"),
            cancel: t("schedule.form.cancel"),
            saveHint: t("schedule.form.placeHint"),
          }}
          back={back}
          hidden={{ schoolId: String(schoolId), year: String(year) }}
          fields={contentFields(t, null)}
          when={whenFields(t, { on: asked.on ?? "", lesson: null, minutes })}
          more={moreFields(t, null, links)}
          classes={{
            label: t("schedule.form.classes"),
            hint: t("schedule.form.classesHint"),
            chosen: asked.class ? [asked.class] : [],
            parallels: parallelsOf(t, facts),
          }}
          base={{}}
          first={null}
        />
      )}
    </>
  );
}
