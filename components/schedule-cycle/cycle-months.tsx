import { EmptyState } from "#components/ui/empty-state.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { CycleItemView } from "#lib/schedule/cycle/item-view.ts";
import { MonthTable } from "./month-table.tsx";

/** The year month by month, from August. */
export function CycleMonths(props: {
  t: Translate;
  items: readonly CycleItemView[];
  day: (day: string) => string;
}) {
  const { t, items, day } = props;
  const months = new Map<number, CycleItemView[]>();
  for (const item of items) {
    const month = Number(item.dueOn.slice(5, 7));
    months.set(month, [...(months.get(month) ?? []), item]);
  }
  if (items.length === 0) return <EmptyState why={t("cycle.nothing")} />;
  return (
    <div className="grid gap-8">
      {[...months].map(([month, lines]) => (
        <MonthTable key={month} t={t} month={month} items={lines} day={day} />
      ))}
    </div>
  );
}
