import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { ActRow } from "#lib/acts/queries.ts";

interface Props {
  t: Translate;
  rows: readonly ActRow[];
  day: (instant: string) => string;
}

/** Acts with their state. */
export function ActsTable({ t, rows, day }: Props) {
  const columns: Column<ActRow>[] = [
    {
      key: "title",
      head: t("acts.page.columns.title"),
      cell: (row) => (
        <>
          <a href={`/acts/${row.id}`}>{row.title}</a>
          <span className="block text-small text-ink-2">{row.school}</span>
        </>
      ),
    },
    { key: "year", head: t("acts.page.columns.year"), cell: (row) => row.schoolYear },
    { key: "state", head: t("acts.page.columns.state"), cell: (row) => t(`acts.page.state.${row.state}`) },
    { key: "changed", head: t("acts.page.columns.changed"), cell: (row) => day(row.changedAt) },
  ];
  const caption = t("acts.page.caption", { count: rows.length });
  return (
    <Table
      id="acts-list"
      t={t}
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={(row) => String(row.id)}
    />
  );
}
