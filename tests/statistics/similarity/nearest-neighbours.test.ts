import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestNeighbours } from "#lib/statistics/similarity/nearest-neighbours.ts";

const names = ["e", "d", "c", "b", "a"];
const place = [0, 1, 2, 2, 5];
const distance = (i: number, j: number) => Math.abs(place[i]! - place[j]!);
const regions = ["north", "south", "north", "north", "north"];
const listed = (...rest: Parameters<typeof nearestNeighbours>) =>
  nearestNeighbours(...rest).map(({ index }) => names[index]);

describe("nearest neighbours", () => {
  it("come by distance, equal ones by name, and never the school itself", () => {
    expect(nearestNeighbours(0, 3, names, distance)).toEqual([
      { index: 1, distance: 1, sameRegion: true },
      { index: 3, distance: 2, sameRegion: true },
      { index: 2, distance: 2, sameRegion: true },
    ]);
  });

  it("come from the own region first, then the nearest of others to fill up", () => {
    expect(listed(0, 4, names, distance, { regions })).toEqual(["b", "c", "a", "d"]);
    expect(nearestNeighbours(0, 4, names, distance, { regions })[3]).toEqual({
      index: 1,
      distance: 1,
      sameRegion: false,
    });
    const all = names.map((_, i) => (i === 0 ? "own" : "other"));
    expect(listed(0, 4, names, distance, { regions: all })).toEqual(["d", "b", "c", "a"]);
  });

  it("weigh a region against distance by a stated handicap", () => {
    expect(listed(0, 1, names, distance, { regions, otherRegionHandicap: 0 })).toEqual(["d"]);
    expect(listed(0, 1, names, distance, { regions, otherRegionHandicap: 0.5 })).toEqual(["d"]);
    // 1 + 1 = 2: equal ranks go to the smaller distance.
    expect(listed(0, 1, names, distance, { regions, otherRegionHandicap: 1 })).toEqual(["d"]);
    expect(listed(0, 2, names, distance, { regions, otherRegionHandicap: 1.5 })).toEqual(["b", "c"]);
  });

  it("have no own region when it is not known", () => {
    const unknown = [null, null, "north", "north", null];
    expect(
      nearestNeighbours(0, 4, names, distance, { regions: unknown }).every(({ sameRegion }) => !sameRegion),
    ).toBe(true);
  });

  it("are fewer when none is in reach, and none is made up", () => {
    expect(listed(0, 4, names, distance, { farthest: 1 })).toEqual(["d"]);
    expect(listed(0, 4, names, distance, { farthest: 0.5 })).toEqual([]);
    expect(listed(0, 9, names, distance)).toHaveLength(4);
    expect(listed(0, 4, names, (_, j) => (j === 4 ? 7 : null))).toEqual(["a"]);
    expect(listed(0, 4, names, distance, { eligible: (index) => index > 2 })).toEqual(["b", "a"]);
    expect(nearestNeighbours(0, 1, ["only"], () => 0)).toEqual([]);
  });

  it("repeats the example", () => {
    expect(nearestNeighbours(0, 1, ["a", "b", "c"], (i, j) => Math.abs(i - j))).toEqual([
      { index: 1, distance: 1, sameRegion: true },
    ]);
  });

  it("refuses a missing school, no neighbours, names that repeat", () => {
    expect(() => nearestNeighbours(5, 1, names, distance)).toThrow(RangeError);
    expect(() => nearestNeighbours(0, 0, names, distance)).toThrow(RangeError);
    expect(() => nearestNeighbours(0, 1.5, names, distance)).toThrow(RangeError);
    expect(() => nearestNeighbours(0, 1, ["a", "a"], distance)).toThrow(RangeError);
    expect(() => nearestNeighbours(0, 1, names, distance, { regions: ["north"] })).toThrow(RangeError);
    for (const otherRegionHandicap of [-1, Number.NaN])
      expect(() => nearestNeighbours(0, 1, names, distance, { otherRegionHandicap })).toThrow(RangeError);
  });

  it("do not depend on the order in which schools were read", () => {
    const school = fc.record({ at: fc.integer({ min: 0, max: 6 }), region: fc.constantFrom("n", "s", null) });
    fc.assert(
      fc.property(fc.array(school, { minLength: 1, maxLength: 9 }), fc.nat(), (list, seed) => {
        const labelled = list.map((one, i) => ({ ...one, name: `s${i}` }));
        const turned = [...labelled.slice(seed % list.length), ...labelled.slice(0, seed % list.length)];
        const near = (schools: typeof labelled) =>
          nearestNeighbours(
            schools.findIndex(({ name }) => name === "s0"),
            3,
            schools.map(({ name }) => name),
            (i, j) => Math.abs(schools[i]!.at - schools[j]!.at),
            { regions: schools.map(({ region }) => region) },
          ).map(({ index }) => schools[index]!.name);
        expect(near(turned)).toEqual(near(labelled));
      }),
    );
  });
});
