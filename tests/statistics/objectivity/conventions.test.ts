import { describe, expect, it } from "vitest";
import { checkConventions, FIOKO_2019 } from "#lib/statistics/objectivity/conventions.ts";

describe("conventions of the official method", () => {
  it("are those of the handbook §4.1.3 by default", () => {
    expect(FIOKO_2019).toEqual({
      ...{ divisor: "n-1", z: 1.96, region: "pupils", spearman: "noTies", quantileType: 7, fence: 3 },
      ...{ minimumPupils: 2, minimumCohort: 1 },
    });
    expect(() => checkConventions(FIOKO_2019)).not.toThrow();
    for (const quantileType of [1, 9] as const)
      expect(() => checkConventions({ ...FIOKO_2019, quantileType })).not.toThrow();
    expect(() =>
      checkConventions({
        ...{ divisor: "n", z: 0, region: "schools", spearman: "ties", quantileType: 6, fence: 0 },
        ...{ minimumPupils: 1, minimumCohort: 10 },
      }),
    ).not.toThrow();
  });

  it.each([
    [{ divisor: "n+1" as "n" }, /conventions of the method/],
    [{ region: "classes" as "schools" }, /conventions of the method/],
    [{ spearman: "kendall" as "ties" }, /conventions of the method/],
    [{ quantileType: 0 as 7 }, /conventions of the method/],
    [{ quantileType: 10 as 7 }, /conventions of the method/],
    [{ quantileType: 6.5 as 7 }, /conventions of the method/],
    [{ z: -1 }, /factor/],
    [{ z: Number.NaN }, /factor/],
    [{ fence: Number.POSITIVE_INFINITY }, /factor/],
    [{ fence: -0.5 }, /factor/],
    [{ minimumPupils: 0 }, /least number/],
    [{ minimumCohort: 1.5 }, /least number/],
  ])("are refused when they are none: %j", (change, message) => {
    const check = () => checkConventions({ ...FIOKO_2019, ...change });
    expect(check).toThrow(RangeError);
    expect(check).toThrow(message);
  });
});
