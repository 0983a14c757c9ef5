import type { SchoolResults } from "#lib/statistics/objectivity/official-markers.ts";
import { scoreMoments } from "#lib/statistics/summary.ts";
import {
  DISTRICT_WORKS,
  type DistrictWork,
  districtRows,
  districtShape,
  districtSummaries,
} from "#tests/support/district.ts";
import { districtCohorts } from "./district-cohorts.ts";

/** Journal marks and scores of the present pupils of each school in one work of the simulated district. */
export function districtPupils(work: DistrictWork) {
  const present = districtRows().filter((row) => row.work === work && row.status === "present");
  return [...Map.groupBy(present, (row) => row.school)].map(
    ([school, rows]) =>
      [
        school,
        { journal: rows.map((row) => row.journal), scores: rows.map((row) => row.totalPrinted) },
      ] as const,
  );
}

/** The same as counts: row = journal mark 2–5, column = score. */
export function tableOf(
  { journal, scores }: { journal: readonly (number | null)[]; scores: readonly (number | null)[] },
  maxScore: number,
): number[][] {
  const table = [2, 3, 4, 5].map(() => Array<number>(maxScore + 1).fill(0));
  journal.forEach((mark, i) => {
    if (mark !== null && scores[i] != null) table[mark - 2]![scores[i]]! += 1;
  });
  return table;
}

/** All that the official method asks of the simulated district, schools in order of their keys. */
export function districtResults(): SchoolResults[] {
  const results = new Map<string, { -readonly [K in keyof SchoolResults]: SchoolResults[K] }>();
  const of = (school: string) => {
    const known = results.get(school) ?? { school, scores: {}, journal: {}, cohorts: {} };
    results.set(school, known);
    return known;
  };
  for (const work of DISTRICT_WORKS) {
    for (const [school, summary] of districtSummaries(work, "school"))
      of(school).scores = { ...of(school).scores, [work]: scoreMoments(summary) };
    for (const [school, pupils] of districtPupils(work))
      of(school).journal = {
        ...of(school).journal,
        [work]: tableOf(pupils, districtShape(work).maxScore),
      };
  }
  for (const subject of ["MA", "RU"] as const)
    for (const [school, cohort] of districtCohorts(subject))
      of(school).cohorts = { ...of(school).cohorts, [subject]: cohort };
  return [...results.values()].sort((a, b) => (a.school < b.school ? -1 : 1));
}
