import { describe, expect, it } from "vitest";
import { pooledShare } from "#lib/statistics/comparison/unit-count.ts";
import { counts } from "./counts.ts";

describe("the pooled share", () => {
  it("weighs every pupil once, not every school", () => {
    expect(pooledShare(counts([1, 3], [4, 36]))).toBe(0.1);
  });

  it("is not defined without pupils and refuses impossible counts", () => {
    expect(pooledShare([])).toBeNull();
    expect(pooledShare(counts([0], [0]))).toBeNull();
    expect(() => pooledShare(counts([5], [4]))).toThrow(RangeError);
  });
});
