import fc from "fast-check";
import type { UnitCount } from "#lib/statistics/comparison/unit-count.ts";
import { type DistrictWork, districtSummaries } from "#tests/support/district.ts";

/** Mark 2 in every school of the simulated district: names, and counts in the same order. */
export function mark2Counts(work: DistrictWork): { schools: string[]; units: UnitCount[] } {
  const summaries = [...districtSummaries(work, "school")];
  return {
    schools: summaries.map(([school]) => school),
    units: summaries.map(([, { marks, participants }]) => ({ successes: marks[0], trials: participants })),
  };
}

/** An object keyed by school, as the expected values are. */
export function bySchool<T>(schools: readonly string[], values: readonly T[]): Record<string, T> {
  return Object.fromEntries(schools.map((school, i) => [school, values[i]!]));
}

export function counts(successes: readonly number[], trials: readonly number[]): UnitCount[] {
  return successes.map((x, i) => ({ successes: x, trials: trials[i]! }));
}

/** Any units of up to `most` pupils. */
export function anyUnits(minLength: number, least = 1, most = 60): fc.Arbitrary<UnitCount[]> {
  const unit = fc
    .integer({ min: least, max: most })
    .chain((trials) => fc.record({ successes: fc.nat({ max: trials }), trials: fc.constant(trials) }));
  return fc.array(unit, { minLength, maxLength: 12 });
}
