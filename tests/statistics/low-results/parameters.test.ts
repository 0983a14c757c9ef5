import { describe, expect, it } from "vitest";
import { ACTS_OF_2025, checkParameters } from "#lib/statistics/low-results/parameters.ts";

describe("parameters of the rule for low results", () => {
  it("are by default those of the acts of 2025, joined by OR, with the group minimum of ФИОКО", () => {
    expect(ACTS_OF_2025).toEqual({
      ...{ thresholdPercent: 30, minimumParticipants: 10, minimumProcedures: 2, runningYears: 2 },
      ...{ combine: "OR", procedures: null },
    });
    expect(() => checkParameters(ACTS_OF_2025)).not.toThrow();
    expect(() => checkParameters({ ...ACTS_OF_2025, combine: "AND", minimumProcedures: 1 })).not.toThrow();
  });

  it.each([
    [{ thresholdPercent: 0 }, /hundredths/],
    [{ thresholdPercent: 101 }, /hundredths/],
    [{ minimumParticipants: 0 }, /participants/],
    [{ minimumProcedures: 0 }, /procedures or years: 0/],
    [{ minimumProcedures: 1.5 }, /procedures or years: 1.5/],
    [{ runningYears: 0 }, /procedures or years: 0/],
    [{ combine: "XOR" as "OR" }, /XOR/],
  ])("are refused when they are none: %j", (change, message) => {
    const check = () => checkParameters({ ...ACTS_OF_2025, ...change });
    expect(check).toThrow(RangeError);
    expect(check).toThrow(message);
  });
});
