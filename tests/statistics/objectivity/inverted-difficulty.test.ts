import { describe, expect, it } from "vitest";
import {
  type ComparedTask,
  INVERTED_DIFFICULTY,
  invertedDifficulty,
} from "#lib/statistics/objectivity/inverted-difficulty.ts";

/** A task of one point that this per cent of the school's twenty and of the region's hundred pupils have done. */
const task = (
  difficulty: ComparedTask["difficulty"],
  school: number,
  region: number,
  counted = 20,
): ComparedTask => ({
  ...{ difficulty, max: 1 },
  school: { counted, sum: (counted * school) / 100 },
  region: { counted: 100, sum: region },
});
/** Region 20, 30 … 70 per cent; the school in the order of the ranks given; all basic but the last. */
const ranked = (ranks: readonly number[]) =>
  ranks.map((rank, i) => task(i < ranks.length - 1 ? "Б" : "П", 10 * (rank + 1), 10 * (i + 2)));

describe("inverted difficulty (M5)", () => {
  it("is strong when basic tasks go worse, harder ones better, and they are ten points apart", () => {
    expect(
      invertedDifficulty([task("Б", 75, 80), task("Б", 65, 70), task("П", 45, 40), task("В", 25, 20)]),
    ).toEqual({
      ...{ namespace: "ours", marker: "invertedDifficulty", statistic: 10, limit: 10, n: 20 },
      ...{ verdict: "strong", basic: -5, harder: 5, correlation: null, tasks: 4 },
    });
  });

  it("is none below ten points, and when both go better or both worse", () => {
    expect(invertedDifficulty([task("Б", 75, 80), task("П", 40, 36)])).toMatchObject({
      ...{ statistic: 9, verdict: "none" },
    });
    expect(invertedDifficulty([task("Б", 80, 80), task("П", 60, 40)])).toMatchObject({
      ...{ basic: 0, statistic: 20, verdict: "none" },
    });
    expect(invertedDifficulty([task("Б", 60, 80), task("П", 40, 40)])).toMatchObject({
      ...{ harder: 0, statistic: 20, verdict: "none" },
    });
    expect(
      invertedDifficulty([task("Б", 75, 80), task("П", 40, 36)], { ...INVERTED_DIFFICULTY, limit: 9 })
        .verdict,
    ).toBe("strong");
  });

  it("is weak when only the order of difficulty is unlike the region's", () => {
    // Six tasks: ρ = 1 − 6 Σd² / 210. Ranks 3 2 1 6 5 4: Σd² = 16, ρ = 0.542857; ranks 2 3 1 5 6 4: Σd² = 12, ρ = 0.657143
    const unlike = invertedDifficulty(ranked([3, 2, 1, 6, 5, 4]));
    expect(unlike.correlation).toBeCloseTo(1 - 96 / 210, 12);
    expect(unlike.verdict).toBe("weak");
    const like = invertedDifficulty(ranked([2, 3, 1, 5, 6, 4]));
    expect(like.correlation).toBeCloseTo(1 - 72 / 210, 12);
    expect(like.verdict).toBe("none");
    const strict = { ...INVERTED_DIFFICULTY, leastCorrelation: 0.7 };
    expect(invertedDifficulty(ranked([2, 3, 1, 5, 6, 4]), strict).verdict).toBe("weak");
  });

  it("has no order of difficulty with fewer than six tasks, or when all go equally well", () => {
    expect(invertedDifficulty(ranked([5, 4, 3, 2, 1]))).toMatchObject({ correlation: null, tasks: 5 });
    expect(invertedDifficulty(ranked([5, 5, 5, 5, 5, 5]))).toMatchObject({ correlation: null, tasks: 6 });
    expect(invertedDifficulty(ranked([5, 5, 5, 5, 5, 5])).verdict).toBe("none");
  });

  it("counts a task of unknown difficulty for the order alone", () => {
    const tasks = ranked([1, 2, 3, 4, 5, 6]);
    const unknown = invertedDifficulty([...tasks, task(null, 0, 99)]);
    expect(unknown).toMatchObject({ basic: 0, harder: 0, tasks: 7 });
    expect(unknown.correlation).toBeLessThan(1);
  });

  it("weighs tasks by their maximum: per cent of the points", () => {
    const double: ComparedTask = {
      ...{ difficulty: "П", max: 2 },
      ...{ school: { counted: 20, sum: 20 }, region: { counted: 100, sum: 80 } },
    };
    expect(invertedDifficulty([task("Б", 70, 80), double])).toMatchObject({
      ...{ basic: -10, harder: 10, verdict: "strong" },
    });
  });

  it("says nothing without basic or harder tasks, below ten pupils, or about no tasks", () => {
    expect(invertedDifficulty([task("Б", 70, 80)])).toMatchObject({
      ...{ statistic: null, basic: -10, harder: null, verdict: "insufficient" },
    });
    expect(invertedDifficulty([task("В", 70, 80)])).toMatchObject({
      ...{ statistic: null, basic: null, verdict: "insufficient" },
    });
    expect(invertedDifficulty([task("Б", 60, 80), task("П", 60, 40, 5)])).toMatchObject({
      ...{ statistic: 40, n: 5, verdict: "insufficient" },
    });
    expect(invertedDifficulty([task("Б", 60, 80, 10), task("П", 60, 40, 10)]).verdict).toBe("strong");
    expect(invertedDifficulty([])).toMatchObject({ statistic: null, n: 0, verdict: "insufficient" });
  });

  it("leaves out a task that nobody's points count in", () => {
    const empty: ComparedTask = { ...task("Б", 0, 0), school: { counted: 0, sum: 0 } };
    const nowhere: ComparedTask = { ...task("Б", 0, 0), region: { counted: 0, sum: 0 } };
    expect(invertedDifficulty([task("Б", 70, 80), empty, nowhere, task("П", 50, 40)])).toMatchObject({
      ...{ n: 20, tasks: 2, basic: -10, verdict: "strong" },
    });
  });

  it("takes tasks that nobody or everybody has done", () => {
    expect(invertedDifficulty([task("Б", 0, 50), task("П", 100, 50)])).toMatchObject({
      ...{ basic: -50, harder: 50, verdict: "strong" },
    });
  });

  it("refuses impossible sums", () => {
    const wrong = (school: { counted: number; sum: number }, max = 1) =>
      invertedDifficulty([{ ...task("Б", 50, 50), school, max }]);
    expect(() => wrong({ counted: 20, sum: 21 })).toThrow(/20 pupils cannot have 21 points/);
    expect(() => wrong({ counted: 20, sum: -1 })).toThrow(RangeError);
    expect(() => wrong({ counted: 20, sum: 0 }, 0)).toThrow(RangeError);
    expect(() => wrong({ counted: 20, sum: Number.NaN })).toThrow(RangeError);
  });
});
