import { describe, expect, it } from "vitest";
import { correlationInterval } from "#lib/statistics/items/correlation-interval.ts";

describe("Fisher's interval of a correlation", () => {
  it("agrees with R", () => {
    // R: tanh(atanh(.5) + c(-1, 1) * qnorm(.975) / sqrt(25))
    const usual = correlationInterval(0.5, 28)!;
    expect(usual.low).toBeCloseTo(0.15602836252908606, 12);
    expect(usual.high).toBeCloseTo(0.7358184794439374, 12);
    // R: with qnorm(.995)
    const wide = correlationInterval(0.5, 28, 0.99)!;
    expect(wide.low).toBeCloseTo(0.03412702563420209, 12);
    expect(wide.high).toBeCloseTo(0.7873694359039427, 12);
  });

  it("mirrors with the sign and needs four persons and less than certainty", () => {
    const [plus, minus] = [correlationInterval(0.3, 4)!, correlationInterval(-0.3, 4)!];
    expect(minus.low).toBeCloseTo(-plus.high, 15);
    expect(minus.high).toBeCloseTo(-plus.low, 15);
    expect(correlationInterval(0.3, 3)).toBeNull();
    expect(correlationInterval(1, 10)).toBeNull();
    expect(correlationInterval(-1, 10)).toBeNull();
  });

  it("refuses what cannot be", () => {
    for (const r of [1.01, -1.01, Number.NaN]) expect(() => correlationInterval(r, 10)).toThrow(RangeError);
    expect(() => correlationInterval(0.5, 10, 95)).toThrow(RangeError);
  });
});
