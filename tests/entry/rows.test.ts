import { describe, expect, it } from "vitest";
import { compareTypings } from "#lib/entry/agreement.ts";
import { classProgress } from "#lib/entry/class-progress.ts";
import { makeCodes } from "#lib/entry/codes.ts";
import { entryColumns } from "#lib/entry/columns.ts";
import { judgeRows } from "#lib/entry/judge-rows.ts";
import { passOf } from "#lib/entry/rules.ts";

const columns = entryColumns([
  { code: "1", max: 2 },
  { code: "2", max: 3 },
]);
// 0–1 → «2», 2–3 → «3», 4 → «4», 5 → «5»
const scale = {
  bands: [
    { mark: 2 as const, from: 0, to: 1 },
    { mark: 3 as const, from: 2, to: 3 },
    { mark: 4 as const, from: 4, to: 4 },
    { mark: 5 as const, from: 5, to: 5 },
  ],
};
const judged = (cells: Record<string, string>, taken: Record<string, string> = {}) =>
  judgeRows(columns, new Map(Object.entries(cells)), 3, new Map(Object.entries(taken)), scale).map(
    ({ facts }) => ({ ...facts, problems: [...facts.problems.values()].map(({ key }) => key) }),
  );

describe("a row of the grid", () => {
  it("has a total and a mark when every task has a value; X counts as nothing", () => {
    expect(judged({ "0:code": "40101", "0:t:1": "2", "0:t:2": "Х" })[0]).toMatchObject({
      status: "complete",
      total: 2,
      mark: 3,
    });
  });

  it("has neither while a task is blank: a blank is not a zero", () => {
    expect(judged({ "0:code": "40101", "0:t:1": "2" })[0]).toMatchObject({
      status: "partial",
      total: null,
      mark: null,
      blanks: 1,
    });
  });

  it("is wrong above the maximum, without a code, and when an absent pupil has points", () => {
    expect(judged({ "0:code": "40101", "0:t:1": "3", "0:t:2": "0" })[0]).toMatchObject({
      status: "wrong",
      total: null,
      problems: ["aboveMax"],
    });
    expect(judged({ "0:t:1": "1" })[0]?.problems).toEqual(["codeMissing"]);
    expect(judged({ "0:code": "40101", "0:absent": "н", "0:t:1": "1" })[0]?.problems).toEqual([
      "absentWithPoints",
    ]);
    expect(judged({ "0:code": "40101", "0:absent": "н" })[0]).toMatchObject({
      status: "absent",
      problems: [],
    });
  });

  it("is wrong with a code that stands twice, or in another class", () => {
    const rows = judged({ "0:code": "40101", "1:code": "40101", "2:code": "40201" }, { "40201": "4Б" });
    expect(rows.map(({ problems }) => problems)).toEqual([["codeTwice"], ["codeTwice"], ["codeTaken"]]);
  });
});

it("the class's mean is that of its complete rows", () => {
  const rows = judgeRows(
    columns,
    new Map(
      Object.entries({
        "0:code": "1а1",
        "0:t:1": "2",
        "0:t:2": "3",
        "1:code": "1а2",
        "1:t:1": "0",
        "1:t:2": "0",
        "2:code": "1а3",
        "2:t:1": "1",
      }),
    ),
    3,
    new Map(),
    scale,
  );
  // (5 + 0) / 2; the third row has a blank
  expect(classProgress(rows.map(({ facts }) => facts))).toMatchObject({
    complete: 2,
    partial: 1,
    mean: 2.5,
    blanks: 1,
  });
});

it("made codes name grade, class and number, and leave out those in use", () => {
  expect(makeCodes(4, 1, 3, (code) => code === "40102")).toEqual(["40101", "40103", "40104"]);
  expect(makeCodes(11, 2, 1, () => false)).toEqual(["110201"]);
});

describe("two typings", () => {
  // Two raters, 4 cells: (1,1) (1,1) (0,0) (1,0). Agreement 3/4, by chance (3·2 + 1·2)/16 = 1/2, kappa = (0.75 − 0.5) / 0.5 = 0.5.
  const first = new Map([
    ["0:t:1", "1"],
    ["0:t:2", "1"],
    ["1:t:1", "0"],
    ["1:t:2", "1"],
    ["0:code", "40101"],
  ]);
  const second = new Map([
    ["0:t:1", "1"],
    ["0:t:2", "1"],
    ["1:t:1", "0"],
    ["1:t:2", "0"],
  ]);

  it("are compared cell by cell without the codes", () => {
    const agreement = compareTypings(columns, 3, first, second);
    expect(agreement).toMatchObject({ cells: 4, differing: 1, open: ["1:t:2"] });
    expect(agreement.kappa).toBeCloseTo(0.5, 12);
  });

  it("count a cell that only one of them typed, and have no kappa when all values are alike", () => {
    const agreement = compareTypings(
      columns,
      3,
      new Map([
        ["0:sex", "м"],
        ["0:t:1", "1"],
      ]),
      new Map([["0:t:1", "1"]]),
    );
    expect(agreement).toEqual({ cells: 2, differing: 1, kappa: null, open: ["0:sex"] });
  });
});

describe("who does which typing", () => {
  const entry = { twice: true, compared: false, firstTypists: [7], personId: 7 };
  it.each([
    ["once: everybody the first", { ...entry, twice: false, personId: 8 }, 1],
    ["the one who began", entry, 1],
    ["somebody else", { ...entry, personId: 8 }, 2],
    ["anybody before it is begun", { ...entry, firstTypists: [], personId: 8 }, 1],
    ["everybody after the comparison", { ...entry, compared: true, personId: 8 }, 1],
  ] as const)("%s", (_name, of, pass) => {
    expect(passOf(of)).toBe(pass);
  });
});
