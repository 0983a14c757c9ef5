import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentSchema, wrongParameters } from "#lib/checks/content.ts";
import {
  type Act,
  awaited,
  concerns,
  type FindingState,
  possibleActs,
  questionAfter,
  type RuleVersion,
  rulesInForce,
  type Side,
} from "#lib/checks/rules.ts";
import { startingSet } from "#lib/checks/starting-set.ts";
import { kinds, templates, usualParameters } from "#lib/checks/templates.ts";
import { loadMessages } from "#messages/load.ts";

const [first] = startingSet;
const version = (given: Partial<RuleVersion>): RuleVersion => ({ ...first!, code: "x", ...given });

describe("which version judges", () => {
  const versions = [
    version({ version: 1 }),
    version({ version: 2, effectiveOn: "2026-11-22", worksFrom: 2026 }),
    version({ version: 3, effectiveOn: "2027-02-01", worksFrom: 2027 }),
  ];
  it.each([
    ["2026-11-21", 2026, 1],
    ["2026-11-22", 2026, 2],
    // A rule of this autumn does not reopen what was settled in an earlier year.
    ["2026-11-22", 2025, 1],
    ["2027-02-01", 2026, 2],
    ["2027-02-01", 2027, 3],
  ])("on %s results of %i are judged by version %i", (on, year, expected) => {
    expect(rulesInForce(versions, on, year).map((one) => one.version)).toEqual([expected]);
  });

  it("a rule that is switched off judges nothing from its day on", () => {
    const off = [...versions, version({ version: 4, effectiveOn: "2027-03-01", off: true })];
    expect(rulesInForce(off, "2027-03-01", 2027)).toEqual([]);
    expect(rulesInForce(off, "2027-02-28", 2027)).toHaveLength(1);
  });

  it("stands by priority, then by code", () => {
    const codes = rulesInForce(startingSet, "2026-11-22", 2026).map(({ content }) => content.priority);
    expect(codes).toEqual([...codes].sort((a, b) => a - b));
  });
});

it("an empty scope means all works, a named one only those", () => {
  const work = { kind: "vpr", year: 2026, subject: "MA", gradeTested: 4 };
  const content = first!.content;
  expect(concerns(content, work)).toBe(true);
  expect(concerns({ ...content, subjects: ["RU"] }, work)).toBe(false);
  expect(concerns({ ...content, subjects: ["RU", "MA"], grades: [4] }, work)).toBe(true);
  expect(concerns({ ...content, grades: [5] }, work)).toBe(false);
  expect(concerns({ ...content, workKinds: ["oge"] }, work)).toBe(false);
});

describe("the starting set", () => {
  it.each(startingSet.map((rule) => [rule.code, rule] as const))(
    "%s is a rule that could be stored",
    (_, rule) => {
      expect(contentSchema.safeParse(rule.content).success).toBe(true);
    },
  );
  it("has words for every rule, and says of each whose it is", () => {
    const words = (loadMessages("ru").checks as { starting: Record<string, unknown> }).starting;
    expect(Object.keys(words).sort()).toEqual(startingSet.map(({ code }) => code).sort());
    for (const { content } of startingSet)
      expect(content.citation !== "").toBe(content.origin === "official");
  });
});

describe("templates are a closed set", () => {
  it.each(kinds)("%s takes its usual settings, and nothing foreign or out of bounds", (kind) => {
    const usual = usualParameters(kind);
    expect(wrongParameters(kind, usual)).toEqual([]);
    expect(wrongParameters(kind, { ...usual, code: "1+1" })).toEqual(["code"]);
    for (const setting of templates[kind]) {
      const wrong = setting.type === "number" ? setting.most + 1 : "rm -rf";
      expect(wrongParameters(kind, { ...usual, [setting.name]: wrong })).toEqual([setting.name]);
    }
  });
});

describe("question, answer, closed", () => {
  const open: FindingState = {
    severity: "warning",
    gone: false,
    confirmed: false,
    question: "none",
    askedBy: "",
  };
  const next = (state: FindingState, act: Act, side: Side): FindingState => ({
    ...state,
    ...questionAfter(state, act, side),
    confirmed: act === "confirm" ? true : act === "reopen" ? false : state.confirmed,
  });

  it("goes from side to side, and who asked closes", () => {
    expect(awaited(open)).toEqual({ side: "school", what: "confirm" });
    const asked = next(open, "ask", "office");
    expect(awaited(asked)).toEqual({ side: "school", what: "answer" });
    expect(possibleActs(asked, "school")).toContain("answer");
    expect(possibleActs(asked, "school")).not.toContain("close");
    const answered = next(asked, "answer", "school");
    expect(awaited(answered)).toEqual({ side: "office", what: "read" });
    expect(possibleActs(answered, "school")).not.toContain("close");
    const closed = next(answered, "close", "office");
    expect(closed.question).toBe("closed");
    expect(awaited(closed)).toEqual({ side: "school", what: "confirm" });
  });

  it("a school confirms a warning and never an error; the office may accept an error", () => {
    expect(possibleActs(open, "school")).toContain("confirm");
    expect(possibleActs(open, "office")).not.toContain("confirm");
    const error = { ...open, severity: "error" as const };
    expect(possibleActs(error, "school")).not.toContain("confirm");
    expect(possibleActs(error, "office")).toContain("confirm");
    expect(awaited(error)).toEqual({ side: "school", what: "mend" });
    expect(awaited(next(error, "confirm", "office"))).toBeNull();
  });

  it("whatever is done in whatever order, a state has somebody who can go on, and no side closes the other's question", () => {
    const step = fc.tuple(fc.constantFrom<Side>("school", "office"), fc.nat());
    fc.assert(
      fc.property(
        fc.constantFrom("error", "warning"),
        fc.array(step, { maxLength: 30 }),
        (severity, steps) => {
          let state: FindingState = { ...open, severity: severity as "error" | "warning" };
          for (const [side, choice] of steps) {
            const acts = possibleActs(state, side);
            expect(acts.includes("close") && state.askedBy !== side).toBe(false);
            expect(acts.includes("answer") && state.askedBy === side).toBe(false);
            const waits = awaited(state);
            if (waits?.what === "answer" || waits?.what === "read")
              expect(possibleActs(state, waits.side).length).toBeGreaterThan(0);
            const act = acts[choice % Math.max(acts.length, 1)];
            if (act) state = next(state, act, side);
            expect((state.question === "none") === (state.askedBy === "")).toBe(true);
          }
        },
      ),
    );
  });
});
