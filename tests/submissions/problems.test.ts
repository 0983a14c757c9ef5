import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { absenceTasks, classAccounts } from "#lib/submissions/class-account.ts";
import { openProblems, type ProblemFacts, problemsOf } from "#lib/submissions/problems.ts";

const facts = (part: Partial<ProblemFacts> = {}): ProblemFacts => ({
  ...{ rejectedCells: 0, heldRows: 0, checksPending: false, checkErrors: 0, checkWarnings: 0 },
  accounts: classAccounts([{ label: "4А", pupils: 25 }], [{ label: "4А", present: 25, absent: 0 }]),
  explained: new Map(),
  ...part,
});

describe("pupils of a class against its list", () => {
  it("absent are those of the list who did not take part, and a silence is no zero", () => {
    const accounts = classAccounts(
      [
        { label: "4А", pupils: 25 },
        { label: "4Б", pupils: 24 },
        { label: "4В", pupils: null },
      ],
      [
        { label: "4А", present: 22, absent: 1 },
        { label: "4В", present: 20, absent: 0 },
        { label: "4Г", present: 3, absent: 0 },
      ],
    );
    expect(accounts.map((one) => [one.label, one.missing, one.unaccounted])).toEqual([
      ["4А", 3, 2],
      ["4Б", 24, 24],
      ["4В", null, null],
      ["4Г", null, null],
    ]);
    expect(absenceTasks(accounts)).toEqual([
      { label: "4А", unaccounted: 2 },
      { label: "4Б", unaccounted: 24 },
    ]);
  });

  it("absent pupils without a class are counted against all classes together", () => {
    const list = [
      { label: "4А", pupils: 25 },
      { label: "4Б", pupils: 24 },
    ];
    const of = (absent: number) =>
      classAccounts(list, [
        { label: "4А", present: 24, absent: 0 },
        { label: "4Б", present: 22, absent: 0 },
        { label: "", present: 0, absent },
      ]);
    // 49 in the lists − 46 who wrote = 3.
    expect(absenceTasks(of(3))).toEqual([]);
    expect(absenceTasks(of(1))).toEqual([{ label: "", unaccounted: 2 }]);
  });

  it("list = wrote + marked as absent + unaccounted, whatever the numbers", () => {
    const count = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(count, count, count, (pupils, present, absent) => {
        const [one] = classAccounts([{ label: "4А", pupils }], [{ label: "4А", present, absent }]);
        expect((one?.present ?? 0) + (one?.absent ?? 0) + (one?.unaccounted ?? 0)).toBe(pupils);
      }),
    );
  });
});

describe("what stands in the way", () => {
  const codes = (part: Partial<ProblemFacts>) => problemsOf(facts(part)).map(({ code }) => code);

  it("is nothing when everybody wrote and everything was read", () => {
    expect(codes({})).toEqual([]);
  });

  it("are errors and warnings, errors first", () => {
    expect(
      codes({ checkWarnings: 1, rejectedCells: 2, heldRows: 1, checkErrors: 1, checksPending: true }),
    ).toEqual([...["rejectedCells", "heldRows", "checkErrors", "checksPending", "checkWarnings"]]);
  });

  it("a class of which nobody is in the results is said apart from single pupils", () => {
    const list = [
      { label: "4А", pupils: 25 },
      { label: "4Б", pupils: 24 },
    ];
    expect(codes({ accounts: classAccounts(list, [{ label: "4А", present: 25, absent: 0 }]) })).toEqual([
      "classWithoutResults",
    ]);
  });

  it("no list of classes and more pupils than the list has are warnings", () => {
    expect(codes({ accounts: classAccounts([], [{ label: "4А", present: 5, absent: 0 }]) })).toEqual([
      "noClassList",
    ]);
    const many = classAccounts([{ label: "4А", pupils: 20 }], [{ label: "4А", present: 21, absent: 0 }]);
    expect(codes({ accounts: many })).toEqual(["moreThanListed"]);
  });

  it("an explanation of three pupils does not explain five", () => {
    const accounts = classAccounts([{ label: "4А", pupils: 25 }], [{ label: "4А", present: 20, absent: 0 }]);
    const said = (count: number) => new Map([["4А", { count, text: "Болели" }]]);
    expect(openProblems(problemsOf(facts({ accounts, explained: said(5) })), {}).unconfirmedWarnings).toBe(0);
    expect(openProblems(problemsOf(facts({ accounts, explained: said(3) })), {}).unconfirmedWarnings).toBe(1);
  });

  it("a confirmation is a reason, never a blank, and no reason confirms an error", () => {
    const problems = problemsOf(facts({ checkWarnings: 1, rejectedCells: 1 }));
    expect(openProblems(problems, { checkWarnings: " " })).toEqual({ openErrors: 1, unconfirmedWarnings: 1 });
    const said = { checkWarnings: "Сверено", rejectedCells: "Сверено" };
    expect(openProblems(problems, said)).toEqual({ openErrors: 1, unconfirmedWarnings: 0 });
  });
});
