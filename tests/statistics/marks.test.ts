import { describe, expect, it } from "vitest";
import {
  type MarkCounts,
  marked,
  markShares,
  meanMark,
  medianMark,
  passCount,
  passRate,
  poolMarks,
  quality,
  qualityCount,
  sou,
  subtractMarks,
} from "#lib/statistics/marks.ts";
import { DISTRICT_WORKS, districtSummaries, districtSummary } from "#tests/support/district.ts";
import { expectEntry, expected } from "#tests/support/expected.ts";

function all(counts: MarkCounts) {
  const [share2, share3, share4, share5] = markShares(counts)!;
  return {
    ...{ n: marked(counts), n2: counts[0], n3: counts[1], n4: counts[2], n5: counts[3] },
    ...{ share2, share3, share4, share5 },
    ...{ passRate: passRate(counts), quality: quality(counts), sou: sou(counts), meanMark: meanMark(counts) },
  };
}

describe("marks", () => {
  it("agree with the worked example of the handbook §12.3", () => {
    expectEntry(all([2, 8, 10, 4]), expected("marks.example"));
  });

  it.each(DISTRICT_WORKS)("agree with R for %s, the district and its municipalities", (work) => {
    expectEntry(all(districtSummary(work).marks), expected(`marks.region.${work}`));
    const municipalities = districtSummaries(work, "municipality");
    expectEntry(
      Object.fromEntries([...municipalities].map(([name, { marks }]) => [name, all(marks)])),
      expected(`marks.municipality.${work}`),
    );
    expect(municipalities.size).toBe(3);
  });

  it.each(DISTRICT_WORKS)("agree with R for every school in %s", (work) => {
    const schools = [...districtSummaries(work, "school")];
    expect(schools).toHaveLength(42);
    expectEntry(
      Object.fromEntries(schools.map(([school, { marks }]) => [school, all(marks)])),
      expected(`marks.school.${work}`),
    );
  });

  it("of an area are pooled over the pupils of its schools", () => {
    for (const work of DISTRICT_WORKS) {
      const schools = [...districtSummaries(work, "school").values()];
      expect(poolMarks(schools.map((summary) => summary.marks))).toEqual(districtSummary(work).marks);
    }
    expect(poolMarks([])).toEqual([0, 0, 0, 0]);
    expect(
      poolMarks([
        [2, 8, 10, 4],
        [0, 1, 1, 0],
      ]),
    ).toEqual([2, 9, 11, 4]);
    expect(() => poolMarks([[1, 2, -3, 4]])).toThrow(RangeError);
  });

  it("are not defined, and not 0, when nobody has a mark", () => {
    for (const rate of [markShares, passRate, quality, sou, meanMark, medianMark])
      expect(rate([0, 0, 0, 0])).toBeNull();
    expect(marked([0, 0, 0, 0])).toBe(0);
  });

  it("keep СОУ between 16 and 100", () => {
    expect(sou([7, 0, 0, 0])).toBe(16);
    expect(sou([0, 0, 0, 7])).toBe(100);
  });

  // R: median(rep(2:5, c(...)))
  it.each([
    [[2, 8, 10, 4], 4],
    [[2, 3, 4, 1], 3.5],
    [[1, 0, 0, 1], 3.5],
    [[0, 1, 0, 0], 3],
    [[5, 1, 1, 1], 2],
  ] as const)("have the median of R: %j → %f", (counts, median) => {
    expect(medianMark(counts)).toBe(median);
  });

  it("of the rest of an area are those of the pupils who are not the school's", () => {
    expect(subtractMarks([60, 250, 300, 122], [2, 8, 10, 4])).toEqual([58, 242, 290, 118]);
    expect(subtractMarks([2, 8, 10, 4], [2, 8, 10, 4])).toEqual([0, 0, 0, 0]);
  });

  it("have no rest when the school does not stand in its area", () => {
    for (const area of [
      [1, 8, 10, 4],
      [2, 7, 10, 4],
      [2, 8, 9, 4],
      [2, 8, 10, 3],
    ] as const)
      expect(subtractMarks(area, [2, 8, 10, 4])).toBeNull();
  });

  it("count the pupils behind успеваемость and качество", () => {
    expect(passCount([2, 8, 10, 4])).toBe(22);
    expect(qualityCount([2, 8, 10, 4])).toBe(14);
    expect([passCount([0, 0, 0, 0]), qualityCount([3, 2, 0, 0])]).toEqual([0, 0]);
  });

  it("refuse counts that are no counts", () => {
    expect(() => subtractMarks([1, 1, 1, 1], [0, 0.5, 0, 0])).toThrow(RangeError);
    expect(() => subtractMarks([1, -1, 1, 1], [0, 0, 0, 0])).toThrow(RangeError);
    expect(() => qualityCount([1, -1, 0, 0])).toThrow(RangeError);
    expect(() => marked([1, -1, 0, 0])).toThrow(RangeError);
    expect(() => passRate([1, 0.5, 0, 0])).toThrow(RangeError);
  });
});
