import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DueList } from "#components/desk/due-list.tsx";
import { TaskTable } from "#components/indicator-values/task-table.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { openSections, sectionHref } from "#components/layout/portal-nav.ts";
import { Section } from "#components/layout/section.tsx";
import { ToReadList } from "#components/regulations/to-read-list.tsx";
import { CycleDue } from "#components/schedule-cycle/cycle-due.tsx";
import { TaskList } from "#components/submissions/task-list.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { countAwaited } from "#lib/checks/finding-queries.ts";
import { getFlagBoard } from "#lib/flags/queries.ts";
import { schoolYearOn } from "#lib/indicators/values/period.ts";
import { listFactTasks } from "#lib/indicators/values/task-queries.ts";
import { may } from "#lib/platform/access/permissions.ts";
import { answered, requireViewer } from "#lib/platform/access/session.ts";
import { formatDay } from "#lib/platform/format/day.ts";
import { listToRead } from "#lib/regulations/reading-queries.ts";
import { listCycleDue } from "#lib/schedule/cycle/queries.ts";
import { getDelivery } from "#lib/submissions/delivery-queries.ts";
import { dueWorks } from "#lib/submissions/delivery-view.ts";
import { listTasks } from "#lib/submissions/task-queries.ts";
import { requestWords } from "../insights/read-unit.ts";
import { deskClock } from "./desk-clock.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk"))("title") };
}

/** What is due today, for this person. */
export default async function DeskPage() {
  const viewer = await requireViewer("/desk");
  const words = await requestWords();
  const { t, locale } = words;
  const { clock, year } = deskClock();
  const board = await answered(() => getDelivery(viewer, { year }, clock));
  const due = dueWorks(t, board);
  const waiting = await answered(() => listTasks(viewer, year, clock));
  const toRead = await answered(() => listToRead(viewer, clock.today));
  const cycle = await answered(() => listCycleDue(viewer, clock.today));
  const facts = await answered(() => listFactTasks(viewer, schoolYearOn(clock.today) - 1, clock.today));
  const ofSchool = viewer.schoolId !== null;
  const signs = may(viewer, "flags.read") ? await answered(() => getFlagBoard(viewer, { year })) : null;
  const checks = may(viewer, "checks.read") ? await answered(() => countAwaited(viewer)) : null;
  const mayImport = may(viewer, "results.import");
  const day = (text: string) => formatDay(text, { locale, style: "long" });
  return (
    <>
      <PageHeader
        t={t}
        title={t("desk.greeting", { name: viewer.name })}
        lead={t(mayImport ? "desk.lead" : "desk.leadRead")}
        actions={
          mayImport ? (
            <>
              <LinkButton kind="primary" href="/results/imports/new">
                {t("desk.bring")}
              </LinkButton>
              <LinkButton href="/results/entry">{t("entry.open")}</LinkButton>
            </>
          ) : null
        }
      />
      {waiting.tasks.length > 0 ? (
        <Section id="tasks" title={t("submissions.task.title")}>
          <TaskList t={t} list={waiting} day={day} />
        </Section>
      ) : null}
      {toRead.length > 0 ? (
        <Section id="to-read" title={t("regulations.reading.desk")}>
          <ToReadList t={t} day={day} rows={toRead} />
        </Section>
      ) : null}
      {facts.length > 0 ? (
        <Section id="facts" title={t("indicatorValues.missing.title")}>
          <TaskTable words={words} id="fact-tasks" caption={t("indicatorValues.entry.title")} tasks={facts} />
        </Section>
      ) : null}
      {checks && checks.findings > 0 ? (
        <Section
          id="checks"
          title={t("checks.desk.title")}
          lead={t(ofSchool ? "checks.desk.school" : "checks.desk.office", {
            count: checks.findings,
            errors: checks.errors,
          })}
        >
          <a href="/checks">{t("checks.desk.open")}</a>
        </Section>
      ) : null}
      <CycleDue t={t} items={cycle} day={day} />
      <Section
        id="due"
        title={t("desk.due.title")}
        lead={
          due.length === 0
            ? t("desk.due.none", { year: String(year) })
            : t(ofSchool ? "desk.due.leadSchool" : "desk.due.leadArea")
        }
      >
        {due.length > 0 ? <DueList t={t} works={due} day={day} mine={ofSchool} /> : null}
        {ofSchool ? null : <a href="/desk/delivery">{t("desk.due.all")}</a>}
      </Section>
      {signs && signs.schools > 0 ? (
        <Section
          id="signs"
          title={t("desk.signs.title")}
          lead={t(ofSchool ? "desk.signs.school" : "desk.signs.area", {
            count: signs.flagged.length,
            schools: signs.schools,
            year: String(year),
          })}
        >
          <a href="/flags">{t("desk.signs.open")}</a>
        </Section>
      ) : null}
      <Section id="places" title={t("desk.places")}>
        <ul className="grid gap-1">
          {openSections(viewer).map((name) => (
            <li key={name}>
              <a href={sectionHref(name)} className="inline-flex min-h-11 items-center">
                {t(`desk.links.${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
