import { type Column, Table } from "#components/ui/table.tsx";
import { workTitle } from "#lib/assessments/work-title.ts";
import type { NamedWork } from "#lib/results/named-works.ts";
import type { SchoolWithResults } from "#lib/results/queries.ts";
import { countText, instantText, type Words } from "./words.ts";

interface Props {
  words: Words;
  work: NamedWork;
  schools: readonly SchoolWithResults[];
  total: number;
}

/** Schools that have results of a work, by name. No column of marks: schools are not ranked. */
export function SchoolsWithResults({ words, work, schools, total }: Props) {
  const { t } = words;
  const columns: Column<SchoolWithResults>[] = [
    {
      key: "school",
      head: t("results.home.school"),
      cell: (row) => (
        <>
          {row.name}
          <span className="flex flex-wrap gap-x-4 text-small">
            <a href={`/insights/school-${row.id}/${work.id}`}>{t("results.home.analysis")}</a>
            <a href={`/results/${work.id}/${row.id}`}>{t("results.home.rows")}</a>
          </span>
        </>
      ),
    },
    {
      key: "participants",
      head: t("results.home.participants"),
      numeric: true,
      cell: (row) => countText(words, row.participants),
    },
    {
      key: "absent",
      head: t("results.home.absent"),
      numeric: true,
      cell: (row) => countText(words, row.absent),
    },
    { key: "changed", head: t("results.home.changed"), cell: (row) => instantText(words, row.changedAt) },
  ];
  return (
    <Table
      id="schools-table"
      t={t}
      caption={t("results.home.schoolsCaption", { title: workTitle(t, work), count: total })}
      columns={columns}
      rows={schools}
      rowKey={(row) => String(row.id)}
    />
  );
}
