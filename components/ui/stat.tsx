import type { ReactNode } from "react";
import { IntervalGlyph, type IntervalShape } from "#components/charts/interval-glyph.tsx";
import { FigureCell, type FigureText } from "./figure-cell.tsx";
import type { Translate } from "./translate.ts";

export interface StatProps {
  t: Translate;
  label: string;
  /** `text` with its unit: «58,3 %». */
  figure: FigureText;
  /** The interval in words («от 39 до 76 %») and drawn on its natural scale. */
  interval?: { words: string; shape: IntervalShape };
  /** «14 из 24» */
  base?: string;
  /** Difference in percentage points, or the words for no noticeable one. */
  change?: string;
  /** “How it was computed”. */
  href?: string;
  children?: ReactNode;
}

/** One figure with all that it must carry: whom it is about, how uncertain it is, how it was made. */
export function Stat({ t, label, figure, interval, base, change, href, children }: StatProps) {
  return (
    <div className="stat">
      <dt className="text-ink-2">{label}</dt>
      <dd className={figure.kind === "value" ? "stat-value" : "py-1"}>
        <FigureCell figure={figure} t={t} />
      </dd>
      {figure.kind === "value" && interval ? (
        <dd className="stat-text grid gap-1">
          <IntervalGlyph {...interval.shape} />
          <span>{interval.words}</span>
        </dd>
      ) : null}
      {base ? <dd className="stat-text">{base}</dd> : null}
      {change ? <dd className="stat-text">{change}</dd> : null}
      {children ? <dd className="stat-text">{children}</dd> : null}
      {href ? (
        <dd className="text-small">
          <a href={href}>
            {t("ui.how.link")}
            <span className="sr-only">: {label}</span>
          </a>
        </dd>
      ) : null}
    </div>
  );
}

/** A ruled row of at most four figures, hairlines between, no boxes. */
export function StatRow({ children }: { children: ReactNode }) {
  return (
    <div className="stats-frame">
      <dl className="stats">{children}</dl>
    </div>
  );
}
