import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Estimate, meanEstimate } from "#lib/statistics/comparison/estimate.ts";
import {
  type BetweenVarianceMethod,
  type RandomEffects,
  randomEffects,
} from "#lib/statistics/comparison/random-effects.ts";
import { histogramMoments, mean } from "#lib/statistics/moments.ts";
import { type DistrictWork, districtSummaries, districtSummary } from "#tests/support/district.ts";
import { expectEntry, expectedAll } from "#tests/support/expected.ts";

const METHODS = ["DL", "REML"] as const;

function estimates(y: readonly number[], v: readonly number[]): Estimate[] {
  return y.map((estimate, i) => ({ estimate, variance: v[i]! }));
}

/** School means of a work, less the region's, of schools with at least ten pupils. */
function schoolMeans(work: DistrictWork): (Estimate | null)[] {
  const centre = mean(histogramMoments(districtSummary(work).histogram))!;
  return [...districtSummaries(work, "school").values()].map(({ histogram, scored }) => {
    const own = scored < 10 ? null : meanEstimate(histogramMoments(histogram));
    return own && { ...own, estimate: own.estimate - centre };
  });
}

function restrictedLogLikelihood(data: readonly Estimate[], tau2: number): number {
  const w = data.map(({ variance }) => 1 / (variance + tau2));
  const sum = w.reduce((a, b) => a + b, 0);
  const m = data.reduce((s, { estimate }, i) => s + w[i]! * estimate, 0) / sum;
  const q = data.reduce((s, { estimate }, i) => s + w[i]! * (estimate - m) ** 2, 0);
  return -(q + Math.log(sum) - w.reduce((s, x) => s + Math.log(x), 0)) / 2;
}

describe.each(METHODS)("the random-effects mean by %s", (method) => {
  it("agrees with metafor for the school means of the district", () => {
    const entries = expectedAll(`meta.${method}.`);
    expect(entries).toHaveLength(4);
    for (const entry of entries) {
      const found = randomEffects(schoolMeans(entry.parameters.work as DistrictWork), method)!;
      expect(found.leftOut).toBe(42 - found.k);
      expectEntry(
        {
          k: found.k,
          mu: found.mean,
          se: found.standardError,
          tau2: found.tau2,
          Q: found.Q,
          I2: found.I2,
          H2: found.H2,
          ciLow: found.interval.low,
          ciHigh: found.interval.high,
        },
        entry,
      );
    }
  });

  it("keeps its digits when means near ten million differ by tenths", () => {
    const y = [0.1, 0.3, 0.4, 0.7, 0.5, 0.2].map((value) => value * 1024);
    const v = [0.03, 0.03, 0.05, 0.01, 0.05, 0.02].map((value) => value * 1024 ** 2);
    const near = randomEffects(estimates(y.map(Math.round), v), method)!;
    const far = randomEffects(
      estimates(
        y.map((value) => Math.round(value) + 2 ** 40),
        v,
      ),
      method,
    )!;
    expect(far.tau2).toBe(near.tau2);
    expect(far.Q).toBe(near.Q);
    expect(far.mean - 2 ** 40).toBeCloseTo(near.mean, 3);
  });

  it("moves and scales with the estimates and does not depend on their order", () => {
    const sample = fc.array(
      fc.record({
        estimate: fc.double({ min: -50, max: 50, noNaN: true }),
        variance: fc.double({ min: 0.05, max: 20, noNaN: true }),
      }),
      { minLength: 2, maxLength: 10 },
    );
    fc.assert(
      fc.property(sample, (data) => {
        const found = randomEffects(data, method)!;
        const doubled = randomEffects(
          data
            .map(({ estimate, variance }) => ({ estimate: 8 - 2 * estimate, variance: 4 * variance }))
            .reverse(),
          method,
        )!;
        expect(doubled.mean).toBeCloseTo(8 - 2 * found.mean, 6);
        expect(doubled.I2).toBeCloseTo(found.I2, 5);
        expect(doubled.Q / (1 + found.Q)).toBeCloseTo(found.Q / (1 + found.Q), 6);
        expect(found.tau2).toBeGreaterThanOrEqual(0);
        expect(found.I2).toBeGreaterThanOrEqual(0);
        expect(found.I2).toBeLessThan(100);
        expect(found.tau2Interval.low).toBeLessThanOrEqual(found.tau2Interval.high);
        expect(found.knappHartung.low).toBeLessThanOrEqual(found.interval.low);
      }),
    );
  });

  it("is not defined for fewer than two usable units", () => {
    expect(randomEffects([], method)).toBeNull();
    expect(randomEffects(estimates([3], [1]), method)).toBeNull();
    expect(randomEffects([...estimates([3, 4], [1, 0]), null], method)).toBeNull();
  });

  it("refuses what is no estimate, no variance and no level", () => {
    expect(() => randomEffects(estimates([Number.NaN, 1], [1, 1]), method)).toThrow("Not an estimate: NaN");
    expect(() => randomEffects(estimates([1, 1], [1, -1]), method)).toThrow("0 or more and finite, got -1");
    expect(() => randomEffects(estimates([1, 1], [1, Number.POSITIVE_INFINITY]), method)).toThrow(RangeError);
    expect(() => randomEffects(estimates([1, 1], [1, Number.NaN]), method)).toThrow(RangeError);
    expect(() => randomEffects(estimates([1, 1], [1, 1]), method, 95)).toThrow(RangeError);
  });

  it("leaves out units without an estimate or with a variance of 0, and counts them", () => {
    const found = randomEffects([null, ...estimates([0, 9, 4], [1, 0, 1])], method)!;
    expect(found).toEqual({ ...randomEffects(estimates([0, 4], [1, 1]), method)!, leftOut: 2 });
  });
});

