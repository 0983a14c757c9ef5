import type { ReactNode } from "react";
import { Trend } from "#components/charts/trend.tsx";
import { Section } from "#components/layout/section.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { YearsView } from "#lib/insights/years-view.ts";
import { FigureLink } from "./figure-tile.tsx";

type Row = YearsView["rows"][number];

/** The whole of a share: the axis is never cut. */
const AXIS = {
  ...{ from: 0, to: 100, cut: false },
  ticks: [0, 25, 50, 75, 100].map((value) => ({ value, label: String(value) })),
};

interface Props {
  t: Translate;
  view: YearsView | null;
  /** The way to the workbook with the same numbers. */
  files: ReactNode;
}

/** The same work in other years, where the two may stand side by side; where not, a sentence why. */
export function YearsSection({ t, view, files }: Props) {
  return (
    <Section
      id="years"
      title={t("insights.sections.years")}
      lead={
        view && view.rows.length > 0 && !view.chart ? (
          <>
            {view.sentence ? <p>{view.sentence}</p> : null}
            <p>{t("insights.years.otherPupils")}</p>
          </>
        ) : null
      }
    >
      {view ? <Years t={t} view={view} files={files} /> : <EmptyState why={t("insights.empty.years")} />}
    </Section>
  );
}

function Years({ t, view, files }: Props & { view: YearsView }) {
  return (
    <>
      {view.chart ? <Trend t={t} id="years-chart" {...view.chart} files={files} axis={AXIS} /> : null}
      {view.rows.length > 0 ? (
        <Table
          id="years-table"
          t={t}
          caption={t("insights.years.caption")}
          columns={columns(t, view.rows)}
          rows={view.rows}
          rowKey={({ key }) => key}
          isSelected={({ isThis }) => isThis}
        />
      ) : null}
      {view.notComparable.length > 0 ? (
        <div className="grid max-w-measure gap-2">
          <h3>{t("insights.years.notComparable")}</h3>
          <ul className="grid gap-1">
            {view.notComparable.map(({ key, text, href }) => (
              <li key={key}>
                <a href={href}>{text}</a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}

function columns(t: Translate, rows: readonly Row[]): Column<Row>[] {
  return [
    {
      key: "year",
      head: t("insights.years.year"),
      cell: ({ year, href, isThis }) => (isThis ? year : <a href={href}>{year}</a>),
    },
    {
      key: "participants",
      head: t("charts.participants"),
      numeric: true,
      cell: ({ participants }) => participants,
    },
    ...(rows[0]?.figures ?? []).map(
      ({ key, label }, index): Column<Row> => ({
        ...{ key, head: label, numeric: true },
        cell: ({ figures }) => {
          const figure = figures[index];
          return figure ? <FigureLink t={t} figure={figure} /> : "—";
        },
      }),
    ),
  ];
}
