import type { CohortYear } from "#lib/statistics/objectivity/change-limits.ts";
import { type DistrictWork, districtShape, districtSummaries } from "#tests/support/district.ts";

/** The cohort of each school of the simulated district in grade 4 and, a year later, in grade 5. */
export function districtCohorts(
  subject: "MA" | "RU",
): [string, { earlier: CohortYear; later: CohortYear }][] {
  const [four, five] = ([4, 5] as const).map((grade) => {
    const work = `${subject}${grade}` as DistrictWork;
    const { maxScore } = districtShape(work);
    return [...districtSummaries(work, "school")].map(
      ([school, { scored, scoreSum }]) => [school, { n: scored, sum: scoreSum, maxScore }] as const,
    );
  });
  const later = new Map(five);
  return four!.flatMap(([school, earlier]) => {
    const next = later.get(school);
    return next ? [[school, { earlier, later: next }] satisfies [string, object]] : [];
  });
}
