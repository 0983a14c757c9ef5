import { expect } from "vitest";

/** Asserts |got − value| ≤ relative · |value|; exactly equal where the value is 0 or infinite. */
export function expectClose(got: unknown, value: number, relative: number): void {
  expect(typeof got).toBe("number");
  if (value === 0 || !Number.isFinite(value)) expect(got).toBe(value);
  else {
    const distance = Math.abs((got as number) - value);
    expect(distance, `got ${got}, expected ${value}`).toBeLessThanOrEqual(relative * Math.abs(value));
  }
}
