import { describe, expect, it } from "vitest";
import { type ChangeLimits, changeLimits, cohortRatio } from "#lib/statistics/objectivity/change-limits.ts";
import { cohortChange } from "#lib/statistics/objectivity/cohort-change.ts";
import { FIOKO_2019 } from "#lib/statistics/objectivity/conventions.ts";
import { readRecords } from "#tests/support/district.ts";
import { expectEntry, expected } from "#tests/support/expected.ts";
import { districtCohorts } from "./district-cohorts.ts";

const year = (n: number, sum: number, maxScore = 20) => ({ n, sum, maxScore });
const limits: ChangeLimits = { schools: 40, q25: 0.9, q75: 1.1, low: 0.5, high: 1.5, decidable: true };
const change = (earlier: number, later: number, given: ChangeLimits | null = limits) =>
  cohortChange(year(10, earlier), year(10, later), given);

describe("sharp change of a cohort (rule C)", () => {
  const answers = (subject: "MA" | "RU") => {
    const cohorts = districtCohorts(subject);
    const ratios = cohorts.map(([, { earlier, later }]) => cohortRatio(earlier, later)!);
    return cohorts.map(
      ([school, { earlier, later }]) => [school, cohortChange(earlier, later, changeLimits(ratios))] as const,
    );
  };
  const marked = (subject: "MA" | "RU", rule: "fall" | "rise") =>
    answers(subject).flatMap(([school, result]) => (result[rule].verdict === "strong" ? [school] : []));

  it.each(["MA", "RU"] as const)("marks the schools that R marks, %s", (subject) => {
    expectEntry(
      { fall: marked(subject, "fall"), rise: marked(subject, "rise") },
      expected(`fioko.jump.${subject}`),
    );
  });

  it("finds the planted fall and the planted rise", () => {
    const planted = readRecords("planted.csv").filter((row) => row.planted!.startsWith("sharp"));
    expect(planted).toHaveLength(2);
    for (const { school, work, planted: kind } of planted)
      expect(marked(work!.slice(0, 2) as "MA", kind === "sharp fall" ? "fall" : "rise")).toContain(school);
  });

  it("is a fall when K is large and a rise when it is small", () => {
    expect(change(160, 100)).toEqual({
      fall: {
        ...{ namespace: "official", marker: "fall", statistic: 1.6, limit: 1.5, n: 10, verdict: "strong" },
      },
      rise: {
        ...{ namespace: "official", marker: "rise", statistic: 1.6, limit: 0.5, n: 10, verdict: "none" },
      },
    });
    expect(change(40, 100).rise.verdict).toBe("strong");
    expect(change(40, 100).fall.verdict).toBe("none");
  });

  it("is none at the limit", () => {
    expect(change(150, 100).fall).toMatchObject({ statistic: 1.5, verdict: "none" });
    expect(change(50, 100).rise).toMatchObject({ statistic: 0.5, verdict: "none" });
  });

  it("has the smaller of the two groups as n", () => {
    expect(cohortChange(year(7, 70), year(9, 90), limits).fall.n).toBe(7);
    expect(cohortChange(year(9, 90), year(7, 70), limits).rise.n).toBe(7);
  });

  it("says nothing without a ratio, without limits, or in too small a sample", () => {
    const noRatio = change(100, 0);
    expect(noRatio.fall).toMatchObject({ statistic: null, limit: 1.5, verdict: "insufficient" });
    expect(noRatio.rise).toMatchObject({ statistic: null, limit: 0.5, verdict: "insufficient" });
    expect(change(160, 100, null).fall).toMatchObject({
      ...{ statistic: 1.6, limit: null, verdict: "insufficient" },
    });
    expect(change(160, 100, null).rise).toMatchObject({ limit: null, verdict: "insufficient" });
    const few = { ...limits, decidable: false };
    expect(change(160, 100, few).fall).toMatchObject({ statistic: 1.6, limit: 1.5, verdict: "insufficient" });
    expect(change(100, 100, few).rise.verdict).toBe("insufficient");
    const large = { ...FIOKO_2019, minimumCohort: 11 };
    expect(cohortChange(year(10, 160), year(10, 100), limits, large).fall.verdict).toBe("insufficient");
  });

  it("marks nobody where all schools changed alike", () => {
    const ratios = [3, 7, 11, 13, 30].map((n) => cohortRatio(year(n, 7 * n, 21), year(3 * n, 21 * n, 10))!);
    const { fall, rise } = cohortChange(year(7, 49, 21), year(21, 147, 10), changeLimits(ratios));
    expect([fall.verdict, rise.verdict]).toEqual(["none", "none"]);
  });
});
