import { describe, expect, it } from "vitest";
import type { Day } from "#lib/platform/clock.ts";
import { entryWindow, type Term, termInForce } from "#lib/results/entry-window.ts";

const term: Term = {
  campaignId: 1,
  municipalityId: null,
  opensOn: "2026-04-01",
  dueOn: "2026-04-20",
  closesOn: "2026-04-30",
  closed: false,
  exceptionUntil: null,
};

describe("the window of a school and a work", () => {
  const days: [Day, string][] = [
    ["2026-03-31", "ahead"],
    ["2026-04-01", "open"],
    ["2026-04-20", "open"],
    ["2026-04-21", "late"],
    ["2026-04-30", "late"],
    ["2026-05-01", "closed"],
  ];
  it.each(days)("%s: %s", (today, state) => {
    expect(entryWindow([term], today).state).toBe(state);
  });

  it("does not exist without a campaign", () => {
    expect(entryWindow([], "2026-04-01")).toEqual({ state: "none", term: null });
  });

  it("is over as soon as a person closes the campaign", () => {
    expect(entryWindow([{ ...term, closed: true }], "2026-04-10").state).toBe("closed");
  });

  it("stays open by exception until its last day, and no longer", () => {
    const late = { ...term, exceptionUntil: "2026-05-10" as Day };
    expect(entryWindow([late], "2026-05-10").state).toBe("exception");
    expect(entryWindow([late], "2026-05-11").state).toBe("closed");
  });
});

describe("of several campaigns", () => {
  it("the municipality's own counts before the region's, and the newest before older ones", () => {
    const own = { ...term, campaignId: 2, municipalityId: 11 };
    const newer = { ...term, campaignId: 3 };
    expect(termInForce([term, own, newer])?.campaignId).toBe(2);
    expect(termInForce([newer, term])?.campaignId).toBe(3);
    expect(termInForce([])).toBeNull();
  });
});
