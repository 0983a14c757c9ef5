import { type Column, Table } from "#components/ui/table.tsx";
import { examHowHref, examHref } from "#lib/exams/addresses.ts";
import { measuredBy } from "#lib/exams/measured.ts";
import { examFigure } from "#lib/exams/measures.ts";
import type { ExamRow } from "#lib/exams/queries.ts";
import type { ExamUnit } from "#lib/exams/units.ts";
import { countText, type ExamWords, subjectText } from "#lib/exams/words.ts";
import { FigureInCell } from "./figures.tsx";

const MARKED = ["meanMark", "pass", "quality", "mark2"] as const;
const SCORED = ["mean", "median", "below", "high", "hundred"] as const;

/** The subjects of one kind of examination in a unit: participants and the usual figures; never ordered by results. */
export function YearTable(props: {
  words: ExamWords;
  id: string;
  caption: string;
  rows: readonly ExamRow[];
  marked: boolean;
  asked: { unit: ExamUnit; high: number };
}) {
  const { words, id, caption, rows, marked, asked } = props;
  const { t } = words;
  const figure = ({ exam, scale, summary }: ExamRow, key: string) =>
    examFigure(summary, measuredBy(exam, scale, asked.high), key);
  const columns: Column<ExamRow>[] = [
    {
      key: "subject",
      head: t("exams.table.subject"),
      cell: ({ exam }) => <a href={examHref(asked, exam.id)}>{subjectText(words, exam)}</a>,
    },
    {
      ...{ key: "participants", head: t("exams.table.participants"), numeric: true },
      cell: ({ summary }) => countText(words, summary.participants),
    },
    ...(marked ? MARKED : SCORED).map(
      (key): Column<ExamRow> => ({
        key,
        head: t(`exams.table.${key}`, { high: asked.high }),
        numeric: true,
        cell: (row) => (
          <FigureInCell words={words} figure={figure(row, key)} href={examHowHref(asked, row.exam.id, key)} />
        ),
      }),
    ),
  ];
  return (
    <Table
      id={id}
      t={t}
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={({ exam }) => String(exam.id)}
    />
  );
}
