import type { Divisor } from "../moments.ts";
import { FIOKO_2019, type OfficialConventions } from "./conventions.ts";
import { type IndexDenominator, type ObjectivityIndex, objectivityIndex } from "./objectivity-index.ts";
import { officialMarkers, type SchoolResults } from "./official-markers.ts";

export interface ConventionColumn extends ObjectivityIndex {
  readonly divisor: Divisor;
  readonly spearman: OfficialConventions["spearman"];
  /** Schools that are marked here and not under the chosen conventions, and the other way round. */
  readonly added: readonly string[];
  readonly dropped: readonly string[];
}

/**
 * The index and the list under each reading of the two choices that move it most: the divisor of the standard deviation (rule
 * A) and Spearman's formula (rule B). Four columns, n − 1 first; the other conventions stay as given. It shows how much
 * of a list is the method and how much is the choice.
 *
 * Units: index 0–100, schools by key. Never null. Source: handbook §4.1.3.
 * R: no equivalent.
 *
 * @example conventionColumns(schools).map((column) => column.index) // [64.29, 66.67, 57.14, 59.52] for the simulated district
 */
export function conventionColumns(
  schools: readonly SchoolResults[],
  chosen: OfficialConventions = FIOKO_2019,
  denominator: IndexDenominator = "withProcedure",
): ConventionColumn[] {
  const under = (conventions: OfficialConventions) =>
    objectivityIndex(officialMarkers(schools, conventions), denominator);
  const base = new Set(under(chosen).flaggedSchools);
  return (["n-1", "n"] as const).flatMap((divisor) =>
    (["ties", "noTies"] as const).map((spearman) => {
      const column = under({ ...chosen, divisor, spearman });
      const here = new Set(column.flaggedSchools);
      const [added, dropped] = [[...here.difference(base)], [...base.difference(here)]];
      return { divisor, spearman, ...column, added, dropped };
    }),
  );
}
