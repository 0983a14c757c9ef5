import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { Status } from "#components/ui/status.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { ChartFigure, type ChartWords } from "./chart-figure.tsx";
import { MarksLegend } from "./legend.tsx";
import { em, percent } from "./lengths.ts";
import { MARK_PATTERN, type Mark, markName } from "./marks.ts";
import { type MarkPart, type MarksRow, MarksTable } from "./marks-table.tsx";

interface Props extends ChartWords {
  rows: readonly MarksRow[];
  minimum?: number;
  /** Why a row is hidden, where that it has fewer than `minimum` participants is not the only reason. */
  hiddenWord?: string;
  /** A table of the page's own in place of the usual one. */
  table?: ReactNode;
}

/** Share of each mark in school, municipality and region: bars of one hundred per cent below one another, in one order. */
export function MarksBars({ rows, minimum = 10, hiddenWord, table, ...words }: Props) {
  const { t, id } = words;
  return (
    <ChartFigure
      {...words}
      legend={<MarksLegend id={id} t={t} joined={joinedPairs(rows)} />}
      table={table ?? <MarksTable t={t} id={id} caption={words.measure} rows={rows} minimum={minimum} />}
    >
      <ul className="mark-rows">
        {rows.map((row) => (
          <li key={row.key}>
            <p className="row-name">
              {row.name} <span className="row-base">{row.base}</span>
            </p>
            {row.parts === "tooFew" || row.parts === "absent" ? (
              <Silence
                silence={row.parts}
                t={t}
                id={id}
                hiddenWord={hiddenWord ?? t("charts.hidden", { minimum })}
              />
            ) : (
              <MarksBar t={t} id={id} row={row} parts={row.parts} />
            )}
          </li>
        ))}
      </ul>
    </ChartFigure>
  );
}

/** The pairs of marks that are shown together in some row. */
function joinedPairs(rows: readonly MarksRow[]): (readonly Mark[])[] {
  const pairs = rows.flatMap((row) =>
    typeof row.parts === "string"
      ? []
      : row.parts.map((part) => part.marks).filter((marks) => marks.length > 1),
  );
  return [...new Map(pairs.map((marks) => [marks.join(), marks])).values()];
}

const BAR = 2.4;
/** A label narrower than this share of the bar stands under it. */
const INSIDE = 0.08;
const WITH_NAME = 0.16;

interface Placed extends MarkPart {
  start: number;
}

function MarksBar({
  t,
  id,
  row,
  parts,
}: {
  t: Translate;
  id: string;
  row: MarksRow;
  parts: readonly MarkPart[];
}) {
  let end = 0;
  const placed: Placed[] = parts.map((part) => {
    const start = end;
    end += part.share;
    return { ...part, start };
  });
  const outside = runs(placed.filter((part) => part.share > 0 && part.share < INSIDE));
  const titleId = `${id}-${row.key}-title`;
  return (
    <svg
      className="drawing"
      role="img"
      aria-labelledby={titleId}
      width="100%"
      height={em(outside.length > 0 ? BAR + 1.6 : BAR)}
    >
      <title id={titleId}>
        {`${row.name}, ${row.base}: ${parts.map((part) => `${markName(part.marks, t)} — ${part.label}`).join(", ")}`}
      </title>
      {placed.map((part) => (
        <Segment key={part.marks.join()} t={t} id={id} part={part} />
      ))}
      <rect className="frame-edge" x="0" y="0" width="100%" height={em(BAR)} />
      {outside.map((run) => (
        <OutsideLabel key={run[0]?.marks.join()} run={run} t={t} />
      ))}
    </svg>
  );
}

/** Neighbouring thin parts share one label, for two would overlap. */
function runs(thin: readonly Placed[]): Placed[][] {
  const found: Placed[][] = [];
  for (const part of thin) {
    const last = found.at(-1)?.at(-1);
    if (last && Math.abs(last.start + last.share - part.start) < 1e-9) found.at(-1)?.push(part);
    else found.push([part]);
  }
  return found;
}

function Segment({ t, id, part }: { t: Translate; id: string; part: Placed }) {
  if (part.share === 0) return null;
  const joined = part.marks.length > 1;
  const mark = joined ? part.marks.find((candidate) => candidate === 3 || candidate === 4) : part.marks[0];
  const pattern = joined ? (mark === 3 ? "low" : "high") : mark && MARK_PATTERN[mark];
  const box = { x: percent(part.start), y: "0", width: percent(part.share), height: em(BAR) };
  const middle = {
    x: percent(part.start + part.share / 2),
    y: em(BAR / 2 + 0.35),
    textAnchor: "middle" as const,
  };
  return (
    <>
      <rect {...box} className={`mark-${mark} edge`} />
      {pattern ? (
        <rect {...box} className={joined ? undefined : "pattern"} fill={`url(#${id}-${pattern})`} />
      ) : null}
      {part.share >= INSIDE ? (
        <>
          <text {...middle} className={`mark-text on-mark-${mark} when-wide`}>
            {part.share >= WITH_NAME ? `${markName(part.marks, t)} ${part.label}` : part.label}
          </text>
          <text {...middle} className={classNames("mark-text", `on-mark-${mark}`, "when-narrow")}>
            {part.label.replace(/\s*%$/u, "")}
          </text>
        </>
      ) : null}
    </>
  );
}

function OutsideLabel({ run, t }: { run: readonly Placed[]; t: Translate }) {
  const start = run[0]?.start ?? 0;
  const middle = start + run.reduce((sum, part) => sum + part.share, 0) / 2;
  const anchor = middle < 0.2 ? "start" : middle > 0.8 ? "end" : "middle";
  const x = anchor === "start" ? start : anchor === "end" ? start + 2 * (middle - start) : middle;
  return (
    <>
      <line className="lead" x1={percent(middle)} x2={percent(middle)} y1={em(BAR)} y2={em(BAR + 0.4)} />
      <text className="tick" x={percent(x)} y={em(BAR + 1.4)} textAnchor={anchor}>
        {run.map((part) => `${markName(part.marks, t)} ${part.label}`).join(", ")}
      </text>
    </>
  );
}

function Silence(props: { silence: "tooFew" | "absent"; t: Translate; id: string; hiddenWord: string }) {
  const { silence, t, id, hiddenWord } = props;
  const hidden = silence === "tooFew";
  return (
    <div className="silent-row">
      <svg width="100%" height={em(BAR)} aria-hidden="true">
        <rect
          className={hidden ? "hidden-edge" : "absent-edge"}
          width="100%"
          height="100%"
          fill={hidden ? `url(#${id}-hidden)` : "none"}
        />
      </svg>
      <Status kind={hidden ? "supp" : "none"} t={t} word={hidden ? hiddenWord : t("ui.figure.absent.long")} />
    </div>
  );
}
