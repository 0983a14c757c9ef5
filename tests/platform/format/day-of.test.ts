import { describe, expect, it } from "vitest";
import { dayOf } from "#lib/platform/format/day-of.ts";

describe("the day of an instant", () => {
  it("is the day of the centre's clock, not of Greenwich", () => {
    expect(dayOf(new Date("2026-05-20T22:30:00Z"), "Europe/Moscow")).toBe("2026-05-21");
    expect(dayOf(new Date("2026-05-20T22:30:00Z"), "UTC")).toBe("2026-05-20");
    expect(dayOf(new Date("2026-01-01T03:00:00Z"), "America/New_York")).toBe("2025-12-31");
  });
});
