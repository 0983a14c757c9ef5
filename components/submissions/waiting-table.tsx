import { instantText, type Words } from "#components/results/words.ts";
import { type Column, Table } from "#components/ui/table.tsx";
import { workTitle } from "#lib/assessments/work-title.ts";
import type { WaitingSubmission } from "#lib/submissions/queries.ts";

/** Submissions that wait for the viewer, by school in the order of names; with boxes where they can be accepted at once. */
export function WaitingTable({
  words,
  rows,
  choosing,
}: {
  words: Words;
  rows: readonly WaitingSubmission[];
  choosing: boolean;
}) {
  const { t } = words;
  const title = (row: WaitingSubmission) => workTitle(t, row.work);
  const columns: Column<WaitingSubmission>[] = [
    { key: "school", head: t("submissions.waiting.school"), cell: ({ school }) => school },
    {
      key: "work",
      head: t("submissions.waiting.work"),
      cell: (row) => <a href={`/results/submissions/${row.work.id}/${row.schoolId}`}>{title(row)}</a>,
    },
    {
      key: "people",
      head: t("submissions.waiting.people"),
      numeric: true,
      cell: ({ participants }) => participants,
    },
    {
      key: "notes",
      head: t("submissions.waiting.notes"),
      numeric: true,
      cell: ({ confirmedWarnings }) => confirmedWarnings,
    },
    { key: "since", head: t("submissions.waiting.since"), cell: (row) => instantText(words, row.changedAt) },
  ];
  if (choosing)
    columns.push({
      key: "choose",
      head: t("submissions.waiting.choose"),
      cell: (row) => (
        <span className="choice">
          <input
            type="checkbox"
            name="chosen[]"
            value={`${row.schoolId}:${row.work.id}:${row.version}`}
            aria-label={t("submissions.waiting.chooseOne", { school: row.school, work: title(row) })}
          />
        </span>
      ),
    });
  return (
    <Table
      id="waiting"
      t={t}
      caption={t("submissions.waiting.caption", { count: rows.length })}
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.schoolId}-${row.work.id}`}
      dense
    />
  );
}
