import { Section } from "#components/layout/section.tsx";
import { FigureCell, FigureLegend, silencesOf } from "#components/ui/figure-cell.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { PartRow, PartsView } from "#lib/insights/parts-view.ts";

interface Props {
  t: Translate;
  view: PartsView;
  title: string;
  unit: string;
  pageHref: (page: number) => string;
}

/** Classes, schools or municipalities by name. There is no order by results: ВПР make no ranking. */
export function PartsSection({ t, view, title, unit, pageHref }: Props) {
  return (
    <Section
      id="parts"
      title={t(`insights.parts.title.${view.kind}`)}
      lead={
        <>
          <p>{t("insights.parts.noRanking")}</p>
          <p>{t("insights.parts.weighted")}</p>
          {view.fewCount > 0 ? <p>{t("insights.parts.fewNote", { count: view.fewCount })}</p> : null}
        </>
      }
    >
      <Table
        id="parts-table"
        t={t}
        caption={t("insights.parts.caption", { title, unit, count: view.count })}
        columns={columns(t, view)}
        rows={view.rows}
        rowKey={({ key }) => key}
      >
        <FigureLegend
          used={silencesOf(view.rows.flatMap(({ figures }) => figures.map(({ text }) => text)))}
          t={t}
        />
      </Table>
      <Pagination t={t} page={view.page} pages={view.pages} href={pageHref} />
    </Section>
  );
}

function columns(t: Translate, view: PartsView): Column<PartRow>[] {
  const { total } = view;
  return [
    {
      key: "name",
      head: t(`insights.parts.head.${view.kind}`),
      cell: ({ name, href, few }) => (
        <>
          <span className="inline-block sm:min-w-36">{href ? <a href={href}>{name}</a> : name}</span>
          {few ? <span className="block text-small text-ink-2">{t("insights.parts.few")}</span> : null}
        </>
      ),
      foot: t("insights.parts.total"),
    },
    {
      ...{ key: "participants", head: t("insights.parts.participants"), numeric: true },
      cell: ({ participants }) => participants,
      foot: total.participants,
    },
    {
      ...{ key: "absent", head: t("insights.parts.absent"), numeric: true },
      cell: ({ absent }) => absent,
      foot: total.absent,
    },
    ...view.columns.map(
      (head, index): Column<PartRow> => ({
        ...{ key: String(index), head, numeric: true },
        cell: ({ figures }) => <Cell t={t} figure={figures[index]} />,
        foot: <Cell t={t} figure={total.figures[index]} />,
      }),
    ),
  ];
}

function Cell({ t, figure }: { t: Translate; figure: PartRow["figures"][number] | undefined }) {
  return figure ? <FigureCell figure={figure.text} t={t} dense /> : "—";
}
