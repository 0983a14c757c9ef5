import { describe, expect, it } from "vitest";
import { BETWEEN_CLASSES, betweenClasses } from "#lib/statistics/objectivity/between-classes.ts";

describe("between-class anomaly (M7)", () => {
  it("agrees with R's chi-squared test; a mark that nobody has vanishes", () => {
    // R: chisq.test(rbind(c(4, 12, 9), c(14, 8, 3)), correct = FALSE); V = sqrt(X2 / 50); qchisq(.99, 2)
    const result = betweenClasses([
      [0, 4, 12, 9],
      [0, 14, 8, 3],
    ]);
    expect(result).toMatchObject({
      ...{ namespace: "ours", marker: "betweenClasses", n: 50, classes: 2, degreesOfFreedom: 2 },
      ...{ markGroups: [[3], [4], [5]], verdict: "strong" },
    });
    expect(result.statistic).toBeCloseTo(9.3555555555555561, 12);
    expect(result.p).toBeCloseTo(0.0092996568460509341, 12);
    expect(result.effect).toBeCloseTo(0.43256341860022229, 12);
    expect(result.limit).toBeCloseTo(9.2103403719761818, 9);
  });

  it("joins the rarest mark with its rarer neighbour until no fifth of the expected counts is below 5", () => {
    // Expected 1 pupil with 2 in each class: joined with 3. R: chisq.test(cbind(b[, 1] + b[, 2], b[, 3], b[, 4]))
    const result = betweenClasses([
      [1, 10, 10, 4],
      [2, 3, 10, 10],
      [0, 12, 8, 5],
    ]);
    expect(result).toMatchObject({ markGroups: [[2, 3], [4], [5]], degreesOfFreedom: 4, verdict: "none" });
    expect(result.statistic).toBeCloseTo(6.6203007518796992, 12);
    expect(result.p).toBeCloseTo(0.15736653411275311, 12);
    expect(result.effect).toBeCloseTo(0.21008412206986196, 12);
    // R: chisq.test(rbind(c(25, 0), c(3, 22)), correct = FALSE)
    const top = betweenClasses([
      [0, 25, 0, 0],
      [0, 3, 20, 2],
    ]);
    expect(top).toMatchObject({ markGroups: [[3], [4, 5]], degreesOfFreedom: 1, verdict: "strong" });
    expect(top.statistic).toBeCloseTo(39.285714285714285, 11);
    expect(top.p! / 3.6611014776275498e-10).toBeCloseTo(1, 9);
  });

  it("joins a rare middle mark with the rarer of its neighbours", () => {
    expect(
      betweenClasses([
        [10, 1, 12, 10],
        [10, 1, 12, 10],
      ]).markGroups,
    ).toEqual([[2, 3], [4], [5]]);
    expect(
      betweenClasses([
        [12, 1, 10, 10],
        [12, 1, 10, 10],
      ]).markGroups,
    ).toEqual([[2], [3, 4], [5]]);
    // Two rare marks: each goes to its neighbour
    expect(
      betweenClasses([
        [1, 12, 10, 1],
        [1, 12, 10, 1],
      ]).markGroups,
    ).toEqual([
      [2, 3],
      [4, 5],
    ]);
    // Neighbours alike: the upper one
    expect(
      betweenClasses([
        [10, 1, 10, 10],
        [10, 1, 10, 10],
      ]).markGroups,
    ).toEqual([[2], [3, 4], [5]]);
  });

  it("leaves a fifth of small expected counts as they are, but none below 1", () => {
    // Of twenty expected counts four are 4, the others 25
    const classes = [
      [4, 4, 4, 4],
      [25, 25, 25, 25],
      [25, 25, 25, 25],
      [25, 25, 25, 25],
      [25, 25, 25, 25],
    ] as const;
    expect(betweenClasses(classes).markGroups).toEqual([[2], [3], [4], [5]]);
    expect(betweenClasses([...classes.slice(1), [3, 4, 4, 4]]).markGroups).toEqual([[2], [3], [4], [5]]);
    expect(betweenClasses(classes.slice(0, 4)).markGroups).not.toContainEqual([2]);
    // Exactly 1 is expected of the class of ten: 10 · 41 / 410
    const tens = [10, 90, 0, 0] as const;
    expect(betweenClasses([[1, 9, 0, 0], tens, tens, tens, tens])).toMatchObject({
      ...{ markGroups: [[2], [3]], statistic: 0, verdict: "none" },
    });
    expect(
      betweenClasses([
        [1, 300, 300, 300],
        [0, 300, 300, 300],
        [0, 300, 300, 300],
      ]).markGroups,
    ).toEqual([[2, 3], [4], [5]]);
  });

  it("is weak when reliable but small", () => {
    // V = sqrt(X2 / n) = 0.2: R: chisq.test(rbind(c(120, 80), c(80, 120)), correct = FALSE)$statistic = 16
    const small = betweenClasses([
      [0, 120, 80, 0],
      [0, 80, 120, 0],
    ]);
    expect(small.statistic).toBeCloseTo(16, 12);
    expect(small.effect).toBeCloseTo(0.2, 12);
    expect(small.verdict).toBe("weak");
    const strict = { ...BETWEEN_CLASSES, strongEffect: 0.19 };
    const table = [
      [0, 120, 80, 0],
      [0, 80, 120, 0],
    ] as const;
    expect(betweenClasses(table, strict).verdict).toBe("strong");
    expect(betweenClasses(table, { ...BETWEEN_CLASSES, level: 1e-5 }).verdict).toBe("none");
  });

  it("is none where classes are alike", () => {
    const alike = betweenClasses([
      [5, 5, 5, 5],
      [10, 10, 10, 10],
    ]);
    expect(alike).toMatchObject({ statistic: 0, p: 1, effect: 0, verdict: "none" });
    // Expected counts of exactly 5 are large enough
    expect(alike.markGroups).toEqual([[2], [3], [4], [5]]);
  });

  it("leaves out classes below ten pupils", () => {
    const pair = [
      [0, 4, 12, 9],
      [0, 14, 8, 3],
    ] as const;
    expect(betweenClasses([...pair, [9, 0, 0, 0]])).toEqual(betweenClasses(pair));
    expect(betweenClasses([...pair, [10, 0, 0, 0]]).classes).toBe(3);
  });

  it("says nothing about fewer than two classes, one mark for all, or marks too rare", () => {
    const nothing = { statistic: null, limit: null, degreesOfFreedom: null, p: null, effect: null };
    expect(betweenClasses([])).toMatchObject({ ...nothing, n: 0, classes: 0, verdict: "insufficient" });
    expect(betweenClasses([[5, 5, 5, 5]])).toMatchObject({ ...nothing, classes: 1, verdict: "insufficient" });
    expect(
      betweenClasses([
        [0, 0, 20, 0],
        [0, 0, 15, 0],
      ]),
    ).toMatchObject({ ...nothing, markGroups: [[4]], verdict: "insufficient" });
    expect(
      betweenClasses([
        [1, 11, 0, 0],
        [0, 12, 0, 0],
      ]),
    ).toMatchObject({ ...nothing, markGroups: [[2, 3]], n: 24, verdict: "insufficient" });
  });

  it("refuses counts that are none", () => {
    expect(() => betweenClasses([[1, 2, -1, 4]])).toThrow(RangeError);
  });
});
