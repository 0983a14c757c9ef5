import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkMinimum,
  isLowShare,
  lowStatus,
  thresholdHundredths,
} from "#lib/statistics/low-results/low-status.ts";
import { DISTRICT_WORKS, districtSummaries } from "#tests/support/district.ts";
import { expectEntry, expected } from "#tests/support/expected.ts";

const groups = fc
  .integer({ min: 1, max: 200 })
  .chain((n) => fc.record({ n: fc.constant(n), low: fc.nat({ max: n }) }));

describe("a low share", () => {
  it("is compared in whole numbers: exactly the threshold is low, one pupil less is not", () => {
    for (const n of [10, 20, 30, 70, 90, 110, 1000]) {
      expect(isLowShare((3 * n) / 10, n, 30), `${n}`).toBe(true);
      expect(isLowShare((3 * n) / 10 - 1, n, 30), `${n}`).toBe(false);
    }
    // 57 of 200 is 28.5 %; 28.5 · 100 is 2850 exactly, 0.285 · 200 is 56.99999999999999
    expect(isLowShare(57, 200, 28.5)).toBe(true);
    expect(isLowShare(56, 200, 28.5)).toBe(false);
  });

  it("is never that of nobody", () => {
    expect(isLowShare(0, 0, 30)).toBe(false);
  });

  it("has a threshold in whole hundredths of a per cent up to 100 %", () => {
    expect(thresholdHundredths(28.55)).toBe(2855);
    expect(thresholdHundredths(100)).toBe(10_000);
    expect(isLowShare(5, 5, 100)).toBe(true);
    for (const wrong of [0, -1, 100.01, 33.333, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => thresholdHundredths(wrong), `${wrong}`).toThrow(/hundredths of a per cent/);
  });

  it("refuses counts that are none", () => {
    expect(() => isLowShare(5, 4, 30)).toThrow(RangeError);
    expect(() => isLowShare(-1, 4, 30)).toThrow(RangeError);
    expect(() => lowStatus(1.5, 4)).toThrow(RangeError);
  });
});

describe("the status of a share of low results", () => {
  const words = { steady: "stable", borderline: "border", notMet: "no", insufficient: "no" } as const;

  it.each(DISTRICT_WORKS)("is that of R for every school, %s", (work) => {
    const rows = [...districtSummaries(work, "school")].map(([school, { marks, participants }]) => {
      const { n, low: k, interval, state } = lowStatus(marks[0], participants, { minimumParticipants: 1 });
      return [school, { n, k, low: interval!.low, status: words[state] }] as const;
    });
    const entry = expected(`lowStatus.${work}`);
    expectEntry(Object.fromEntries(rows), entry);
    expect(rows.map(([school]) => school).sort()).toEqual(Object.keys(entry.value as object));
  });

  it("is borderline when only the observed share reaches the threshold", () => {
    // R: prop.test(9, 28, correct = FALSE)$conf.int[1] = 0.1793325
    const status = lowStatus(9, 28);
    expect(status).toMatchObject({ n: 28, low: 9, state: "borderline", margin: 0 });
    expect(status.sharePercent).toBe(900 / 28);
    expect(status.interval!.low).toBeCloseTo(0.17933246922494966, 12);
  });

  it("is steady when the lower bound reaches it", () => {
    // R: prop.test(23, 40, correct = FALSE)$conf.int[1] = 0.4219507; of 18 of 40: 0.3070531; of 17 of 40: 0.2850939
    expect(lowStatus(23, 40).state).toBe("steady");
    expect(lowStatus(18, 40).state).toBe("steady");
    expect(lowStatus(17, 40).state).toBe("borderline");
  });

  it("says nothing about fewer pupils than the minimum", () => {
    expect(lowStatus(9, 9).state).toBe("insufficient");
    expect(lowStatus(0, 9).state).toBe("insufficient");
    expect(lowStatus(0, 10).state).toBe("notMet");
    expect(lowStatus(10, 10).state).toBe("steady");
    expect(lowStatus(1, 1, { minimumParticipants: 1 }).state).toBe("borderline");
  });

  it("of nobody has no share, no interval and no margin", () => {
    expect(lowStatus(0, 0)).toEqual({
      ...{ n: 0, low: 0, sharePercent: null, interval: null, margin: null },
      state: "insufficient",
    });
  });

  it("takes another threshold", () => {
    expect(lowStatus(5, 20, { thresholdPercent: 25 })).toMatchObject({ state: "borderline", margin: 0 });
    expect(lowStatus(5, 20, { thresholdPercent: 25.01 })).toMatchObject({ state: "notMet", margin: -1 });
  });

  it("refuses a least number of participants that is none", () => {
    for (const wrong of [0, -1, 1.5, Number.NaN]) expect(() => checkMinimum(wrong)).toThrow(/least number/);
    expect(() => lowStatus(1, 2, { minimumParticipants: 0 })).toThrow(RangeError);
  });

  it("has a margin that says how many pupils stand between the share and the threshold", () => {
    fc.assert(
      fc.property(groups, fc.integer({ min: 1, max: 10_000 }), ({ n, low }, threshold) => {
        const thresholdPercent = threshold / 100;
        const { margin } = lowStatus(low, n, { thresholdPercent });
        const edge = low - margin!;
        expect(isLowShare(edge, n, thresholdPercent)).toBe(true);
        expect(isLowShare(edge - 1, n, thresholdPercent)).toBe(false);
      }),
    );
  });

  it("never becomes less sure when one more pupil has a low result", () => {
    const rank = { insufficient: 0, notMet: 0, borderline: 1, steady: 2 };
    fc.assert(
      fc.property(groups, ({ n, low }) => {
        fc.pre(low < n);
        expect(rank[lowStatus(low + 1, n).state]).toBeGreaterThanOrEqual(rank[lowStatus(low, n).state]);
      }),
    );
  });
});