describe("six small studies", () => {
  const data = estimates([0.1, 0.3, 0.35, 0.65, 0.45, 0.15], [0.03, 0.03, 0.05, 0.01, 0.05, 0.02]);
  // R: formulas of the docstring's sources with uniroot(tol = 1e-16) for REML and the Q-profile
  it.each<[BetweenVarianceMethod, Record<string, number | number[]>]>([
    [
      "DL",
      {
        tau2: 0.039785966460723743,
        mean: 0.34424967841900617,
        standardError: 0.1067541902737589,
        interval: [0.13501531028370264, 0.55348404655430972],
        knappHartung: [0.06982929602321869, 0.6186700608147937],
        prediction: [-0.28388029042361612, 0.9723796472616284],
        I2: 60.954666846962574,
        H2: 2.5611255411255414,
        Q: 12.805627705627707,
        pHeterogeneity: 0.02526995261290205,
      },
    ],
    [
      "REML",
      {
        tau2: 0.033140266333040541,
        mean: 0.34633576678023403,
        standardError: 0.10115492303856413,
        interval: [0.1480757607657274, 0.5445957727947407],
        knappHartung: [0.086308759032111826, 0.60636277452835619],
        prediction: [-0.23188907177220441, 0.92456060533267248],
        I2: 56.528560868852736,
        H2: 2.300360926591686,
        I2Interval: [0, 89.837458569640418],
        tau2Interval: [0, 0.22529274755845979],
      },
    ],
  ])("have R's values by %s", (method, expected) => {
    const found = randomEffects(data, method)!;
    for (const [key, value] of Object.entries(expected)) {
      const got = found[key as keyof RandomEffects];
      if (typeof value === "number") expect(got, key).toBeCloseTo(value, 9);
      else {
        expect((got as { low: number }).low, key).toBeCloseTo(value[0]!, 9);
        expect((got as { high: number }).high, key).toBeCloseTo(value[1]!, 8);
      }
    }
    expect(found).toMatchObject({ method, k: 6, leftOut: 0 });
  });
});

describe("two units", () => {
  const data = estimates([0, 4], [1, 1]);

  it("have the variance that hand computation gives, by both methods", () => {
    // Q = 8, C = 2 − 2/2 = 1: tau² = (8 − 1)/1; with equal variances REML is var(y) − v = 8 − 1
    for (const method of METHODS) {
      const found = randomEffects(data, method)!;
      expect(found.tau2).toBeCloseTo(7, 12);
      expect(found.mean).toBe(2);
      expect(found.standardError).toBeCloseTo(2, 12);
      // R: qt(.975, 1) = 12.706204736174694
      expect(found.knappHartung.high).toBeCloseTo(2 + 2 * 12.706204736174694, 9);
      // R: (8 / qchisq(c(.975, .025), 1)) - 1, as Q(tau²) = 8/(1 + tau²)
      expect(found.tau2Interval.low).toBeCloseTo(0.59239276164330446, 10);
      expect(found.tau2Interval.high / 8145.0661577573583).toBeCloseTo(1, 10);
    }
  });

  it("have no prediction interval, three have", () => {
    expect(randomEffects(data, "DL")!.prediction).toBeNull();
    expect(randomEffects(estimates([0, 4, 2], [1, 1, 1]), "DL")!.prediction).not.toBeNull();
  });

  it("take another level", () => {
    const { interval, tau2Interval } = randomEffects(data, "DL", 0.5)!;
    // R: 2 + 2 * qnorm(.75); 8 / qchisq(c(.75, .25), 1) - 1
    expect(interval.high).toBeCloseTo(3.348979500392163, 12);
    expect(tau2Interval.low).toBeCloseTo(5.0454754404077775, 9);
    expect(tau2Interval.high).toBeCloseTo(77.793634574594961, 8);
  });
});

