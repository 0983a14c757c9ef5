import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { formatDay } from "#lib/platform/format/day.ts";
import type { SchoolYear } from "#lib/schedule/facts.ts";
import { countLessons } from "#lib/schedule/timetable/week.ts";
import type { Locale } from "#messages/load.ts";

interface Props {
  t: Translate;
  locale: Locale;
  facts: SchoolYear;
  /** The form of a class, opened at the timetable that begins on `from`. */
  edit: (label: string, from: string | null) => string;
  marked: string | undefined;
}

/** The classes of a school with the days from which their timetables hold; those without one are said to be so. */
export function TimetableList({ t, locale, facts, edit, marked }: Props) {
  const columns: Column<SchoolYear["classes"][number]>[] = [
    { key: "class", head: t("schedule.list.classes"), cell: ({ label }) => label },
    {
      key: "since",
      head: t("timetable.since"),
      cell: ({ label }) => {
        const dated = facts.timetables.filter((one) => one.label === label);
        if (dated.length === 0) return t("timetable.none");
        return (
          <ul className="grid gap-1">
            {dated.map(({ from, days }) => (
              <li key={from}>
                <a href={edit(label, from)}>
                  {t("timetable.from", { day: formatDay(from, { locale }) })}
                  <span className="sr-only">, {label}</span>
                </a>{" "}
                <span className="text-ink-2">{t("timetable.lessons", { count: countLessons(days) })}</span>
              </li>
            ))}
          </ul>
        );
      },
    },
    {
      key: "act",
      head: t("schedule.list.act"),
      cell: ({ label }) => {
        const known = facts.timetables.some((one) => one.label === label);
        return (
          <a href={edit(label, null)}>
            {t(known ? "timetable.another" : "timetable.enter")}
            <span className="sr-only">: {label}</span>
          </a>
        );
      },
    },
  ];
  return (
    <Table
      id="timetables"
      t={t}
      caption={t("timetable.caption", {
        count: facts.classes.filter(({ label }) => facts.timetables.some((one) => one.label === label))
          .length,
        all: facts.classes.length,
      })}
      columns={columns}
      rows={facts.classes}
      rowKey={({ label }) => label}
      isSelected={({ label }) => label === marked}
    />
  );
}
