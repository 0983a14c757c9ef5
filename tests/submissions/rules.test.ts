import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Role, roles } from "#lib/platform/access/permissions.ts";
import {
  type Actor,
  decide,
  isOpen,
  type Situation,
  type State,
  states,
  transitions,
  type Verb,
  verbs,
  verbsFor,
} from "#lib/submissions/rules.ts";

// One row a verb, one column a state; the letters say who: d deputy, h head, m municipality, r region.
const table = `
           draft  submitted  approved  accepted  returned  locked
submit     dh     ·          ·         ·         dh        ·
withdraw   ·      dh         ·         ·         ·         ·
approve    ·      h          ·         ·         ·         ·
sendBack   ·      h          ·         ·         ·         ·
accept     ·      ·          mr        ·         ·         ·
return     ·      ·          mr        mr        ·         ·
lock       ·      ·          ·         mr        ·         ·
unlock     ·      ·          ·         ·         ·         mr
`;
const letters: Partial<Record<Role, string>> = { deputy: "d", head: "h", municipality: "m", region: "r" };
const [head, ...lines] = table
  .trim()
  .split("\n")
  .map((line) => line.trim().split(/\s+/));
const expected = lines.flatMap(([verb, ...cells]) =>
  cells.flatMap((cell, i) =>
    roles.map(
      (role) => [verb as Verb, head![i] as State, role, cell.includes(letters[role] ?? "?")] as const,
    ),
  ),
);

const fine: Situation = {
  state: "draft",
  submittedBy: null,
  hasBothRoles: true,
  window: "open",
  hasResults: true,
  openErrors: 0,
  unconfirmedWarnings: 0,
  sameResults: true,
};
const deputy: Actor = { role: "deputy", personId: 1 };
const headOfSchool: Actor = { role: "head", personId: 2 };

describe("who may do what in which state", () => {
  it("the picture names every verb and every state", () => {
    expect(lines.map(([verb]) => verb)).toEqual([...verbs]);
    expect(head).toEqual([...states]);
  });

  it.each(expected)("%s in %s by %s: %s", (verb, state, role, allowed) => {
    expect(decide(verb, { role, personId: 9 }, { ...fine, state }, "why").ok).toBe(allowed);
    expect(verbsFor(role, state).includes(verb)).toBe(allowed);
  });
});

describe("what stops a submission", () => {
  const cases: [Partial<Situation>, string][] = [
    [{ hasResults: false }, "noResults"],
    [{ window: "closed" }, "windowClosed"],
    [{ openErrors: 1 }, "openErrors"],
    [{ unconfirmedWarnings: 1 }, "unconfirmedWarnings"],
  ];
  it.each(cases)("%o: %s", (part, refusal) => {
    expect(decide("submit", deputy, { ...fine, ...part }, "")).toEqual({ ok: false, refusal });
  });

  it.each(["none", "ahead", "open", "late", "exception"] as const)(
    "a window that is %s does not",
    (window) => {
      expect(decide("submit", deputy, { ...fine, window }, "").ok).toBe(true);
    },
  );

  it.each(["sendBack", "return", "unlock"] as const)("%s needs a reason, and blanks are none", (verb) => {
    const [state] = transitions[verb].from;
    const by = { role: transitions[verb].by[0]!, personId: 5 };
    expect(decide(verb, by, { ...fine, state: state! }, "  ")).toEqual({
      ok: false,
      refusal: "reasonMissing",
    });
    expect(decide(verb, by, { ...fine, state: state! }, "why").ok).toBe(true);
  });
});

