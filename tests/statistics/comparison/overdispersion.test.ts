import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overdispersion, type ShareScale } from "#lib/statistics/comparison/overdispersion.ts";
import type { DistrictWork } from "#tests/support/district.ts";
import { expectEntry, expectedAll } from "#tests/support/expected.ts";
import { anyUnits, bySchool, counts, mark2Counts } from "./counts.ts";

const close = (got: number, value: number) => expect(got).toBeCloseTo(value, 12);

describe("over-dispersion of shares", () => {
  it("agrees with R for mark 2 in the district, on both scales, flags included", () => {
    const entries = expectedAll("overdispersion.");
    expect(entries).toHaveLength(8);
    for (const entry of entries) {
      const { work, scale } = entry.parameters as { work: DistrictWork; scale: ShareScale };
      const { schools, units } = mark2Counts(work);
      const found = overdispersion(units, { scale })!;
      const all = found.units.map((unit) => unit!);
      const where = (flagged: (i: number) => boolean) => schools.filter((_, i) => flagged(i));
      const far = /998$/;
      expectEntry(
        {
          target: found.target,
          phi: found.phi,
          tau2: found.tau2,
          winsorLow: found.winsorLow,
          winsorHigh: found.winsorHigh,
          zRandom: bySchool(
            schools,
            all.map(({ zRandom }) => zRandom),
          ),
          zMultiplicative: bySchool(
            schools,
            all.map(({ zMultiplicative }) => zMultiplicative),
          ),
          outside95Random: where((i) => all[i]!.position !== "within"),
          outside998Random: where((i) => far.test(all[i]!.position)),
          outside95Naive: where((i) => all[i]!.positionNaive !== "within"),
          outside998Naive: where((i) => far.test(all[i]!.positionNaive)),
        },
        entry,
      );
    }
  });

  const three = counts([1, 7, 4], [16, 16, 20]);

  // R: function overdispersion of the reference with x = c(1, 7, 4), n = c(16, 16, 20); limits t0 + c(-1, 1) * qnorm(.975) * sqrt(s^2 + tau2)
  it("gives limits that know of it, on the scale of the share", () => {
    const raw = overdispersion(three, { scale: "raw" })!;
    close(raw.phi, 1.3919014799502232);
    close(raw.tau2, 0.011207268749230783);
    close(raw.units[0]!.z, -1.5975241260567348);
    close(raw.units[0]!.limits95.low, -0.061928560184710935);
    close(raw.units[2]!.limits95.high, 0.50852460829049195);
    expect(raw.units[0]!.share).toBe(1 / 16);
    expect(raw).toMatchObject({ scale: "raw", k: 3, target: 12 / 52 });

    const arcsine = overdispersion(three, { scale: "arcsine" })!;
    close(arcsine.phi, 1.5612833925029943);
    close(arcsine.units[0]!.limits95.low, 0.017827760012323977);
    close(arcsine.units[2]!.limits95.high, 0.56594619750534858);
    // R: sin(asin(sqrt(12/52)) - qnorm(.999) * sqrt(1 / 64 + 0.019469895260946866)) is below 0 before squaring
    expect(arcsine.units[0]!.limits998.low).toBe(0);
  });

  it("takes another target and another share to winsorise", () => {
    // R: the same with t = .1 and quantiles .2, .8
    const { phi, tau2, units, winsorLow, winsorHigh } = overdispersion(three, {
      scale: "raw",
      target: 0.1,
      winsorised: 0.2,
    })!;
    close(phi, 4.3918334481776879);
    close(tau2, 0.029186016524785009);
    close(winsorLow, 0.29628479399994379);
    close(winsorHigh, 3.296284793999944);
    close(units[1]!.zRandom, 1.8089036057782351);
    close(units[1]!.zMultiplicative!, 2.1472844683322658);
  });

  it("says which φ chance alone would give", () => {
    // R: qchisq(c(.025, .975), 2) / 3 with a pooled target, 3 degrees of freedom with a given one
    const { low, high } = overdispersion(three, { scale: "raw" })!.phiUnderChance;
    close(low, 0.050635615968579753 / 3);
    close(high, 7.3777589082278716 / 3);
    // R: qchisq(.975, 3) / 3
    close(overdispersion(three, { scale: "raw", target: 0.2 })!.phiUnderChance.high, 9.3484036044961485 / 3);
  });

  it("repeats the example by hand", () => {
    // z = ±√3, winsorised at ±0.8√3, so φ = 0.64·3
    const { phi, tau2 } = overdispersion(counts([1, 7], [16, 16]), { scale: "raw" })!;
    close(phi, 1.92);
    close(tau2, 0.03328125);
  });

  it("leaves units without pupils null in their place", () => {
    const found = overdispersion([{ successes: 0, trials: 0 }, ...three], { scale: "raw" })!;
    expect(found.units[0]).toBeNull();
    expect(found.k).toBe(3);
    expect(found.units.slice(1)).toEqual(overdispersion(three, { scale: "raw" })!.units);
  });

  it("finds none among equal shares, and says so by φ = 0 and τ² = 0", () => {
    for (const scale of ["raw", "arcsine"] as const) {
      const found = overdispersion(counts([2, 4, 8], [8, 16, 32]), { scale })!;
      expect(found).toMatchObject({ phi: 0, tau2: 0 });
      expect(found.units[0]).toMatchObject({ z: 0, zRandom: 0, zMultiplicative: null, position: "within" });
    }
  });

  it("is not defined for fewer than two units or, on the raw scale, a target without a standard error", () => {
    expect(overdispersion([], { scale: "raw" })).toBeNull();
    expect(overdispersion(counts([3], [9]), { scale: "arcsine" })).toBeNull();
    expect(overdispersion(counts([3, 0], [9, 0]), { scale: "raw" })).toBeNull();
    expect(overdispersion(counts([0, 0], [9, 8]), { scale: "raw" })).toBeNull();
    expect(overdispersion(counts([9, 8], [9, 8]), { scale: "raw" })).toBeNull();
    expect(overdispersion(counts([0, 0], [0, 0]), { scale: "raw", target: 0.2 })).toBeNull();
    expect(overdispersion(counts([0, 0], [9, 8]), { scale: "arcsine" })!.phi).toBe(0);
  });

  it("refuses a target of 30 and half of the units winsorised", () => {
    expect(() => overdispersion(three, { scale: "raw", target: 30 })).toThrow(RangeError);
    expect(() => overdispersion(three, { scale: "raw", winsorised: 0.5 })).toThrow(
      "between 0 and 0.5, got 0.5",
    );
    expect(() => overdispersion(three, { scale: "raw", winsorised: -0.1 })).toThrow(RangeError);
    expect(overdispersion(three, { scale: "raw", winsorised: 0 })!.phi).toBeGreaterThan(1.4);
  });

  it("never pushes a unit further out than chance alone does, and does not depend on the order", () => {
    fc.assert(
      fc.property(anyUnits(2), (units) => {
        const found = overdispersion(units, { scale: "arcsine" })!;
        const turned = overdispersion([...units].reverse(), { scale: "arcsine" })!;
        expect(turned.phi).toBeCloseTo(found.phi, 9);
        for (const unit of found.units) {
          expect(Math.abs(unit!.zRandom)).toBeLessThanOrEqual(Math.abs(unit!.z));
          expect(unit!.limits95.low).toBeGreaterThanOrEqual(unit!.limits998.low);
          expect(unit!.limits998.high).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
