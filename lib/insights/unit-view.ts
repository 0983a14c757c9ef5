import type { Scope } from "../platform/access/viewer.ts";
import { analysisHref } from "./addresses.ts";
import type { Unit, UnitKind } from "./schema.ts";
import { workName } from "./titles.ts";
import { numberText, type Words } from "./words.ts";
import type { AnalysedWork } from "./works.ts";

/**
 * May the unit's own page be opened in this scope? A courtesy for links: the query decides again. Schools are answered by the
 * rows that the viewer sees.
 */
export function mayOpen(
  scope: Scope,
  unit: { readonly kind: UnitKind; readonly id: number; readonly regionId: number },
): boolean {
  if (scope.kind === "all" || scope.kind === "system" || unit.kind === "school") return true;
  if (scope.kind === "region") return unit.regionId === scope.id;
  return scope.kind === "municipality" && unit.kind === "municipality" && unit.id === scope.id;
}

/** The unit whose analysis a viewer comes for; null for who works with all regions. */
export function ownUnit({ kind, id }: Scope): Unit | null {
  if (id === null) return null;
  return { kind: kind === "classes" ? "school" : kind, id, classLabel: null };
}

/** One work of the list of a unit. */
export interface WorkRow {
  key: string;
  name: string;
  kind: string;
  participants: string;
  href: string;
}

/** The works of one year in the order of grades and subjects, and the years there are, newest first. */
export function worksView(
  words: Words,
  unit: Unit,
  works: readonly (AnalysedWork & { participants: number })[],
  asked: number | null,
): { years: number[]; year: number | null; rows: WorkRow[] } {
  const years = [...new Set(works.map((work) => work.year))].sort((a, b) => b - a);
  const year = asked !== null && years.includes(asked) ? asked : (years[0] ?? null);
  return {
    ...{ years, year },
    rows: works
      .filter((work) => work.year === year)
      .map((work) => ({
        key: String(work.id),
        name: workName(words, work),
        kind: words.t(`assessments.kind.${work.kind}`),
        participants: numberText(words, work.participants),
        href: analysisHref(unit, work.id),
      })),
  };
}
