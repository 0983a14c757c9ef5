import type { ExportSheet } from "../platform/spreadsheet-export/sheet.ts";
import { analysisView } from "./analysis-view.ts";
import { decimal, text, whole } from "./export-cells.ts";
import { marksSheet, partsSheet, yearsSheet } from "./export-marks.ts";
import { journalSheet, scoresSheet, tasksSheet } from "./export-scores.ts";
import type { FigureRule } from "./figure.ts";
import { figureName } from "./figure-view.ts";
import { figuresOf } from "./figures.ts";
import type { Analysis } from "./queries.ts";
import { unitName, workTitle } from "./titles.ts";
import type { Words } from "./words.ts";

/**
 * What the page of analysis shows as the sheets of a workbook: unrounded numbers, what follows from counts as live formulas.
 * Empty when the unit has no results.
 */
export function analysisSheets(words: Words, analysis: Analysis): ExportSheet[] {
  if (!analysis.summary) return [];
  return [
    aboutSheet(words, analysis),
    figuresSheet(words, analysis),
    marksSheet(words, analysis),
    scoresSheet(words, analysis),
    tasksSheet(words, analysis),
    journalSheet(words, analysis),
    partsSheet(words, analysis),
    yearsSheet(words, analysis),
  ].filter((sheet) => sheet !== null);
}

/** The name of the file; letters of any script, so it goes into the header encoded. */
export function exportName({ unit, work }: Analysis): string {
  const name = [
    work.code,
    unit.kind,
    String(unit.id),
    ...(unit.classLabel === null ? [] : [unit.classLabel]),
  ];
  return `${name.join("-")}.xlsx`;
}

function aboutSheet(words: Words, analysis: Analysis): ExportSheet {
  const { t } = words;
  const view = analysisView(words, analysis);
  const { source } = view;
  const lines: [string, string][] = [
    [t("insights.export.work"), workTitle(words, analysis.work)],
    [t("insights.export.unit"), unitName(words, analysis.unit)],
    ...(view.purpose ? [[t("insights.export.purpose"), view.purpose] as [string, string]] : []),
    ...(view.people ? [[t("insights.sections.people"), view.people.sentence] as [string, string]] : []),
    ...view.findings.map(({ text: finding }): [string, string] => [t("insights.export.finding"), finding]),
    ...view.notices.map((notice): [string, string] => [notice.title, notice.text]),
    ...(source
      ? ([
          [t("insights.source.file"), source.file],
          [t("insights.source.hashName"), analysis.source?.sha256 ?? ""],
          [t("insights.source.loaded"), source.who],
        ] as [string, string][])
      : []),
  ];
  return {
    name: t("insights.export.about"),
    columns: [text(t("insights.export.what"), 30), text(t("insights.export.value"), 90)],
    rows: lines,
  };
}

/** Every figure of the registry but those of single tasks, which have a sheet; per cent as 0–100, because the column mixes units. */
function figuresSheet(words: Words, analysis: Analysis): ExportSheet {
  const { t } = words;
  const summary = analysis.summary!;
  return {
    name: t("insights.export.figures"),
    columns: [
      text(t("insights.export.figure"), 44),
      decimal(t("insights.export.value")),
      text(t("insights.export.unitOf"), 12),
      whole(t("insights.export.part")),
      whole(t("insights.export.base")),
      decimal(t("insights.export.low")),
      decimal(t("insights.export.high")),
      text(t("insights.export.formula"), 70),
    ],
    rows: [...figuresOf(analysis.work).values()].filter(isNotOfTask).map((rule) => {
      const { value, part, base, interval } = rule.compute(summary);
      return [
        figureName(words, rule),
        value,
        t(`insights.unitOf.${rule.unit}`),
        part,
        base,
        interval?.low ?? null,
        interval?.high ?? null,
        t(`insights.figures.${rule.name}.formula`, rule.params),
      ];
    }),
    notes: [t("insights.export.silence")],
  };
}

const isNotOfTask = ({ key }: FigureRule) => !key.startsWith("task-");
