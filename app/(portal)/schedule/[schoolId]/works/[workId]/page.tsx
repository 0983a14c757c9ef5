import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { ButtonForm } from "#components/schedule/button-form.tsx";
import { browserWords } from "#components/schedule/page-words.ts";
import { contentFields, moreFields, parallelsOf, whenFields } from "#components/schedule/work-fields.ts";
import { WorkForm } from "#components/schedule/work-form.tsx";
import { dayWords, lessonWords, subjectWords, workWords } from "#components/schedule/work-words.ts";
import { Fold } from "#components/ui/fold.tsx";
import { answered } from "#lib/platform/access/session.ts";
import { editWorkAction, moveWorkAction, removeWorkAction } from "#lib/schedule/actions.ts";
import { getScheduledWork } from "#lib/schedule/queries.ts";
import { newWorkParams } from "#lib/schedule/schema.ts";
import { readLinks } from "../../../read-links.ts";
import { idOf, type Query, readSchool, today } from "../../../read-schedule.ts";

type Props = { params: Promise<{ schoolId: string; workId: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("schedule"))("move.title") };
}

/** Moves a work, changes it or takes it off. `on` in the address is the day to which it was dragged. */
export default async function WorkPage({ params, searchParams }: Props) {
  const workId = idOf((await params).workId);
  const { viewer, schoolId, query, t, locale } = await readSchool(params, searchParams, `/works/${workId}`);
  const { facts, work } = await answered(() => getScheduledWork(viewer, { schoolId, workId }));
  const { on } = newWorkParams.parse(query);
  const back = `/schedule/${schoolId}?year=${facts.year}`;
  const hidden = {
    schoolId: String(schoolId),
    year: String(facts.year),
    id: String(work.id),
    version: String(work.version),
  };
  const words = {
    saving: t("schedule.form.saving"),
    cancel: t("schedule.form.cancel"),
    saveHint: t("schedule.move.hint"),
  };
  const common = { browser: browserWords(locale), facts, today: today(), back, hidden };
  const draft = { ...work, on: (on ?? work.on) as typeof work.on };
  const what = t("schedule.move.what", { subject: subjectWords(t, work), classes: work.classes.join(", ") });
  const links = await readLinks(t, viewer, facts.year, work.clause);
  return (
    <>
      <PageHeader
        t={t}
        title={t("schedule.move.heading", { what })}
        facts={workWords(t, work)}
        lead={t("schedule.move.lead", {
          on: dayWords(t, locale, work.on),
          lesson: lessonWords(t, work.lesson),
        })}
        crumbs={[{ label: t("schedule.title"), href: back }, { label: t("schedule.move.title") }]}
      />
      <WorkForm
        {...common}
        id="move"
        action={moveWorkAction}
        words={{ ...words, save: t("schedule.move.save") }}
        fields={[]}
        when={whenFields(t, { on: draft.on, lesson: work.lesson, minutes: null })}
        more={[]}
        classes={null}
        base={work}
        first={draft}
      />
      {work.windowId === null ? (
        <Section id="edit" title={t("schedule.edit.title")} lead={t("schedule.edit.lead")}>
          <Fold summary={t("schedule.edit.open")}>
            <WorkForm
              {...common}
              id="edit-work"
              action={editWorkAction}
              words={{ ...words, save: t("schedule.edit.save") }}
              fields={contentFields(t, work)}
              when={whenFields(t, { on: work.on, lesson: work.lesson, minutes: work.minutes })}
              more={moreFields(t, work, links)}
              classes={{
                label: t("schedule.form.classes"),
                hint: t("schedule.form.classesHint"),
                chosen: work.classes,
                parallels: parallelsOf(t, facts),
              }}
              base={{ id: work.id }}
              first={work}
            />
          </Fold>
        </Section>
      ) : null}
      <Section id="remove" title={t("schedule.remove.title")} lead={t("schedule.remove.lead")}>
        <ButtonForm
          id="remove-work"
          action={removeWorkAction}
          hidden={hidden}
          kind="danger"
          label={t("schedule.remove.button")}
        />
      </Section>
    </>
  );
}
