import { classNames } from "#components/ui/class-names.ts";
import { TableRegion } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { margins } from "#lib/statistics/association/contingency.ts";
import { ChartFigure, type ChartWords } from "./chart-figure.tsx";
import { HiddenBox } from "./hidden-box.tsx";
import { MARKS, type Mark } from "./marks.ts";

interface Props extends ChartWords {
  /** `counts[journal - 2][work - 2]`, participants with both marks. */
  data: { kind: "value"; counts: readonly (readonly number[])[] } | { kind: "tooFew"; minimum: number };
}

/** Step 1…6 of the sequential ramp for a count; null for zero, which has no fill. */
export function rampStep(count: number, highest: number): number | null {
  return count === 0 ? null : Math.max(1, Math.ceil((count / highest) * 6));
}

/** Mark of the work against the mark in the journal: the table is the drawing. */
export function JournalMatrix({ data, ...words }: Props) {
  const { t, id } = words;
  if (data.kind === "tooFew") {
    return (
      <ChartFigure {...words}>
        <HiddenBox t={t} id={id} minimum={data.minimum} />
      </ChartFigure>
    );
  }
  const count = (journal: Mark, work: Mark) => data.counts[journal - 2]?.[work - 2] ?? 0;
  const totals = margins(data.counts);
  const highest = Math.max(1, ...data.counts.flat());
  return (
    <ChartFigure {...words} legend={<MatrixLegend t={t} />}>
      <div className="matrix-frame">
        <TableRegion id={id}>
          <caption className="sr-only" id={`${id}-caption`}>
            {words.measure}
          </caption>
          <thead className="matrix-ends">
            <tr>
              <th scope="col">{t("charts.matrix.corner")}</th>
              {MARKS.map((work) => (
                <th key={work} scope="col" className="num">
                  <span className="sr-only">{t("charts.matrix.work")} </span>«{work}»
                </th>
              ))}
              <th scope="col" className="num">
                {t("charts.matrix.total")}
              </th>
            </tr>
          </thead>
          <tbody className="matrix">
            {MARKS.map((journal) => (
              <tr key={journal}>
                <th scope="row">
                  <span className="sr-only">{t("charts.matrix.journal")} </span>«{journal}»
                </th>
                {MARKS.map((work) => (
                  <td key={work} className={cellClass(journal, work, count(journal, work), highest)}>
                    {count(journal, work)}
                    {isFar(journal, work) && count(journal, work) > 0 ? (
                      <span className="sr-only">, {t("charts.matrix.far")}</span>
                    ) : null}
                  </td>
                ))}
                <td className="num">{totals.rows[journal - 2]}</td>
              </tr>
            ))}
          </tbody>
          <tfoot className="matrix-ends">
            <tr>
              <th scope="row">{t("charts.matrix.total")}</th>
              {MARKS.map((work) => (
                <td key={work} className="num">
                  {totals.columns[work - 2]}
                </td>
              ))}
              <td className="num">{totals.n}</td>
            </tr>
          </tfoot>
        </TableRegion>
      </div>
    </ChartFigure>
  );
}

function isFar(journal: Mark, work: Mark): boolean {
  return Math.abs(journal - work) >= 2;
}

function cellClass(journal: Mark, work: Mark, count: number, highest: number): string | undefined {
  const step = rampStep(count, highest);
  return classNames(
    "num",
    step !== null && `seq-${step}`,
    journal === work && "diagonal",
    isFar(journal, work) && count > 0 && "far",
  );
}

function MatrixLegend({ t }: { t: Translate }) {
  return (
    <ul className="chart-legend">
      <li>
        <span className="matrix-key diagonal" aria-hidden="true" />
        {t("charts.matrix.same")}
      </li>
      <li>
        <span className="matrix-key far" aria-hidden="true" />
        {t("charts.matrix.far")}
      </li>
    </ul>
  );
}
