import { describe, expect, it } from "vitest";
import type { Day } from "#lib/platform/clock.ts";
import { monthShown } from "#lib/schedule/view.ts";

const of = (month: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ on: `${month}-10` as Day, key: `${month}/${index}` }));
const rows = [...of("2026-09", 20), ...of("2026-11", 20), ...of("2027-04", 20)];
const shown = (change: { asked?: string; marked?: string; today?: Day } = {}) =>
  monthShown(rows, { asked: undefined, marked: undefined, today: "2026-11-20", ...change });

describe("a long schedule shows one month at a time", () => {
  it.each([
    ["the month of today", {}, "2026-11"],
    ["the next one with works", { today: "2026-12-01" as Day }, "2027-04"],
    ["the last one when the year is over", { today: "2027-07-01" as Day }, "2027-04"],
    ["the month of the work that was just placed", { marked: "2026-09/3" }, "2026-09"],
    ["the one that is asked for", { asked: "2027-04", marked: "2026-09/3" }, "2027-04"],
    ["everything when asked so", { asked: "all" }, null],
  ])("%s", (_, change, month) => {
    expect(shown(change)).toBe(month);
  });

  it("a short one is shown whole", () => {
    expect(monthShown(rows.slice(0, 40), { asked: undefined, marked: undefined, today: "2026-11-20" })).toBe(
      null,
    );
  });
});
