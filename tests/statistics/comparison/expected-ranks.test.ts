import { describe, expect, it } from "vitest";
import { expectedRanks } from "#lib/statistics/comparison/expected-ranks.ts";

const four = [1, 2.5, 4, 4.2].map((estimate, i) => ({ estimate, variance: [1, 0.5, 2, 0.25][i]! }));

describe("expected ranks", () => {
  it("agree with R", () => {
    // R: rowSums(pnorm(outer(y, y, "-") / sqrt(outer(v, v, "+")))) + 0.5
    const expected = [1.1540717149344446, 2.0858787894427602, 3.2339417694706549, 3.5261077261521399];
    expectedRanks(four).forEach((rank, i) => {
      expect(rank).toBeCloseTo(expected[i]!, 13);
    });
  });

  it("are the middle for units that cannot be told apart, and the ranks for values known exactly", () => {
    expect(
      expectedRanks([
        { estimate: 0, variance: 1 },
        { estimate: 0, variance: 4 },
      ]),
    ).toEqual([1.5, 1.5]);
    const known = [2, 1, 2].map((estimate) => ({ estimate, variance: 0 }));
    expect(expectedRanks(known)).toEqual([2.5, 1, 2.5]);
  });

  it("leave out a unit without an estimate, and need no other unit", () => {
    const some = expectedRanks([four[0]!, null, ...four.slice(1)]);
    expect(some[1]).toBeNull();
    expect(some.filter((rank) => rank !== null)).toEqual(expectedRanks(four));
    expect(expectedRanks([])).toEqual([]);
    expect(expectedRanks([four[2]!])).toEqual([1]);
    expect(() => expectedRanks([{ estimate: 1, variance: -1 }])).toThrow(RangeError);
  });
});
