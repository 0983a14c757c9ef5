import type { Counts } from "#lib/reports/measures.ts";
import { innerEquations, measures } from "#lib/reports/measures.ts";
import { addCounts, cellId, type ReleaseUnit } from "#lib/reports/release-units.ts";
import { countSensitivity, groupSensitivity } from "#lib/statistics/disclosure/primary.ts";
import type { Table } from "#lib/statistics/disclosure/table.ts";

/** Counts of «2», «3», «4», «5» with their sums; ten points a pupil. */
export function counts(two: number, three: number, four: number, five: number): Counts {
  const n = two + three + four + five;
  return {
    n,
    "2": two,
    "3": three,
    "4": four,
    "5": five,
    low: two + three,
    high: four + five,
    score: 10 * n,
  };
}

export function unit(key: string, parent: string | null, own: Counts, shown = false): ReleaseUnit {
  return { key, parent, counts: own, shown };
}

/** Units of a region whose schools are given by municipality; nothing is shown yet. */
export function region(municipalities: readonly (readonly Counts[])[]): ReleaseUnit[] {
  const units: ReleaseUnit[] = [];
  municipalities.forEach((schools, m) => {
    schools.forEach((own, s) => {
      units.push(unit(`school-${m}${s}`, `municipality-${m}`, own));
    });
    units.push(unit(`municipality-${m}`, "region-1", schools.reduce(addCounts)));
  });
  units.push(unit("region-1", null, municipalities.flat().reduce(addCounts)));
  return units;
}

/** The whole region as a reader's table: every unit, every sum, nothing joined. Made apart from the code under test. */
export function readersTable(units: readonly ReleaseUnit[]): Table {
  return {
    cells: units.flatMap(({ key, counts: own }) =>
      measures.map((measure) => ({
        id: cellId(key, measure),
        value: own[measure],
        sensitive:
          measure === "n" || measure === "score"
            ? groupSensitivity(own.n) !== null
            : countSensitivity(own[measure], own.n) !== null,
      })),
    ),
    equations: units.flatMap(({ key }) => {
      const children = units.filter((child) => child.parent === key);
      const sums = measures.map((measure) => ({
        total: cellId(key, measure),
        parts: children.map((child) => cellId(child.key, measure)),
      }));
      return [...innerEquations((measure) => cellId(key, measure)), ...(children.length > 0 ? sums : [])];
    }),
  };
}