describe("the boundary", () => {
  const alike = estimates([1, 1.1, 0.9, 1.05], [0.04, 0.05, 0.04, 0.06]);

  // R: as above
  it.each(METHODS)("is exactly 0 by %s where units differ no more than chance", (method) => {
    const found = randomEffects(alike, method)!;
    expect(found).toMatchObject({ tau2: 0, I2: 0, H2: 1 });
    expect(found.standardError).toBeCloseTo(0.10741723110591493, 13);
    expect(found.knappHartung.low).toBeCloseTo(0.66199658358932867, 11);
    expect(found.tau2Interval.low).toBe(0);
    expect(found.tau2Interval.high).toBeCloseTo(0.056659978528847313, 11);
    expect(found.I2Interval.high).toBeCloseTo(54.888643667246143, 8);
    expect(found.pHeterogeneity).toBeCloseTo(0.92099873438325464, 11);
  });

  it("gives the interval 0–0 where units agree more than chance would have them", () => {
    const found = randomEffects(estimates([5, 5, 5], [1, 2, 3]), "REML")!;
    expect(found).toMatchObject({
      tau2: 0,
      Q: 0,
      mean: 5,
      pHeterogeneity: 1,
      tau2Interval: { low: 0, high: 0 },
    });
    expect(found.knappHartung.high).toBeGreaterThan(found.interval.high);
  });
});

describe("estimates of very different precision", () => {
  it("keep their digits where one weight is 10^20 times the other", () => {
    // Two units, d = 3: Q = 9/(v₁ + v₂), tau² by DL = REML = (d² − v₁ − v₂)/2, typical variance (v₁ + v₂)/2
    const data = estimates([1, 4], [1e-20, 1]);
    for (const method of METHODS) {
      const found = randomEffects(data, method)!;
      expect(found.Q).toBeCloseTo(9, 12);
      expect(found.tau2).toBeCloseTo(4, 12);
      expect(found.H2).toBeCloseTo(9, 11);
      expect(found.I2).toBeCloseTo(100 * (4 / 4.5), 10);
    }
  });

  it("are refused where double precision cannot hold them, and no NaN leaves", () => {
    expect(() => randomEffects(estimates([1e200, 2], [1, 1]), "DL")).toThrow("orders of magnitude apart");
    const found = randomEffects(estimates([1, 2], [1e-300, 1]), "REML")!;
    expect(found.I2).toBe(0);
    expect(found.mean).toBeCloseTo(1, 12);
  });
});

describe("restricted maximum likelihood", () => {
  it("is at the highest point of the likelihood, whatever its shape", () => {
    const sample = fc.array(
      fc.record({
        estimate: fc.double({ min: -5, max: 5, noNaN: true }),
        variance: fc.double({ min: -6, max: 3, noNaN: true }).map((x) => 10 ** x),
      }),
      { minLength: 2, maxLength: 8 },
    );
    fc.assert(
      fc.property(sample, (data) => {
        const { tau2 } = randomEffects(data, "REML")!;
        const top = restrictedLogLikelihood(data, tau2);
        for (const other of [0, 1e-6, 1e-4, 1e-3, 0.01, 0.1, 0.5, 1, 3, 10, 30, 100])
          expect(restrictedLogLikelihood(data, other)).toBeLessThanOrEqual(top + 1e-9 * (1 + Math.abs(top)));
      }),
    );
  });

  it("is the variance of the estimates less the sampling variance when that is the same for all", () => {
    // var(c(2, 5, 11, 4)) = 15
    expect(randomEffects(estimates([2, 5, 11, 4], [3, 3, 3, 3]), "REML")!.tau2).toBeCloseTo(12, 11);
  });
});
