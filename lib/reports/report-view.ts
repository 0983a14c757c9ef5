import { numberText, percentText, type Words } from "../insights/words.ts";
import { formatInstantDay } from "../platform/format/day.ts";
import { type Mark, marksParts, shownValue } from "./published-marks.ts";
import type { PublishedMeasure, PublishedUnit, PublishedWork, Snapshot } from "./snapshot.ts";
import { shareText, type WorkView, workView } from "./work-view.ts";

/** A cell of the table: a figure in words, or which silence stands in its place. */
export type CellView = { kind: "value"; text: string; share?: string } | { kind: "tooFew" | "absent" };

/** Rows are what was counted, columns are the unit and its areas: so that a phone shows it whole. */
export interface TableView {
  caption: string;
  columns: { key: string; head: string }[];
  rows: { key: string; name: string; cells: CellView[] }[];
}

export interface WorkPart extends WorkView {
  table: TableView;
}

export interface ReportView {
  kind: Snapshot["unit"]["kind"];
  title: string;
  /** «Школа № 7, Верхнереченский округ» */
  unit: string;
  /** «2026 год» */
  year: string;
  foreword: string[];
  /** The purpose of ВПР is said where the report has any. */
  hasVpr: boolean;
  works: WorkPart[];
  /** What is hidden, a line for each work. */
  hidden: string[];
  least: number;
}

/** A published edition, or the preview of one, in sentences; both pages are drawn from this. */
export function reportView(words: Words, snapshot: Snapshot): ReportView {
  const { unit, title, year, foreword, least, works } = snapshot;
  return {
    kind: unit.kind,
    title,
    unit: [unit.name, unit.municipality].filter(Boolean).join(", "),
    year: words.t("public.report.year", { year: String(year) }),
    foreword: foreword
      .split(/\n+/)
      .map((paragraph) => paragraph.trim())
      .filter(Boolean),
    hasVpr: works.some((work) => work.kind === "vpr"),
    works: works.map((work, index) => {
      const view = workView(words, work, index + 1);
      return { ...view, table: tableView(words, work, view.name) };
    }),
    hidden: works.flatMap((work, index) => hiddenLine(words, work, workView(words, work, index + 1).name)),
    least,
  };
}

/** The day of an instant by the clock of the centre: «12.05.2026». */
export function dayText({ locale, timeZone }: Words, instant: string): string {
  return formatInstantDay(new Date(instant), { locale, timeZone });
}

function tableView(words: Words, work: PublishedWork, name: string): TableView {
  const { t } = words;
  const row = (key: PublishedMeasure, head: string, share = true) => ({
    key,
    name: head,
    cells: work.units.map((unit) => countCell(words, unit, key, share)),
  });
  // The two together are a line of their own only where one of them is hidden somewhere.
  const isHidden = (key: PublishedMeasure) => work.units.some((unit) => unit.counts[key].kind === "tooFew");
  const together = (key: "low" | "high", first: Mark, second: Mark) =>
    isHidden(`${first}`) || isHidden(`${second}`)
      ? [row(key, t("public.table.together", { marks: pairText(words, first, second) }))]
      : [];
  return {
    caption: t("public.table.caption", { work: name, year: String(work.year) }),
    columns: work.units.map((unit) => ({ key: unit.kind, head: t(`public.kind.${unit.kind}`) })),
    rows: [
      row("n", t("public.table.n"), false),
      row("2", t("public.table.mark", { mark: "2" })),
      row("3", t("public.table.mark", { mark: "3" })),
      ...together("low", 2, 3),
      row("4", t("public.table.mark", { mark: "4" })),
      row("5", t("public.table.mark", { mark: "5" })),
      ...together("high", 4, 5),
      {
        key: "completion",
        name: t("public.table.completion"),
        cells: work.units.map(({ completionPercent: figure }): CellView => {
          const percent = shownValue(figure);
          if (percent !== null) return { kind: "value", text: percentText(words, percent) };
          return { kind: figure.kind === "tooFew" ? "tooFew" : "absent" };
        }),
      },
    ],
  };
}

function countCell(words: Words, { counts }: PublishedUnit, key: PublishedMeasure, share: boolean): CellView {
  const [value, n] = [shownValue(counts[key]), shownValue(counts.n)];
  if (value === null) return { kind: "tooFew" };
  if (n === 0) return { kind: "absent" };
  const count = numberText(words, value);
  if (!share || n === null) return { kind: "value", text: count };
  return { kind: "value", text: count, share: shareText(words, value, n) };
}

function hiddenLine(words: Words, work: PublishedWork, name: string): string[] {
  const parts = work.units.flatMap((unit) => {
    const what = hiddenOf(words, unit);
    return what ? [words.t("public.hidden.part", { kind: unit.kind, what })] : [];
  });
  return parts.length > 0 ? [words.t("public.hidden.line", { work: name, parts: parts.join("; ") })] : [];
}

/** Which numbers of a unit are hidden, in words; null when none is. */
function hiddenOf(words: Words, unit: PublishedUnit): string | null {
  const { t } = words;
  if (unit.counts.n.kind === "tooFew" && marksParts(unit) === "tooFew") return t("public.hidden.all");
  const all = [
    ...(unit.counts.n.kind === "tooFew" ? [t("public.hidden.n")] : []),
    ...hiddenMarks(words, unit, [2, 3], unit.counts.low.kind === "tooFew"),
    ...hiddenMarks(words, unit, [4, 5], unit.counts.high.kind === "tooFew"),
    ...(unit.completionPercent.kind === "tooFew" ? [t("public.hidden.completion")] : []),
  ];
  return all.length > 0 ? all.join(", ") : null;
}

/** «2» and «3» where both are hidden, «2» where it alone is; told apart from the case that only their sum is shown. */
function hiddenMarks(
  words: Words,
  { counts }: PublishedUnit,
  [first, second]: readonly [Mark, Mark],
  sumIsHidden: boolean,
): string[] {
  const hidden = [first, second].filter((mark) => counts[`${mark}`].kind === "tooFew");
  const [one] = hidden;
  if (one === undefined) return sumIsHidden ? [pairText(words, first, second)] : [];
  if (hidden.length === 1) return [words.t("public.table.mark", { mark: String(one) })];
  const marks = pairText(words, first, second);
  return [sumIsHidden ? marks : words.t("public.hidden.apart", { marks })];
}

function pairText({ t }: Words, first: Mark, second: Mark): string {
  return t("public.work.pair", { first: String(first), second: String(second) });
}
