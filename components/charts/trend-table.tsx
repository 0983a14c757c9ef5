import { FigureCell, FigureLegend, type FigureText, silencesOf } from "#components/ui/figure-cell.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";

export interface TrendValue {
  value: number;
  low: number;
  high: number;
  label: string;
  /** «от 41 до 66» */
  interval: string;
  /** Participants. */
  base: string;
}
export interface TrendPoint {
  key: string;
  /** «2024» */
  label: string;
  /** What stands under the axis where there is little room. */
  short?: string;
  /** Place on the axis of time, when the years do not stand at even steps. */
  at?: number;
  own: TrendValue | "tooFew" | "absent";
  peer?: { value: number; label: string };
  /** Why this year cannot be compared with the one before; cuts the line. */
  breakBefore?: string;
}

interface Props {
  t: Translate;
  id: string;
  caption: string;
  points: readonly TrendPoint[];
  own: string;
  peer: string | undefined;
  minimum: number;
}

function figure(point: TrendPoint, of: "label" | "interval" | "base"): FigureText {
  return typeof point.own === "string" ? { kind: point.own } : { kind: "value", text: point.own[of] };
}

/** The numbers behind the years. */
export function TrendTable({ t, id, caption, points, own, peer, minimum }: Props) {
  const column = (key: string, head: string, of: "label" | "interval" | "base"): Column<TrendPoint> => ({
    key,
    head,
    numeric: true,
    cell: (point) => <FigureCell figure={figure(point, of)} t={t} dense />,
  });
  const columns: Column<TrendPoint>[] = [
    { key: "year", head: t("charts.year"), cell: (point) => point.label },
    column("own", own, "label"),
    column("interval", t("charts.interval"), "interval"),
    column("base", t("charts.participants"), "base"),
  ];
  if (peer) {
    columns.push({
      key: "peer",
      head: peer,
      numeric: true,
      cell: (point) => (
        <FigureCell
          figure={point.peer ? { kind: "value", text: point.peer.label } : { kind: "absent" }}
          t={t}
          dense
        />
      ),
    });
  }
  return (
    <Table
      id={`${id}-table`}
      t={t}
      caption={caption}
      columns={columns}
      rows={points}
      rowKey={(point) => point.key}
    >
      <FigureLegend
        used={silencesOf(points.map((point) => figure(point, "label")))}
        t={t}
        minimum={minimum}
      />
    </Table>
  );
}
