import { describe, expect, it } from "vitest";
import { one, sum } from "#scripts/verify/tally.ts";

describe("the last line of npm test", () => {
  it("sums tests of every kind; a tool that agrees or does not counts as one", () => {
    expect(sum([one(true), one(false), { passed: 10, failed: 2 }])).toEqual({ passed: 11, failed: 3 });
    expect(sum([])).toEqual({ passed: 0, failed: 0 });
  });
});