describe("author and approver", () => {
  const submitted: Situation = { ...fine, state: "submitted", submittedBy: headOfSchool.personId };
  it("are two people where the school has a head and a deputy", () => {
    expect(decide("approve", headOfSchool, submitted, "")).toEqual({ ok: false, refusal: "samePerson" });
    expect(decide("approve", headOfSchool, { ...submitted, submittedBy: 1 }, "").ok).toBe(true);
  });
  it("may be one person where the school has nobody else", () => {
    expect(decide("approve", headOfSchool, { ...submitted, hasBothRoles: false }, "").ok).toBe(true);
  });
  it("approve and accept what was submitted, not what it became", () => {
    const changed = { ...submitted, submittedBy: 1, sameResults: false };
    expect(decide("approve", headOfSchool, changed, "")).toEqual({ ok: false, refusal: "resultsChanged" });
    const office: Actor = { role: "municipality", personId: 7 };
    expect(decide("accept", office, { ...changed, state: "approved" }, "")).toEqual({
      ok: false,
      refusal: "resultsChanged",
    });
  });
});

const attempt = fc.record({
  verb: fc.constantFrom(...verbs),
  role: fc.constantFrom(...roles),
  personId: fc.integer({ min: 1, max: 4 }),
  reason: fc.constantFrom("", " ", "why"),
  hasBothRoles: fc.boolean(),
  openErrors: fc.constantFrom(0, 0, 0, 2),
  window: fc.constantFrom("open", "late", "closed", "exception", "none"),
  sameResults: fc.constantFrom(true, true, false),
});
type Attempt = typeof attempt extends fc.Arbitrary<infer T> ? T : never;
interface Step extends Attempt {
  from: State;
  to: State;
}

/** Walks a list of attempts as the command would; answers only those that were let through. */
function walk(attempts: readonly Attempt[]): Step[] {
  let [state, submittedBy]: [State, number | null] = ["draft", null];
  const done: Step[] = [];
  for (const one of attempts) {
    const { verb, role, personId, reason, ...facts } = one;
    const situation = { ...fine, ...facts, state, submittedBy } as Situation;
    const decision = decide(verb, { role, personId }, situation, reason);
    if (!decision.ok) continue;
    done.push({ ...one, from: state, to: decision.to });
    state = decision.to;
    if (verb === "submit") submittedBy = personId;
  }
  return done;
}

describe("whatever people try, in whatever order", () => {
  const paths = fc.array(attempt, { maxLength: 60 }).map(walk);
  const holds = (check: (path: Step[]) => void) => fc.assert(fc.property(paths, check), { numRuns: 2_000 });
  /** The steps since the results were last with the school. */
  const sinceOpen = (path: readonly Step[], until: number) => {
    const before = path.slice(0, until);
    return before.slice(before.findLastIndex((step) => isOpen(step.to)) + 1);
  };

  it("nothing is accepted that a head did not approve since the school last had it", () => {
    holds((path) => {
      for (const [i, step] of path.entries())
        if (step.to === "accepted")
          expect(sinceOpen(path, i).map(({ verb, role }) => `${verb} ${role}`)).toContain("approve head");
    });
  });

  it("nothing is locked that was not accepted by an office", () => {
    holds((path) => {
      for (const [i, step] of path.entries())
        if (step.to === "locked") {
          const accepted = sinceOpen(path, i).find(({ verb }) => verb === "accept");
          expect(["municipality", "region"]).toContain(accepted?.role);
        }
    });
  });

  it("nothing is submitted with open errors or after the end", () => {
    holds((path) => {
      for (const step of path)
        if (step.verb === "submit") expect([step.openErrors, step.window === "closed"]).toEqual([0, false]);
    });
  });

  it("where the school has both roles nobody approves the own submission", () => {
    holds((path) => {
      for (const [i, step] of path.entries())
        if (step.verb === "approve" && step.hasBothRoles)
          expect(sinceOpen(path, i).findLast(({ verb }) => verb === "submit")?.personId).not.toBe(
            step.personId,
          );
    });
  });

  it("what was handed over comes back to the school only by taking back before approval, or with a reason", () => {
    holds((path) => {
      for (const step of path)
        if (!isOpen(step.from) && isOpen(step.to))
          expect(step.verb === "withdraw" ? step.from === "submitted" : step.reason.trim() !== "").toBe(true);
    });
  });

  it("what is locked leaves only by unlocking", () => {
    holds((path) => {
      for (const step of path) if (step.from === "locked") expect(step.verb).toBe("unlock");
    });
  });
});
