import { type Column, Table } from "#components/ui/table.tsx";
import { entryHref } from "#lib/indicators/values/addresses.ts";
import { wholeYear } from "#lib/indicators/values/period.ts";
import type { FactTask } from "#lib/indicators/values/task-queries.ts";
import { periodText, type ValueWords } from "#lib/indicators/values/words.ts";
import { formatDay } from "#lib/platform/format/day.ts";

/** Forms that are owed, with owner and day. */
export function TaskTable(props: {
  words: Pick<ValueWords, "t" | "locale">;
  id: string;
  caption: string;
  tasks: readonly FactTask[];
}) {
  const { id, caption, tasks } = props;
  const { t, locale } = props.words;
  const columns: Column<FactTask>[] = [
    {
      key: "group",
      head: t("indicatorValues.missing.group"),
      cell: ({ schoolId, schoolYear, group, part }) => (
        <a href={entryHref(schoolId, schoolYear, group, part)}>{t(`formulas.groups.${group}`)}</a>
      ),
    },
    ...(tasks.some(({ part }) => part !== wholeYear)
      ? [
          {
            key: "period",
            head: t("indicatorValues.period"),
            cell: (task: FactTask) => periodText(props.words, task),
          },
        ]
      : []),
    {
      key: "count",
      head: t("indicatorValues.missing.count"),
      numeric: true,
      cell: ({ missing }) => String(missing),
    },
    {
      key: "blocks",
      head: t("indicatorValues.missing.blocks"),
      cell: ({ waiting }) => (waiting.length > 8 ? `${waiting.slice(0, 8).join(", ")}…` : waiting.join(", ")),
    },
    {
      key: "owner",
      head: t("indicatorValues.missing.owner"),
      cell: ({ owner }) => owner?.name ?? t("indicatorValues.missing.nobody"),
    },
    {
      key: "due",
      head: t("indicatorValues.missing.due"),
      cell: ({ dueOn, overdue }) =>
        [formatDay(dueOn, { locale }), overdue ? t("indicatorValues.missing.overdue") : ""]
          .filter(Boolean)
          .join(": "),
    },
  ];
  return (
    <Table
      id={id}
      t={t}
      caption={caption}
      columns={columns}
      rows={tasks}
      rowKey={({ group, schoolYear, part }) => `${group}-${schoolYear}${part}`}
    />
  );
}
