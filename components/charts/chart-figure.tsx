import type { ReactNode } from "react";
import { Fold } from "#components/ui/fold.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { Patterns } from "./patterns.tsx";

/** What every chart is told besides its numbers. */
export interface ChartWords {
  t: Translate;
  /** Unique on the page. */
  id: string;
  /** The heading is a finding, not the name of a measure. */
  finding: string;
  /** Measure, who, when, how many. */
  measure: string;
  /** What the chart says, in sentences made from the same numbers; not repeated when the finding says it all. */
  summary: string;
  /** Source, edition, link «Как это посчитано». */
  source?: ReactNode;
  /** Links to the files with the same numbers. */
  files?: ReactNode;
  /** Button of the interactive version, for signed-in pages. */
  explore?: ReactNode;
}

interface Props extends ChartWords {
  legend?: ReactNode;
  /** The same numbers as a table; absent when the drawing is a table itself. */
  table?: ReactNode;
  children: ReactNode;
}

/** The frame of a chart: finding, measure, drawing, sentence, table, source. */
export function ChartFigure(props: Props) {
  const { t, id, finding, measure, summary, source, files, explore, legend, table, children } = props;
  return (
    <figure className="chart" id={id} aria-labelledby={`${id}-finding`}>
      <div>
        <h3 id={`${id}-finding`}>{finding}</h3>
        <p className="chart-measure">{measure}</p>
      </div>
      <Patterns id={id} />
      <div className="chart-drawing">
        {legend}
        {children}
      </div>
      {summary === finding ? null : <p className="chart-summary">{summary}</p>}
      {explore}
      {table ? (
        <Fold summary={t("charts.table")}>
          {table}
          {files ? <div className="chart-files">{files}</div> : null}
        </Fold>
      ) : files ? (
        <div className="chart-files">{files}</div>
      ) : null}
      {source ? <figcaption className="chart-source">{source}</figcaption> : null}
    </figure>
  );
}
