import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { ReportRow } from "#lib/reports/queries.ts";

interface Props {
  t: Translate;
  caption: string;
  rows: readonly ReportRow[];
  day: (instant: string) => string;
}

/** Reports with their state, newest first. */
export function ReportsTable({ t, caption, rows, day }: Props) {
  const columns: Column<ReportRow>[] = [
    {
      key: "name",
      head: t("reports.list.name"),
      cell: (row) => (
        <>
          <a href={`/reports/drafts/${row.id}`}>{row.title}</a>
          <span className="block text-small text-ink-2">{row.unitName}</span>
        </>
      ),
    },
    { key: "year", head: t("reports.list.year"), numeric: true, cell: (row) => row.year },
    { key: "state", head: t("reports.list.state"), cell: (row) => stateOf(t, row, day) },
  ];
  return (
    <Table
      id="reports"
      t={t}
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={(row) => String(row.id)}
    />
  );
}

function stateOf(t: Translate, row: ReportRow, day: (instant: string) => string): string {
  if (row.publishedAt === null) return t("reports.state.draft");
  return t(row.withdrawn ? "reports.state.withdrawn" : "reports.state.published", {
    edition: row.edition,
    day: day(row.publishedAt),
  });
}
