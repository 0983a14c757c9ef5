import type { SchoolMarkers } from "./official-markers.ts";

/** Which schools the index is a share of; the method does not say. The list of marked schools does not depend on it. */
export type IndexDenominator = "all" | "withProcedure" | "withVerdict";

export interface ObjectivityIndex {
  /** 100 − per cent of marked schools; null when the denominator is 0. */
  readonly index: number | null;
  /** Schools in the denominator that was asked for. */
  readonly schools: number;
  /** Schools with at least one marker. */
  readonly flagged: number;
  /** Their keys, in the order given. */
  readonly flaggedSchools: readonly string[];
  /** All three denominators, to be shown beside the one chosen. */
  readonly denominators: Readonly<Record<IndexDenominator, number>>;
}

/**
 * Objectivity index of a region (индекс объективности): 100 − per cent of schools with at least one of the official
 * markers. By default of the schools that took part in at least one procedure; "all" = all schools given, "withVerdict" =
 * schools for which at least one marker could be computed.
 *
 * What it cannot say: fourteen tests on each school mark some by chance, so a region without any bias stays below 100, and
 * one with smaller schools or more lyceums stays lower. Regions are not to be ranked by it. No interval belongs to it: the
 * marked schools are counted, not sampled, and what is uncertain is each marker, not the count.
 *
 * Units: 0–100. `index` is null for no schools. R: `100 - 100 * length(flagged) / length(schools)`.
 * Source: ФИОКО 2019; handbook §4.1.1 and §4.1.3 (denominator).
 *
 * @example objectivityIndex(officialMarkers(schools)).index // 66.66666666666666 with 14 of 42 schools
 */
export function objectivityIndex(
  schools: readonly SchoolMarkers[],
  denominator: IndexDenominator = "withProcedure",
): ObjectivityIndex {
  const flaggedSchools = schools.filter((one) => one.flagged.length > 0).map((one) => one.school);
  const denominators = {
    all: schools.length,
    withProcedure: schools.filter((one) => one.markers.some(({ n }) => n > 0)).length,
    withVerdict: schools.filter((one) => one.markers.some(({ verdict }) => verdict !== "insufficient"))
      .length,
  };
  const base = denominators[denominator];
  if (base === undefined) throw new RangeError(`Not a denominator of the index: ${denominator}`);
  return {
    index: base === 0 ? null : 100 - (100 * flaggedSchools.length) / base,
    ...{ schools: base, flagged: flaggedSchools.length, flaggedSchools, denominators },
  };
}
