import { FigureCell, FigureLegend, type FigureText, silencesOf } from "#components/ui/figure-cell.tsx";
import { Status } from "#components/ui/status.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { type Difficulty, levelName, type TaskGroup, type TaskRow } from "./task-row.ts";

interface Props {
  t: Translate;
  id: string;
  caption: string;
  groups: readonly TaskGroup[];
  own: string;
  peer: string | undefined;
  minimum: number;
}

type Line = TaskRow & { difficulty: Difficulty };

function figure(row: TaskRow, of: "label" | "interval"): FigureText {
  return typeof row.own === "string" ? { kind: row.own } : { kind: "value", text: row.own[of] };
}

/** The numbers behind the dots. */
export function TaskTable({ t, id, caption, groups, own, peer, minimum }: Props) {
  const lines: Line[] = groups.flatMap((group) =>
    group.rows.map((row) => ({ ...row, difficulty: group.difficulty })),
  );
  const columns: Column<Line>[] = [
    { key: "task", head: t("charts.task"), cell: (row) => `${row.code}. ${row.skill}` },
    { key: "level", head: t("charts.difficulty"), cell: (row) => levelName(row.difficulty, t) },
    { key: "max", head: t("charts.max"), numeric: true, cell: (row) => row.max },
    {
      key: "own",
      head: own,
      numeric: true,
      cell: (row) => <FigureCell figure={figure(row, "label")} t={t} dense />,
    },
    {
      key: "interval",
      head: t("charts.interval"),
      numeric: true,
      cell: (row) => <FigureCell figure={figure(row, "interval")} t={t} dense />,
    },
  ];
  if (peer) {
    columns.push({
      key: "peer",
      head: peer,
      numeric: true,
      cell: (row) => (
        <FigureCell
          figure={row.peer ? { kind: "value", text: row.peer.label } : { kind: "absent" }}
          t={t}
          dense
        />
      ),
    });
  }
  if (lines.some((row) => row.notTried !== undefined)) {
    columns.push({
      key: "notTried",
      head: t("charts.notTried"),
      numeric: true,
      cell: (row) => (
        <FigureCell
          figure={
            typeof row.own === "string" || row.notTried === undefined
              ? { kind: typeof row.own === "string" ? row.own : "notApplicable" }
              : { kind: "value", text: row.notTried }
          }
          t={t}
          dense
        />
      ),
    });
  }
  columns.push({
    key: "zone",
    head: t("charts.zoneHead"),
    cell: (row) =>
      row.zone ? (
        <Status kind={row.zone} t={t} word={t(`charts.zone.${row.zone}`)} />
      ) : (
        <FigureCell figure={{ kind: "notApplicable" }} t={t} />
      ),
  });
  return (
    <Table
      id={`${id}-table`}
      t={t}
      caption={caption}
      columns={columns}
      rows={lines}
      rowKey={(row) => row.key}
    >
      <FigureLegend used={silencesOf(lines.map((row) => figure(row, "label")))} t={t} minimum={minimum} />
    </Table>
  );
}
