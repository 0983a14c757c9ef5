import type { ReactNode } from "react";
import { FigureCell } from "#components/ui/figure-cell.tsx";
import { Stat } from "#components/ui/stat.tsx";
import type { Translate } from "#components/ui/translate.ts";
import type { FigureView } from "#lib/insights/figure-view.ts";

/** A figure of the analysis as a tile with its bounds, its base and the way to «Как это посчитано». */
export function FigureTile({
  t,
  figure,
  children,
}: {
  t: Translate;
  figure: FigureView;
  children?: ReactNode;
}) {
  return (
    <Stat
      t={t}
      label={figure.label}
      figure={figure.text}
      {...(figure.interval ? { interval: figure.interval } : {})}
      base={figure.base}
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
