import type { Words } from "#components/results/words.ts";
import { Status, type StatusKind } from "#components/ui/status.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { formatNumber, formatPoints } from "#lib/platform/format/number.ts";
import type { ComparedFigure, Verdict } from "#lib/reported/compared.ts";
import { ComputedFigure, measureText, ReportedFigure } from "./figure-words.tsx";

const shapes: Record<Verdict, StatusKind> = {
  differs: "warn",
  unread: "warn",
  rounding: "ok",
  equal: "ok",
  noComputed: "none",
  blank: "none",
  hidden: "supp",
  notCompared: "none",
};

interface Props {
  words: Words;
  caption: string;
  figures: readonly ComparedFigure[];
}

/** Reported figures beside the computed ones, with the difference at the printed decimals and what it means. */
export function ComparisonTable({ words, caption, figures }: Props) {
  const { t } = words;
  const columns: Column<ComparedFigure>[] = [
    {
      key: "measure",
      head: t("reported.compare.measure"),
      cell: ({ reported }) => <span className="block min-w-36">{measureText(words, reported)}</span>,
    },
    {
      key: "reported",
      head: t("reported.compare.reported"),
      numeric: true,
      cell: ({ reported }) => <ReportedFigure words={words} figure={reported} />,
    },
    {
      key: "computed",
      head: t("reported.compare.computed"),
      numeric: true,
      cell: (compared) => <ComputedFigure words={words} compared={compared} />,
    },
    {
      key: "difference",
      head: t("reported.compare.difference"),
      numeric: true,
      cell: (compared) => differenceText(words, compared),
    },
    {
      key: "verdict",
      head: t("reported.compare.verdict"),
      cell: ({ verdict }) => (
        <Status kind={shapes[verdict]} t={t} word={t(`reported.verdicts.${verdict}`)} plain />
      ),
    },
  ];
  return (
    <Table
      id="figures"
      t={t}
      caption={caption}
      columns={columns}
      rows={figures}
      rowKey={({ reported }) =>
        `${reported.form}-${reported.measure}-${reported.key.replace(/[^\p{L}\d]+/gu, "-")}`
      }
    />
  );
}

function differenceText({ t, locale }: Words, { difference, computed, reported }: ComparedFigure): string {
  if (difference === null || computed === null) return "—";
  if (computed.unit === "count") return formatNumber(difference, { locale });
  const tf = (key: string, params?: Record<string, string | number>) => t(`format.${key}`, params);
  return formatPoints(tf as typeof t, difference, { locale, decimals: reported.decimals });
}
