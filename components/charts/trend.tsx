import { scaleLinear } from "d3-scale";
import { classNames } from "#components/ui/class-names.ts";
import type { Translate } from "#components/ui/translate.ts";
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

/** Whether the line goes up from here. */
function isHigher(next: TrendPoint | undefined, point: TrendPoint): boolean {
  const [after, here] = [next ? known(next) : null, known(point)];
  return after !== null && here !== null && next?.breakBefore === undefined && after.value > here.value;
}

/** Years side by side: dots with intervals, a line only between years that may be compared, gaps left as gaps. */
export function Trend({ points, axis, own, peer, minimum = 10, ...words }: Props) {
  const { t, id } = words;
  const place = (index: number) => points[index]?.at ?? index;
  const x = scaleLinear([place(0), place(points.length - 1)], points.length > 1 ? [0.08, 0.84] : [0.5, 0.5]);
  const y = scaleLinear([axis.from, axis.to], [HEIGHT, 0]).clamp(true);
  const estimated = points.map(known).some((value) => value !== null && hasInterval(value));
  const breaks = points.filter((point) => point.breakBefore !== undefined);
  return (
    <ChartFigure
      {...words}
      legend={
        <SeriesLegend own={own} peer={peer} {...(estimated ? { interval: t("charts.interval") } : {})} />
      }
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
              <line className="gridline" x1="0" x2="100%" y1={em(y(tick.value))} y2={em(y(tick.value))} />
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
              nextHigher={isHigher(points[index + 1], point)}
              inner={points.length > 4 && points.slice(index + 1).some((later) => known(later) !== null)}
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
  t: Translate;
  point: TrendPoint;
  before: TrendPoint | undefined;
  x: number;
  xBefore: number;
  y: (value: number) => number;
  nextHigher: boolean;
  /** A later year has a value too: where there is little room, only the last one is written beside its dot. */
  inner: boolean;
}

function Point({ id, t, point, before, x, xBefore, y, nextHigher, inner }: PointProps) {
  const value = known(point);
  const previous = before ? known(before) : null;
  const half = percent((x + xBefore) / 2);
  return (
    <>
      {point.breakBefore === undefined ? null : (
        <line className="break" x1={half} x2={half} y1={em(-HEAD)} y2={em(HEIGHT)} />
      )}
      {value && previous && point.breakBefore === undefined ? (
        <line
          className="series"
          x1={percent(xBefore)}
          x2={percent(x)}
          y1={em(y(previous.value))}
          y2={em(y(value.value))}
        />
      ) : null}
      {/* Everything of one point stands in its own place on the axis, in em around it. */}
      <svg x={percent(x)} overflow="visible" aria-hidden="true">
        {value ? (
          <Known value={value} peer={point.peer?.value ?? null} y={y} nextHigher={nextHigher} inner={inner} />
        ) : (
          <Unknown id={id} t={t} silence={point.own === "tooFew" ? "tooFew" : "absent"} />
        )}
        {point.short === undefined ? null : (
          <text className="tick narrow-only" y={em(HEIGHT + 1.5)} textAnchor="middle">
            {point.short}
          </text>
        )}
        <text
          className={classNames("tick", point.short !== undefined && "wide-only")}
          y={em(HEIGHT + 1.5)}
          textAnchor="middle"
        >
          {point.label}
        </text>
      </svg>
    </>
  );
}

interface KnownProps {
  value: TrendValue;
  peer: number | null;
  y: (value: number) => number;
  nextHigher: boolean;
  inner: boolean;
}

/** What is not an estimate from a sample has no interval, so no whiskers. */
const hasInterval = ({ low, high }: TrendValue) => low < high;

function Known({ value, peer, y, nextHigher, inner }: KnownProps) {
  const cap = { x1: "-0.4em", x2: "0.4em" };
  return (
    <>
      {hasInterval(value) ? (
        <g className="whisker">
          <line y1={em(y(value.low))} y2={em(y(value.high))} />
          <line {...cap} y1={em(y(value.low))} y2={em(y(value.low))} />
          <line {...cap} y1={em(y(value.high))} y2={em(y(value.high))} />
        </g>
      ) : null}
      {peer === null ? null : <circle className="peer" cy={em(y(peer))} r={em(0.36)} />}
      <circle className="dot" cy={em(y(value.value))} r={em(0.42)} />
      {/* The label keeps to the side where the line does not go. */}
      <text
        className={classNames("point-name halo", inner && "wide-only")}
        x="0.7em"
        y={em(y(value.value) + (nextHigher ? 1.2 : -0.35))}
      >
        {value.label}
      </text>
    </>
  );
}

function Unknown({ id, t, silence }: { id: string; t: Translate; silence: "tooFew" | "absent" }) {
  return (
    <>
      {silence === "tooFew" ? (
        <rect
          className="hidden-edge"
          x="-0.8em"
          y={em(HEIGHT - 4)}
          width="1.6em"
          height="4em"
          fill={`url(#${id}-hidden)`}
        />
      ) : (
        <line className="absent-edge" y1={em(HEIGHT - 4)} y2={em(HEIGHT)} />
      )}
      <text className="tick" y={em(HEIGHT - 4.4)} textAnchor="middle">
        {t(`ui.figure.${silence}.short`)}
      </text>
    </>
  );
}
