import { describe, expect, it } from "vitest";
import { IDENTICAL_ANSWERS, identicalAnswers } from "#lib/statistics/objectivity/identical-answers.ts";

const single = (count: number) => Array.from({ length: count }, () => ({ count: 1, score: 7 }));

describe("identical answers (M6)", () => {
  it("repeat the example of the docstring: patterns of no points and of all points are left out", () => {
    expect(
      identicalAnswers(
        [
          { count: 4, score: 9 },
          { count: 1, score: 7 },
          { count: 6, score: 20 },
          { count: 3, score: 0 },
        ],
        20,
      ),
    ).toEqual({
      ...{ namespace: "ours", marker: "identicalAnswers", statistic: 0.8, limit: 0.2, n: 5 },
      ...{ verdict: "insufficient", sharing: 4, largest: 4 },
    });
  });

  it("are weak from a fifth of the pupils and strong from two fifths", () => {
    const shared = (pairs: number, others: number) =>
      identicalAnswers(
        [...Array.from({ length: pairs }, () => ({ count: 2, score: 5 })), ...single(others)],
        20,
      );
    expect(shared(1, 8)).toMatchObject({ statistic: 0.2, n: 10, verdict: "weak", largest: 2 });
    expect(shared(1, 9)).toMatchObject({ n: 11, verdict: "none" });
    expect(shared(2, 6)).toMatchObject({ statistic: 0.4, sharing: 4, verdict: "strong" });
    expect(shared(2, 7)).toMatchObject({ n: 11, verdict: "weak" });
    expect(shared(1, 7)).toMatchObject({ n: 9, verdict: "insufficient" });
    expect(shared(0, 10)).toMatchObject({ statistic: 0, sharing: 0, largest: 1, verdict: "none" });
  });

  it("take other parameters", () => {
    const patterns = [{ count: 2, score: 5 }, ...single(8)];
    const change = (one: Partial<typeof IDENTICAL_ANSWERS>) =>
      identicalAnswers(patterns, 20, { ...IDENTICAL_ANSWERS, ...one });
    expect(change({ strong: 0.2 }).verdict).toBe("strong");
    expect(change({ weak: 0.21 })).toMatchObject({ limit: 0.21, verdict: "none" });
    expect(change({ minimumPupils: 11 }).verdict).toBe("insufficient");
  });

  it("do not exist when no pattern is left", () => {
    for (const patterns of [[], [{ count: 25, score: 20 }], [{ count: 0, score: 5 }]])
      expect(identicalAnswers(patterns, 20)).toMatchObject({
        ...{ statistic: null, n: 0, sharing: 0, largest: 0, verdict: "insufficient" },
      });
  });

  it("refuse counts and scores that are none", () => {
    expect(() => identicalAnswers([{ count: -1, score: 5 }], 20)).toThrow(/pupils: -1/);
    expect(() => identicalAnswers([{ count: 1.5, score: 5 }], 20)).toThrow(RangeError);
    expect(() => identicalAnswers([{ count: 1, score: 21 }], 20)).toThrow(/total of 21/);
    expect(() => identicalAnswers([{ count: 1, score: -1 }], 20)).toThrow(RangeError);
    expect(() => identicalAnswers([{ count: 1, score: Number.NaN }], 20)).toThrow(RangeError);
  });
});
