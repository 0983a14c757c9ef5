import { scaleLinear } from "d3-scale";
import { ChartFigure, type ChartWords } from "./chart-figure.tsx";
import { HiddenBox } from "./hidden-box.tsx";
import { SeriesLegend } from "./legend.tsx";
import { em, percent } from "./lengths.ts";
import { MARK_PATTERN, type Mark, type MarkBand, markOf } from "./marks.ts";
import { type ScoreBar, ScoreTable } from "./score-table.tsx";
import { ScoreTicks } from "./score-ticks.tsx";

export interface ScoreSeries {
  kind: "value";
  /** Every score from 0 to the maximum, once, in order. */
  bars: readonly ScoreBar[];
  /** The same scores elsewhere, in the unit of the bars. */
  peer?: { name: string; values: readonly number[] };
  /** Counts expected at the borders of marks. */
  expected?: readonly { score: number; value: number; label: string }[];
}

interface Props extends ChartWords {
  data: ScoreSeries | { kind: "tooFew"; minimum: number };
  /** Null when the scale is not loaded: then borders are absent, and the chart says so. */
  bands: readonly MarkBand[] | null;
}

const HEIGHT = 14;
const HEAD = 2;
const FOOT = 3.2;

/** Distribution of primary scores with the borders of marks drawn. */
export function ScoreDistribution({ data, bands, ...words }: Props) {
  const { t, id } = words;
  if (data.kind === "tooFew") {
    return (
      <ChartFigure {...words}>
        <HiddenBox t={t} id={id} minimum={data.minimum} />
      </ChartFigure>
    );
  }
  const { bars, peer, expected = [] } = data;
  const top = Math.max(
    1,
    ...bars.map((bar) => bar.value),
    ...(peer?.values ?? []),
    ...expected.map((cap) => cap.value),
  );
  const y = scaleLinear([0, top], [HEIGHT, 0]).nice(4);
  const step = 1 / bars.length;
  return (
    <ChartFigure
      {...words}
      legend={peer ? <SeriesLegend outline={peer.name} /> : null}
      table={<ScoreTable t={t} id={id} caption={words.measure} bars={bars} bands={bands} />}
    >
      {bands ? null : <p className="chart-note">{t("charts.noScale")}</p>}
      <svg
        className="drawing"
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
        width="100%"
        height={em(HEAD + HEIGHT + FOOT)}
      >
        <title id={`${id}-title`}>{words.finding}</title>
        <desc id={`${id}-desc`}>{words.measure}</desc>
        <svg className="plot" aria-hidden="true" x="5%" y={em(HEAD)} width="95%" height={em(HEIGHT)}>
          {y
            .ticks(4)
            .filter(Number.isInteger)
            .map((tick) => (
              <g key={tick}>
                <line className="gridline" x1="0" x2="100%" y1={em(y(tick))} y2={em(y(tick))} />
                <text className="tick" x={em(-0.6)} y={em(y(tick) + 0.35)} textAnchor="end">
                  {tick}
                </text>
              </g>
            ))}
          {bars.map((bar, index) => (
            <Bar
              key={bar.score}
              id={id}
              bar={bar}
              index={index}
              step={step}
              top={y(bar.value)}
              mark={markOf(bands, bar.score)}
            />
          ))}
          {peer ? <Outline values={peer.values} y={y} /> : null}
          {expected.map((cap) => (
            <g key={cap.score}>
              <line
                className="expected"
                x1={percent(cap.score * step)}
                x2={percent((cap.score + 1) * step)}
                y1={em(y(cap.value))}
                y2={em(y(cap.value))}
              />
              <text
                className="tick halo"
                x={percent((cap.score + 0.5) * step)}
                y={em(y(cap.value) - 0.4)}
                textAnchor="middle"
              >
                {cap.label}
              </text>
            </g>
          ))}
          {bands?.map((band) => (
            <g key={band.mark}>
              {band.from > 0 ? (
                <line
                  className="borderline"
                  x1={percent(band.from * step)}
                  x2={percent(band.from * step)}
                  y1={em(-HEAD + 0.2)}
                  y2={em(HEIGHT)}
                />
              ) : null}
              <text
                className="band-name"
                x={percent(((band.from + band.to + 1) / 2) * step)}
                y={em(-0.7)}
                textAnchor="middle"
              >
                «{band.mark}»
              </text>
            </g>
          ))}
          <line className="axis" x1="0" x2="100%" y1={em(HEIGHT)} y2={em(HEIGHT)} />
          <ScoreTicks scores={bars.map((bar) => bar.score)} y={HEIGHT + 1.35} />
          <text className="tick" x="100%" y={em(HEIGHT + 2.8)} textAnchor="end">
            {t("charts.score")}
          </text>
        </svg>
      </svg>
    </ChartFigure>
  );
}

function Bar(props: {
  id: string;
  bar: ScoreBar;
  index: number;
  step: number;
  top: number;
  mark: Mark | null;
}) {
  const { id, bar, index, step, top, mark } = props;
  if (bar.value === 0) return null;
  const box = {
    x: percent((index + 0.1) * step),
    y: em(top),
    width: percent(0.8 * step),
    height: em(HEIGHT - top),
  };
  const pattern = mark ? MARK_PATTERN[mark] : null;
  return (
    <>
      <rect {...box} className={mark ? `mark-${mark} edge` : "own"} />
      {pattern ? <rect {...box} className="pattern" fill={`url(#${id}-${pattern})`} /> : null}
    </>
  );
}

/** Steps over all scores: the only path, stretched without stretching its line. */
function Outline({ values, y }: { values: readonly number[]; y: (value: number) => number }) {
  const line = values.map(
    (value, index) =>
      `${index === 0 ? "M0" : "L"}${index === 0 ? "" : index} ${y(value).toFixed(2)}H${index + 1}`,
  );
  return (
    <svg
      width="100%"
      height={em(HEIGHT)}
      viewBox={`0 0 ${values.length} ${HEIGHT}`}
      preserveAspectRatio="none"
      overflow="visible"
      aria-hidden="true"
    >
      <path className="peer-rim" d={line.join("")} vectorEffect="non-scaling-stroke" />
      <path className="peer-steps" d={line.join("")} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
