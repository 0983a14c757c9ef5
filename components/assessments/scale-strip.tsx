import { em, percent } from "#components/charts/lengths.ts";
import { MARK_PATTERN } from "#components/charts/marks.ts";
import { Patterns } from "#components/charts/patterns.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { type Band, rangeText } from "#lib/assessments/rules.ts";

const BAR = 2.4;
/** Bands narrower than these shares of the strip have no name inside, no score under them. */
const NAME_FITS = 0.05;
const SCORE_FITS = 0.07;

/** The scale drawn from 0 to the maximum; every band as wide as it has scores. The words stand in the sentence beside it. */
export function ScaleStrip({ t, id, bands }: { t: Translate; id: string; bands: readonly Band[] }) {
  const max = Math.max(...bands.map((band) => band.to));
  const part = (score: number) => score / (max + 1);
  // A score that the source prints in two bands is drawn in the upper one.
  const drawn = bands.map((band, i) => ({ ...band, to: (bands[i + 1]?.from ?? max + 1) - 1 }));
  return (
    <div className="chart-drawing">
      <Patterns id={id} />
      <svg className="drawing" role="img" aria-labelledby={`${id}-title`} width="100%" height={em(BAR + 1.8)}>
        <title id={`${id}-title`}>
          {`${t("assessments.scale.stripTitle", { max })}: ${bands.map((band) => t("assessments.scale.band", { mark: band.mark, range: rangeText(band.from, band.to) })).join(", ")}`}
        </title>
        {drawn.map(({ mark, from, to }) => {
          const share = part(to + 1) - part(from);
          const box = { x: percent(part(from)), y: "0", width: percent(share), height: em(BAR) };
          return (
            <g key={mark}>
              <rect {...box} className={`mark-${mark} edge`} />
              {MARK_PATTERN[mark] ? (
                <rect {...box} className="pattern" fill={`url(#${id}-${MARK_PATTERN[mark]})`} />
              ) : null}
              {share >= NAME_FITS ? (
                <text
                  className={`mark-text on-mark-${mark}`}
                  x={percent(part(from) + share / 2)}
                  y={em(BAR / 2 + 0.35)}
                  textAnchor="middle"
                >
                  {mark}
                </text>
              ) : null}
              {share >= SCORE_FITS || from === 0 ? (
                <text
                  className="tick"
                  x={percent(part(from))}
                  y={em(BAR + 1.4)}
                  textAnchor={from === 0 ? "start" : "middle"}
                >
                  {from}
                </text>
              ) : null}
            </g>
          );
        })}
        <rect className="frame-edge" x="0" y="0" width="100%" height={em(BAR)} />
        <text className="tick" x="100%" y={em(BAR + 1.4)} textAnchor="end">
          {max}
        </text>
      </svg>
    </div>
  );
}
