import { FigureCell, FigureLegend, type FigureText, silencesOf } from "#components/ui/figure-cell.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import type { Translate } from "#components/ui/translate.ts";
import { type Mark, markName } from "./marks.ts";

export interface MarkPart {
  /** One mark, or two joined so that nobody can be recognised. */
  marks: readonly Mark[];
  /** 0…1; the shares of a row add up to 1. */
  share: number;
  /** «38 %», rounded so that the row adds up to 100. */
  label: string;
  /** Participants; left out where counts are not shown. */
  count?: string;
}
export interface MarksRow {
  key: string;
  name: string;
  /** «24 участника» */
  base: string;
  parts: readonly MarkPart[] | "tooFew" | "absent";
}

interface Props {
  t: Translate;
  id: string;
  caption: string;
  rows: readonly MarksRow[];
  minimum: number;
}

/** Counts and shares behind the bars; a row of silences says why in every cell. */
export function MarksTable({ t, id, caption, rows, minimum }: Props) {
  const parts = new Map<string, MarkPart>();
  for (const row of rows) {
    if (typeof row.parts !== "string") for (const part of row.parts) parts.set(part.marks.join(), part);
  }
  const figure = (row: MarksRow, key: string): FigureText => {
    if (row.parts === "tooFew") return { kind: "tooFew" };
    if (row.parts === "absent") return { kind: "absent" };
    const part = row.parts.find((candidate) => candidate.marks.join() === key);
    if (!part) return { kind: "notApplicable" };
    return { kind: "value", text: part.count === undefined ? part.label : `${part.count} (${part.label})` };
  };
  const keys = [...parts.keys()].sort();
  const columns: Column<MarksRow>[] = [
    { key: "name", head: t("charts.where"), cell: (row) => row.name },
    { key: "base", head: t("charts.participants"), numeric: true, cell: (row) => row.base },
    ...keys.map(
      (key): Column<MarksRow> => ({
        key,
        head: markName(parts.get(key)?.marks ?? [], t),
        numeric: true,
        cell: (row) => <FigureCell figure={figure(row, key)} t={t} dense />,
      }),
    ),
  ];
  return (
    <Table id={`${id}-table`} t={t} caption={caption} columns={columns} rows={rows} rowKey={(row) => row.key}>
      <FigureLegend
        used={silencesOf(rows.flatMap((row) => keys.map((key) => figure(row, key))))}
        t={t}
        minimum={minimum}
      />
    </Table>
  );
}
