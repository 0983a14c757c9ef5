import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { benjaminiHochberg } from "#lib/statistics/benjamini-hochberg.ts";
import { clopperPearson } from "#lib/statistics/clopper-pearson.ts";
import { type FunnelUnit, funnel, funnelZ, twoSidedNormalP } from "#lib/statistics/comparison/funnel.ts";
import type { Interval } from "#lib/statistics/interval.ts";
import type { DistrictWork } from "#tests/support/district.ts";
import { expectEntry, expectedAll } from "#tests/support/expected.ts";
import { anyUnits, bySchool, counts, mark2Counts } from "./counts.ts";

const pair = ({ low, high }: Interval) => [low, high];

function districtFunnel(parameters: Record<string, unknown>): { schools: string[]; units: FunnelUnit[] } {
  const { schools, units } = mark2Counts(parameters.work as DistrictWork);
  return { schools, units: funnel(units)!.units.map((unit) => unit!) };
}

describe("the funnel of mark 2 in the district", () => {
  it("has R's shares, z and limits", () => {
    const entries = expectedAll("funnel.").filter(({ id }) => !id.includes("flags"));
    expect(entries).toHaveLength(4);
    for (const entry of entries) {
      const { schools, units } = districtFunnel(entry.parameters);
      const values = units.map(({ trials, successes, share, z, normal, exact }) => ({
        n: trials,
        x: successes,
        share,
        z,
        normal95: pair(normal.limits95),
        normal998: pair(normal.limits998),
        exact95: pair(exact.limits95),
        exact998: pair(exact.limits998),
      }));
      expectEntry(bySchool(schools, values), entry);
    }
  });

  it("flags R's schools", () => {
    const entries = expectedAll("funnel.flags.");
    expect(entries).toHaveLength(4);
    for (const entry of entries) {
      const { schools, units } = districtFunnel(entry.parameters);
      const where = (kind: "normal" | "exact", ...positions: string[]) =>
        schools.filter((_, i) => positions.includes(units[i]![kind].position));
      expectEntry(
        {
          normalLow95: where("normal", "below95", "below998"),
          normalHigh95: where("normal", "above95", "above998"),
          normalLow998: where("normal", "below998"),
          normalHigh998: where("normal", "above998"),
          exactLow95: where("exact", "below95", "below998"),
          exactHigh95: where("exact", "above95", "above998"),
          exactLow998: where("exact", "below998"),
          exactHigh998: where("exact", "above998"),
        },
        entry,
      );
    }
  });

  it("has R's probabilities, one by one and adjusted for their number", () => {
    const normal = expectedAll("pvalues.normal.");
    const adjusted = expectedAll("bh.exact.");
    expect(normal).toHaveLength(4);
    expect(adjusted).toHaveLength(4);
    for (const entry of normal) {
      const { schools, units } = districtFunnel(entry.parameters);
      expectEntry(
        bySchool(
          schools,
          units.map(({ normalP }) => normalP),
        ),
        entry,
      );
    }
    for (const entry of adjusted) {
      const { schools, units } = districtFunnel(entry.parameters);
      expectEntry(
        bySchool(
          schools,
          units.map(({ adjustedP }) => adjustedP),
        ),
        entry,
      );
    }
  });
});

describe("a funnel", () => {
  it("repeats the example: z = (20/64 − 0.2)/0.05", () => {
    expect(funnelZ(20, 64, 0.2)).toBeCloseTo(2.25, 12);
    expect(funnel(counts([20], [64]), 0.2)!.units[0]!.normal.position).toBe("above95");
    // R: 2 * pnorm(-1.959963984540054)
    expect(twoSidedNormalP(1.959963984540054)).toBeCloseTo(0.05, 15);
    expect(twoSidedNormalP(-1.959963984540054)).toBeCloseTo(0.05, 15);
  });

  it("gives every share its own interval", () => {
    const [unit] = funnel(counts([20], [64]), 0.2)!.units;
    expect(unit!.interval).toEqual(clopperPearson(20, 64));
    expect(unit).toMatchObject({ successes: 20, trials: 64, share: 0.3125 });
  });

  it("says of which sizes no result could be flagged", () => {
    const [small, large] = funnel(counts([0, 10], [4, 100]), 0.1)!.units;
    expect(small).toMatchObject({ canBeBelow: false, canBeAbove: true });
    expect(large).toMatchObject({ canBeBelow: true, canBeAbove: true });
    // 0.9^100 and 0.1^4 are below 0.025, 0.9^4 and 0.13 are not
    expect(funnel(counts([1], [1]), 0.13)!.units[0]).toMatchObject({
      canBeAbove: false,
      position: "within",
      exact: { position: "above998" },
    });
  });

  it("leaves a unit without pupils null and out of the number of tests", () => {
    const units = counts([0, 9, 1, 4], [0, 12, 14, 30]);
    const found = funnel(units)!;
    expect(found.units[0]).toBeNull();
    expect(found.target).toBe(14 / 56);
    expect(found.units.slice(1)).toEqual(funnel(units.slice(1))!.units);
    const exact = found.units.slice(1).map((unit) => unit!.exactP);
    expect(found.units.slice(1).map((unit) => unit!.adjustedP)).toEqual(benjaminiHochberg(exact));
  });

  it("is not defined when no unit has a pupil", () => {
    expect(funnel([])).toBeNull();
    expect(funnel(counts([0, 0], [0, 0]))).toBeNull();
    expect(funnel(counts([0], [0]), 0.2)).toBeNull();
    expect(funnelZ(0, 0, 0.2)).toBeNull();
  });

  it("puts one unit on its own target", () => {
    expect(funnel(counts([3], [12]))!.units[0]).toMatchObject({ z: 0, normalP: 1, exactP: 1, adjustedP: 1 });
  });

  it("has no z where the target is 0 or 1, and calls every other share outside", () => {
    expect(funnel(counts([0, 0], [9, 5]))!.units[0]).toMatchObject({
      z: null,
      normalP: null,
      exactP: 1,
      exact: { position: "within" },
    });
    expect(funnel(counts([1], [9]), 0)!.units[0]).toMatchObject({
      z: null,
      exactP: 0,
      normal: { position: "above998" },
    });
    expect(funnel(counts([8], [9]), 1)!.units[0]).toMatchObject({
      z: null,
      exactP: 0,
      exact: { position: "below998" },
    });
  });

  it("refuses impossible counts and a target of 30", () => {
    expect(() => funnel(counts([5], [4]))).toThrow(RangeError);
    expect(() => funnel(counts([1], [4]), 30)).toThrow(RangeError);
    expect(() => funnelZ(5, 4, 0.3)).toThrow(RangeError);
    expect(() => funnelZ(1, 4, 30)).toThrow(RangeError);
  });

  it("treats every unit by itself once the target is given", () => {
    fc.assert(
      fc.property(anyUnits(1), fc.double({ min: 0.05, max: 0.95, noNaN: true }), (units, target) => {
        const found = funnel(units, target)!;
        units.forEach((unit, i) => {
          const { adjustedP, ...alone } = funnel([unit], target)!.units[0]!;
          expect(found.units[i]).toMatchObject(alone);
          expect(found.units[i]!.adjustedP).toBeGreaterThanOrEqual(alone.exactP);
          expect(adjustedP).toBe(alone.exactP);
        });
      }),
    );
  });
});
