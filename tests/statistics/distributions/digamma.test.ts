import { describe, expect, it } from "vitest";
import { digamma, trigamma } from "#lib/statistics/distributions/digamma.ts";
import { expectClose } from "#tests/support/close.ts";

// Expected values: R 4.2.2, options(digits = 17), unless a line says otherwise.
describe("digamma and trigamma", () => {
  it.each([
    [0.001, -1000.5755719318104],
    [0.5, -1.963510026021423],
    [1, -0.5772156649015323],
    [1.5, 0.036489973978576895],
    [3.3, 1.034822489059622],
    [9.9, 2.2411803166063815],
    [10, 2.2517525890667214],
    [250, 5.519459584531046],
  ])("digamma(%f)", (a, value) => {
    expectClose(digamma(a), value, 1e-13);
  });
  it.each([
    [0.001, 1000001.6425331959],
    [0.5, 4.934802200544679],
    [1, 1.6449340668482264],
    [1.5, 0.9348022005446793],
    [3.3, 0.35350154184106186],
    [9.9, 0.1062830416287406],
    [10, 0.10516633568168572],
    [250, 0.004008010666632536],
  ])("trigamma(%f)", (a, value) => {
    expectClose(trigamma(a), value, 1e-14);
  });

  it("step by 1/x and 1/x²", () => {
    for (const x of [0.3, 4, 9.5, 40]) {
      expect(digamma(x + 1)).toBeCloseTo(digamma(x) + 1 / x, 13);
      expect(trigamma(x + 1)).toBeCloseTo(trigamma(x) - 1 / (x * x), 13);
    }
  });

  it("refuse what is not above 0", () => {
    for (const x of [0, -1, Number.NaN]) {
      expect(() => digamma(x)).toThrow(RangeError);
      expect(() => trigamma(x)).toThrow(RangeError);
    }
  });

  it("repeat the examples of their docstrings", () => {
    expect(digamma(1)).toBeCloseTo(-0.5772156649015329, 14);
    expect(trigamma(1)).toBeCloseTo(Math.PI ** 2 / 6, 14);
  });
});
