import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  inTime,
  isPart,
  partsOf,
  periodOf,
  periodOfDays,
  schoolYearOf,
  schoolYearOn,
} from "#lib/indicators/values/period.ts";

const kinds = ["halfYear", "quarter", "month"] as const;
const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

describe("parts of a school year", () => {
  it("are the portal's cut: at the first of January, and of November, January and April", () => {
    expect(partsOf("halfYear").map((part) => periodOf(2025, part))).toEqual([
      { schoolYear: 2025, part: "h1", start: "2025-09-01", end: "2025-12-31" },
      { schoolYear: 2025, part: "h2", start: "2026-01-01", end: "2026-08-31" },
    ]);
    expect(partsOf("quarter").map((part) => periodOf(2025, part).start)).toEqual([
      "2025-09-01",
      "2025-11-01",
      "2026-01-01",
      "2026-04-01",
    ]);
    // 2028 is a leap year: its third quarter and February end as the calendar says.
    expect(periodOf(2027, "m02").end).toBe("2028-02-29");
    expect(periodOf(2027, "q3").end).toBe("2028-03-31");
  });

  it("cover every day of the year exactly once", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2099 }), fc.constantFrom(...kinds), (year, kind) => {
        const parts = partsOf(kind).map((part) => periodOf(year, part));
        expect(parts[0]?.start).toBe(schoolYearOf(year).start);
        expect(parts.at(-1)?.end).toBe(schoolYearOf(year).end);
        for (const [i, part] of parts.slice(1).entries())
          expect(part.start).toBe(dayAfter(parts[i]?.end ?? ""));
        for (const part of parts) expect(schoolYearOn(part.start)).toBe(year);
      }),
    );
  });

  it("are known by their days, and stand in the order of time after their year", () => {
    for (const kind of kinds)
      for (const part of partsOf(kind)) {
        const period = periodOf(2025, part);
        expect(periodOfDays(period.start, period.end)).toEqual(period);
      }
    expect(periodOfDays("2025-09-01", "2026-08-31")).toEqual(schoolYearOf(2025));
    const mixed = [periodOf(2025, "h2"), periodOf(2025, "h1"), schoolYearOf(2025), schoolYearOf(2024)];
    expect(mixed.sort(inTime).map(({ schoolYear, part }) => `${schoolYear}${part}`)).toEqual([
      "2024",
      "2025",
      "2025h1",
      "2025h2",
    ]);
  });

  it("a year, and what is measured once, have no parts; other names are none", () => {
    expect(partsOf("year")).toEqual([""]);
    expect(partsOf("once")).toEqual([""]);
    for (const name of ["h3", "q0", "m13", "m9", "year", "h1 "]) expect(isPart(name)).toBe(false);
    expect(() => periodOf(2025, "q5")).toThrow(RangeError);
  });
});
