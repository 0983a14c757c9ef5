import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Counts } from "#lib/reports/measures.ts";
import { measures } from "#lib/reports/measures.ts";
import { decideRelease } from "#lib/reports/release.ts";
import type { Publication } from "#lib/reports/release-past.ts";
import { addCounts, cellId, type ReleaseUnit } from "#lib/reports/release-units.ts";
import { recoverable } from "#lib/statistics/disclosure/recoverable.ts";
import { counts, readersTable, region, unit } from "./release-region.ts";

/** Editions that made these numbers of units public, the oldest first. */
function editions(...published: Record<string, Partial<Counts>>[]): Publication[] {
  return published.map(
    (units) =>
      new Map(
        Object.entries(units).flatMap(([key, own]) =>
          measures.flatMap((measure): [string, number][] => {
            const value = own[measure];
            return value === undefined ? [] : [[cellId(key, measure), value]];
          }),
        ),
      ),
  );
}

describe("deciding what a published report may show", () => {
  it("hides a small count together with the neighbour from which it would follow", () => {
    const { hidden } = decideRelease([unit("school-1", null, counts(3, 20, 30, 15), true)], []);
    expect(hidden.has(cellId("school-1", "2"))).toBe(true);
    // low = 23 is shown, so «3» must go, or 23 − 20 = 3.
    expect(hidden.has(cellId("school-1", "3")) || hidden.has(cellId("school-1", "low"))).toBe(true);
    expect(hidden.has(cellId("school-1", "4"))).toBe(false);
  });

  it("shows everything when every count is large enough", () => {
    expect(decideRelease([unit("school-1", null, counts(10, 20, 30, 15), true)], []).hidden.size).toBe(0);
  });

  it("shows nothing of a school with fewer than ten pupils", () => {
    const small = [
      unit("municipality-1", null, counts(22, 40, 40, 20), true),
      unit("school-1", "municipality-1", counts(2, 3, 2, 1), true),
      unit("school-2", "municipality-1", counts(20, 37, 38, 19)),
    ];
    const { hidden } = decideRelease(small, []);
    for (const measure of measures) expect(hidden.has(cellId("school-1", measure))).toBe(true);
  });

  const big = counts(20, 37, 38, 19);
  const small = counts(2, 3, 2, 1);

  it("does not let the last small school follow from the municipality and the schools that are public already", () => {
    const { hidden } = decideRelease(
      [
        unit("municipality-1", null, addCounts(big, small), true),
        unit("school-1", "municipality-1", small),
        unit("school-2", "municipality-1", big),
      ],
      editions({ "school-2": big }),
    );
    // 22 − 20 = 2 pupils with «2» in the small school: the municipality's numbers have to stay hidden.
    for (const measure of measures) expect(hidden.has(cellId("municipality-1", measure))).toBe(true);
  });

  it("does not let a small school follow by way of the region, from the reports of the other municipalities", () => {
    // Municipality 0 keeps its sum for itself because its large school is public. The region less municipality 1 is that sum.
    const units = region([
      [big, small],
      [big, big],
    ]);
    const asked = units.map((one) => ({ ...one, shown: ["municipality-1", "region-1"].includes(one.key) }));
    const { hidden } = decideRelease(asked, editions({ "school-00": big }));
    for (const measure of measures)
      expect(
        hidden.has(cellId("municipality-1", measure)) || hidden.has(cellId("region-1", measure)),
        measure,
      ).toBe(true);
  });
});

describe("where only one of two numbers can be shown", () => {
  it("it is that of the report's own unit, and the areas give way", () => {
    // 73 pupils and 5 others in the municipality: school and municipality together would tell of the five.
    const units = region([[counts(20, 37, 38, 19), counts(1, 2, 1, 1)], [counts(20, 30, 30, 20)]]);
    const own = ["school-00", "municipality-0", "region-1"];
    const { hidden } = decideRelease(
      units.map((one) => ({ ...one, shown: own.includes(one.key) })),
      [],
    );
    for (const measure of measures) {
      expect(hidden.has(cellId("school-00", measure)), measure).toBe(false);
      expect(hidden.has(cellId("municipality-0", measure)), measure).toBe(true);
      expect(hidden.has(cellId("region-1", measure)), measure).toBe(false);
    }
  });
});

