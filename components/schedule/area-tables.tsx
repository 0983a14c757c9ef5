import { Status } from "#components/ui/status.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { formatDay } from "#lib/platform/format/day.ts";
import type { AreaSchedule, SchoolLine } from "#lib/schedule/area-queries.ts";
import type { AnnouncedWork } from "#lib/schedule/facts.ts";
import type { Locale } from "#messages/load.ts";
import { LevelMark } from "./level-mark.tsx";
import { dayWords, lessonWords, subjectWords, workWords } from "./work-words.ts";

/** «20.04.2027 – 20.05.2027», or the one day. */
export function spanWords(
  locale: Locale,
  { opensOn, closesOn }: { opensOn: string; closesOn: string },
): string {
  const [from, to] = [formatDay(opensOn, { locale }), formatDay(closesOn, { locale })];
  return opensOn === closesOn ? from : `${from} – ${to}`;
}

interface AnnouncedProps {
  t: Translate;
  locale: Locale;
  works: readonly AnnouncedWork[];
  extra?: readonly Column<AnnouncedWork>[];
}

/** What offices have announced: a day, or a window in which each school chooses. */
export function AnnouncedTable({ t, locale, works, extra = [] }: AnnouncedProps) {
  const columns: Column<AnnouncedWork>[] = [
    { key: "when", head: t("schedule.area.when"), cell: (work) => spanWords(locale, work) },
    { key: "grade", head: t("schedule.area.grade"), numeric: true, cell: ({ grade }) => grade },
    { key: "subject", head: t("schedule.list.subject"), cell: (work) => subjectWords(t, work) },
    { key: "work", head: t("schedule.list.work"), cell: (work) => workWords(t, work) },
    { key: "level", head: t("schedule.list.level"), cell: ({ level }) => <LevelMark t={t} level={level} /> },
    { key: "minutes", head: t("schedule.list.minutes"), numeric: true, cell: ({ minutes }) => minutes },
    {
      key: "choice",
      head: t("schedule.area.choice"),
      cell: ({ opensOn, closesOn }) =>
        t(opensOn === closesOn ? "schedule.area.fixed" : "schedule.area.window"),
    },
    ...extra,
  ];
  return (
    <Table
      id="announced-works"
      t={t}
      caption={t("schedule.area.announcedCaption", { count: works.length })}
      columns={columns}
      rows={works}
      rowKey={({ id }) => String(id)}
    />
  );
}

/** Works of schools by date, each with its school. */
export function AreaWorksTable(props: {
  t: Translate;
  locale: Locale;
  works: AreaSchedule["works"];
  year: number;
}) {
  const { t, locale, works, year } = props;
  const columns: Column<AreaSchedule["works"][number]>[] = [
    { key: "day", head: t("schedule.list.day"), cell: ({ on }) => dayWords(t, locale, on) },
    {
      key: "school",
      head: t("schedule.area.school"),
      cell: ({ school, schoolId }) => <a href={`/schedule/${schoolId}?year=${year}`}>{school}</a>,
    },
    { key: "classes", head: t("schedule.list.classes"), cell: ({ classes }) => classes.join(", ") },
    { key: "subject", head: t("schedule.list.subject"), cell: (work) => subjectWords(t, work) },
    { key: "work", head: t("schedule.list.work"), cell: (work) => workWords(t, work) },
    { key: "lesson", head: t("schedule.list.lesson"), cell: ({ lesson }) => lessonWords(t, lesson) },
    { key: "level", head: t("schedule.list.level"), cell: ({ level }) => <LevelMark t={t} level={level} /> },
  ];
  return (
    <Table
      id="area-works"
      t={t}
      caption={t("schedule.area.worksCaption", { count: works.length })}
      columns={columns}
      rows={works}
      rowKey={({ id }) => String(id)}
    />
  );
}

/** Which schools have published, and where days are still to be chosen. */
export function SchoolsTable(props: {
  t: Translate;
  locale: Locale;
  schools: readonly SchoolLine[];
  year: number;
}) {
  const { t, schools, year } = props;
  const columns: Column<SchoolLine>[] = [
    {
      key: "school",
      head: t("schedule.area.school"),
      cell: ({ id, name }) => <a href={`/schedule/${id}?year=${year}`}>{name}</a>,
    },
    {
      key: "municipality",
      head: t("schedule.filter.municipality"),
      cell: ({ municipality }) => municipality,
    },
    { key: "works", head: t("schedule.area.count"), numeric: true, cell: ({ works }) => works },
    {
      key: "edition",
      head: t("schedule.area.edition"),
      cell: ({ edition }) =>
        edition === null ? (
          <Status kind="none" t={t} plain word={t("schedule.area.notPublished")} />
        ) : (
          <Status kind="ok" t={t} plain word={t("schedule.edition.number", { number: edition })} />
        ),
    },
    {
      key: "windows",
      head: t("schedule.area.openWindows"),
      numeric: true,
      cell: ({ openWindows }) => openWindows,
    },
  ];
  return (
    <Table
      id="area-schools"
      t={t}
      caption={t("schedule.area.schoolsCaption", { count: schools.length })}
      columns={columns}
      rows={schools}
      rowKey={({ id }) => String(id)}
    />
  );
}
