import { describe, expect, it } from "vitest";
import { JOURNAL_DIVERGENCE, journalDivergence } from "#lib/statistics/objectivity/journal-divergence.ts";

/** Row = mark of the work 2–5, column = journal mark 2–5. */
const cells = [...[3, 5, 1, 0], ...[0, 8, 6, 2], ...[0, 1, 9, 4], ...[0, 0, 1, 10]];
/** `lowered` pupils with 4 in the journal and 3 in the work, `raised` the other way round, the rest 4 and 4. */
const matrix = (lowered: number, raised: number, equal: number) => {
  const counts = Array<number>(16).fill(0);
  counts[1 * 4 + 2] = lowered;
  counts[2 * 4 + 1] = raised;
  counts[2 * 4 + 2] = equal;
  return counts;
};

describe("divergence of the journal and the work (M3)", () => {
  it("agrees with R", () => {
    const result = journalDivergence(cells);
    expect(result).toMatchObject({
      ...{ namespace: "ours", marker: "journalDivergence", statistic: 40, limit: 20, n: 50 },
      ...{ verdict: "strong", higher: "journal" },
      agreement: { base: 50, lowered: 18, confirmed: 30, raised: 2, apart: 3 },
    });
    // R: binom.test(2, 20)$p.value; sum(t * (row(t) - col(t))) / 50; 1 - sum(w * p) / sum(w * e), w <- abs(row - col) / 3
    expect(result.signP).toBeCloseTo(0.00040245056152343783, 14);
    expect(result.meanDifference).toBeCloseTo(-0.38, 14);
    expect(result.kappa).toBeCloseTo(0.58840372226199, 12);
    // the same with squared weights
    expect(journalDivergence(cells, { ...JOURNAL_DIVERGENCE, weights: "quadratic" }).kappa).toBeCloseTo(
      0.71377812870114488,
      12,
    );
  });

  it("is weak from 20 per cent, strong from 40 per cent in one direction", () => {
    // R: binom.test(0, 8)$p.value = 0.0078125, binom.test(0, 7)$p.value = 0.015625
    expect(journalDivergence(matrix(8, 0, 12))).toMatchObject({ statistic: 40, verdict: "strong" });
    expect(journalDivergence(matrix(7, 0, 10))).toMatchObject({ n: 17, verdict: "weak" });
    expect(journalDivergence(matrix(7, 0, 10)).signP).toBeCloseTo(0.015625, 14);
    expect(journalDivergence(matrix(8, 0, 13)).verdict).toBe("weak");
    expect(journalDivergence(matrix(4, 0, 16))).toMatchObject({ statistic: 20, verdict: "weak" });
    expect(journalDivergence(matrix(4, 0, 17)).verdict).toBe("none");
  });

  it("is never strong without a direction", () => {
    expect(journalDivergence(matrix(20, 20, 0))).toMatchObject({
      ...{ statistic: 100, signP: 1, meanDifference: 0, higher: "both", verdict: "weak" },
    });
  });

  it("says which marks stand higher for a fifth of the pupils", () => {
    const higher = (lowered: number, raised: number) =>
      journalDivergence(matrix(lowered, raised, 20 - lowered - raised)).higher;
    expect([higher(4, 0), higher(0, 4), higher(4, 4), higher(3, 3)]).toEqual([
      ...["journal", "work", "both", "neither"],
    ]);
  });

  it("takes other parameters", () => {
    const change = (one: Partial<typeof JOURNAL_DIVERGENCE>) =>
      journalDivergence(matrix(8, 0, 12), { ...JOURNAL_DIVERGENCE, ...one });
    expect(change({ strong: 41 }).verdict).toBe("weak");
    expect(change({ level: 0.0078 }).verdict).toBe("weak");
    expect(change({ weak: 41, strong: 41 })).toMatchObject({ limit: 41, verdict: "none" });
    expect(change({ minimumPupils: 21 }).verdict).toBe("insufficient");
    expect(change({ oneSided: 41 }).higher).toBe("neither");
  });

  it("says nothing below ten pupils, or about nobody; no differing mark has no direction", () => {
    expect(journalDivergence(matrix(9, 0, 0))).toMatchObject({ statistic: 100, verdict: "insufficient" });
    expect(journalDivergence(matrix(0, 0, 10))).toMatchObject({
      ...{ statistic: 0, signP: null, kappa: null, verdict: "none" },
    });
    expect(journalDivergence(matrix(0, 0, 0))).toMatchObject({
      ...{ statistic: null, agreement: null, meanDifference: null, signP: null, kappa: null },
      ...{ n: 0, higher: "neither", verdict: "insufficient" },
    });
  });

  it("refuses anything but sixteen counts", () => {
    expect(() => journalDivergence([1, 2, 3])).toThrow(RangeError);
    expect(() => journalDivergence(matrix(-1, 0, 5))).toThrow(RangeError);
  });
});
