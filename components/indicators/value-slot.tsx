import { EmptyState } from "#components/ui/empty-state.tsx";
import { FigureCell, FigureLegend, type FigureText, silencesOf } from "#components/ui/figure-cell.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";

/** A value of one period, ready for the eye. */
export interface ValueRow {
  key: string;
  period: string;
  figure: FigureText;
  /** «14 из 24» */
  base?: string;
  /** The level in words; absent where no borders are set. */
  level?: string;
  target?: string;
  /** Where it is told how this number was made. */
  href?: string;
}

/** The values of an indicator on its page, newest first; what makes them hands the rows in. */
export function ValueSlot({ t, rows }: { t: Translate; rows: readonly ValueRow[] }) {
  if (rows.length === 0) return <EmptyState why={t("indicators.page.valuesNone")} />;
  const columns: Column<ValueRow>[] = [
    { key: "period", head: t("indicators.page.period_"), cell: ({ period }) => period },
    {
      key: "value",
      head: t("indicators.page.value"),
      numeric: true,
      cell: ({ figure, base }) => (
        <>
          <FigureCell figure={figure} t={t} />
          {base ? <span className="block text-small text-ink-2">{base}</span> : null}
        </>
      ),
    },
    { key: "level", head: t("indicators.page.level"), cell: ({ level }) => level ?? "—" },
    { key: "target", head: t("indicators.page.target"), numeric: true, cell: ({ target }) => target ?? "—" },
    {
      key: "how",
      head: t("indicators.page.how_"),
      cell: ({ href, period }) =>
        href ? (
          <a href={href}>
            {t("ui.how.link")}
            <span className="sr-only">: {period}</span>
          </a>
        ) : (
          "—"
        ),
    },
  ];
  return (
    <Table
      id="values-table"
      t={t}
      caption={t("indicators.page.valuesCaption")}
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
    >
      <FigureLegend t={t} used={silencesOf(rows.map(({ figure }) => figure))} />
    </Table>
  );
}
