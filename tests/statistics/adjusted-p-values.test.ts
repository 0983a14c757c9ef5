import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { benjaminiHochberg } from "#lib/statistics/benjamini-hochberg.ts";
import { bonferroniHolm } from "#lib/statistics/bonferroni-holm.ts";
import { expectEntry, expected, expectedAll } from "#tests/support/expected.ts";

const p = [0.01, 0.02, 0.02, 0.5, 0.9, 0.0001, 1];
const probabilities = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 });

describe.each([
  ["bh", benjaminiHochberg],
  ["holm", bonferroniHolm],
])("adjusted p-values (%s)", (name, adjust) => {
  it("agree with R on the schools of the district", () => {
    const entries = expectedAll(`${name}.`).filter((entry) => !entry.id.endsWith("example"));
    expect(entries).toHaveLength(name === "bh" ? 8 : 4);
    for (const entry of entries) {
      const raw = expected(entry.id.replace(name, "pvalues")).value as Record<string, number>;
      const adjusted = adjust(Object.values(raw));
      expectEntry(Object.fromEntries(Object.keys(raw).map((school, i) => [school, adjusted[i]])), entry);
      expect(adjusted).toHaveLength(Object.keys(entry.value as object).length);
    }
  });

  it("agree with R on a list, order kept", () => {
    const entry = expected(`${name}.example`);
    expectEntry(adjust((entry.parameters as { p: number[] }).p), entry);
  });

  // R: p.adjust(c(.01, NA, .04, .03), "BH"); "holm"
  it("leave a test that was not made out of the count", () => {
    const got = adjust([0.01, null, 0.04, 0.03]);
    const value = name === "bh" ? [0.03, null, 0.04, 0.04] : [0.03, null, 0.06, 0.06];
    expect(got[1]).toBeNull();
    got.forEach((each, i) => {
      if (each !== null) expect(each).toBeCloseTo(value[i]!, 14);
    });
    expect(adjust([null, null])).toEqual([null, null]);
  });

  it("are never below the p-values nor above 1, keep their order, and one test needs no adjustment", () => {
    fc.assert(
      fc.property(probabilities, (list) => {
        const adjusted = adjust(list);
        list.forEach((value, i) => {
          expect(adjusted[i]).toBeGreaterThanOrEqual(value);
          expect(adjusted[i]).toBeLessThanOrEqual(1);
          list.forEach((other, j) => {
            if (other <= value) expect(adjusted[j]).toBeLessThanOrEqual(adjusted[i]!);
          });
        });
      }),
    );
    expect(adjust([0.3])).toEqual([0.3]);
    expect(adjust([])).toEqual([]);
  });

  it("leave the list as it was and refuse what is no probability", () => {
    const list = [0.5, 0.1];
    adjust(list);
    expect(list).toEqual([0.5, 0.1]);
    for (const value of [-0.1, 1.1, Number.NaN]) expect(() => adjust([0.5, value])).toThrow(RangeError);
  });
});

describe("the two adjustments", () => {
  // R: p.adjust(p, "BH"); p.adjust(p, "holm")
  it("agree with R where there are ties and 1", () => {
    [0.035, 0.035, 0.035, 0.7, 1, 0.0007, 1].forEach((value, i) => {
      expect(benjaminiHochberg(p)[i]).toBeCloseTo(value, 14);
    });
    [0.06, 0.1, 0.1, 1, 1, 0.0007, 1].forEach((value, i) => {
      expect(bonferroniHolm(p)[i]).toBeCloseTo(value, 14);
    });
  });

  it("stand in order: Holm is never below Benjamini–Hochberg", () => {
    fc.assert(
      fc.property(probabilities, (list) => {
        const [mild, strict] = [benjaminiHochberg(list), bonferroniHolm(list)];
        list.forEach((_, i) => {
          expect(strict[i]! + 1e-15).toBeGreaterThanOrEqual(mild[i]!);
        });
      }),
    );
  });

  it("repeat the examples of their docstrings", () => {
    expect(benjaminiHochberg([0.01, 0.04, 0.03])).toEqual([0.03, 0.04, 0.04]);
    expect(bonferroniHolm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
  });
});
