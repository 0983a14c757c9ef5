import "#tests/support/property-seed.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkOne, checkYear } from "#lib/schedule/load/check.ts";
import { freeSlots } from "#lib/schedule/load/free-slots.ts";
import type { Conflict } from "#lib/schedule/load/shapes.ts";
import { anyContext, anySchedule, anyWork } from "./schedules.ts";

/** The later report still says what the earlier said: the same conflict, perhaps with more works or classes in it. */
function stillSays(after: readonly Conflict[], before: Conflict): boolean {
  return after.some(
    (one) =>
      one.key === before.key &&
      before.classes.every((label) => one.classes.includes(label) || one.rule === "tooOften"),
  );
}

describe("the load rules", () => {
  it("one more work never takes a conflict away", () => {
    fc.assert(
      fc.property(anyContext, anySchedule(14), anyWork, (context, placed, added) => {
        const before = checkYear(context, placed).conflicts;
        const after = checkYear(context, [...placed, added]).conflicts;
        expect(before.filter((one) => !stillSays(after, one))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("the order of the works does not matter", () => {
    const shuffled = anySchedule(14).chain((works) =>
      fc.tuple(fc.constant(works), fc.shuffledSubarray(works, { minLength: works.length })),
    );
    fc.assert(
      fc.property(anyContext, shuffled, (context, [works, mixed]) => {
        const sorted = (report: ReturnType<typeof checkYear>) =>
          report.conflicts.map((one) => ({ ...one, works: [...one.works], classes: [...one.classes] }));
        expect(sorted(checkYear(context, mixed))).toEqual(sorted(checkYear(context, works)));
      }),
      { numRuns: 300 },
    );
  });

  it("a work alone is told the conflicts that the year would tell of it, and no others", () => {
    fc.assert(
      fc.property(anyContext, anySchedule(14), anyWork, (context, placed, added) => {
        const year = checkYear(context, [...placed, added]).conflicts;
        const own = checkOne(context, placed, added);
        const keys = new Set(year.map((one) => one.key));
        expect(own.filter((one) => !keys.has(one.key))).toEqual([]);
        const told = new Set(own.map((one) => one.key));
        expect(year.filter((one) => one.works.includes(added.id) && !told.has(one.key))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("a free slot makes no conflict and no question beside those that no day ends", () => {
    fc.assert(
      fc.property(anyContext, anySchedule(14), anyWork, (context, placed, wished) => {
        const { slots, always } = freeSlots(context, placed, wished);
        const before = new Set([...checkYear(context, placed).conflicts, ...always].map((one) => one.key));
        for (const { on, lesson, lessons } of slots)
          for (const number of lesson === null ? [null] : lessons) {
            const after = checkYear(context, [...placed, { ...wished, on, lesson: number }]).conflicts;
            expect(after.filter((one) => !before.has(one.key))).toEqual([]);
          }
      }),
      { numRuns: 150 },
    );
  });
});
