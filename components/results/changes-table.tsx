import { type Column, Table } from "#components/ui/table.tsx";
import { workName } from "#lib/assessments/work-title.ts";
import type { ImportView, TargetView } from "#lib/results/import-queries.ts";
import { countText, type Words } from "./words.ts";

const counts = ["added", "changed", "unchanged", "gone"] as const;

/** What an import changes, or changed, per school and work, with the sums over all of them. */
export function ChangesTable({ words, file }: { words: Words; file: ImportView }) {
  const { t } = words;
  const applied = file.state === "applied";
  const columns: Column<TargetView>[] = [
    {
      key: "school",
      head: t("results.changes.school"),
      foot: t("results.changes.total"),
      cell: (row) => <Target words={words} row={row} linked={applied || file.state === "unchanged"} />,
    },
    ...counts.map((key) => ({
      key,
      head: t(applied ? `results.changes.done.${key}` : `results.changes.${key}`),
      numeric: true,
      cell: (row: TargetView) => countText(words, row[key]),
      foot: countText(words, file.sums[key]),
    })),
  ];
  return (
    <Table
      id="changes"
      t={t}
      caption={t("results.changes.caption", { count: file.sums.schools })}
      columns={file.sums.targets > 1 ? columns : columns.map(({ foot: _, ...column }) => column)}
      rows={file.targets}
      rowKey={(row) => `${row.schoolId}-${row.work.id}`}
    />
  );
}

function Target({ words: { t }, row, linked }: { words: Words; row: TargetView; linked: boolean }) {
  return (
    <div className="min-w-36">
      {row.schoolName}
      <span className="block text-small text-ink-2">{workName(t, row.work)}</span>
      {linked ? (
        <span className="flex flex-wrap gap-x-4 text-small">
          <a href={`/insights/school-${row.schoolId}/${row.work.id}`}>{t("results.home.analysis")}</a>
          <a href={`/results/${row.work.id}/${row.schoolId}`}>{t("results.home.rows")}</a>
        </span>
      ) : null}
    </div>
  );
}
