import { type Column, Table } from "#components/ui/table.tsx";
import { workTitle } from "#lib/assessments/work-title.ts";
import { schoolYear } from "#lib/platform/format/day.ts";
import type { WorkWithResults } from "#lib/results/queries.ts";
import { countText, instantText, type Words } from "./words.ts";

interface Props {
  words: Words;
  year: number;
  works: readonly WorkWithResults[];
  /** The viewer's own school; null for those who see several. */
  schoolId: number | null;
}

/** Works of a school year with results in the viewer's unit, and where to look at them. */
export function WorksWithResults({ words, year, works, schoolId }: Props) {
  const { t } = words;
  const columns: Column<WorkWithResults>[] = [
    {
      key: "work",
      head: t("results.home.work"),
      cell: (row) => (
        <>
          {workTitle(t, row.work)}
          <span className="flex flex-wrap gap-x-4 text-small">
            <WorkLinks t={t} row={row} schoolId={schoolId} />
          </span>
        </>
      ),
    },
    ...(schoolId === null
      ? [
          {
            key: "schools",
            head: t("results.home.schools"),
            numeric: true,
            cell: (row: WorkWithResults) => countText(words, row.schools),
          },
        ]
      : []),
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
      id={`works-${year}`}
      t={t}
      caption={t("results.home.caption", { year: schoolYear(year), count: works.length })}
      columns={columns}
      rows={works}
      rowKey={(row) => String(row.work.id)}
    />
  );
}

function WorkLinks(props: { t: Words["t"]; row: WorkWithResults; schoolId: number | null }) {
  const { t, row, schoolId } = props;
  if (schoolId === null)
    return <a href={`/results?work=${row.work.id}#schools`}>{t("results.home.bySchool")}</a>;
  return (
    <>
      <a href={`/insights/school-${schoolId}/${row.work.id}`}>{t("results.home.analysis")}</a>
      <a href={`/results/${row.work.id}/${schoolId}`}>{t("results.home.rows")}</a>
    </>
  );
}
