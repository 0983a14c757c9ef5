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
  /** The viewer's unit in an address of the analysis, «region-1»; null for the whole portal. */
  unit: string | null;
}

/** Works of a school year with results in the viewer's unit, and where to look at them. */
export function WorksWithResults({ words, year, works, schoolId, unit }: Props) {
  const { t } = words;
  const columns: Column<WorkWithResults>[] = [
    {
      key: "work",
      head: t("results.home.work"),
      cell: (row) => (
        <>
          {workTitle(t, row.work)}
          <span className="flex min-w-40 flex-wrap gap-x-4 text-small">
            <WorkLinks t={t} workId={row.work.id} schoolId={schoolId} unit={unit} />
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

function WorkLinks(props: { t: Words["t"]; workId: number; schoolId: number | null; unit: string | null }) {
  const { t, workId, schoolId, unit } = props;
  return (
    <>
      {unit === null ? null : <a href={`/insights/${unit}/${workId}`}>{t("results.home.analysis")}</a>}
      {schoolId === null ? (
        <a href={`/results?work=${workId}#schools`}>{t("results.home.bySchool")}</a>
      ) : (
        <a href={`/results/${workId}/${schoolId}`}>{t("results.home.rows")}</a>
      )}
    </>
  );
}
