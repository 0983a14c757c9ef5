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
        cell: (row) => <Cell t={t} cell={row.cells[index] ?? { kind: "absent" }} />,
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

/** A figure with its share under it, so that four columns fit on a phone. */
function Cell({ t, cell }: { t: Translate; cell: Row["cells"][number] }) {
  return (
    <>
      <FigureCell t={t} figure={cell} />
      {cell.kind === "value" && cell.share ? (
        <span className="block text-small text-ink-2">{cell.share}</span>
      ) : null}
    </>
  );
}

function Meaning({ kind, words }: { kind: "supp" | "none"; words: string }) {
  return (
    <li className="flex gap-2">
      <span className="pt-1">
        <Shape kind={kind} />
      </span>
      <span>{words}</span>
    </li>
  );
}
