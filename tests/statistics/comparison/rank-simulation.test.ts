import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { midRanks } from "#lib/statistics/association/mid-ranks.ts";
import { rankInto, simulatedShare } from "#lib/statistics/comparison/rank-simulation.ts";

const ranksOf = (values: readonly number[]) => {
  const ranks = new Float32Array(values.length);
  rankInto(Float64Array.from(values), new Float64Array(values.length), ranks);
  return [...ranks];
};

describe("ranks in a simulation", () => {
  it("are mid-ranks, as elsewhere", () => {
    expect(ranksOf([3, 1, 3, 2])).toEqual([3.5, 1, 3.5, 2]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 })), (values) => {
        expect(ranksOf(values)).toEqual(midRanks(values));
      }),
    );
  });

  it("give a share with Wilson's interval", () => {
    // R: prop.test(9, 28, correct = FALSE)$conf.int
    const { share, low, high } = simulatedShare(9, 28);
    expect(share).toBe(9 / 28);
    expect(low).toBeCloseTo(0.17933246922494966, 14);
    expect(high).toBeCloseTo(0.5066115681914239, 14);
  });
});
