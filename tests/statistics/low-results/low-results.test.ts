import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LowResultsObservation, lowResults } from "#lib/statistics/low-results/low-results.ts";
import { ACTS_OF_2025, type LowResultsParameters } from "#lib/statistics/low-results/parameters.ts";
import { DISTRICT_WORKS, districtSummaries, readRecords } from "#tests/support/district.ts";
import { expectEntry, expected } from "#tests/support/expected.ts";

const rule = (change: Partial<LowResultsParameters>): LowResultsParameters => ({
  ...ACTS_OF_2025,
  ...change,
});
let nextWork = 1;
const work = (procedureKey: string, low: number, n: number, year = 2025): LowResultsObservation => ({
  ...{ workId: nextWork++, procedureKey, low, n, year },
});

describe("signs of low results", () => {
  it("repeat the worked example of the handbook §12.3", () => {
    const answer = lowResults(
      [work("ВПР-RU-5", 9, 28), work("ОГЭ-MA-9", 6, 25), work("ВПР-MA-6", 12, 30)],
      2025,
    );
    expect(answer).toMatchObject({
      ...{ year: 2025, parameters: ACTS_OF_2025, confidence: "borderline" },
      ...{ met: true, severalProcedures: true, sameProcedureRunning: false },
    });
    expect(answer.procedures.map(({ procedureKey, state }) => [procedureKey, state])).toEqual([
      ["ВПР-MA-6", "borderline"],
      ["ВПР-RU-5", "borderline"],
      ["ОГЭ-MA-9", "notMet"],
    ]);
  });

  it("put the newest procedures first, then by key, and leave out years that do not matter", () => {
    const works = [work("b", 1, 20, 2024), work("a", 1, 20, 2024), work("z", 1, 20), work("c", 1, 20)];
    const others = [work("a", 20, 20, 2026), work("a", 20, 20, 2023)];
    expect(
      lowResults([...others, ...works], 2025).procedures.map((one) => `${one.procedureKey}${one.year}`),
    ).toEqual(["c2025", "z2025", "a2024", "b2024"]);
  });

  it("take works of the same procedure and year together", () => {
    const [only, ...others] = lowResults([work("a", 2, 8), work("a", 4, 12)], 2025).procedures;
    expect(only).toMatchObject({ n: 20, low: 6, sharePercent: 30, margin: 0, state: "borderline" });
    expect(only!.workIds).toHaveLength(2);
    expect(others).toEqual([]);
  });

  it("leave out what is excluded, and list it when it belongs to the years and procedures asked", () => {
    const biased = { ...work("a", 9, 20), excluded: "objectivity" };
    const old = { ...work("a", 9, 20, 2020), excluded: "objectivity" };
    const answer = lowResults([biased, old, work("b", 9, 20)], 2025);
    expect(answer.met).toBe(false);
    expect(answer.excluded).toEqual([biased]);
    expect(answer.procedures.map((one) => one.procedureKey)).toEqual(["b"]);
  });

  it("count only the procedures that were chosen", () => {
    const works = [work("a", 9, 20), work("b", 9, 20), work("c", 9, 20)];
    const answer = lowResults(works, 2025, rule({ procedures: ["a", "c"] }));
    expect(answer.procedures.map((one) => one.procedureKey)).toEqual(["a", "c"]);
    expect(lowResults(works, 2025, rule({ procedures: [] })).procedures).toEqual([]);
  });

  it("look back as many years as the second sign asks", () => {
    const three = [work("a", 9, 20), work("a", 9, 20, 2024), work("a", 9, 20, 2023)];
    expect(lowResults(three, 2025, rule({ runningYears: 3 })).sameProcedureRunning).toBe(true);
    expect(lowResults(three.slice(0, 2), 2025, rule({ runningYears: 3 })).sameProcedureRunning).toBe(false);
    expect(lowResults(three, 2025).procedures).toHaveLength(2);
    expect(lowResults([work("a", 9, 20)], 2025, rule({ runningYears: 1 })).met).toBe(true);
  });

  it("refuse counts and parameters that are none", () => {
    expect(() => lowResults([work("a", 5, 4)], 2025)).toThrow(RangeError);
    expect(() => lowResults([], 2025, rule({ thresholdPercent: 0 }))).toThrow(RangeError);
    expect(() => lowResults([], 2025, rule({ minimumParticipants: 0 }))).toThrow(RangeError);
  });

  it("do not depend on the order of the works", () => {
    const one = fc.record({
      key: fc.constantFrom("a", "b", "c"),
      year: fc.constantFrom(2024, 2025),
      n: fc.integer({ min: 5, max: 15 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), (specs) => {
        const works = specs.map(({ key, year, n, share }) => work(key, Math.floor(share * n), n, year));
        const { met, confidence, flips } = lowResults(works, 2025);
        expect(lowResults([...works].reverse(), 2025)).toMatchObject({ met, confidence, flips });
      }),
    );
  });
});

describe("how sure the answer is", () => {
  it("steady, when steady procedures alone meet the rule", () => {
    // Wilson's lower bound of 23/40 is 0.42, of 12/40 it is 0.18
    expect(lowResults([work("a", 23, 40), work("b", 23, 40)], 2025).confidence).toBe("steady");
    expect(lowResults([work("a", 23, 40), work("b", 12, 40)], 2025).confidence).toBe("borderline");
  });

  it("insufficient, when only groups below the minimum would make it met, or none of the year is large enough", () => {
    expect(lowResults([work("a", 5, 9), work("b", 20, 40)], 2025)).toMatchObject({
      ...{ met: false, confidence: "insufficient" },
    });
    expect(lowResults([work("a", 0, 9), work("a", 0, 40, 2024)], 2025).confidence).toBe("insufficient");
    expect(lowResults([], 2025)).toMatchObject({ met: false, confidence: "insufficient", flips: [] });
    expect(lowResults([work("a", 0, 0)], 2025).procedures[0]).toMatchObject({
      ...{ sharePercent: null, interval: null, margin: null, state: "insufficient" },
    });
  });

  it("not met, when there are data and no signs", () => {
    expect(lowResults([work("a", 1, 40), work("b", 9, 20)], 2025)).toMatchObject({
      ...{ met: false, confidence: "notMet" },
    });
    expect(lowResults([work("a", 0, 10)], 2025).confidence).toBe("notMet");
  });
});

describe("one pupil's mark", () => {
  it("is named when the answer hangs on it", () => {
    expect(lowResults([work("a", 6, 20), work("b", 15, 20)], 2025).flips).toEqual([
      { procedureKey: "a", year: 2025, direction: "fewer" },
    ]);
    expect(lowResults([work("a", 5, 20), work("b", 15, 20)], 2025).flips).toEqual([
      { procedureKey: "a", year: 2025, direction: "more" },
    ]);
  });

  it("is not named when the answer stands without it, nor in a group too small to count", () => {
    expect(lowResults([work("a", 6, 20), work("b", 15, 20), work("c", 15, 20)], 2025).flips).toEqual([]);
    expect(lowResults([work("a", 2, 9), work("b", 15, 20)], 2025).flips).toEqual([]);
  });
});

describe("the simulated district", () => {
  // The reference takes its four works, of two years, as four procedures of one campaign.
  const bySchool = new Map<string, LowResultsObservation[]>();
  for (const key of DISTRICT_WORKS) {
    for (const [school, { marks, participants }] of districtSummaries(key, "school"))
      bySchool.set(school, [...(bySchool.get(school) ?? []), work(key, marks[0], participants)]);
  }
  const answers = (minimumParticipants: number) =>
    [...bySchool]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([school, works]) => [school, lowResults(works, 2025, rule({ minimumParticipants }))] as const);

  it.each([1, 10])("has the low procedures and flagged schools of R with at least %i pupils", (minN) => {
    const rows = answers(minN).map(([school, { procedures }]) => {
      const low = procedures.filter(({ state }) => state === "steady" || state === "borderline");
      return [school, DISTRICT_WORKS.filter((key) => low.some((one) => one.procedureKey === key))] as const;
    });
    const entry = expected(`lowResults.minN${minN}`);
    const procedures = Object.fromEntries(rows.filter(([, low]) => low.length > 0));
    const flagged = answers(minN).flatMap(([school, { met }]) => (met ? [school] : []));
    expectEntry({ procedures, flagged }, entry);
    expect(Object.keys(procedures)).toEqual(Object.keys((entry.value as { procedures: object }).procedures));
  });

  it("gives exactly the four planted schools; the one with 9 pupils lacks data by our minimum of 10", () => {
    const planted = readRecords("planted.csv").filter((row) => row.planted!.startsWith("30 % of mark 2"));
    const met = answers(1).flatMap(([school, answer]) => (answer.met ? [school] : []));
    expect(met).toEqual(planted.map((row) => row.school).sort());
    expect(lowResults(bySchool.get("edu970041")!, 2025)).toMatchObject({
      ...{ met: false, confidence: "insufficient" },
    });
  });
});
