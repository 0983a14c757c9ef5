import { analysisHref } from "./addresses.ts";
import { type FigureView, figureView, type Viewing } from "./figure-view.ts";
import type { Analysis } from "./queries.ts";
import { isInformativeGroup } from "./rules.ts";
import type { UnitPart } from "./summary-reads.ts";
import { classText, tied } from "./titles.ts";
import { numberText } from "./words.ts";

/** Rows of one page of the list of parts. */
export const PARTS_A_PAGE = 50;

export interface PartRow {
  key: string;
  name: string;
  /** The part's own analysis; null for rows that came without a class. */
  href: string | null;
  participants: string;
  absent: string;
  figures: FigureView[];
  /** Fewer than ten: shown, but no conclusions. */
  few: boolean;
}

export interface PartsView {
  kind: UnitPart["kind"];
  rows: PartRow[];
  /** The whole unit, pooled over pupils and not over parts. */
  total: { participants: string; absent: string; figures: FigureView[] };
  columns: readonly string[];
  count: string;
  page: number;
  pages: number;
  fewCount: number;
}

/** Columns of the list; never sorted by any of them. */
export const PART_FIGURES = ["share2", "pass", "quality", "meanScore", "completion"] as const;

/** Classes, schools or municipalities of the unit in natural order of their names; null when it has no parts. */
export function partsView(viewing: Viewing, analysis: Analysis, page: number): PartsView | null {
  const { words, unit, work } = viewing;
  const { parts, summary } = analysis;
  const [first] = parts;
  if (!summary || !first) return null;
  const pages = Math.ceil(parts.length / PARTS_A_PAGE);
  const shown = Math.min(Math.max(page, 1), pages);
  const start = (shown - 1) * PARTS_A_PAGE;
  const total = PART_FIGURES.map((key) => figureView(viewing, key, summary));
  return {
    kind: first.kind,
    rows: parts.slice(start, start + PARTS_A_PAGE).map((part, index) => {
      const own = partUnit(unit.id, part);
      const at = { ...viewing, unit: own ?? unit };
      return {
        key: `${start + index + 1}`,
        name: part.kind === "class" ? classText(words.t, part.name) : tied(part.name),
        href: own && analysisHref(own, work.id),
        participants: numberText(words, part.summary.participants),
        absent: numberText(words, part.summary.absent),
        figures: PART_FIGURES.map((key) => figureView(at, key, part.summary)),
        few: part.summary.participants > 0 && !isInformativeGroup(part.summary.participants),
      };
    }),
    total: {
      participants: numberText(words, summary.participants),
      absent: numberText(words, summary.absent),
      figures: total,
    },
    columns: total.map(({ label }) => label),
    count: words.t(`insights.parts.count.${first.kind}`, { count: parts.length }),
    ...{ page: shown, pages },
    fewCount: parts.filter(
      (part) => part.summary.participants > 0 && !isInformativeGroup(part.summary.participants),
    ).length,
  };
}

function partUnit(unitId: number, part: UnitPart) {
  if (part.kind !== "class") return { kind: part.kind, id: part.id ?? 0, classLabel: null };
  return part.name === "" ? null : { kind: "school" as const, id: unitId, classLabel: part.name };
}
