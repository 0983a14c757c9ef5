import type { ExportSheet } from "../platform/spreadsheet-export/sheet.ts";
import { contingencyOf, margins } from "../statistics/association/contingency.ts";
import { taskCompletion, taskCompletionInterval } from "../statistics/completion.ts";
import { share as shareOf, toFraction } from "../statistics/share.ts";
import { letter, quotient, share, text, whole } from "./export-cells.ts";
import type { Analysis } from "./queries.ts";
import { bandsOf } from "./scores-view.ts";
import type { Words } from "./words.ts";
import { taskZone } from "./zones.ts";

/** Primary scores with the mark that each earns by the scale. */
export function scoresSheet({ t }: Words, { work, summary }: Analysis): ExportSheet | null {
  if (!summary || summary.scored === 0) return null;
  const bands = bandsOf(work);
  const last = summary.histogram.length + 1;
  return {
    name: t("insights.export.scores"),
    columns: [
      whole(t("charts.score")),
      whole(t("charts.mark")),
      whole(t("charts.participants")),
      share(t("charts.share")),
    ],
    rows: summary.histogram.map((count, score) => [
      score,
      bands?.find(({ from, to }) => from <= score && score <= to)?.mark ?? null,
      count,
      quotient(`C${score + 2}`, `SUM(C$2:C$${last})`, shareOf(count, summary.scored)),
    ]),
    ...(bands ? {} : { notes: [t("charts.noScale")] }),
  };
}

/** Tasks with their sums, both bases of completion and everything that stands outside. */
export function tasksSheet({ t }: Words, { work, summary, areas }: Analysis): ExportSheet | null {
  if (!summary || work.tasks.length === 0) return null;
  const head = (key: string) => t(`insights.export.tasks.${key}`);
  const peers = areas.filter((area) => area.summary !== null);
  return {
    name: head("sheet"),
    columns: [
      text(t("charts.task"), 9),
      text(head("skill"), 50),
      text(t("charts.difficulty"), 11),
      whole(t("charts.max"), 10),
      whole(head("counted")),
      whole(head("sum")),
      share(head("completion")),
      ...[share(head("low")), share(head("high"))],
      text(t("charts.zoneHead"), 17),
      ...[whole(head("notTried")), share(head("notTriedShare"))],
      ...[whole(head("notTaught")), share(head("taught"))],
      ...[whole(head("blank")), whole(head("rejected"))],
      ...peers.map(({ kind }) => share(t(`insights.kind.${kind}`))),
    ],
    rows: work.tasks.map((task, i) => {
      const sums = summary.tasks[i] ?? emptyTask;
      const row = i + 2;
      const [max, counted, sum] = [3, 4, 5].map((column) => `${letter(column)}${row}`);
      const completion = taskCompletion(sums, task.max);
      const interval = taskCompletionInterval(sums, task.max);
      const zone = taskZone(completion, task.difficulty);
      return [
        ...[task.code, task.skill, task.difficulty ?? "", task.max, sums.counted, sums.sum],
        quotient(sum!, `${counted}*${max}`, toFraction(completion)),
        ...[toFraction(interval?.low ?? null), toFraction(interval?.high ?? null)],
        zone ? t(`insights.zone.${zone}`) : "",
        ...[sums.notAttempted, quotient(`K${row}`, counted!, shareOf(sums.notAttempted, sums.counted))],
        ...[
          sums.notTaught,
          quotient(sum!, `(${counted}-M${row})*${max}`, toFraction(taskCompletion(sums, task.max, "taught"))),
        ],
        ...[sums.blank, sums.rejected],
        ...peers.map((area) => {
          const theirs = area.summary?.tasks[i];
          return theirs ? toFraction(taskCompletion(theirs, task.max)) : null;
        }),
      ];
    }),
  };
}

const emptyTask = { counted: 0, sum: 0, notAttempted: 0, notTaught: 0, blank: 0, rejected: 0 } as const;

/** The mark of the work against the mark of the journal, with margins as formulas. */
export function journalSheet({ t }: Words, { summary }: Analysis): ExportSheet | null {
  if (!summary || summary.journal.every((count) => count === 0)) return null;
  const matrix = contingencyOf(summary.journal, 4);
  const { rows: ofWork, columns: ofJournal, n } = margins(matrix);
  const marks = [0, 1, 2, 3];
  const rows = marks.map((journal) => [
    t("insights.export.journal.row", { mark: journal + 2 }),
    ...matrix.map((counts) => counts[journal]!),
    { formula: `SUM(B${journal + 2}:E${journal + 2})`, value: ofJournal[journal]! },
  ]);
  const foot = [
    t("charts.matrix.total"),
    ...[...ofWork, n].map((value, column) => ({
      formula: `SUM(${letter(column + 1)}2:${letter(column + 1)}5)`,
      value,
    })),
  ];
  return {
    name: t("insights.export.journal.sheet"),
    columns: [
      text(t("insights.export.journal.corner"), 26),
      ...marks.map((work) => whole(t("insights.export.journal.column", { mark: work + 2 }), 15)),
      whole(t("charts.matrix.total")),
    ],
    rows: [...rows, foot],
  };
}
