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
 */
export function decideRelease(units: readonly ReleaseUnit[], ledger: Ledger): Release {
  const { cells, equations, alreadyPublished, notReleased } = releaseTable(
    joinUnknown(units, ledger),
    ledger,
  );
  const { hidden, exposed } = suppress({ cells, equations }, { alreadyPublished, notReleased });
  const shown = new Set(
    units
      .filter((unit) => unit.shown)
      .flatMap((unit) => measures.map((measure) => cellId(unit.key, measure))),
  );
  return { hidden: new Set([...hidden].filter((id) => shown.has(id))), exposed: [...exposed].sort() };
}
