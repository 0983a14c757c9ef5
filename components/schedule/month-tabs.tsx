import { Tabs } from "#components/ui/tabs.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { byMonth, type ScheduleRow } from "#lib/schedule/view.ts";

interface Props {
  t: Translate;
  rows: readonly ScheduleRow[];
  /** The month that is shown; null: all. */
  shown: string | null;
  href: (month: string) => string;
  /** The halves of the year in place of months: for the grid. */
  halves?: readonly [first: string, second: string];
}

/** The months of a long schedule with how many works each has; the whole year, for those who search the page or print it, is the last. */
export function MonthTabs({ t, rows, shown, href, halves }: Props) {
  const months = halves
    ? halves.map((month, index) => ({ month, label: t(`schedule.months.half${index + 1}`) }))
    : byMonth(rows).map(({ month, rows: inMonth }) => ({
        month,
        label: t("schedule.months.one", {
          month: t(`schedule.month.${Number(month.slice(5))}`),
          count: inMonth.length,
        }),
      }));
  const current = shown === null ? "all" : halves ? halves[shown < halves[1] ? 0 : 1] : shown;
  const all = { month: "all", label: t("schedule.months.all", { count: rows.length }) };
  return (
    <Tabs
      label={t("schedule.months.label")}
      tabs={[...months, all].map(({ month, label }) => ({
        href: href(month),
        label,
        current: month === current,
      }))}
    />
  );
}
