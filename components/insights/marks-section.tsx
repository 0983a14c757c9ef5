import type { ReactNode } from "react";
import { MarksBars } from "#components/charts/marks-bars.tsx";
import { Section } from "#components/layout/section.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { StatRow } from "#components/ui/stat.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { MarksView } from "#lib/insights/marks-view.ts";
import { FigureLink, FigureTile } from "./figure-tile.tsx";

type Line = MarksView["counts"][number];

interface Props {
  t: Translate;
  view: MarksView | null;
  /** The way to the workbook with the same numbers. */
  files: ReactNode;
}

/** Marks: the usual figures, the count and share of each mark, and how that stands to the areas around. */
export function MarksSection({ t, view, files }: Props) {
  return (
    <Section
      id="marks"
      title={t("insights.sections.marks")}
      lead={view ? <p>{t("insights.page.interval")}</p> : null}
    >
      {view ? <Marks t={t} view={view} files={files} /> : <EmptyState why={t("insights.empty.marks")} />}
    </Section>
  );
}

function Marks({ t, view, files }: Props & { view: MarksView }) {
  return (
    <>
      <StatRow>
        {view.tiles.map((figure) => (
          <FigureTile
            key={figure.key}
            t={t}
            figure={figure}
            {...(figure.key === "sou" ? { label: t("insights.marks.sou") } : {})}
          >
            {figure.key === "sou" ? t("insights.marks.souLong") : null}
            {figure.key === "meanMark" ? (
              <>
                {t("insights.marks.median")} <FigureLink t={t} figure={view.median} />
              </>
            ) : null}
          </FigureTile>
        ))}
      </StatRow>
      <MarksBars t={t} id="marks-chart" {...view.chart} files={files} />
      <Table
        id="marks-counts"
        t={t}
        caption={t("insights.marks.caption")}
        columns={columns(t)}
        rows={view.counts}
        rowKey={(line) => String(line.mark)}
      />
      {view.differences ? (
        <p className="max-w-measure">
          {view.differences.text}{" "}
          <a href={view.differences.figure.href}>
            {t("ui.how.link")}
            <span className="sr-only">: {view.differences.figure.label}</span>
          </a>
        </p>
      ) : null}
    </>
  );
}

function columns(t: Translate): Column<Line>[] {
  return [
    { key: "mark", head: t("insights.marks.mark"), cell: ({ mark }) => `«${mark}»` },
    { key: "count", head: t("insights.marks.count"), numeric: true, cell: ({ count }) => count },
    {
      key: "share",
      head: t("insights.marks.share"),
      numeric: true,
      cell: ({ figure }) => (
        <>
          <FigureLink t={t} figure={figure} />
          {figure.interval ? (
            <span className="block text-small text-ink-2">{figure.interval.words}</span>
          ) : null}
        </>
      ),
    },
  ];
}
