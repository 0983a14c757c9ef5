import { FigureCell } from "#components/ui/figure-cell.tsx";
import { Shape } from "#components/ui/status.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { TableView } from "#lib/reports/report-view.ts";

type Row = TableView["rows"][number];

interface Props {
  t: Translate;
  id: string;
  table: TableView;
  least: number;
}

/** All published numbers of a work: what was counted down, the school and its areas across. Silences are words. */
export function WorkTable({ t, id, table, least }: Props) {
  const columns: Column<Row>[] = [
    { key: "measure", head: t("public.table.measure"), cell: (row) => row.name },
    ...table.columns.map(
      ({ key, head }, index): Column<Row> => ({
        key,
        head,
        numeric: true,
        cell: (row) => <FigureCell t={t} figure={row.cells[index] ?? { kind: "absent" }} />,
      }),
    ),
  ];
  const used = new Set(table.rows.flatMap((row) => row.cells.map((cell) => cell.kind)));
  return (
    <Table
      id={id}
      t={t}
      caption={table.caption}
      columns={columns}
      rows={table.rows}
      rowKey={(row) => row.key}
    >
      <ul className="grid max-w-measure gap-1 text-small text-ink-2">
        {used.has("tooFew") ? <Meaning kind="supp" words={t("public.table.legend", { least })} /> : null}
        {used.has("absent") ? <Meaning kind="none" words={t("public.table.legendAbsent")} /> : null}
      </ul>
    </Table>
  );
}

function Meaning({ kind, words }: { kind: "supp" | "none"; words: string }) {
  return (
    <li className="flex items-baseline gap-2">
      <span className="self-center">
        <Shape kind={kind} />
      </span>
      <span>{words}</span>
    </li>
  );
}
