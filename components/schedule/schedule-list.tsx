import type { ReactNode } from "react";
import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { byMonth, type ScheduleRow } from "#lib/schedule/view.ts";
import type { Locale } from "#messages/load.ts";
import { ConflictMark } from "./conflict-mark.tsx";
import { LevelMark } from "./level-mark.tsx";
import { dayWords, lessonWords, subjectWords, workWords } from "./work-words.ts";

interface Props {
  t: Translate;
  locale: Locale;
  rows: readonly ScheduleRow[];
  /** What may be done with a row; nothing for those who only read. */
  act?: (row: ScheduleRow) => ReactNode;
  /** The row that has just been placed or moved. */
  marked?: string | undefined;
  /** Names of the linked clauses by `regulationId:clauseKey`. */
  clauses?: ReadonlyMap<string, { href: string; label: string }>;
}

/** The schedule by date, a table a month: what is read first, by people and by screen readers. */
export function ScheduleList({ t, locale, rows, act, marked, clauses = new Map() }: Props) {
  const columns: Column<ScheduleRow>[] = [
    {
      key: "day",
      head: t("schedule.list.day"),
      cell: (row) => <span className="whitespace-nowrap">{dayWords(t, locale, row.on)}</span>,
    },
    {
      key: "lesson",
      head: t("schedule.list.lesson"),
      cell: (row) => <span className="whitespace-nowrap">{lessonWords(t, row.lesson)}</span>,
    },
    { key: "classes", head: t("schedule.list.classes"), cell: (row) => row.classes.join(", ") },
    { key: "subject", head: t("schedule.list.subject"), cell: (row) => subjectWords(t, row) },
    {
      key: "work",
      head: t("schedule.list.work"),
      cell: (row) => <WorkCell t={t} row={row} clauses={clauses} />,
    },
    { key: "level", head: t("schedule.list.level"), cell: (row) => <LevelMark t={t} level={row.level} /> },
    { key: "minutes", head: t("schedule.list.minutes"), numeric: true, cell: (row) => row.minutes },
    {
      key: "rules",
      head: t("schedule.list.rules"),
      cell: (row) => <ConflictMark t={t} conflicts={row.conflicts} />,
    },
    ...(act ? [{ key: "act", head: t("schedule.list.act"), cell: act }] : []),
  ];
  return byMonth(rows).map(({ month, rows: inMonth }) => (
    <Table
      key={month}
      id={`m${month}`}
      t={t}
      caption={t("schedule.list.caption", {
        month: t(`schedule.month.${Number(month.slice(5))}`),
        year: month.slice(0, 4),
        count: inMonth.length,
      })}
      columns={columns}
      rows={inMonth}
      rowKey={(row) => row.key}
      isSelected={(row) => row.key === marked}
    />
  ));
}

type Clauses = ReadonlyMap<string, { href: string; label: string }>;

function WorkCell({ t, row, clauses }: { t: Translate; row: ScheduleRow; clauses: Clauses }) {
  const clause = row.clause && clauses.get(`${row.clause.regulationId}:${row.clause.clauseKey ?? ""}`);
  return (
    // The anchor of the row that other parts of the page lead to.
    <span id={row.key} className="grid gap-1">
      <span>{workWords(t, row)}</span>
      {row.note ? <span className="text-small text-ink-2">{row.note}</span> : null}
      {row.assessedWorkId !== null ? (
        <a href={`/assessments/${row.assessedWorkId}`} className="text-small">
          {t("schedule.list.assessed")}
        </a>
      ) : null}
      {clause ? (
        <a href={clause.href} className="text-small">
          {clause.label}
        </a>
      ) : null}
    </span>
  );
}