describe("numbers that have changed since they were published", () => {
  const before = counts(10, 20, 30, 15);

  it("do not let one late pupil follow from two editions of a report", () => {
    const { hidden } = decideRelease(
      [unit("school-1", null, counts(11, 20, 30, 15), true)],
      editions({ "school-1": before }),
    );
    for (const measure of ["n", "2", "low", "score"] as const)
      expect(hidden.has(cellId("school-1", measure)), measure).toBe(true);
    expect(hidden.has(cellId("school-1", "5"))).toBe(false);
  });

  it("are compared with every edition there was, not with the last one alone", () => {
    const { hidden } = decideRelease(
      [unit("school-1", null, counts(11, 20, 30, 15), true)],
      editions({ "school-1": before }, { "school-1": counts(30, 20, 30, 15) }),
    );
    expect(hidden.has(cellId("school-1", "2"))).toBe(true);
  });

  it("may be shown when enough pupils have come", () => {
    const { hidden } = decideRelease(
      [unit("school-1", null, counts(20, 30, 40, 25), true)],
      editions({ "school-1": before }),
    );
    expect(hidden.size).toBe(0);
  });

  it("do not show the scores when the marks of a few pupils were corrected", () => {
    const corrected = { ...counts(10, 19, 31, 15), score: 10 * 75 + 40 };
    const { hidden } = decideRelease(
      [unit("school-1", null, corrected, true)],
      editions({ "school-1": before }),
    );
    expect(hidden.has(cellId("school-1", "score"))).toBe(true);
    expect(hidden.has(cellId("school-1", "n"))).toBe(false);
  });

  it("are not repeated when the group has shrunk so far that they tell of every pupil", () => {
    // 0 of 25 was fine; 0 of 15 says that none of fifteen has a «2» (PUBLIC_RULE.unanimousBelow = 20).
    const { hidden, exposed } = decideRelease(
      [unit("school-1", null, counts(0, 0, 15, 0), true)],
      editions({ "school-1": counts(0, 10, 15, 0) }),
    );
    expect(hidden.has(cellId("school-1", "2"))).toBe(true);
    expect(exposed).toEqual([]);
  });

  it("are not put together with numbers of another edition that were never true with them", () => {
    // «2» and «3» together were 34, then three pupils with «3» came and 29 was shown, then three with «2» left: 34 again.
    // Shown side by side, 34 and 29 would tell of the five with «2».
    const history = [
      ...editions({ "school-1": { n: 91, low: 34, high: 57 } }),
      new Map<string, number | null>([
        [cellId("school-1", "n"), null],
        [cellId("school-1", "low"), null],
        [cellId("school-1", "3"), 29],
        [cellId("school-1", "high"), 57],
      ]),
    ];
    const { hidden } = decideRelease([unit("school-1", null, counts(5, 29, 39, 18), true)], history);
    expect(hidden.has(cellId("school-1", "2"))).toBe(true);
    expect(hidden.has(cellId("school-1", "3")) || hidden.has(cellId("school-1", "low"))).toBe(true);
  });

  it("do not let an old hidden mark follow from an old sum and its neighbour, which is shown now", () => {
    // First 28 with «4» and «5» together, 5 of them with «5». With one more «5» the sum hides, but 28 − 23 would be the five.
    const history = [...editions({ "school-1": { n: 60, "2": 12, "3": 20, low: 32, high: 28 } })];
    const { hidden } = decideRelease([unit("school-1", null, counts(12, 20, 23, 6), true)], history);
    expect(hidden.has(cellId("school-1", "4"))).toBe(true);
  });

  it("do not let a school be taken out of an older sum of its municipality", () => {
    // The sum was published as 45 = 40 + 5; since then one pupil came to the small school. 45 − 40 would still tell of the five.
    const school = counts(10, 10, 10, 10);
    const was = addCounts(school, counts(1, 1, 1, 2));
    const units = [
      unit("municipality-1", null, addCounts(school, counts(1, 1, 2, 2)), true),
      unit("school-1", "municipality-1", school, true),
      unit("school-2", "municipality-1", counts(1, 1, 2, 2)),
    ];
    const { hidden } = decideRelease(units, editions({ "municipality-1": was }));
    expect(hidden.has(cellId("school-1", "n"))).toBe(true);
    expect(hidden.has(cellId("school-1", "5"))).toBe(true);
  });
});

describe("any region, any order of publishing", () => {
  const school = fc
    .tuple(...[0, 1, 2, 3].map(() => fc.oneof(fc.nat(6), fc.integer({ min: 0, max: 40 }))))
    .map(([two = 0, three = 0, four = 0, five = 0]) => counts(two, three, four, five))
    .filter((own) => own.n > 0);
  const areas = fc.array(fc.array(school, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 });

  it("nothing small ever follows from all that was shown, by an independent elimination over the whole region", () => {
    fc.assert(
      fc.property(areas, fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), (municipalities, order) => {
        const units = region(municipalities);
        const known = new Map<string, number>();
        for (const pick of order) publish(units, units[pick % units.length]!.key, known);
        const table = readersTable(units);
        const hidden = new Set(table.cells.map(({ id }) => id).filter((id) => !known.has(id)));
        const follows = recoverable(table, hidden);
        expect(
          table.cells.filter((cell) => cell.sensitive && (!hidden.has(cell.id) || follows.has(cell.id))),
        ).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  /** Publishes the report of a unit: itself and the areas over it. */
  function publish(units: readonly ReleaseUnit[], key: string, known: Map<string, number>): void {
    const shown = new Set<string>();
    for (let at: string | null = key; at !== null; at = units.find((one) => one.key === at)?.parent ?? null)
      shown.add(at);
    const asked = units.map((one) => ({ ...one, shown: shown.has(one.key) }));
    const { hidden } = decideRelease(asked, [known]);
    for (const one of asked)
      for (const measure of measures) {
        const id = cellId(one.key, measure);
        if (one.shown && !hidden.has(id)) known.set(id, one.counts[measure]);
      }
  }
});
