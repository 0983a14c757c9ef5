import type { Translate } from "#components/ui/translate.ts";
import { MARK_PATTERN, MARKS, type Mark, markName } from "./marks.ts";

interface MarksLegendProps {
  id: string;
  t: Translate;
  /** Pairs that are shown together somewhere. */
  joined?: readonly (readonly Mark[])[];
}

/** The four marks with their fills, in the order of the bars; then what is shown together. */
export function MarksLegend({ id, t, joined = [] }: MarksLegendProps) {
  return (
    <ul className="chart-legend">
      {MARKS.map((mark) => (
        <li key={mark}>
          <Swatch mark={mark} pattern={MARK_PATTERN[mark]} printed id={id} />«{mark}»
        </li>
      ))}
      {joined.map((marks) => {
        const mark = marks.includes(3) ? 3 : 4;
        return (
          <li key={marks.join()}>
            <Swatch mark={mark} pattern={mark === 3 ? "low" : "high"} id={id} />
            {markName(marks, t)}
          </li>
        );
      })}
    </ul>
  );
}

/** `printed`: the pattern stands only where colour cannot tell. */
function Swatch(props: { id: string; mark: Mark; pattern: string | null; printed?: boolean }) {
  const { id, mark, pattern, printed = false } = props;
  return (
    <svg className="swatch" width="22" height="14" aria-hidden="true">
      <rect className={`mark-${mark} edge`} x="0.5" y="0.5" width="21" height="13" />
      {pattern ? (
        <rect
          className={printed ? "pattern" : undefined}
          width="22"
          height="14"
          fill={`url(#${id}-${pattern})`}
        />
      ) : null}
    </svg>
  );
}

/** What stands for what: own figures solid, the ones compared with hollow, a whisker for the interval. */
export function SeriesLegend(props: {
  own?: string;
  peer?: string | undefined;
  interval?: string;
  outline?: string;
}) {
  const { own, peer, interval, outline } = props;
  const items = [
    own ? { word: own, drawing: <circle className="dot" cx="11" cy="7" r="5" /> } : null,
    interval
      ? { word: interval, drawing: <path className="whisker" d="M2 2v10M20 2v10M2 7h18" fill="none" /> }
      : null,
    peer ? { word: peer, drawing: <circle className="peer" cx="11" cy="7" r="4.5" /> } : null,
    outline ? { word: outline, drawing: <path className="peer-steps" d="M1 12V5h10V2h10" /> } : null,
  ].filter((item) => item !== null);
  return (
    <ul className="chart-legend">
      {items.map(({ word, drawing }) => (
        <li key={word}>
          <svg className="swatch" width="22" height="14" aria-hidden="true">
            {drawing}
          </svg>
          {word}
        </li>
      ))}
    </ul>
  );
}
