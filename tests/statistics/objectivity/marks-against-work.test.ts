import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIOKO_2019 } from "#lib/statistics/objectivity/conventions.ts";
import { marksAgainstWork, marksAgainstWorkTable } from "#lib/statistics/objectivity/marks-against-work.ts";
import { DISTRICT_WORKS, districtShape, readRecords } from "#tests/support/district.ts";
import { expectEntry, expected } from "#tests/support/expected.ts";
import { districtPupils, tableOf } from "./district-pupils.ts";

const conventionsOf = (spearman: "ties" | "noTies") => ({ ...FIOKO_2019, spearman });
const tied = { journal: [3, 3, 4, 4, 4, 5], scores: [9, 15, 12, 14, 18, 11] };

describe("marks against the work (rule B)", () => {
  for (const formula of ["ties", "noTies"] as const)
    it.each(DISTRICT_WORKS)(`marks the schools that R marks, ${formula}, %s`, (work) => {
      const marked = districtPupils(work)
        .filter(([, pupils]) => marksAgainstWork(pupils, conventionsOf(formula)).verdict === "strong")
        .map(([school]) => school)
        .sort();
      expectEntry(marked, expected(`fioko.negative.${formula}.${work}`));
    });

  it("finds the planted schools, one of them with the tie-corrected coefficient only", () => {
    const verdicts = (work: string, school: string) => {
      const pupils = districtPupils(work as "MA5").find(([key]) => key === school)![1];
      return (["ties", "noTies"] as const).map(
        (formula) => marksAgainstWork(pupils, conventionsOf(formula)).verdict,
      );
    };
    for (const { school, work, planted } of readRecords("planted.csv")) {
      if (planted === "negative Spearman (both formulas)")
        expect(verdicts(work!, school!)).toEqual(["strong", "strong"]);
      if (planted === "Spearman negative only with tie correction")
        expect(verdicts(work!, school!)).toEqual(["strong", "none"]);
    }
  });

  it("repeats the worked case of the handbook §4.1.3: the formula decides", () => {
    // R: 1 - 6 * sum((rank(a) - rank(b))^2) / 210 = 0.042857142857142816, cor(rank(a), rank(b)) = -0.030860669992418387
    const printed = marksAgainstWork(tied);
    expect(printed).toMatchObject({
      ...{ namespace: "official", marker: "negative", limit: 0, n: 6, verdict: "none", leftOut: 0 },
    });
    expect(printed.noTies).toBeCloseTo(0.042857142857142816, 14);
    expect(printed.ties).toBeCloseTo(-0.030860669992418387, 14);
    expect(printed.statistic).toBe(printed.noTies);
    const corrected = marksAgainstWork(tied, conventionsOf("ties"));
    expect(corrected.verdict).toBe("strong");
    expect(corrected.statistic).toBe(printed.ties);
  });

  it("leaves out pupils without a journal mark or without a score, and counts them", () => {
    const more = { journal: [null, ...tied.journal, 5, null], scores: [20, ...tied.scores, null, null] };
    expect(marksAgainstWork(more)).toEqual({ ...marksAgainstWork(tied), leftOut: 3 });
  });

  it("does not mark a coefficient of exactly 0", () => {
    // R: cor(rank(c(3, 3, 4, 4)), rank(c(7, 9, 8, 8))) = 0
    const zero = { journal: [3, 3, 4, 4], scores: [7, 9, 8, 8] };
    expect(marksAgainstWork(zero, conventionsOf("ties"))).toMatchObject({ statistic: 0, verdict: "none" });
    // d = 1, 2, 1 and 2: 6 · 10 = 4 · 15
    const printedZero = { journal: [2, 3, 4, 5], scores: [2, 4, 1, 3] };
    expect(marksAgainstWork(printedZero)).toMatchObject({ statistic: 0, verdict: "none" });
  });

  it("is not defined by the corrected coefficient when all marks are equal; the printed one gives a half or more", () => {
    const equal = { journal: [4, 4, 4], scores: [7, 9, 12] };
    expect(marksAgainstWork(equal, conventionsOf("ties"))).toMatchObject({
      ...{ statistic: null, ties: null, n: 3, verdict: "insufficient" },
    });
    expect(marksAgainstWork(equal)).toMatchObject({ statistic: 0.5, verdict: "none" });
  });

  it("says nothing about one pupil, about nobody, or below a least number", () => {
    for (const pupils of [
      { journal: [5], scores: [1] },
      { journal: [], scores: [] },
    ])
      expect(marksAgainstWork(pupils)).toMatchObject({
        ...{ statistic: null, ties: null, noTies: null, n: pupils.journal.length, verdict: "insufficient" },
      });
    const two = { journal: [5, 3], scores: [1, 9] };
    expect(marksAgainstWork(two)).toMatchObject({ statistic: -1, verdict: "strong" });
    expect(marksAgainstWork(two, { ...FIOKO_2019, minimumPupils: 3 })).toMatchObject({
      ...{ statistic: null, ties: null, noTies: null, n: 2, verdict: "insufficient" },
    });
    expect(marksAgainstWork({ journal: [5], scores: [1] }, { ...FIOKO_2019, minimumPupils: 1 }).verdict).toBe(
      "insufficient",
    );
  });

  it("refuses lists that are not of the same pupils, values that are no numbers, and broken conventions", () => {
    expect(() => marksAgainstWork({ journal: [3, 4], scores: [1] })).toThrow(/2 marks and 1 scores/);
    expect(() => marksAgainstWork({ journal: [3, Number.NaN], scores: [1, 2] })).toThrow(RangeError);
    expect(() => marksAgainstWork(tied, { ...FIOKO_2019, spearman: "other" as "ties" })).toThrow(RangeError);
  });
});

