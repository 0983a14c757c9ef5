import { scaleLinear } from "d3-scale";
import { ChartFigure, type ChartWords } from "./chart-figure.tsx";
import { SeriesLegend } from "./legend.tsx";
import { em, percent } from "./lengths.ts";
import { type TrendPoint, TrendTable, type TrendValue } from "./trend-table.tsx";

interface Props extends ChartWords {
  /** In order of time; place `at` on the axis defaults to even steps. */
  points: readonly TrendPoint[];
  /** The part of the scale shown; `cut` when the natural scale begins elsewhere. */
  axis: { from: number; to: number; ticks: readonly { value: number; label: string }[]; cut: boolean };
  own: string;
  peer?: string;
  minimum?: number;
}

const HEIGHT = 12;
const HEAD = 1.5;
const FOOT = 2;

function known(point: TrendPoint): TrendValue | null {
  return typeof point.own === "string" ? null : point.own;
}

/** Years side by side: dots with intervals, a line only between years that may be compared, gaps left as gaps. */
export function Trend({ points, axis, own, peer, minimum = 10, ...words }: Props) {
  const { t, id } = words;
  const place = (index: number) => points[index]?.at ?? index;
  const x = scaleLinear([place(0), place(points.length - 1)], points.length > 1 ? [0.08, 0.84] : [0.5, 0.5]);
  const y = scaleLinear([axis.from, axis.to], [HEIGHT, 0]).clamp(true);
  const breaks = points.filter((point) => point.breakBefore !== undefined);
  return (
    <ChartFigure
      {...words}
      legend={<SeriesLegend own={own} peer={peer} interval={t("charts.interval")} />}
      table={
        <TrendTable
          t={t}
          id={id}
          caption={words.measure}
          points={points}
          own={own}
          peer={peer}
          minimum={minimum}
        />
      }
    >
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
          {axis.ticks.map((tick) => (
            <g key={tick.value}>
              <line className="grid" x1="0" x2="100%" y1={em(y(tick.value))} y2={em(y(tick.value))} />
              <text className="tick" x={em(-0.6)} y={em(y(tick.value) + 0.35)} textAnchor="end">
                {tick.label}
              </text>
            </g>
          ))}
          {points.map((point, index) => (
            <Point
              key={point.key}
              id={id}
              t={t}
              point={point}
              before={points[index - 1]}
              x={x(place(index))}
              xBefore={x(place(index - 1))}
              y={y}
              hasPeer={peer !== undefined}
            />
          ))}
        </svg>
      </svg>
      {axis.cut ? <p className="chart-note">{t("charts.cutAxis")}</p> : null}
      {breaks.map((point) => (
        <p className="chart-note" key={point.key}>
          {t("charts.break", { year: point.label })}: {point.breakBefore}
        </p>
      ))}
    </ChartFigure>
  );
}

interface PointProps {
  id: string;
  t: ChartWords["t"];
  point: TrendPoint;
  before: TrendPoint | undefined;
  x: number;
  xBefore: number;
  y: (value: number) => number;
  hasPeer: boolean;
}

function Point({ id, t, point, before, x, xBefore, y, hasPeer }: PointProps) {
  const value = known(point);
  const previous = before ? known(before) : null;
  const at = percent(x);
  return (
    <g>
      {point.breakBefore === undefined ? null : (
        <line
          className="break"
          x1={percent((x + xBefore) / 2)}
          x2={percent((x + xBefore) / 2)}
          y1={em(-HEAD)}
          y2={em(HEIGHT)}
        />
      )}
      {value && previous && point.breakBefore === undefined ? (
        <line
          className="series"
          x1={percent(xBefore)}
          x2={at}
          y1={em(y(previous.value))}
          y2={em(y(value.value))}
        />
      ) : null}
      {value ? (
        <>
          <g className="whisker">
            <line x1={at} x2={at} y1={em(y(value.low))} y2={em(y(value.high))} />
          </g>
          {hasPeer && point.peer ? (
            <circle className="peer" cx={percent(x)} cy={em(y(point.peer.value))} r={em(0.36)} />
          ) : null}
          <circle className="dot" cx={at} cy={em(y(value.value))} r={em(0.42)} />
          <text className="point-name halo" x={at} y={em(y(value.value) - 0.3)} dx="0.7em">
            {value.label}
          </text>
        </>
      ) : point.own === "tooFew" ? (
        <svg x={at} y="0" overflow="visible" aria-hidden="true">
          <rect
            className="hidden-edge"
            x="-0.8em"
            y={em(HEIGHT - 4)}
            width="1.6em"
            height="4em"
            fill={`url(#${id}-hidden)`}
          />
        </svg>
      ) : (
        <>
          <line className="absent-edge" x1={at} x2={at} y1={em(HEIGHT - 4)} y2={em(HEIGHT)} />
          <text className="tick" x={at} y={em(HEIGHT - 4.4)} textAnchor="middle">
            {t("ui.figure.absent.short")}
          </text>
        </>
      )}
      {point.own === "tooFew" ? (
        <text className="tick" x={at} y={em(HEIGHT - 4.4)} textAnchor="middle">
          {t("ui.figure.tooFew.short")}
        </text>
      ) : null}
      <text className="tick" x={at} y={em(HEIGHT + 1.5)} textAnchor="middle">
        {point.label}
      </text>
    </g>
  );
}
