import "#tests/support/property-seed.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkYear } from "#lib/schedule/load/check.ts";
import { freeSlots } from "#lib/schedule/load/free-slots.ts";
import { proposeRepair } from "#lib/schedule/load/repair/propose-repair.ts";
import type { LoadContext, PlacedWork, Repair } from "#lib/schedule/load/shapes.ts";
import { fewestByTrying } from "./brute-force.ts";
import { anyContext, anySchedule, anyShortYear, context, dayFrom, work } from "./schedules.ts";

const movedBy = (placed: readonly PlacedWork[], repair: Repair) => {
  const to = new Map(repair.moves.map((move) => [move.work, move.to]));
  return placed.map((one) => ({ ...one, ...to.get(one.id) }));
};
const curable = (context: LoadContext, placed: readonly PlacedWork[]) =>
  checkYear(context, placed).conflicts.filter((one) => one.movable && one.weight === "conflict");

describe("a repair", () => {
  it("moves the one work that stands against two others, to the nearest day that suits all", () => {
    // b is 10 days after a and 11 before c; a and c are 21 apart. The nearest day 18 away from both is after c: 27 + 18.
    const placed = [
      work("a", { on: "2026-11-06" }),
      work("b", { on: "2026-11-16" }),
      work("c", { on: "2026-11-27" }),
    ];
    const repair = proposeRepair(context(), placed);
    expect(repair).toMatchObject({ proof: "fewest", atLeast: 1, remaining: [] });
    expect(repair.moves.map((move) => [move.work, move.to.on, move.ends.length])).toEqual([
      // 6 November less 18 days is 19 October (28 days earlier); 27 November and 18 are 15 December (29 days later).
      ["b", "2026-10-19", 2],
    ]);
  });

  it("moves what may be moved and leaves what was set from above", () => {
    const vpr = work("vpr", { kind: "vpr", level: "federal", fixed: true });
    const repair = proposeRepair(context(), [vpr, work("a", { on: "2026-10-08" })]);
    expect(repair.moves.map((move) => move.work)).toEqual(["a"]);
    expect(repair.remaining).toEqual([]);
  });

  it("tells two fixed works that no move can part, and repairs the rest", () => {
    const fixed = { kind: "vpr", level: "federal", fixed: true } as const;
    const placed = [
      work("x", fixed),
      work("y", { ...fixed, on: "2026-10-08" }),
      work("z", { on: "2026-10-27", subject: "RU" }),
    ];
    const repair = proposeRepair(context(), placed);
    expect(repair.remaining.map((one) => one.works)).toEqual([["x", "y"]]);
    expect(repair.moves.map((move) => move.work)).toEqual(["z"]);
    expect(repair.proof).toBe("fewest");
  });

  it("moves a second work out of the way when that is the only room for the first", () => {
    // The window of a leaves one day, 6 October; b stands on it and may go anywhere.
    const window = { from: "2026-10-06", to: "2026-10-06" } as const;
    const placed = [work("a", { on: "2026-10-08", window, subject: "RU" }), work("b", { subject: "OM" })];
    const repair = proposeRepair(context(), placed);
    expect(repair.moves.map((move) => move.work)).toEqual(["b", "a"]);
    expect(repair.moves[0]!.ends).toEqual([]);
    expect(repair.atLeast).toBe(2);
  });

  it("never moves what was written already", () => {
    const placed = [work("a"), work("b", { on: "2026-10-14" })];
    const repair = proposeRepair(context({ today: "2026-10-10" }), placed);
    expect(repair.moves.map((move) => move.work)).toEqual(["b"]);
  });

  it("says that it is only the best found when the search is cut short", () => {
    const placed = ["2026-10-05", "2026-10-06", "2026-10-07"].flatMap((on, i) => [
      work(`a${i}`, { on: on as PlacedWork["on"] }),
      work(`b${i}`, { on: on as PlacedWork["on"], subject: "RU" }),
    ]);
    const cut = proposeRepair(context({ year: { from: "2026-10-01", to: "2026-11-13" } }), placed, 0);
    const whole = proposeRepair(context({ year: { from: "2026-10-01", to: "2026-11-13" } }), placed);
    expect(cut.proof).toBe("bestFound");
    // Three works of a subject within three days: two of each subject must move.
    expect(cut.atLeast).toBeGreaterThanOrEqual(4);
    expect(whole).toMatchObject({ proof: "fewest", remaining: [] });
    expect(whole.moves.length).toBeGreaterThanOrEqual(cut.atLeast);
  });

  it("says of every conflict that it leaves why, and gives an impossible year up after a set number of looks", () => {
    // 60 works of one subject in one class: 26 weeks and 18 days between them leave room for about fifteen.
    const many = Array.from({ length: 60 }, (_, i) =>
      work(`w${i}`, { on: dayFrom(1 + ((i * 37) % 200)), lesson: null }),
    );
    const first = proposeRepair(context(), many, 50_000);
    expect(first.proof).toBe("bestFound");
    expect(first.remaining.length).toBeGreaterThan(0);
    expect(Object.keys(first.why).sort()).toEqual(first.remaining.map(({ key }) => key).sort());
    expect(proposeRepair(context(), many, 50_000)).toEqual(first);
    const set = ["2026-10-06", "2026-10-07"].map((on, i) =>
      work(`f${i}`, { on: on as PlacedWork["on"], fixed: true }),
    );
    expect(Object.values(proposeRepair(context(), set).why)).toEqual(["set"]);
    // A tenth of nine lessons is 0.9: not even one work fits.
    const short = context({ hours: { 5: { MA: 9 } } });
    expect(Object.values(proposeRepair(short, [work("a")]).why)).toEqual(["noDay"]);
  });

  it("has as few moves as trying every set of moves finds", () => {
    fc.assert(
      fc.property(anyShortYear, ({ context, placed }) => {
        const fixed = placed.filter((one) => one.fixed);
        fc.pre(curable(context, fixed).length === 0);
        const fewest = fewestByTrying(context, placed);
        const repair = proposeRepair(context, placed);
        const left = curable(context, movedBy(placed, repair));
        if (fewest === null) expect(left.length).toBeGreaterThan(0);
        else expect([repair.moves.length, repair.proof, left.length]).toEqual([fewest, "fewest", 0]);
      }),
      { numRuns: 150 },
    );
  });

  it("never moves a fixed work, keeps windows, makes no new conflict and comes out the same again", () => {
    fc.assert(
      fc.property(anyContext, anySchedule(12), (context, placed) => {
        const repair = proposeRepair(context, placed, 2000);
        const after = movedBy(placed, repair);
        for (const move of repair.moves) {
          const one = placed.find(({ id }) => id === move.work)!;
          expect(one.fixed).toBe(false);
          if (one.window) expect(one.window.from <= move.to.on && move.to.on <= one.window.to).toBe(true);
        }
        const before = new Set(checkYear(context, placed).conflicts.map((one) => one.key));
        const added = checkYear(context, after).conflicts.filter((one) => !before.has(one.key));
        if (repair.proof === "fewest") expect(added).toEqual([]);
        if (repair.proof === "fewest") expect(repair.moves.length).toBe(repair.atLeast);
        expect(proposeRepair(context, [...placed].reverse(), 2000)).toEqual(repair);
      }),
      { numRuns: 60 },
    );
  });

  it("of one work in conflict goes to the nearest free slot", () => {
    const placed = [work("vpr", { fixed: true }), work("a", { on: "2026-10-08" })];
    const [move] = proposeRepair(context(), placed).moves;
    const [slot] = freeSlots(context(), placed, placed[1]!).slots;
    expect(move!.to.on).toBe(slot!.on);
  });
});
