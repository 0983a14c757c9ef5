import { suppress } from "../statistics/disclosure/suppress.ts";
import { measures } from "./measures.ts";
import { type Publication, type PublicPast, pastOf } from "./release-past.ts";
import { releaseTable } from "./release-table.ts";
import { cellId, joinUnknown, type ReleaseUnit } from "./release-units.ts";

export interface Release {
  /** Cells of the shown units that must not be shown. */
  hidden: ReadonlySet<string>;
  /** Small numbers that earlier releases give away already, whatever this one does. */
  exposed: readonly string[];
}

/**
 * Decides what a release of one work may show. Everything a reader could lay side by side is one system of sums: the
 * marks of each unit, the schools of every municipality, the municipalities of the region, whatever was published before,
 * and the difference to it when a number has changed since (one late pupil must not follow from two editions).
 *
 * `history`: what earlier editions of any report about the work have shown and hidden, the oldest first.
 *
 * The report's own unit is decided first and its areas after it, the nearest first: where only one of two numbers can be
 * shown, the reader has come for the school's.
 */
export function decideRelease(units: readonly ReleaseUnit[], history: readonly Publication[]): Release {
  const published = [...history];
  const allHidden = new Set<string>();
  const allExposed = new Set<string>();
  const inOrder = innermostFirst(units);
  const anew = new Set(inOrder.map(({ key }) => key));
  for (const { key, counts } of inOrder) {
    const { hidden, exposed } = releaseOne(units, key, pastOf(published), anew);
    for (const id of exposed) allExposed.add(id);
    const edition = new Map<string, number | null>();
    for (const measure of measures) {
      const id = cellId(key, measure);
      if (hidden.has(id)) allHidden.add(id);
      edition.set(id, hidden.has(id) ? null : counts[measure]);
    }
    anew.delete(key);
    published.push(edition);
  }
  return { hidden: allHidden, exposed: [...allExposed].sort() };
}

/**
 * What may be shown of one unit. Numbers of different editions may give away together what none did alone: then those of
 * `anew` are not shown together again, and if that is not enough, nothing of this unit is shown, because what it does not
 * say adds nothing.
 */
function releaseOne(
  units: readonly ReleaseUnit[],
  key: string,
  past: PublicPast,
  anew: ReadonlySet<string>,
): Release {
  const attempt = (shown: string | null, forgotten: ReadonlySet<string>): Release => {
    const asked = units.map((unit) => ({ ...unit, shown: unit.key === shown }));
    const table = releaseTable(joinUnknown(asked, past), past, forgotten);
    const { hidden, exposed } = suppress(table, table);
    return { hidden, exposed: [...exposed] };
  };
  const usual = attempt(key, new Set());
  if (usual.exposed.length === 0) return usual;
  const careful = attempt(key, anew);
  if (careful.exposed.length === 0) return careful;
  const before = new Set(attempt(null, anew).exposed);
  if (careful.exposed.every((id) => before.has(id))) return careful;
  return { hidden: new Set(measures.map((measure) => cellId(key, measure))), exposed: [...before] };
}

/** The shown units, each before the areas that it is a part of. */
function innermostFirst(units: readonly ReleaseUnit[]): ReleaseUnit[] {
  const parentOf = new Map(units.map((unit) => [unit.key, unit.parent]));
  const depth = (key: string | null): number => (key === null ? 0 : 1 + depth(parentOf.get(key) ?? null));
  return units.filter((unit) => unit.shown).sort((a, b) => depth(b.key) - depth(a.key));
}
