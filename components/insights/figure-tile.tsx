import type { ReactNode } from "react";
import { FigureCell } from "#components/ui/figure-cell.tsx";
import { Stat } from "#components/ui/stat.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { FigureView } from "#lib/insights/figure-view.ts";

/** A figure of the analysis as a tile with its bounds, its base and the way to «Как это посчитано». */
export function FigureTile(props: {
  t: Translate;
  figure: FigureView;
  /** A shorter name, where the tile's children say the rest. */
  label?: string;
  children?: ReactNode;
}) {
  const { t, figure, label = figure.label, children } = props;
  return (
    <Stat
      t={t}
      label={label}
      figure={figure.text}
      {...(figure.interval ? { interval: figure.interval } : {})}
      {...(figure.base === null ? {} : { base: figure.base })}
      href={figure.href}
    >
      {children}
    </Stat>
  );
}

/** The same figure in a cell: the number itself is the way to «Как это посчитано». */
export function FigureLink({ t, figure }: { t: Translate; figure: FigureView }) {
  return figure.text.kind === "value" ? (
    <a href={figure.href}>
      {figure.text.text}
      <span className="sr-only">
        {" "}
        ({figure.label}: {t("ui.how.link")})
      </span>
    </a>
  ) : (
    <FigureCell figure={figure.text} t={t} dense />
  );
}
