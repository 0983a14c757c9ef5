import type { Contingency } from "../association/contingency.ts";
import type { MomentsLike } from "../moments.ts";
import { type ChangeLimits, type CohortYear, changeLimits, cohortRatio } from "./change-limits.ts";
import { cohortChange } from "./cohort-change.ts";
import { checkConventions, FIOKO_2019, type OfficialConventions } from "./conventions.ts";
import { isMarked, type MarkerResult } from "./marker.ts";
import { marksAgainstWorkTable } from "./marks-against-work.ts";
import { type MeanBounds, regionBounds } from "./mean-bounds.ts";
import {
  OFFICIAL_MARKERS,
  type OfficialProcedure,
  type OfficialRule,
  type OfficialSubject,
} from "./official-list.ts";
import { overHighMean } from "./over-high-mean.ts";

/** What the method asks of one school; what is missing gives "insufficient". */
export interface SchoolResults {
  readonly school: string;
  /** Primary scores of the year's works. */
  readonly scores: Readonly<Partial<Record<OfficialProcedure, MomentsLike>>>;
  /** Pupils by journal mark (rows) and primary score (columns), both in rising order; those who have both. */
  readonly journal: Readonly<Partial<Record<OfficialProcedure, Contingency>>>;
  /** Grade 4 of the year before and grade 5 of the year: the same children. */
  readonly cohorts: Readonly<Partial<Record<OfficialSubject, { earlier: CohortYear; later: CohortYear }>>>;
}

/** One of the fourteen for one school. */
export interface OfficialResult extends MarkerResult<OfficialRule> {
  readonly namespace: "official";
  /** Its number in the document, 1–14. */
  readonly number: number;
  readonly of: OfficialProcedure | OfficialSubject;
}

export interface SchoolMarkers {
  readonly school: string;
  /** All fourteen, in the document's order. */
  readonly markers: readonly OfficialResult[];
  /** Those that are there, as "rule.work": "overHigh.RU4", "fall.MA". */
  readonly flagged: readonly string[];
}

/** What is the same for every school: the regions' intervals and the limits of change. */
interface Frame {
  readonly regions: ReadonlyMap<OfficialProcedure | OfficialSubject, MeanBounds | null>;
  readonly limits: ReadonlyMap<OfficialProcedure | OfficialSubject, ChangeLimits | null>;
}

const NOBODY: CohortYear = { n: 0, sum: 0, maxScore: 1 };

function frameOf(schools: readonly SchoolResults[], conventions: OfficialConventions): Frame {
  const regions = new Map<OfficialProcedure | OfficialSubject, MeanBounds | null>();
  const limits = new Map<OfficialProcedure | OfficialSubject, ChangeLimits | null>();
  for (const marker of OFFICIAL_MARKERS) {
    if (marker.rule === "overHigh") {
      const moments = schools.flatMap(({ scores }) => scores[marker.of] ?? []);
      regions.set(marker.of, regionBounds(moments, conventions));
    } else if (marker.rule === "fall") {
      const ratios = schools.flatMap(({ cohorts }) => {
        const cohort = cohorts[marker.of];
        return (cohort && cohortRatio(cohort.earlier, cohort.later, conventions)) ?? [];
      });
      limits.set(marker.of, changeLimits(ratios, conventions));
    }
  }
  return { regions, limits };
}

/**
 * The fourteen official markers (признаки необъективности) of every school given; the schools given are the region: they
 * make its interval and the quartiles of change. To know what a convention moves, call it once for each and compare `flagged`.
 *
 * What it cannot say: see the rules (`overHighMean`, `marksAgainstWork`, `cohortChange`) and `MarkerResult`. Fourteen tests on one
 * school mark some by chance; the result is a reason to look, never a finding.
 *
 * Never null; a marker for which data are missing is "insufficient" with n = 0. An empty list for no schools.
 * Source: ФИОКО 2019; handbook §4.1.
 * Units: none. R: no equivalent.
 *
 * @example officialMarkers(schools, { ...FIOKO_2019, divisor: "n" })[0]!.flagged // ["overHigh.RU4"]
 */
export function officialMarkers(
  schools: readonly SchoolResults[],
  conventions: OfficialConventions = FIOKO_2019,
): SchoolMarkers[] {
  checkConventions(conventions);
  const { regions, limits } = frameOf(schools, conventions);
  return schools.map(({ school, scores, journal, cohorts }) => {
    const markers = OFFICIAL_MARKERS.map((asked): OfficialResult => {
      const result = (): MarkerResult<OfficialRule> => {
        if (asked.rule === "rise" || asked.rule === "fall") {
          const { earlier, later } = cohorts[asked.of] ?? { earlier: NOBODY, later: NOBODY };
          return cohortChange(earlier, later, limits.get(asked.of) ?? null, conventions)[asked.rule];
        }
        if (asked.rule === "negative")
          return marksAgainstWorkTable(journal[asked.of] ?? [[0]], 0, conventions);
        const own = scores[asked.of] ?? { n: 0, sum: 0, squareSum: 0 };
        return overHighMean(own, regions.get(asked.of) ?? null, conventions);
      };
      const { marker, statistic, limit, n, verdict } = result();
      return {
        namespace: "official",
        marker,
        statistic,
        limit,
        n,
        verdict,
        number: asked.number,
        of: asked.of,
      };
    });
    const flagged = markers.filter(isMarked).map(({ marker, of }) => `${marker}.${of}`);
    return { school, markers, flagged };
  });
}
