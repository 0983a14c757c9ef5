import { expect, it } from "vitest";
import { decideRelease } from "#lib/reports/release.ts";
import { releaseBeside } from "#lib/reports/release-beside.ts";
import type { Publication } from "#lib/reports/release-past.ts";
import { addCounts, cellId, type ReleaseUnit } from "#lib/reports/release-units.ts";
import { counts, unit } from "./release-region.ts";

/** A municipality of so many schools of different sizes, a small one among each seven; the first school is shown. */
function schools(number: number): { units: ReleaseUnit[]; history: Publication[] } {
  const own = Array.from({ length: number }, (_, i) =>
    i % 7 === 0 ? counts(2, 3, 2, 1) : counts(11 + (i % 5), 20 + (i % 11), 30 + (i % 3), 12 + (i % 4)),
  );
  const all = own.reduce((sum, one) => addCounts(sum, one));
  const units = [
    unit("municipality-1", null, all, true),
    ...own.map((one, i) => unit(`school-${i}`, "municipality-1", one, i === 0)),
  ];
  const history = own
    .slice(1, 30)
    .map((one, i) => new Map([[cellId(`school-${i + 1}`, "n"), i % 7 === 6 ? null : one.n]]));
  return { units, history };
}

it.each([20, 320])("decides for %d schools exactly what it decides in this thread", async (number) => {
  const { units, history } = schools(number);
  expect(await releaseBeside(units, history)).toEqual(decideRelease(units, history));
});

it("leaves the event loop free while many schools are decided", async () => {
  const { units, history } = schools(320);
  let turns = 0;
  const count = () => {
    turns += 1;
    turning = setImmediate(count);
  };
  let turning = setImmediate(count);
  await releaseBeside(units, history);
  clearImmediate(turning);
  // Decided in this thread, the answer would be there before the loop turns once.
  expect(turns).toBeGreaterThan(0);
});
