import type { ExportCell, ExportColumn, ExportSheet } from "../platform/spreadsheet-export/sheet.ts";
import type { ExamSummary } from "../statistics/exams/exam-summary.ts";
import { measuredBy } from "./measured.ts";
import { examFigures, type Measured } from "./measures.ts";
import { groupParts } from "./part-groups.ts";
import type { ExamAnalysis } from "./queries.ts";
import { taskLines } from "./task-lines.ts";
import { type ExamWords, examTitle, figureName } from "./words.ts";

const text = (header: string, width = 30): ExportColumn => ({ header, width });
const whole = (header: string): ExportColumn => ({ header, width: 14, format: "whole" });
const decimal = (header: string): ExportColumn => ({ header, width: 14, format: "twoDecimals" });
/** Per cent as 0–100, as the tables of the statistical report print it. */
const share = (header: string): ExportColumn => ({ header: `${header}, %`, width: 14, format: "oneDecimal" });

/** What the page of an examination shows, as the tables of the statistical report; unrounded numbers. */
export function examSheets(words: ExamWords, analysis: ExamAnalysis, high: number): ExportSheet[] {
  const measured = measuredBy(analysis.exam, analysis.scale, high);
  return [
    figuresSheet(words, analysis, measured),
    ...comparisons(words, analysis, measured, high),
    tasksSheet(words, analysis, measured),
  ];
}

/** The name of the file. */
export function examFileName({ exam, unit }: ExamAnalysis): string {
  return `${exam.kind}-${exam.subject}-${exam.year}-${unit.kind}-${unit.id}.xlsx`;
}

function figuresSheet(words: ExamWords, analysis: ExamAnalysis, measured: Measured): ExportSheet {
  const { t } = words;
  return {
    name: t("exams.export.figures"),
    columns: [
      text(t("exams.export.figure"), 44),
      decimal(t("exams.export.value")),
      whole(t("exams.export.part")),
      whole(t("exams.export.base")),
      decimal(t("exams.export.low")),
      decimal(t("exams.export.high")),
      text(t("exams.export.formula"), 70),
    ],
    rows: examFigures(analysis.summary, measured).map((figure) => [
      figureName(words, figure),
      figure.value,
      figure.part,
      figure.base,
      figure.interval?.low ?? null,
      figure.interval?.high ?? null,
      t(`exams.figures.${figure.name}.formula`, figure.params),
    ]),
    notes: [
      `${examTitle(words, analysis.exam)}, ${analysis.unit.name}`,
      analysis.scale ? analysis.scale.source : t("exams.scale.none"),
      ...(analysis.scale?.needsCheck ? [t("exams.scale.unchecked")] : []),
      t("exams.export.silence"),
    ],
  };
}

interface Line {
  name: string;
  schools: number | null;
  summary: ExamSummary;
  measured: Measured;
}

function comparisons(
  words: ExamWords,
  analysis: ExamAnalysis,
  measured: Measured,
  high: number,
): ExportSheet[] {
  const { t } = words;
  const { parts, areas, past, unit } = analysis;
  const one = (name: string, summary: ExamSummary, schools: number | null = null): Line => ({
    name,
    schools,
    summary,
    measured,
  });
  const grouped = (by: Parameters<typeof groupParts>[1], name: (key: string) => string) =>
    groupParts(parts, by).map(({ key, schools, summary }) => one(name(key), summary, schools));
  const sheets: [string, Line[]][] = [
    [
      t("exams.export.areas"),
      [
        one(unit.name, analysis.summary),
        ...areas.map(({ name, schools, summary }) => one(name, summary, schools)),
      ],
    ],
    [
      t("exams.export.dynamics"),
      past.map(({ exam, scale, summary }) => ({
        ...one(String(exam.year), summary),
        measured: measuredBy(exam, scale, high),
      })),
    ],
    [
      t("exams.export.byMunicipality"),
      unit.kind === "region"
        ? grouped(
            ({ municipality }) => municipality,
            (key) => key,
          )
        : [],
    ],
    [
      t("exams.export.byKind"),
      grouped(
        ({ schoolKind }) => schoolKind,
        (key) => t(`schools.kind.${key}`),
      ),
    ],
    [
      t("exams.export.byLocality"),
      grouped(
        ({ localityKind }) => localityKind,
        (key) => t(`exams.locality.${key}`),
      ),
    ],
    [
      t("exams.export.parts"),
      parts.map(({ name, summary }) => one(name === "" ? t("exams.parts.noClass") : name, summary)),
    ],
  ];
  return sheets
    .filter(([, lines]) => lines.length > 0)
    .map(([name, lines]) => comparisonSheet(words, name, lines));
}

function comparisonSheet(words: ExamWords, name: string, lines: readonly Line[]): ExportSheet {
  const { t } = words;
  const figures = (line: Line) =>
    examFigures(line.summary, line.measured).filter(({ key }) => key !== "participants");
  const columns = figures(lines[0]!);
  return {
    name,
    columns: [
      text(t("exams.export.name"), 36),
      whole(t("exams.table.schools")),
      whole(t("exams.table.participants")),
      ...columns.map((figure) => (figure.unit === "percent" ? share : decimal)(figureName(words, figure))),
    ],
    rows: lines.map((line) => {
      const own = new Map(figures(line).map((figure) => [figure.key, figure]));
      const cells: ExportCell[] = columns.map(({ key }) => {
        const figure = own.get(key);
        if (!figure || figure.value === null) return null;
        return figure.value;
      });
      return [line.name, line.schools, line.summary.participants, ...cells];
    }),
    notes: [t("exams.noRanking")],
  };
}

function tasksSheet(words: ExamWords, analysis: ExamAnalysis, measured: Measured): ExportSheet {
  const { t } = words;
  const groups = measured.marked
    ? ["mark2", "mark3", "mark4", "mark5"]
    : ["below", "band1", "band2", "band3"];
  return {
    name: t("exams.export.tasks"),
    columns: [
      text(t("exams.tasks.task")),
      whole(t("exams.tasks.max")),
      whole(t("exams.tasks.counted")),
      share(t("exams.tasks.all")),
      ...groups.map((group) => share(t(`exams.tasks.groups.${group}`, { from: measured.attestat ?? 0 }))),
    ],
    rows: taskLines(analysis.summary, analysis.exam).map(
      ({ part, number, max, counted, all, groups: done }) => [
        t(`exams.tasks.${part}`, { number }),
        max === 0 ? null : max,
        counted,
        all,
        ...done,
      ],
    ),
    notes: [t("exams.tasks.lead")],
  };
}
