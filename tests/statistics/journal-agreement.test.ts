import { describe, expect, it } from "vitest";
import { journalAgreement } from "#lib/statistics/journal-agreement.ts";
import type { Summary } from "#lib/statistics/summary.ts";
import { DISTRICT_WORKS, districtSummaries, districtSummary } from "#tests/support/district.ts";
import { expectEntry, expected } from "#tests/support/expected.ts";

/** The words of the reference for the same numbers. */
function journal(summary: Summary) {
  const got = journalAgreement(summary.journal)!;
  return {
    ...{ n: got.base, lowered: got.lowered, confirmed: got.confirmed, raised: got.raised, gap2: got.apart },
    ...{
      loweredShare: got.loweredPercent,
      confirmedShare: got.confirmedPercent,
      raisedShare: got.raisedPercent,
    },
  };
}

describe("comparison with journal marks", () => {
  it.each(DISTRICT_WORKS)("agrees with R for %s", (work) => {
    expectEntry(journal(districtSummary(work)), expected(`journal.region.${work}`));
  });

  it.each(DISTRICT_WORKS)("agrees with R for every school in %s", (work) => {
    const schools = [...districtSummaries(work, "school")];
    expectEntry(
      Object.fromEntries(schools.map(([id, s]) => [id, journal(s)])),
      expected(`journal.school.${work}`),
    );
  });

  it("counts a mark below the journal as lowered", () => {
    const matrix = Array<number>(16).fill(0);
    matrix[(3 - 2) * 4 + (4 - 2)] = 1;
    expect(journalAgreement(matrix)).toMatchObject({
      base: 1,
      lowered: 1,
      confirmed: 0,
      raised: 0,
      apart: 0,
    });
  });

  it("is not defined without a pair of marks, and refuses another shape", () => {
    expect(journalAgreement(Array<number>(16).fill(0))).toBeNull();
    expect(() => journalAgreement([1, 2, 3])).toThrow(RangeError);
  });

  it("repeats the example of its docstring", () => {
    const matrix = [0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    expect(journalAgreement(matrix)).toMatchObject({ base: 3, confirmed: 2, raised: 1, lowered: 0 });
  });
});
