import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { WorkRow } from "#lib/insights/unit-view.ts";

/** The works of a year with how many took part; the name opens the analysis. */
export function WorksTable(props: { t: Translate; caption: string; rows: readonly WorkRow[] }) {
  const { t, caption, rows } = props;
  const columns: Column<WorkRow>[] = [
    { key: "work", head: t("insights.units.work"), cell: ({ name, href }) => <a href={href}>{name}</a> },
    { key: "kind", head: t("insights.units.kind"), cell: ({ kind }) => kind },
    {
      ...{ key: "participants", head: t("insights.units.participants"), numeric: true },
      cell: ({ participants }) => participants,
    },
  ];
  return (
    <Table
      id="works"
      t={t}
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      sticky={false}
    />
  );
}
