import { em, percent } from "./lengths.ts";

export interface IntervalShape {
  /** The natural scale of the measure: 0 and 100, 2 and 5. */
  from: number;
  to: number;
  low: number;
  high: number;
  value: number;
}

/** ├─●─┤ on the natural scale. Decoration: its words stand beside it. */
export function IntervalGlyph({ from, to, low, high, value }: IntervalShape) {
  const at = (number: number) => percent((Math.min(Math.max(number, from), to) - from) / (to - from));
  return (
    <svg className="glyph" width="100%" height="1em" aria-hidden="true">
      <line className="track" x1="0" x2="100%" y1={em(0.5)} y2={em(0.5)} />
      <Whisker low={at(low)} high={at(high)} middle={0.5} />
      <circle className="dot" cx={at(value)} cy={em(0.5)} r={em(0.34)} />
    </svg>
  );
}

/** A horizontal interval with caps; `low` and `high` are SVG lengths, `middle` is in em. */
export function Whisker({ low, high, middle }: { low: string; high: string; middle: number }) {
  const caps = { y1: em(middle - 0.38), y2: em(middle + 0.38) };
  return (
    <g className="whisker">
      <line x1={low} x2={high} y1={em(middle)} y2={em(middle)} />
      <line x1={low} x2={low} {...caps} />
      <line x1={high} x2={high} {...caps} />
    </g>
  );
}
