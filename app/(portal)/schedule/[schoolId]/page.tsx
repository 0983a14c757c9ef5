import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { ConflictList } from "#components/schedule/conflict-list.tsx";
import { DoneNotice } from "#components/schedule/done-notice.tsx";
import { EditionsSection } from "#components/schedule/editions-section.tsx";
import { GridDrag } from "#components/schedule/grid-drag.tsx";
import { LoadTable } from "#components/schedule/load-table.tsx";
import { MonthTabs } from "#components/schedule/month-tabs.tsx";
import { RowActs } from "#components/schedule/row-acts.tsx";
import { RulesSection } from "#components/schedule/rules-section.tsx";
import { ScheduleFilters } from "#components/schedule/schedule-filters.tsx";
import { ScheduleGrid } from "#components/schedule/schedule-grid.tsx";
import { ScheduleList } from "#components/schedule/schedule-list.tsx";
import { SchoolActions } from "#components/schedule/school-actions.tsx";
import { StateNotices } from "#components/schedule/state-notices.tsx";
import { dayWords, subjectWords } from "#components/schedule/work-words.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PrintHeader } from "#components/ui/print-header.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { answered } from "#lib/platform/access/session.ts";
import { env } from "#lib/platform/env.ts";
import { schoolYear } from "#lib/platform/format/day.ts";
import { loadContextOf } from "#lib/schedule/context.ts";
import { findLetter } from "#lib/schedule/link-queries.ts";
import { openWindows } from "#lib/schedule/placed.ts";
import { getSchoolSchedule } from "#lib/schedule/queries.ts";
import { scheduleFilterSchema } from "#lib/schedule/schema.ts";
import { filterRows, gridWeeks, halfShown, monthShown, scheduleRows } from "#lib/schedule/view.ts";
import { clauseNames, type Query, readSchool, today } from "../read-schedule.ts";

type Props = { params: Promise<{ schoolId: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("schedule"))("title") };
}

/** The schedule of one school: by date or by weeks and parallels, with what the rules say of it. */
export default async function SchoolSchedulePage({ params, searchParams }: Props) {
  const { viewer, schoolId, year, query, t, locale } = await readSchool(params, searchParams);
  const filter = scheduleFilterSchema.parse(query);
  const schedule = await answered(() => getSchoolSchedule(viewer, { schoolId, year }, today()));
  const { facts, report } = schedule;
  const letter = await answered(() => findLetter(viewer));
  const all = scheduleRows(facts, report.conflicts);
  const marked = typeof query.placed === "string" ? `s${query.placed}` : undefined;
  const found = filterRows(all, filter);
  const month = monthShown(found, { asked: filter.month, marked, today: today() });
  const half = filter.view === "grid" ? halfShown(facts, month) : null;
  const rows = month === null || half !== null ? found : found.filter(({ on }) => on.startsWith(month));
  const here = (change: { view?: "list" | "grid"; month?: string }) => {
    const kept = Object.entries({ ...filter, year, ...change }).filter(([, value]) => value !== undefined);
    return `/schedule/${schoolId}?${new URLSearchParams(kept.map(([name, value]) => [name, String(value)]))}`;
  };
  const shown = new Set(rows.map(({ key }) => key));
  const byKey = new Map(all.map((row) => [row.key, row]));
  const place = (key: string) => {
    const row = byKey.get(key);
    return (
      row && {
        // A work of another month stands on another page.
        href: shown.has(key) ? `#${key}` : `${here({ month: row.on.slice(0, 7) })}#${key}`,
        label: `${dayWords(t, locale, row.on)}: ${subjectWords(t, row)}, ${row.classes.join(", ")}`,
      }
    );
  };
  const moveHref = (id: number) => `/schedule/${schoolId}/works/${id}`;
  const plan = schedule.may.plan;
  const { parameters } = loadContextOf(facts, null);
  const conflicts = report.conflicts.filter(({ works }) => works.some((key) => shown.has(key)));
  return (
    <>
      <PrintHeader lines={[facts.school.name, t("schedule.print", { year: schoolYear(year) })]} />
      <PageHeader
        t={t}
        title={t("schedule.title")}
        facts={t("schedule.of", { school: facts.school.name, year: schoolYear(year) })}
        lead={t("schedule.lead")}
        {...(viewer.schoolId === null
          ? {
              crumbs: [
                { label: t("schedule.title"), href: `/schedule?year=${year}` },
                { label: facts.school.name },
              ],
            }
          : {})}
        actions={<SchoolActions t={t} schedule={schedule} />}
      />
      <DoneNotice t={t} query={query} />
      <StateNotices t={t} locale={locale} schedule={schedule} windows={openWindows(facts).length} />
      <ScheduleFilters
        t={t}
        filter={filter}
        facts={facts}
        years={schedule.years}
        action={`/schedule/${schoolId}`}
      />
      <Tabs
        label={t("schedule.view.label")}
        tabs={(["list", "grid"] as const).map((view) => ({
          href: here({ view }),
          label: t(`schedule.view.${view}`),
          current: view === filter.view,
        }))}
      />
      {month !== null || filter.month !== undefined ? (
        <MonthTabs
          t={t}
          rows={found}
          shown={month}
          href={(one) => here({ month: one })}
          {...(filter.view === "grid" ? { halves: [`${year}-09`, `${year + 1}-01`] as const } : {})}
        />
      ) : null}
      {rows.length === 0 ? (
        <EmptyState why={t(all.length === 0 ? "schedule.empty" : "schedule.nothingFound")} />
      ) : filter.view === "list" ? (
        <ScheduleList
          t={t}
          locale={locale}
          rows={rows}
          marked={marked}
          clauses={await clauseNames(viewer, rows)}
          {...(plan ? { act: (row) => <RowActs t={t} row={row} schoolId={schoolId} year={year} /> } : {})}
        />
      ) : (
        <GridDrag>
          <ScheduleGrid
            t={t}
            locale={locale}
            {...gridWeeks(facts, rows, half)}
            caption={t("schedule.grid.caption", { school: facts.school.name, year: schoolYear(year) })}
            {...(plan ? { moveHref: (row) => moveHref(row.workId ?? 0) } : {})}
          />
        </GridDrag>
      )}
      {conflicts.length > 0 ? (
        <Section id="conflicts" title={t("schedule.conflicts.title", { count: conflicts.length })}>
          <ConflictList t={t} locale={locale} conflicts={conflicts} anchors letter={letter} place={place} />
          {plan ? (
            <p className="print:hidden">
              <a href={`/schedule/${schoolId}/repair?year=${year}`}>{t("schedule.repair.open")}</a>
            </p>
          ) : null}
        </Section>
      ) : null}
      <Section id="load" title={t("schedule.load.title")} lead={t("schedule.load.lead")}>
        <LoadTable
          t={t}
          locale={locale}
          loads={report.loads}
          lessonMinutes={parameters.lessonMinutes}
          limit={parameters.yearSharePercent}
        />
      </Section>
      <RulesSection
        t={t}
        parameters={parameters}
        report={report}
        place={place}
        {...(plan ? { timetableHref: `/schedule/${schoolId}/timetable?year=${year}` } : {})}
      />
      <EditionsSection t={t} locale={locale} timeZone={env.TIME_ZONE} schedule={schedule} />
    </>
  );
}
