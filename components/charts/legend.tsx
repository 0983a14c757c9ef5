import { MARK_PATTERN, MARKS } from "./marks.ts";

/** The four marks with their fills, in the order of the bars. */
export function MarksLegend({ id }: { id: string }) {
  return (
    <ul className="chart-legend">
      {MARKS.map((mark) => (
        <li key={mark}>
          <svg className="swatch" width="22" height="14" aria-hidden="true">
            <rect className={`mark-${mark} edge`} x="0.5" y="0.5" width="21" height="13" />
            {MARK_PATTERN[mark] ? (
              <rect className="pattern" width="22" height="14" fill={`url(#${id}-${MARK_PATTERN[mark]})`} />
            ) : null}
          </svg>
          «{mark}»
        </li>
      ))}
    </ul>
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
