import { describe, expect, it } from "vitest";
import { adoptionPlan, dayBefore, editionState, isInForce, versionInForce } from "#lib/regulations/rules.ts";
import type { Edition } from "#lib/regulations/schema.ts";

const edition = (given: Partial<Edition>): Edition => ({
  id: 1,
  number: "1",
  adoptedOn: "2025-08-28",
  effectiveFrom: "2025-09-01",
  effectiveTo: null,
  adoptedBy: "педагогический совет",
  replacesId: null,
  status: "adopted",
  note: "",
  version: 1,
  ...given,
});
const draft = (given: Partial<Edition> = {}) => ({
  ...edition({
    id: 2,
    number: "2",
    status: "draft",
    adoptedOn: "2026-08-27",
    effectiveFrom: "2026-09-01",
    ...given,
  }),
  clauses: 3,
  files: 0,
});
const keys = (plan: ReturnType<typeof adoptionPlan>) => plan.issues.map(({ key }) => key);

describe("the edition in force on a day", () => {
  const first = edition({ effectiveTo: "2026-08-31" });
  const second = edition({ id: 2, effectiveFrom: "2026-09-01" });

  it.each([
    ["2025-08-31", null],
    ["2025-09-01", 1],
    ["2026-08-31", 1],
    ["2026-09-01", 2],
    ["2040-01-01", 2],
  ])("on %s is edition %s", (on, id) => {
    expect(versionInForce([first, second], on)?.id ?? null).toBe(id);
  });

  it("is never a draft, whatever its days", () => {
    expect(isInForce(draft(), "2026-10-01")).toBe(false);
    expect(editionState(draft(), "2026-10-01")).toBe("draft");
  });

  it("has a state on every day", () => {
    expect(editionState(first, "2025-01-01")).toBe("ahead");
    expect(editionState(first, "2026-01-01")).toBe("inForce");
    expect(editionState(first, "2026-09-01")).toBe("past");
  });
});

describe("adopting", () => {
  it("ends the edition in force the day before the new one begins", () => {
    expect(adoptionPlan(draft(), [edition({})])).toEqual({
      issues: [],
      ends: { id: 1, number: "1", on: "2026-08-31" },
    });
  });

  it("is refused over days of an edition that has its own end, with those days", () => {
    const plan = adoptionPlan(draft(), [edition({ effectiveTo: "2026-12-31" })]);
    expect(plan.issues).toEqual([
      { key: "overlaps", severity: "error", params: { number: "1", from: "2025-09-01", to: "2026-12-31" } },
    ]);
    expect(plan.ends).toBeNull();
  });

  it("is refused before an edition without end that begins on the same day or later", () => {
    expect(keys(adoptionPlan(draft(), [edition({ effectiveFrom: "2026-09-01" })]))).toEqual(["overlaps"]);
    expect(keys(adoptionPlan(draft(), [edition({ effectiveFrom: "2027-09-01" })]))).toEqual(["overlaps"]);
  });

  it("fits between two editions when its last day is before the later one", () => {
    const later = edition({ id: 3, effectiveFrom: "2027-09-01" });
    expect(adoptionPlan(draft({ effectiveTo: "2027-08-31" }), [edition({}), later]).issues).toEqual([]);
  });

  it("names everything that is missing at once", () => {
    const empty = { ...draft({ adoptedOn: null, effectiveFrom: null, adoptedBy: "" }), clauses: 0 };
    expect(keys(adoptionPlan(empty, []))).toEqual(["noAdoptedOn", "noAdopter", "noText", "noFrom"]);
  });

  it("takes a file in place of a text", () => {
    expect(adoptionPlan({ ...draft(), clauses: 0, files: 1 }, []).issues).toEqual([]);
  });

  it("refuses an end before the beginning, and only warns of adopting afterwards", () => {
    expect(keys(adoptionPlan(draft({ effectiveTo: "2026-08-31" }), []))).toEqual(["endBeforeStart"]);
    expect(adoptionPlan(draft({ adoptedOn: "2026-09-05" }), []).issues).toEqual([
      { key: "adoptedAfterStart", severity: "warning", params: {} },
    ]);
  });

  it.each([
    ["2026-03-01", "2026-02-28"],
    ["2024-03-01", "2024-02-29"],
    ["2026-01-01", "2025-12-31"],
  ])("the day before %s is %s", (day, before) => {
    expect(dayBefore(day)).toBe(before);
  });
});
