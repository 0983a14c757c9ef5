import { describe, expect, it } from "vitest";
import { type Ratio, shownValue, verdict } from "#scripts/bench/ratio.ts";
import { lines } from "#scripts/bench/report.ts";

const ratio = (value: number, goal: Ratio["goal"], unit: Ratio["unit"] = "×"): Ratio => ({
  name: "one / other",
  value,
  goal,
  unit,
  behind: "10 ms and 5 ms",
});
const atMost = (value: number) => ({ kind: "atMost", value }) as const;
const atLeast = (value: number) => ({ kind: "atLeast", value }) as const;

describe("a verdict", () => {
  it.each([
    [2, atMost(2), "met"],
    [2.1, atMost(2), "missed"],
    [0.4, atLeast(0.4), "met"],
    [0.39, atLeast(0.4), "missed"],
    [100, null, "none"],
  ] as const)("on %s against %o is %s", (value, goal, expected) => {
    expect(verdict(ratio(value, goal))).toBe(expected);
  });

  it("is about the number that is printed", () => {
    expect(shownValue(ratio(2.004, atMost(2)))).toBe("2.00");
    expect(verdict(ratio(2.004, atMost(2)))).toBe("met");
    expect(verdict(ratio(2.006, atMost(2)))).toBe("missed");
    expect(shownValue(ratio(50.4, atMost(50), "ms"))).toBe("50");
    expect(verdict(ratio(50.6, atMost(50), "ms"))).toBe("missed");
  });
});

describe("the printed result", () => {
  const machine = { cores: 2, processor: "P", memoryGb: 8, node: "24.0.0", platform: "linux x64", load: 0.5 };

  it("names the machine, and each ratio with goal, verdict and the numbers behind it", () => {
    const text = lines(machine, { ...machine, load: 1.5 }, [ratio(3, atMost(2)), ratio(0.5, atLeast(0.4))]);
    expect(text[0]).toBe("2 cores (P), 8 GB, linux x64, Node 24.0.0; load 0.5 before, 1.5 after");
    expect(text.slice(3)).toEqual([
      "one / other    3.00 ×    ≤ 2 ×  MISSED",
      "    10 ms and 5 ms",
      "one / other    0.50 ×  ≥ 0.4 ×  met",
      "    10 ms and 5 ms",
    ]);
  });

  it("demands nothing where there is no goal", () => {
    expect(lines(machine, machine, [ratio(3, null)])[3]).toBe("one / other    3.00 ×");
  });
});