describe("the same from counts", () => {
  it("repeats the example of its docstring", () => {
    const list = { journal: [3, 3, 4, 4], scores: [7, 9, 8, 8] };
    const table = marksAgainstWorkTable(
      [
        [1, 0, 1],
        [0, 2, 0],
      ],
      3,
    );
    expect(table).toEqual({ ...marksAgainstWork(list), leftOut: 3 });
  });

  it("gives exactly 0 where the ranks are not related, from the list as from counts", () => {
    // Products of the deviations of mid-ranks: 1 − 5 + 1 + 3 + 0 + 0 = 0.
    const lists = { journal: [4, 2, 4, 2, 3, 3], scores: [7, 8, 7, 1, 0, 7] };
    for (const result of [
      marksAgainstWork(lists, conventionsOf("ties")),
      marksAgainstWorkTable(tableOf(lists, 10), 0, conventionsOf("ties")),
    ])
      expect([result.statistic, result.verdict]).toEqual([0, "none"]);
  });

  it("is that of the list, for every list", () => {
    const pupil = fc.record({ mark: fc.integer({ min: 2, max: 5 }), score: fc.nat({ max: 10 }) });
    fc.assert(
      fc.property(fc.array(pupil, { maxLength: 30 }), (pupils) => {
        const lists = { journal: pupils.map(({ mark }) => mark), scores: pupils.map(({ score }) => score) };
        const [a, b] = [marksAgainstWork(lists), marksAgainstWorkTable(tableOf(lists, 10))];
        expect([b.n, b.verdict]).toEqual([a.n, a.verdict]);
        for (const formula of ["ties", "noTies"] as const) {
          const decided = conventionsOf(formula);
          expect(marksAgainstWorkTable(tableOf(lists, 10), 0, decided).verdict).toBe(
            marksAgainstWork(lists, decided).verdict,
          );
          if (a[formula] === null) expect(b[formula]).toBeNull();
          else expect(b[formula]).toBeCloseTo(a[formula], 12);
        }
      }),
    );
  });

  it("marks by the corrected coefficient every school that the printed one marks", () => {
    const pupil = fc.record({ mark: fc.integer({ min: 2, max: 5 }), score: fc.nat({ max: 10 }) });
    fc.assert(
      fc.property(fc.array(pupil, { minLength: 2, maxLength: 12 }), (pupils) => {
        const lists = { journal: pupils.map(({ mark }) => mark), scores: pupils.map(({ score }) => score) };
        if (marksAgainstWork(lists).verdict === "strong")
          expect(marksAgainstWork(lists, conventionsOf("ties")).verdict).toBe("strong");
      }),
    );
  });

  it("agrees with the lists of the district", () => {
    const { maxScore } = districtShape("MA5");
    for (const [, pupils] of districtPupils("MA5")) {
      const { verdict, n, leftOut } = marksAgainstWork(pupils);
      expect(marksAgainstWorkTable(tableOf(pupils, maxScore), leftOut)).toMatchObject({
        ...{ verdict, n, leftOut },
      });
    }
  });
});
