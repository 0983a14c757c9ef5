import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { EditionWork } from "#lib/schedule/edition.ts";
import { byMonth } from "#lib/schedule/view.ts";
import type { Locale } from "#messages/load.ts";
import { LevelMark } from "./level-mark.tsx";
import { dayWords, lessonWords, subjectWords, workWords } from "./work-words.ts";

/** Published works, a table a month. */
export function PublicList(props: { t: Translate; locale: Locale; rows: readonly EditionWork[] }) {
  const { t, locale, rows } = props;
  const columns: Column<EditionWork>[] = [
    {
      key: "day",
      head: t("schedule.list.day"),
      cell: ({ on }) => <span className="whitespace-nowrap">{dayWords(t, locale, on)}</span>,
    },
    { key: "classes", head: t("schedule.list.classes"), cell: ({ classes }) => classes.join(", ") },
    { key: "subject", head: t("schedule.list.subject"), cell: (work) => subjectWords(t, work) },
    { key: "work", head: t("schedule.list.work"), cell: (work) => workWords(t, work) },
    { key: "lesson", head: t("schedule.list.lesson"), cell: ({ lesson }) => lessonWords(t, lesson) },
    { key: "level", head: t("schedule.list.level"), cell: ({ level }) => <LevelMark t={t} level={level} /> },
    { key: "minutes", head: t("schedule.list.minutes"), numeric: true, cell: ({ minutes }) => minutes },
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
      rowKey={({ uid }) => uid}
    />
  ));
}
