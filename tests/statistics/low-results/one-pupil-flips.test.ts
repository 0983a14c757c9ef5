import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { onePupilFlips } from "#lib/statistics/low-results/one-pupil-flips.ts";
import { ACTS_OF_2025 } from "#lib/statistics/low-results/parameters.ts";
import { lowResultsSigns, type ProcedureCounts } from "#lib/statistics/low-results/signs.ts";

const met = (procedures: readonly ProcedureCounts[]) =>
  lowResultsSigns(procedures, 2025, ACTS_OF_2025, (one) => one.n >= 10 && 10 * one.low >= 3 * one.n).met;

describe("stability under one pupil's mark", () => {
  it("repeats the example of its docstring", () => {
    const six = { procedureKey: "a", year: 2025, n: 20, low: 6 };
    expect(onePupilFlips([six], ([one]) => one!.low >= 6)).toEqual([
      { procedureKey: "a", year: 2025, direction: "fewer" },
    ]);
    expect(onePupilFlips([{ ...six, low: 5 }], ([one]) => one!.low >= 6)).toEqual([
      { procedureKey: "a", year: 2025, direction: "more" },
    ]);
  });

  it("does not try what cannot happen: fewer than nobody, more than all", () => {
    const none = { procedureKey: "a", year: 2025, n: 20, low: 0 };
    expect(onePupilFlips([none], ([one]) => one!.low < 0)).toEqual([]);
    expect(onePupilFlips([{ ...none, low: 20 }], ([one]) => one!.low > 20)).toEqual([]);
    expect(onePupilFlips([{ ...none, low: 1 }], ([one]) => one!.low === 0)).toHaveLength(1);
    expect(onePupilFlips([{ ...none, low: 19 }], ([one]) => one!.low === 20)).toHaveLength(1);
  });

  it("of no procedures is an empty list", () => {
    expect(onePupilFlips([], met)).toEqual([]);
  });

  it("names exactly the changes that turn the answer", () => {
    const one = fc
      .record({
        procedureKey: fc.constantFrom("a", "b", "c"),
        year: fc.constantFrom(2024, 2025),
        n: fc.integer({ min: 8, max: 14 }),
      })
      .chain((group) => fc.nat({ max: group.n }).map((low) => ({ ...group, low })));
    const distinct = fc.uniqueArray(one, {
      maxLength: 5,
      selector: ({ procedureKey, year }) => `${procedureKey}${year}`,
    });
    fc.assert(
      fc.property(distinct, (procedures) => {
        const flips = onePupilFlips(procedures, met);
        procedures.forEach((group, i) => {
          for (const [direction, low] of [
            ["fewer", group.low - 1],
            ["more", group.low + 1],
          ] as const) {
            const possible = low >= 0 && low <= group.n;
            const turned = possible && met(procedures.with(i, { ...group, low })) !== met(procedures);
            const named = flips.some(
              (flip) =>
                flip.procedureKey === group.procedureKey &&
                flip.year === group.year &&
                flip.direction === direction,
            );
            expect(named).toBe(turned);
          }
        });
      }),
    );
  });
});
