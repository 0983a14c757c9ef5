import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binomialTest } from "#lib/statistics/comparison/binomial-test.ts";
import { pooledShare } from "#lib/statistics/comparison/unit-count.ts";
import { binomialProbability } from "#lib/statistics/distributions/binomial.ts";
import type { DistrictWork } from "#tests/support/district.ts";
import { expectEntry, expectedAll } from "#tests/support/expected.ts";
import { bySchool, mark2Counts } from "./counts.ts";

describe("the exact binomial test", () => {
  it("agrees with R for mark 2 in every school against the district", () => {
    const entries = expectedAll("pvalues.exact.");
    expect(entries).toHaveLength(4);
    for (const entry of entries) {
      const { schools, units } = mark2Counts(entry.parameters.work as DistrictWork);
      const target = pooledShare(units)!;
      const p = units.map(({ successes, trials }) => binomialTest(successes, trials, target)!.p);
      expectEntry(bySchool(schools, p), entry);
    }
  });

  // R: binom.test(x, n, share), $p.value and $conf.int
  it.each([
    [1, 10, 0.5, 0.021484375, 0.0025285785444617865, 0.44501611702819543],
    [0, 7, 0.13, 0.6054001570818103, 0, 0.40961639722500343],
    [7, 7, 0.13, 6.2748516999999959e-7, 0.59038360277499657, 1],
    [3, 7, 0.3, 0.4352847999999998, 0.09898827844250789, 0.81594843235991699],
    [3, 10, 0.3, 1, 0.066739511177734495, 0.65245285005999731],
    [17, 120, 0.25, 0.0058039356952000552, 0.084744729494515753, 0.21710689824337648],
    [43, 120, 0.25, 0.0081669632663989387, 0.27287848116839947, 0.45096096381911377],
    [0, 5, 0.5, 0.0625, 0, 0.52182375010498139],
    [1, 2, 0.75, 0.4375, 0.012579117093425058, 0.98742088290657493],
    [600, 5000, 0.13, 0.035482855841619795, 0.11111645533740508, 0.12932979248771037],
  ])("agrees with R for %d of %d against %d", (successes, trials, share, p, low, high) => {
    const test = binomialTest(successes, trials, share)!;
    expect(test.share).toBe(successes / trials);
    expect(Math.abs(test.p / p - 1)).toBeLessThan(1e-9);
    expect(test.low).toBeCloseTo(low, 11);
    expect(test.high).toBeCloseTo(high, 11);
  });

  it("is the sum over all outcomes that are no more probable", () => {
    const cases = fc.record({
      trials: fc.integer({ min: 1, max: 60 }),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(cases, ({ trials, at, share }) => {
        const successes = Math.round(at * trials);
        const own = binomialProbability(successes, trials, share);
        let sum = 0;
        for (let k = 0; k <= trials; k++) {
          const probability = binomialProbability(k, trials, share);
          if (probability <= own * (1 + 1e-7)) sum += probability;
        }
        expect(binomialTest(successes, trials, share)!.p).toBeCloseTo(Math.min(1, sum), 10);
      }),
    );
  });

  it("is certain against 0 and 1", () => {
    expect(binomialTest(0, 5, 0)!.p).toBe(1);
    expect(binomialTest(1, 5, 0)!.p).toBe(0);
    expect(binomialTest(5, 5, 1)!.p).toBe(1);
    expect(binomialTest(4, 5, 1)!.p).toBe(0);
  });

  it("is not defined without pupils, and refuses what is no count or share", () => {
    expect(binomialTest(0, 0, 0.3)).toBeNull();
    expect(() => binomialTest(3, 2, 0.3)).toThrow(RangeError);
    expect(() => binomialTest(1, 2, 30)).toThrow(RangeError);
    expect(() => binomialTest(1, 2, 0.3, 95)).toThrow(RangeError);
    expect(binomialTest(1, 2, 0.3, 0.5)!.low).toBeGreaterThan(binomialTest(1, 2, 0.3)!.low);
  });
});
