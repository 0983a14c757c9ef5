import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { etsClassOf, mantelHaenszelDif } from "#lib/statistics/items/mantel-haenszel-dif.ts";
import type { DifGroup } from "#lib/statistics/items/matched-answers.ts";
import { scoreMatrix } from "#lib/statistics/items/score-matrix.ts";
import { districtTasks } from "#tests/support/district.ts";
import { expectEntry, expectedAll } from "#tests/support/expected.ts";
import { districtGroups, districtScores } from "#tests/support/items.ts";

const R: DifGroup = "reference";
const F: DifGroup = "focal";
const matrix = districtScores("MA4");
const groups = districtGroups("MA4");

describe("Mantel–Haenszel DIF", () => {
  it("agrees with R, and finds the item that was planted", () => {
    const entries = expectedAll("mh.MA4.");
    expect(entries.map((entry) => entry.id)).toEqual(["mh.MA4.i5", "mh.MA4.i7", "mh.MA4.i9"]);
    const classes = entries.map((entry) => {
      const item = Number((entry.parameters.column as string).slice(1)) - 1;
      const found = mantelHaenszelDif(matrix, item, groups)!;
      const { oddsRatio, chiSquared, p, pCorrected, strata } = found;
      expectEntry(
        {
          ...{ oddsRatio, ciLow: found.interval!.low, ciHigh: found.interval!.high },
          ...{ chi2: chiSquared, p, chi2Corrected: found.chiSquaredCorrected, pCorrected },
          ...{ deltaMH: found.delta, strata },
        },
        entry,
      );
      return found.etsClass;
    });
    expect(classes).toEqual(["A", "C", "A"]);
  });

  it("has the interval of delta, its ends in order", () => {
    // R: -2.35 * log(mantelhaen.test(t)$conf.int) for i7
    const { deltaInterval } = mantelHaenszelDif(matrix, 6, groups)!;
    expect(deltaInterval!.low).toBeCloseTo(1.3396296812486879, 9);
    expect(deltaInterval!.high).toBeCloseTo(2.6396858203064837, 9);
    const wide = mantelHaenszelDif(matrix, 6, groups, {}, 0.99)!;
    expect(wide.deltaInterval!.low).toBeLessThan(deltaInterval!.low);
    expect(wide.etsClass).toBe("C");
  });

  it("takes an item of two points from the points that are right", () => {
    expect(districtTasks("MA4")[2]!.max).toBe(2);
    // R: the same table with x >= 2
    const { oddsRatio, deltaInterval } = mantelHaenszelDif(matrix, 2, groups, { rightFrom: 2 })!;
    expect(oddsRatio).toBeCloseTo(1.0350064141434876, 9);
    expect(deltaInterval!.low).toBeCloseTo(-0.5508294196524117, 9);
    expect(deltaInterval!.high).toBeCloseTo(0.38911358714280464, 9);
    expect(() => mantelHaenszelDif(matrix, 2, groups)).toThrow(RangeError);
  });

  it("turns its sign when the groups change places", () => {
    const turned = groups.map((group) => (group === R ? F : R));
    const [here, there] = [mantelHaenszelDif(matrix, 6, groups)!, mantelHaenszelDif(matrix, 6, turned)!];
    expect(there.delta).toBeCloseTo(-here.delta!, 12);
    expect(there.chiSquaredCorrected).toBeCloseTo(here.chiSquaredCorrected, 9);
    expect(there.etsClass).toBe(here.etsClass);
  });

  it("is not defined for nobody, one group, and persons without equals in the other group", () => {
    expect(mantelHaenszelDif(scoreMatrix([], [1]), 0, [])).toBeNull();
    const pair = scoreMatrix([
      [1, 0],
      [0, 1],
    ]);
    expect(mantelHaenszelDif(pair, 0, [R, R])).toBeNull();
    expect(mantelHaenszelDif(pair, 0, [R, null])).toBeNull();
    expect(mantelHaenszelDif(pair, 0, [R, F], { matching: [1, 2] })).toBeNull();
  });

  it("keeps the test and leaves delta and class open where all point one way", () => {
    const one = scoreMatrix([
      [1, 0],
      [1, 0],
      [0, 1],
      [0, 1],
    ]);
    const found = mantelHaenszelDif(one, 0, [R, R, F, F])!;
    expect(found).toMatchObject({
      oddsRatio: null,
      interval: null,
      delta: null,
      deltaInterval: null,
      etsClass: null,
    });
    // One 2 × 2 table 2, 0, 0, 2: (ad − bc)² (n − 1) / (product of margins) = 16 · 3 / 16
    expect(found.chiSquared).toBeCloseTo(3, 14);
  });

  it("has a delta of exactly 0, not −0, for odds that are equal", () => {
    const same = scoreMatrix([[1], [0], [1], [0]]);
    const found = mantelHaenszelDif(same, 0, [R, R, F, F], { matching: [1, 1, 1, 1] })!;
    expect(Object.is(found.delta, 0)).toBe(true);
    expect(found.etsClass).toBe("A");
  });
});

describe("the ETS class", () => {
  it("is A for what is small or may be chance", () => {
    expect(etsClassOf(0.99, 0.1, 0.0001)).toBe("A");
    expect(etsClassOf(-0.99, 0.1, 0.0001)).toBe("A");
    expect(etsClassOf(3, 2, 0.05)).toBe("A");
  });

  it("is C from 1.5 on when significantly beyond 1, on either side", () => {
    expect(etsClassOf(1.5, 0.3, 0.0001)).toBe("C"); // 0.5 / 0.3 = 1.67 > 1.645
    expect(etsClassOf(-1.5, 0.3, 0.0001)).toBe("C");
    expect(etsClassOf(1.5, 0.31, 0.0001)).toBe("B"); // 0.5 / 0.31 = 1.61
    expect(etsClassOf(1.49, 0.1, 0.0001)).toBe("B");
  });

  it("is B between, from 1 on", () => {
    expect(etsClassOf(1, 0.1, 0.049)).toBe("B");
    expect(etsClassOf(1.2, 0.3, 0.001)).toBe("B");
    expect(etsClassOf(-1.2, 0.3, 0.001)).toBe("B");
  });

  it("does not depend on the side", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 4, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (d, p) => {
          expect(etsClassOf(d, 0.3, p)).toBe(etsClassOf(-d, 0.3, p));
        },
      ),
    );
  });
});
