import { suppress } from "../statistics/disclosure/suppress.ts";
import { measures } from "./measures.ts";
import { releaseTable } from "./release-table.ts";
import { cellId, joinUnknown, type Ledger, type ReleaseUnit } from "./release-units.ts";

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
 * The report's own unit is decided first and its areas after it, the nearest first: where only one of two numbers can be
 * shown, the reader has come for the school's.
 */
export function decideRelease(units: readonly ReleaseUnit[], ledger: Ledger): Release {
  const known = new Map(ledger);
  const allHidden = new Set<string>();
  const allExposed = new Set<string>();
  for (const { key, counts } of innermostFirst(units)) {
    const asked = units.map((unit) => ({ ...unit, shown: unit.key === key }));
    const { cells, equations, alreadyPublished, notReleased } = releaseTable(
      joinUnknown(asked, known),
      known,
    );
    const { hidden, exposed } = suppress({ cells, equations }, { alreadyPublished, notReleased });
    for (const id of exposed) allExposed.add(id);
    for (const measure of measures) {
      const id = cellId(key, measure);
      if (hidden.has(id)) allHidden.add(id);
      else
        known.set(id, [counts[measure], ...(ledger.get(id) ?? []).filter((old) => old !== counts[measure])]);
    }
  }
  return { hidden: allHidden, exposed: [...allExposed].sort() };
}

/** The shown units, each before the areas that it is a part of. */
function innermostFirst(units: readonly ReleaseUnit[]): ReleaseUnit[] {
  const parentOf = new Map(units.map((unit) => [unit.key, unit.parent]));
  const depth = (key: string | null): number => (key === null ? 0 : 1 + depth(parentOf.get(key) ?? null));
  return units.filter((unit) => unit.shown).sort((a, b) => depth(b.key) - depth(a.key));
}
