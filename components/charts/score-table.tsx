import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { type MarkBand, markOf } from "./marks.ts";

export interface ScoreBar {
  score: number;
  /** Participants, or per cent of them: what the axis says. */
  value: number;
  count: string;
  share: string;
}

interface Props {
  t: Translate;
  id: string;
  caption: string;
  bars: readonly ScoreBar[];
  bands: readonly MarkBand[] | null;
}

/** The numbers behind the distribution: score, mark, participants, share. */
export function ScoreTable({ t, id, caption, bars, bands }: Props) {
  const columns: Column<ScoreBar>[] = [
    { key: "score", head: t("charts.score"), numeric: true, cell: (bar) => bar.score },
    { key: "count", head: t("charts.participants"), numeric: true, cell: (bar) => bar.count },
    { key: "share", head: t("charts.share"), numeric: true, cell: (bar) => bar.share },
  ];
  if (bands) {
    columns.splice(1, 0, {
      key: "mark",
      head: t("charts.mark"),
      cell: (bar) => `«${markOf(bands, bar.score) ?? "—"}»`,
    });
  }
  return (
    <Table
      id={`${id}-table`}
      t={t}
      caption={caption}
      columns={columns}
      rows={bars}
      rowKey={(bar) => String(bar.score)}
      dense
    />
  );
}
