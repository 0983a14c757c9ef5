import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { journalKappa } from "#lib/statistics/journal-kappa.ts";

/** The class of design.md, 5.9; index (mark of the work − 2) · 4 + (journal mark − 2). */
const CLASS = [0, 2, 0, 0, 0, 6, 2, 0, 0, 2, 8, 0, 0, 0, 1, 3];

describe("agreement with the journal beyond chance", () => {
  it("is R's linearly weighted kappa with the interval of Fleiss, Cohen and Everitt", () => {
    // m <- matrix(CLASS, 4, byrow = TRUE); w <- 1 - abs(outer(1:4, 1:4, "-")) / 3; (po - pe) / (1 - pe) and its standard error
    // of 1969 written out in base R: 0.64406779661016966, 0.42085794914732272, 0.86727764407301655
    const found = journalKappa(CLASS)!;
    expect(found.kappa).toBeCloseTo(0.64406779661016966, 12);
    expect(found.interval!.low).toBeCloseTo(0.42085794914732272, 12);
    expect(found.interval!.high).toBeCloseTo(0.86727764407301655, 12);
    // sum(d * m); sum(d * outer(rowSums(m), colSums(m)))
    expect(found).toMatchObject({ n: 24, steps: 7, pairSteps: 472 });
  });

  it("is 1 − n · steps / pairSteps, so that it can be found by hand", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 16, maxLength: 16 }), (matrix) => {
        const found = journalKappa(matrix);
        if (found?.kappa == null) return;
        expect(found.kappa).toBeCloseTo(1 - (found.n * found.steps) / found.pairSteps, 10);
        expect(found.kappa).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("is 1 when every mark is confirmed, and claims no interval then", () => {
    expect(journalKappa([1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 3, 0, 0, 0, 0, 4])).toMatchObject({
      kappa: 1,
      interval: null,
      steps: 0,
    });
  });

  it("is not defined when everybody has one and the same mark, and for nobody", () => {
    expect(journalKappa([0, 0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])).toEqual({
      kappa: null,
      interval: null,
      n: 9,
      steps: 0,
      pairSteps: 0,
    });
    expect(journalKappa(Array(16).fill(0))).toBeNull();
    expect(() => journalKappa([1, 2, 3, 4])).toThrow(RangeError);
  });

  it("has a narrower interval at a lower level", () => {
    expect(journalKappa(CLASS, 0.5)!.interval!.low).toBeGreaterThan(0.56);
  });
});
