import type { ExportCell, ExportColumn, ExportSheet } from "../platform/spreadsheet-export/sheet.ts";
import { workCompletion } from "../statistics/completion.ts";
import {
  type MarkCounts,
  marked,
  markShares,
  meanMark,
  passRate,
  quality,
  sou,
} from "../statistics/marks.ts";
import { mean } from "../statistics/moments.ts";
import { toFraction } from "../statistics/share.ts";
import { type Summary, scoreMoments } from "../statistics/summary.ts";
import { decimal, letter, quotient, share, text, whole } from "./export-cells.ts";
import type { Analysis } from "./queries.ts";
import { isInformativeGroup } from "./rules.ts";
import { classText, unitName, workTitle } from "./titles.ts";
import type { Words } from "./words.ts";

type Columns = (t: Words["t"]) => ExportColumn[];

const countColumns: Columns = (t) =>
  [2, 3, 4, 5].map((mark) => whole(t("insights.export.countOf", { mark }), 9));

/** Counts of marks beginning in column `from`, then what follows from them as formulas over the same row. */
function markCells(marks: MarkCounts, from: number, row: number): ExportCell[] {
  const [two, three, four, five] = [0, 1, 2, 3].map((i) => `${letter(from + i)}${row}`) as [
    string,
    string,
    string,
    string,
  ];
  const n = `SUM(${two}:${five})`;
  const shares = markShares(marks);
  return [
    ...marks,
    ...[two, three, four, five].map((cell, i) => quotient(cell, n, toFraction(shares?.[i] ?? null))),
    quotient(`${three}+${four}+${five}`, n, toFraction(passRate(marks))),
    quotient(`${four}+${five}`, n, toFraction(quality(marks))),
    quotient(`0.16*${two}+0.36*${three}+0.64*${four}+${five}`, n, toFraction(sou(marks))),
    quotient(`2*${two}+3*${three}+4*${four}+5*${five}`, n, meanMark(marks)),
  ];
}

function markColumns({ t }: Words): ExportColumn[] {
  const name = (key: string) => t(`insights.figures.${key}.name`);
  const withParams = [2, 3, 4, 5].map((mark) => t("insights.figures.share.name", { mark }));
  return [
    ...countColumns(t),
    ...withParams.map((header) => share(header)),
    share(name("pass"), 15),
    share(name("quality"), 15),
    share(name("sou")),
    decimal(name("meanMark")),
  ];
}

/** Marks of the unit and of the areas beside it. */
export function marksSheet(words: Words, analysis: Analysis): ExportSheet {
  const { t } = words;
  const lines = [
    { name: unitName(words, analysis.unit), summary: analysis.summary },
    ...analysis.areas.map(({ name, summary }) => ({ name, summary })),
  ].flatMap(({ name, summary }) => (summary ? [{ name, marks: summary.marks }] : []));
  return {
    name: t("insights.export.marks"),
    columns: [text(t("charts.where"), 34), whole(t("insights.export.withMark")), ...markColumns(words)],
    rows: lines.map(({ name, marks }, i) => {
      const row = i + 2;
      return [name, { formula: `SUM(C${row}:F${row})`, value: marked(marks) }, ...markCells(marks, 2, row)];
    }),
  };
}

/** Everything of a summary in one row, for parts and years: people, marks, scores. */
function summaryCells(summary: Summary, max: number, row: number): ExportCell[] {
  const { participants, absent, scored, scoreSum } = summary;
  const [scoredCell, sumCell] = [`D${row}`, `E${row}`];
  return [
    ...[participants, absent, scored, scoreSum],
    quotient(sumCell, scoredCell, mean(scoreMoments(summary))),
    quotient(sumCell, `${scoredCell}*${max}`, toFraction(workCompletion(summary))),
    ...markCells(summary.marks, 7, row),
  ];
}

function summaryColumns(words: Words): ExportColumn[] {
  const { t } = words;
  return [
    whole(t("insights.figures.participants.name")),
    whole(t("insights.figures.absent.name")),
    whole(t("insights.figures.scored.name")),
    whole(t("insights.export.scoreSum")),
    decimal(t("insights.figures.meanScore.name")),
    share(t("insights.figures.completion.name")),
    ...markColumns(words),
  ];
}

/** Classes, schools or municipalities in the natural order of their names. */
export function partsSheet(words: Words, analysis: Analysis): ExportSheet | null {
  const { t } = words;
  const { parts, work } = analysis;
  const [first] = parts;
  if (!first) return null;
  return {
    name: t(`insights.export.parts.${first.kind}`),
    columns: [
      text(t(`insights.parts.head.${first.kind}`), 34),
      ...summaryColumns(words),
      text(t("insights.parts.note"), 34),
    ],
    rows: parts.map(({ kind, name, summary }, i) => [
      kind === "class" ? classText(t, name) : name,
      ...summaryCells(summary, work.maxScore, i + 2),
      summary.participants > 0 && !isInformativeGroup(summary.participants) ? t("insights.parts.few") : "",
    ]),
    notes: [t("insights.parts.noRanking")],
  };
}

/** This year and the years that may stand beside it. */
export function yearsSheet(words: Words, analysis: Analysis): ExportSheet | null {
  const { summary, work, otherYears } = analysis;
  const others = otherYears.filter(({ comparability }) => comparability.comparable);
  if (!summary || others.length === 0) return null;
  const years = [{ work, summary }, ...others].sort((a, b) => a.work.year - b.work.year);
  return {
    name: words.t("insights.export.years"),
    columns: [text(words.t("insights.export.work"), 44), ...summaryColumns(words)],
    rows: years.map((year, i) => [
      workTitle(words, year.work),
      ...summaryCells(year.summary, year.work.maxScore, i + 2),
    ]),
    notes: [words.t("insights.years.otherPupils")],
  };
}
