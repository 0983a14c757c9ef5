import fc from "fast-check";
import type { Day } from "#lib/platform/clock.ts";
import { defaultParameters, type LoadParameters } from "#lib/schedule/load/parameters.ts";
import type { LoadContext, PlacedWork } from "#lib/schedule/load/shapes.ts";

/** A school year 2026/27 of five days a week with the autumn vacation of 24 October – 1 November. */
export function context(
  change: Partial<LoadContext> = {},
  parameters: Partial<LoadParameters> = {},
): LoadContext {
  return {
    year: { from: "2026-09-01", to: "2027-05-26" },
    today: null,
    holidays: [{ from: "2026-10-24", to: "2026-11-01" }],
    daysOff: [],
    workingDays: [],
    weekdays: [1, 2, 3, 4, 5],
    weekdaysOfClass: {},
    hours: { 5: { MA: 170, RU: 170, OM: 34 } },
    lessonsPerWeek: {},
    lessonsPerDay: {},
    timetable: {},
    asWeekday: {},
    ...change,
    parameters: { ...defaultParameters, ...parameters },
  };
}

/** A control work in mathematics of 5А on the third lesson of Tuesday, 6 October 2026. */
export function work(id: string, change: Partial<PlacedWork> = {}): PlacedWork {
  return {
    id,
    work: null,
    kind: "control",
    level: "school",
    subject: "MA",
    classes: ["5А"],
    on: "2026-10-06",
    lesson: 3,
    minutes: 45,
    wholeClass: true,
    fixed: false,
    window: null,
    ...change,
  };
}

/** Any small schedule over six weeks around the vacation: few classes and subjects, so that works meet. */
export const anySchedule = (most: number): fc.Arbitrary<PlacedWork[]> =>
  fc.array(anyWork, { maxLength: most }).map((works) => works.map((one, i) => ({ ...one, id: `w${i}` })));

export const dayFrom = (offset: number): Day =>
  new Date(Date.UTC(2026, 9, 5 + offset)).toISOString().slice(0, 10) as Day;

export const anyWork: fc.Arbitrary<PlacedWork> = fc.record({
  id: fc.constant("new"),
  work: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom("A", "B") },
  ),
  kind: fc.constantFrom("control", "diagnostic", "training", "exam"),
  level: fc.constantFrom("federal", "school"),
  subject: fc.constantFrom("MA", "RU", "OM"),
  classes: fc.constantFrom(["5А"], ["5Б"], ["5А", "5Б"], ["6А"]),
  on: fc.integer({ min: 0, max: 41 }).map(dayFrom),
  lesson: fc.constantFrom(null, 1, 2, 3, 4),
  minutes: fc.constantFrom(20, 45, 80),
  wholeClass: fc.constantFrom(true, true, true, false),
  fixed: fc.boolean(),
  window: fc.constantFrom(null, null, { from: "2026-10-05" as Day, to: "2026-10-23" as Day }),
});

export const anyContext: fc.Arbitrary<LoadContext> = fc
  .record({
    holidaysCount: fc.boolean(),
    reading: fc.constantFrom("parallel" as const, "class" as const),
    lessons: fc.boolean(),
    hours: fc.constantFrom(20, 34, 170),
  })
  .map(({ holidaysCount, reading, lessons, hours }) =>
    context(
      {
        hours: { 5: { MA: hours } },
        lessonsPerDay: lessons ? { "5А": [4, 5, 6, 4, 5], "5Б": [5, 5, 5, 5, 5] } : {},
        lessonsPerWeek: { 5: { OM: 1 } },
        workingDays: ["2026-10-10"],
      },
      { gapCountsHolidays: holidaysCount, reading },
    ),
  );

/** A year of eight days with a gap of four: small enough to try every set of moves, tight enough to need several. */
export const anyShortYear = fc
  .record({
    reading: fc.constantFrom("parallel" as const, "class" as const),
    placed: fc.array(
      fc.record({
        work: fc.oneof(
          { weight: 4, arbitrary: fc.constant(null) },
          { weight: 1, arbitrary: fc.constant("W") },
        ),
        subject: fc.constantFrom("MA", "RU"),
        classes: fc.constantFrom(["5А"], ["5Б"], ["5А", "5Б"]),
        on: fc.integer({ min: 0, max: 7 }).map(dayFrom),
        lesson: fc.constantFrom(null, null, 2, 3),
        minutes: fc.constantFrom(45, 45, 20),
        fixed: fc.constantFrom(false, false, false, true),
      }),
      { minLength: 2, maxLength: 4 },
    ),
  })
  .map(({ reading, placed }) => ({
    context: context(
      {
        year: { from: "2026-10-05", to: "2026-10-12" },
        lessonsPerDay: { "5А": [3, 3, 3, 3, 3], "5Б": [3, 3, 3, 3, 3] },
      },
      { gapDays: 4, reading },
    ),
    placed: placed.map((one, i) => work(`w${i}`, one)),
  }));
