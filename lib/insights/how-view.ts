import { createHash } from "node:crypto";
import type { Summary } from "../statistics/summary.ts";
import { rowsHref } from "./addresses.ts";
import type { FigureRule, Workings } from "./figure.ts";
import { figureInterval, figureName, valueText } from "./figure-view.ts";
import { figuresOf } from "./figures.ts";
import type { Analysis } from "./queries.ts";
import type { FileBehind, Sources } from "./source-queries.ts";
import { instantText, roleText, shortHash } from "./source-view.ts";
import { unitName, workTitle } from "./titles.ts";
import { intervalText, listText, numberText, pupilsText, type Words } from "./words.ts";
import { TASK_ZONES } from "./zones.ts";

/** Everything needed to get the same number again. */
export interface HowView {
  name: string;
  work: string;
  unit: string;
  formula: string;
  /** The formula with the numbers put in; null when nobody is in the base. */
  numbers: string | null;
  value: string | null;
  edition: string;
  source: string;
  interval: string | null;
  counted: string;
  rowsHref: string | null;
  leftOut: string[];
  files: { key: string; title: string; lines: string[] }[];
  /** «заместитель директора: Ф1.xlsx, 22.04.2026, 10:42»; the role, never a name. */
  people: string[];
  filesNote: string | null;
  rounding: string;
  fingerprint: string;
}

/** «Как это посчитано» of one figure; null when the work has no such figure or the unit no results. */
export function howView(words: Words, analysis: Analysis, sources: Sources, key: string): HowView | null {
  const rule = figuresOf(analysis.work).get(key);
  const { summary, unit, work } = analysis;
  if (!rule || !summary) return null;
  const workings = rule.compute(summary);
  const { t } = words;
  const value = workings.value === null ? null : valueText(words, rule, workings.value);
  return {
    name: figureName(words, rule),
    ...{ work: workTitle(words, work), unit: unitName(words, unit) },
    formula: t(`insights.figures.${rule.name}.formula`, rule.params),
    numbers: value === null ? null : numbersPutIn(words, rule, workings, value),
    value,
    edition: t("insights.how.edition", { edition: rule.edition }),
    source: t(`insights.sources.${rule.source}`, {
      zones: TASK_ZONES.version,
      zonesSource: TASK_ZONES.source,
    }),
    interval: intervalSentence(words, rule, workings),
    counted: t("insights.how.counted", { pupils: pupilsText(words, workings.base) }),
    rowsHref: unit.kind === "school" ? rowsHref(unit.id, work.id, unit.classLabel) : null,
    leftOut: [
      ...workings.leftOut.map(({ reason, count }) => t(`insights.leftOut.${reason}`, { count })),
      ...heldLine(words, sources),
    ],
    files: sources.files.map((file, index) => fileBehind(words, file, String(index))),
    people: unit.kind === "school" ? loaders(words, sources) : areaLoaders(words, sources),
    filesNote: filesNote(words, analysis, sources),
    rounding: t(`insights.rounding.${rule.unit}`),
    fingerprint: fingerprintOf(rule, summary),
  };
}

function numbersPutIn(words: Words, rule: FigureRule, { inputs }: Workings, value: string): string {
  const written = Object.entries(inputs).map(([name, input]) => [
    name,
    typeof input === "number" ? numberText(words, input) : input,
  ]);
  const params = { ...rule.params, ...Object.fromEntries(written), value };
  return words.t(`insights.figures.${rule.name}.numbers`, params);
}

function intervalSentence(words: Words, rule: FigureRule, { interval }: Workings): string | null {
  if (rule.method === null) return null;
  if (interval === null) return words.t("insights.methods.none");
  const wide =
    rule.unit === "coefficient"
      ? intervalText(words, interval, "plain", 4)
      : intervalText(words, interval, rule.unit === "percent" ? "percent" : "plain", 2);
  return words.t(`insights.methods.${rule.method}`, {
    bounds: figureInterval(words, rule, interval),
    exact: wide,
  });
}

function heldLine({ t }: Words, { files }: Sources): string[] {
  const held = files.reduce((sum, file) => sum + file.held, 0);
  return held > 0 ? [t("insights.leftOut.held", { count: held })] : [];
}

function fileBehind(words: Words, file: FileBehind, key: string): HowView["files"][number] {
  const { t } = words;
  const name = fileName(words, file);
  const lines = [
    ...(file.sha256 === null ? [] : [t("insights.source.hash", { hash: shortHash(file.sha256) })]),
    ...(file.school === null || file.at === null
      ? []
      : [t("insights.source.who", { role: roleText(words, file.role), at: instantText(words, file.at) })]),
    ...(file.rows === null ? [] : [t("insights.source.rows", { count: file.rows })]),
  ];
  return { key, title: file.school === null ? name : `${file.school}: ${name}`, lines };
}

function fileName({ t }: Words, file: FileBehind): string {
  return file.name ?? t("insights.source.notVisible");
}

/** Who loaded each file of a school: the role, never a name. */
function loaders(words: Words, { files }: Sources): HowView["people"] {
  return files.flatMap((file) =>
    file.at === null
      ? []
      : [
          words.t("insights.source.loader", {
            ...{ role: roleText(words, file.role), what: fileName(words, file) },
            at: instantText(words, file.at),
          }),
        ],
  );
}

/** An area has too many files to name who loaded each: the roles and the span of time. */
function areaLoaders(words: Words, { files, firstAt, lastAt }: Sources): HowView["people"] {
  if (firstAt === null || lastAt === null) return [];
  const roles = [...new Set(files.map((file) => roleText(words, file.role)))];
  return [
    words.t("insights.source.loaders", {
      who: roles.length > 0 ? listText(roles) : words.t("insights.source.staff"),
      ...{ first: instantText(words, firstAt), last: instantText(words, lastAt) },
    }),
  ];
}

function filesNote(
  words: Words,
  { unit }: Analysis,
  { schools, firstAt, lastAt, files }: Sources,
): string | null {
  if (unit.kind === "school" || firstAt === null || lastAt === null) return null;
  return words.t("insights.source.area", {
    ...{ count: schools, first: instantText(words, firstAt), last: instantText(words, lastAt) },
    listed: files.length,
  });
}

/** Hash of the edition and the numbers that the figure was made from: equal fingerprints, equal figure. */
export function fingerprintOf(rule: FigureRule, summary: Summary): string {
  const { value, base, inputs, leftOut } = rule.compute(summary);
  const text = JSON.stringify([rule.key, rule.edition, value, base, inputs, leftOut]);
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
