import { Status } from "#components/ui/status.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { ChartFigure, type ChartWords } from "./chart-figure.tsx";
import { Whisker } from "./interval-glyph.tsx";
import { SeriesLegend } from "./legend.tsx";
import { em, percent } from "./lengths.ts";
import { inOrder, levelName, type TaskGroup, type TaskRow } from "./task-row.ts";
import { TaskTable } from "./task-table.tsx";

interface Props extends ChartWords {
  groups: readonly TaskGroup[];
  /** «класс», «школа»: whose dots are filled. */
  own: string;
  /** «регион»: whose dots are hollow. */
  peer?: string;
  minimum?: number;
}

/** Which tasks failed: a dot with its interval per task, on bands of the zones of its difficulty. */
export function TaskPlot({ groups, own, peer, minimum = 10, ...words }: Props) {
  const { t, id } = words;
  const ordered = inOrder(groups);
  return (
    <ChartFigure
      {...words}
      legend={<SeriesLegend own={own} peer={peer} interval={t("charts.interval")} />}
      table={
        <TaskTable
          t={t}
          id={id}
          caption={words.measure}
          groups={ordered}
          own={own}
          peer={peer}
          minimum={minimum}
        />
      }
    >
      {ordered.map((group) => (
        <div key={group.difficulty} className="tasks">
          <div className="task task-head">
            <div className="task-name">
              <h4>{levelName(group.difficulty, t)}</h4>
              <p className="chart-note">
                {t("charts.zoneNote", { low: group.zone.labels.low, high: group.zone.labels.high })}
              </p>
            </div>
            <ZoneScale group={group} />
            <p className="task-own">{own}</p>
            <p className="task-peer">{peer}</p>
          </div>
          <ul>
            {group.rows.map((row) => (
              <Row
                key={row.key}
                t={t}
                id={id}
                group={group}
                row={row}
                own={own}
                peer={peer}
                minimum={minimum}
              />
            ))}
          </ul>
        </div>
      ))}
    </ChartFigure>
  );
}

interface RowProps {
  t: Translate;
  id: string;
  group: TaskGroup;
  row: TaskRow;
  own: string;
  peer: string | undefined;
  minimum: number;
}

function Row({ t, id, group, row, own, peer, minimum }: RowProps) {
  const share = typeof row.own === "string" ? null : row.own;
  return (
    <li className="task">
      <p className="task-name">
        <span className="task-code">{row.code}</span>
        {row.href ? <a href={row.href}>{row.skill}</a> : row.skill}
      </p>
      <Strip t={t} id={id} group={group} row={row} own={own} peer={peer} minimum={minimum} />
      <p className="task-own">
        <span className="task-who">{own} </span>
        {share ? <strong className="font-semibold">{share.label}</strong> : "—"}
      </p>
      <p className="task-peer">
        {row.peer && peer ? (
          <>
            <span className="task-who">{peer} </span>
            {row.peer.label}
          </>
        ) : null}
      </p>
      <p className="task-zone">
        {row.own === "tooFew" ? (
          <Status kind="supp" t={t} word={t("charts.hidden", { minimum })} />
        ) : row.own === "absent" ? (
          <Status kind="none" t={t} />
        ) : row.zone ? (
          <Status kind={row.zone} t={t} word={t(`charts.zone.${row.zone}`)} />
        ) : null}
      </p>
    </li>
  );
}

function Strip({ t, id, group, row, own, peer }: RowProps) {
  const { low, line, high } = group.zone;
  const share = typeof row.own === "string" ? null : row.own;
  const titleId = `${id}-${row.key}-title`;
  const parts = [
    share
      ? `${own} — ${share.label}, ${share.interval}`
      : t(row.own === "tooFew" ? "ui.status.supp" : "ui.figure.absent.long"),
    row.peer && peer ? `${peer} — ${row.peer.label}` : "",
  ];
  return (
    <div className="task-strip">
      <svg role="img" aria-labelledby={titleId} width="100%" height="100%">
        <title id={titleId}>{`${row.code}. ${row.skill}: ${parts.filter(Boolean).join("; ")}`}</title>
        <rect className="zone-low" width={percent(low / 100)} height="100%" />
        <rect
          x={percent(low / 100)}
          width={percent((high - low) / 100)}
          height="100%"
          fill={`url(#${id}-zone)`}
        />
        <line className="borderline" x1={percent(line / 100)} x2={percent(line / 100)} y1="0" y2="100%" />
        <line className="gridline" x1="0" x2="100%" y1="50%" y2="50%" />
        {/* The middle of the row, however high its words make it. */}
        <svg y="50%" overflow="visible" aria-hidden="true">
          {row.own === "tooFew" ? (
            <rect
              className="hidden-edge"
              y="-0.8em"
              width="100%"
              height="1.6em"
              fill={`url(#${id}-hidden)`}
            />
          ) : null}
          {share ? (
            <Whisker low={percent(share.low / 100)} high={percent(share.high / 100)} middle={0} />
          ) : null}
          {row.peer && peer && row.own !== "tooFew" ? (
            <circle className="peer" cx={percent(row.peer.value / 100)} r={em(0.36)} />
          ) : null}
          {share ? <circle className="dot" cx={percent(share.value / 100)} r={em(0.42)} /> : null}
        </svg>
      </svg>
    </div>
  );
}

function ZoneScale({ group }: { group: TaskGroup }) {
  const base = { y: "100%", dy: "-0.35em" };
  return (
    <div className="task-strip">
      <svg width="100%" height="100%" aria-hidden="true">
        <text className="tick" x="0" {...base}>
          0
        </text>
        <text className="tick tick-strong" x={percent(group.zone.line / 100)} {...base} textAnchor="middle">
          {group.zone.labels.line}
        </text>
        <text className="tick" x="100%" {...base} textAnchor="end">
          100
        </text>
      </svg>
    </div>
  );
}
