import { describe, expect, it } from "vitest";
import type { Term } from "#lib/results/entry-window.ts";
import { deliveryState, dueDay, isOverdue } from "#lib/submissions/delivery-rules.ts";

const classes = [{ year: 2025, grade: 4 }];
const work = { gradeWriting: 4, schoolYear: 2025, closesOn: "2026-04-20", receivedOn: null } as const;
const term: Term = {
  ...{
    campaignId: 1,
    municipalityId: null,
    opensOn: "2026-04-01",
    dueOn: "2026-04-20",
    closesOn: "2026-04-30",
  },
  ...{ closed: false, exceptionUntil: null },
};

describe("what a school owes", () => {
  it("is expected until the due day, and late from the next one", () => {
    expect(deliveryState(work, classes, "2026-04-20")).toBe("expected");
    expect(deliveryState(work, classes, "2026-04-21")).toBe("late");
    expect(deliveryState({ ...work, closesOn: null }, classes, "2030-01-01")).toBe("expected");
  });
  it("is received in time or late by the day on which it came", () => {
    expect(deliveryState({ ...work, receivedOn: "2026-04-20" }, [], "2026-05-01")).toBe("received");
    expect(deliveryState({ ...work, receivedOn: "2026-04-21" }, [], "2026-05-01")).toBe("receivedLate");
  });
  it("is nothing without a class of the grade, and unknown without any list of the year", () => {
    expect(deliveryState(work, [{ year: 2025, grade: 5 }], "2026-04-21")).toBe("notExpected");
    expect(deliveryState(work, [{ year: 2024, grade: 4 }], "2026-04-21")).toBe("unknown");
  });
});

describe("the day by which a school is in time", () => {
  it("is the campaign's, an exception's when it is later, else that of the work itself", () => {
    expect(dueDay({ state: "none", term: null }, "2026-05-01")).toBe("2026-05-01");
    expect(dueDay({ state: "open", term }, "2026-05-01")).toBe("2026-04-20");
    expect(dueDay({ state: "exception", term: { ...term, exceptionUntil: "2026-05-10" } }, null)).toBe(
      "2026-05-10",
    );
  });
});

describe("a school is overdue", () => {
  const cell = { stage: "draft", firstSubmittedOn: null, dueOn: "2026-04-20", asked: true } as const;
  it("only when a campaign asks and it has not handed over by the day", () => {
    expect(isOverdue(cell, "2026-04-20")).toBe(false);
    expect(isOverdue(cell, "2026-04-21")).toBe(true);
    expect(isOverdue({ ...cell, asked: false }, "2026-04-21")).toBe(false);
    expect(isOverdue({ ...cell, dueOn: null }, "2026-04-21")).toBe(false);
  });
  it("by the first submission: what is returned and comes again was in time", () => {
    const returned = { ...cell, stage: "returned", firstSubmittedOn: "2026-04-19" } as const;
    expect(isOverdue(returned, "2026-05-30")).toBe(false);
    expect(isOverdue({ ...returned, firstSubmittedOn: "2026-04-22" }, "2026-05-30")).toBe(true);
  });
});
