import { describe, expect, it } from "vitest";
import { orderChange } from "#lib/statistics/comparison/order-change.ts";

const list = (...values: number[]) => Float64Array.from(values);

describe("a change of order", () => {
  const { hasReversal, hasOtherHighest } = orderChange(list(10, 20, 20, 40), 2);

  it("is a strict reversal of two units of different value", () => {
    expect(hasReversal(list(1, 2, 3, 4))).toBe(false);
    expect(hasReversal(list(1, 3, 2, 4))).toBe(false);
    expect(hasReversal(list(2, 2, 2, 2))).toBe(false);
    expect(hasReversal(list(2, 1, 3, 4))).toBe(true);
    expect(hasReversal(list(2, 3, 1, 4))).toBe(true);
    expect(hasReversal(list(1, 2, 5, 4))).toBe(true);
    expect(hasReversal(list(1, 5, 2, 4))).toBe(true);
  });

  it("is another set of highest units, ties at the border going either way", () => {
    expect(hasOtherHighest(list(1, 2, 3, 4))).toBe(false);
    expect(hasOtherHighest(list(1, 3, 2, 4))).toBe(false);
    expect(hasOtherHighest(list(1, 5, 2, 4))).toBe(false);
    expect(hasOtherHighest(list(3, 1, 2, 4))).toBe(true);
    // Both units of the border hold the two places, the unit that was surely among the highest has none.
    expect(hasOtherHighest(list(1, 5, 6, 4))).toBe(true);
    expect(hasOtherHighest(list(4, 4, 4, 4))).toBe(false);
  });

  it("takes values that differ by rounding for equal", () => {
    const near = orderChange(list(0.3, 0.1 + 0.2, 0.7), 2);
    expect(near.hasReversal(list(2, 1, 3))).toBe(false);
    expect(near.hasOtherHighest(list(2, 1, 3))).toBe(false);
    expect(orderChange(list(0.3, 0.3 + 1e-11, 0.7), 2).hasReversal(list(2, 1, 3))).toBe(true);
    expect(orderChange(list(-0.3, -0.7), 1).hasReversal(list(1, 2))).toBe(true);
  });

  it("does not change the values given", () => {
    const values = list(3, 1, 2, 4);
    hasOtherHighest(values);
    hasReversal(values);
    expect([...values]).toEqual([3, 1, 2, 4]);
  });
});
