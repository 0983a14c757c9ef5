import { FigureCell } from "#components/ui/figure-cell.tsx";
import { Stat, StatRow } from "#components/ui/stat.tsx";
import type { ExamFigure } from "#lib/exams/measures.ts";
import { baseText, type ExamWords, figureName, figureText, intervalText } from "#lib/exams/words.ts";

/** Figures with interval, base and the way to «Как это посчитано». */
export function FigureTiles(props: {
  words: ExamWords;
  figures: readonly ExamFigure[];
  href?: (figure: ExamFigure) => string;
}) {
  const { words, figures, href } = props;
  // A row holds at most four, so that each keeps its bounds and base in view.
  const rows = Array.from({ length: Math.ceil(figures.length / 4) }, (_, i) =>
    figures.slice(4 * i, 4 * i + 4),
  );
  return rows.map((row) => (
    <StatRow key={row[0]?.key}>
      {row.map((figure) => {
        const bounds = intervalText(words, figure);
        const base = baseText(words, figure);
        const { interval, scale, value } = figure;
        return (
          <Stat
            key={figure.key}
            t={words.t}
            label={figureName(words, figure)}
            figure={figureText(words, figure)}
            {...(bounds && interval && scale && value !== null
              ? { interval: { words: bounds, shape: { ...scale, ...interval, value } } }
              : {})}
            {...(base === null ? {} : { base })}
            {...(href ? { href: href(figure) } : {})}
          />
        );
      })}
    </StatRow>
  ));
}

/** A figure in a cell: the number is the way to «Как это посчитано», bounds and base stand below. */
export function FigureInCell(props: {
  words: ExamWords;
  figure: ExamFigure | null;
  href?: string;
  plain?: boolean;
}) {
  const { words, figure, href, plain = false } = props;
  const { t } = words;
  if (!figure) return <FigureCell figure={{ kind: "notApplicable" }} t={t} dense />;
  const text = figureText(words, figure);
  if (text.kind === "absent") return <FigureCell figure={text} t={t} dense />;
  const bounds = plain ? null : intervalText(words, figure);
  return (
    <>
      {href ? (
        <a href={href}>
          {text.text}
          <span className="sr-only">
            {" "}
            ({figureName(words, figure)}: {t("ui.how.link")})
          </span>
        </a>
      ) : (
        <span className="figures">{text.text}</span>
      )}
      {bounds ? <span className="block text-small text-ink-2 whitespace-nowrap">{bounds}</span> : null}
    </>
  );
}
