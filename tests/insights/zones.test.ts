import { describe, expect, it } from "vitest";
import { countZones, TASK_ZONES, taskZone } from "#lib/insights/zones.ts";

describe("zones of tasks (ФИОКО 2026, pp. 6 and 17)", () => {
  it.each([
    [60, "Б", "sufficient"],
    [59.999, "Б", "uncertain"],
    [57, "Б", "uncertain"],
    [56.999, "Б", "insufficient"],
    [62, "Б", "sufficient"],
    [30, "П", "sufficient"],
    [29.9, "П", "uncertain"],
    [28.5, "П", "uncertain"],
    [28.4, "П", "insufficient"],
    [30, "В", "sufficient"],
    [28.5, "В", "uncertain"],
    [0, "В", "insufficient"],
  ] as const)("%f %% of a task %s is %s", (percent, difficulty, zone) => {
    expect(taskZone(percent, difficulty)).toBe(zone);
  });

  it("decide exactly at the border for shares that binary fractions cannot hold", () => {
    // 57 of 100 points, 171 of 300 points, 57 of 200 points (28.5 %)
    expect(taskZone((100 * 57) / 100, "Б")).toBe("uncertain");
    expect(taskZone((100 * 171) / 300, "Б")).toBe("uncertain");
    expect(taskZone((100 * 57) / 200, "П")).toBe("uncertain");
    expect(taskZone((100 * 3) / 5, "Б")).toBe("sufficient");
  });

  it("are not guessed without a completion or a difficulty", () => {
    expect(taskZone(null, "Б")).toBeNull();
    expect(taskZone(80, null)).toBeNull();
  });

  it("keep the published upper ends for drawing", () => {
    expect(TASK_ZONES.limits.Б.uncertaintyUpTo).toBe(63);
    expect(TASK_ZONES.limits.В.uncertaintyUpTo).toBe(31.5);
  });

  it("are counted, with the unknown ones apart", () => {
    expect(countZones(["sufficient", "insufficient", null, "sufficient"])).toEqual({
      ...{ sufficient: 2, uncertain: 0, insufficient: 1, unknown: 1 },
    });
  });
});
