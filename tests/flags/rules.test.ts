import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  LOW_RESULTS_RULE,
  type LowResultsObservation,
  type LowResultsParameters,
  lowResults,
} from "#lib/flags/rules.ts";
import { DISTRICT_WORKS, districtSummaries, readRecords } from "#tests/support/district.ts";
import { expectEntry, expected } from "#tests/support/expected.ts";

const rule = (change: Partial<LowResultsParameters>) => ({
  ...LOW_RESULTS_RULE,
  parameters: { ...LOW_RESULTS_RULE.parameters, ...change },
});
let nextWork = 1;
const work = (procedureKey: string, low: number, n: number, year = 2025): LowResultsObservation => ({
  ...{ workId: nextWork++, procedureKey, low, n, year },
});

describe("the rule for low results", () => {
  it("repeats the worked example of the handbook §12.3", () => {
    const answer = lowResults(
      [work("ВПР-RU-5", 9, 28), work("ОГЭ-MA-9", 6, 25), work("ВПР-MA-6", 12, 30)],
      2025,
    );
    expect(answer).toMatchObject({ met: true, twoProcedures: true, sameProcedureTwoYears: false });
    expect(answer.procedures.map(({ procedureKey, state }) => [procedureKey, state])).toEqual([
      ["ВПР-MA-6", "borderline"],
      ["ВПР-RU-5", "borderline"],
      ["ОГЭ-MA-9", "notMet"],
    ]);
    expect(answer.procedures[1]!.interval!.low).toBeCloseTo(0.17933246922494966, 12);
    expect(answer.confidence).toBe("borderline");
  });

  it("is met by the same procedure two years running", () => {
    const both = [work("ВПР-RU-5", 10, 20), work("ВПР-RU-5", 10, 20, 2024)];
    expect(lowResults(both, 2025)).toMatchObject({
      met: true,
      twoProcedures: false,
      sameProcedureTwoYears: true,
    });
    expect(lowResults(both, 2024)).toMatchObject({ met: false, sameProcedureTwoYears: false });
  });

  it("is not met by different procedures of different years, nor by years apart", () => {
    expect(lowResults([work("ВПР-RU-5", 9, 20), work("ВПР-RU-4", 9, 20, 2024)], 2025).met).toBe(false);
    expect(lowResults([work("ВПР-RU-5", 9, 20), work("ВПР-RU-5", 9, 20, 2023)], 2025).met).toBe(false);
  });

  it("with AND needs both signs", () => {
    const two = [work("ВПР-RU-5", 9, 20), work("ВПР-MA-5", 9, 20)];
    expect(lowResults(two, 2025, rule({ combine: "AND" }))).toMatchObject({
      met: false,
      twoProcedures: true,
    });
    const both = [...two, work("ВПР-RU-5", 9, 20, 2024)];
    expect(lowResults(both, 2025, rule({ combine: "AND" })).met).toBe(true);
  });

  it("compares in whole numbers: exactly 30 % is low, one pupil less is not", () => {
    for (const n of [10, 20, 30, 70, 90, 110, 1000]) {
      const low = (3 * n) / 10;
      expect(lowResults([work("a", low, n), work("b", low, n)], 2025).met, `${low} of ${n}`).toBe(true);
      expect(lowResults([work("a", low, n), work("b", low - 1, n)], 2025).met, `${low - 1} of ${n}`).toBe(
        false,
      );
    }
  });

  it("takes works of the same procedure and year together", () => {
    const [only] = lowResults([work("ОГЭ-MA-9", 2, 8), work("ОГЭ-MA-9", 4, 12)], 2025).procedures;
    expect(only).toMatchObject({ n: 20, low: 6, sharePercent: 30, state: "borderline" });
    expect(only!.workIds).toHaveLength(2);
  });

  it("leaves out what is excluded, and lists it with its reason", () => {
    const biased = { ...work("ВПР-RU-5", 9, 20), excluded: "objectivity" };
    const answer = lowResults([biased, work("ВПР-MA-5", 9, 20)], 2025);
    expect(answer.met).toBe(false);
    expect(answer.excluded).toEqual([biased]);
    expect(answer.procedures).toHaveLength(1);
  });

  it("counts only the procedures that the centre chose", () => {
    const works = [work("ВПР-RU-5", 9, 20), work("ВПР-MA-5", 9, 20), work("ВПР-GG-6", 9, 20)];
    const answer = lowResults(works, 2025, rule({ procedures: ["ВПР-RU-5", "ВПР-GG-6"] }));
    expect(answer.procedures.map((one) => one.procedureKey)).toEqual(["ВПР-GG-6", "ВПР-RU-5"]);
    expect(answer.met).toBe(true);
  });

  it("refuses broken parameters and counts", () => {
    expect(() => lowResults([], 2025, rule({ thresholdPercent: 0 }))).toThrow(RangeError);
    expect(() => lowResults([], 2025, rule({ minimumParticipants: 0 }))).toThrow(RangeError);
    expect(() => lowResults([work("a", 5, 4)], 2025)).toThrow(RangeError);
  });
});

describe("how sure the answer is", () => {
  it("steady, when the least plausible shares are above the threshold", () => {
    // Wilson's lower bound of 23/40 is 0.42
    expect(lowResults([work("a", 23, 40), work("b", 23, 40)], 2025).confidence).toBe("steady");
    expect(lowResults([work("a", 23, 40), work("b", 12, 40)], 2025).confidence).toBe("borderline");
  });

  it("insufficient, when only groups below the minimum would make it met, or nobody is large enough", () => {
    expect(lowResults([work("a", 5, 9), work("b", 20, 40)], 2025)).toMatchObject({
      met: false,
      confidence: "insufficient",
    });
    expect(lowResults([work("a", 0, 9)], 2025).confidence).toBe("insufficient");
    expect(lowResults([], 2025)).toMatchObject({ met: false, confidence: "insufficient", procedures: [] });
    expect(lowResults([work("a", 0, 0)], 2025).procedures[0]).toMatchObject({
      ...{ sharePercent: null, interval: null, state: "insufficient" },
    });
  });

  it("not met, when there are data and no signs", () => {
    expect(lowResults([work("a", 1, 40), work("b", 9, 20)], 2025)).toMatchObject({
      met: false,
      confidence: "notMet",
    });
  });
});

describe("one pupil's mark", () => {
  it("is named when the answer hangs on it", () => {
    // 6 of 20 is exactly 30 %: one pupil fewer and the procedure is not low.
    const met = lowResults([work("a", 6, 20), work("b", 15, 20)], 2025);
    expect(met.flips).toEqual([{ procedureKey: "a", year: 2025, direction: "fewer" }]);
    const notMet = lowResults([work("a", 5, 20), work("b", 15, 20)], 2025);
    expect(notMet.flips).toEqual([{ procedureKey: "a", year: 2025, direction: "more" }]);
  });

  it("is not named when the answer stands without it", () => {
    expect(lowResults([work("a", 6, 20), work("b", 15, 20), work("c", 15, 20)], 2025).flips).toEqual([]);
  });

  it("turns the answer exactly where a flip is named", () => {
    const one = fc
      .record({
        key: fc.constantFrom("a", "b"),
        year: fc.constantFrom(2024, 2025),
        n: fc.integer({ min: 8, max: 14 }),
      })
      .chain(({ key, year, n }) => fc.nat({ max: n }).map((low) => work(key, low, n, year)));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 4 }), (works) => {
        const single = [...new Map(works.map((one) => [`${one.year}${one.procedureKey}`, one])).values()];
        const answer = lowResults(single, 2025);
        single.forEach((one, i) => {
          for (const [direction, step] of [
            ["fewer", -1],
            ["more", 1],
          ] as const) {
            const low = one.low + step;
            if (low < 0 || low > one.n) continue;
            const turned = lowResults(single.with(i, { ...one, low }), 2025).met !== answer.met;
            const named = answer.flips.some(
              (flip) =>
                flip.procedureKey === one.procedureKey &&
                flip.year === one.year &&
                flip.direction === direction,
            );
            expect(named).toBe(turned);
          }
        });
      }),
    );
  });
});

describe("the simulated district", () => {
  // The reference takes its four works, of two years, as four procedures of one campaign.
  const bySchool = new Map<string, LowResultsObservation[]>();
  for (const key of DISTRICT_WORKS) {
    for (const [school, { marks, participants }] of districtSummaries(key, "school")) {
      bySchool.set(school, [...(bySchool.get(school) ?? []), work(key, marks[0], participants)]);
    }
  }
  const answers = (minimumParticipants: number) =>
    [...bySchool].map(([school, works]) => ({
      school,
      answer: lowResults(works, 2025, rule({ minimumParticipants })),
    }));
  const met = (minimumParticipants: number) =>
    answers(minimumParticipants)
      .filter(({ answer }) => answer.met)
      .map(({ school }) => school)
      .sort();

  it.each([1, 10])(
    "has the flagged schools and low procedures of the reference with at least %i pupils",
    (minN) => {
      const { flagged, procedures } = expected(`lowResults.minN${minN}`).value as {
        flagged: string[];
        procedures: Record<string, string[]>;
      };
      expect(met(minN)).toEqual(flagged);
      for (const { school, answer } of answers(minN)) {
        const low = answer.procedures.filter(({ state }) => state === "steady" || state === "borderline");
        const keys = low.map(({ procedureKey }) => procedureKey);
        expect(keys.sort(), school).toEqual([...(procedures[school] ?? [])].sort());
      }
    },
  );

  it("gives exactly the four planted schools; the one with 9 pupils lacks data by our minimum of 10", () => {
    const planted = readRecords("planted.csv").filter((row) => row.planted!.startsWith("30 % of mark 2"));
    expect(met(1)).toEqual(planted.map((row) => row.school).sort());
    expect(met(10)).toEqual(["edu970012", "edu970025", "edu970038"]);
    const small = lowResults(bySchool.get("edu970041")!, 2025);
    expect(small).toMatchObject({ met: false, confidence: "insufficient" });
    expect(small.procedures.every(({ state }) => state === "insufficient")).toBe(true);
  });

  it.each(["MA4", "RU5"] as const)("is steady and borderline where the reference says so, %s", (key) => {
    const words = { steady: "stable", borderline: "border", notMet: "no", insufficient: "no" } as const;
    const rows = answers(1).map(({ school, answer }) => {
      const { n, low: k, interval, state } = answer.procedures.find((one) => one.procedureKey === key)!;
      return [school, { n, k, low: interval!.low, status: words[state] }] as const;
    });
    expectEntry(Object.fromEntries(rows), expected(`lowStatus.${key}`));
  });
});
