import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "#lib/checks/evaluate.ts";
import type { CheckFacts } from "#lib/checks/facts.ts";
import { type Kind, kinds, type Parameters, usualParameters } from "#lib/checks/templates.ts";
import { factsOf, pupils, row, summaryOf } from "./sample-facts.ts";

const ask = (kind: Kind, parameters: Parameters, facts: CheckFacts) =>
  evaluate({ kind, parameters: { ...usualParameters(kind), ...parameters } }, facts);
const places = (found: ReturnType<typeof evaluate>) => found.map(({ classLabel }) => classLabel);
const number = (found: ReturnType<typeof evaluate>, name: string) =>
  found[0]?.numbers.lines.find((line) => line.name === name)?.value;

describe("within a row", () => {
  const rows = [
    row("1", "4А", [1, 2, 3]),
    row("2", "4А", [1, 2, 0], { totalPrinted: 5 }),
    row("3", "4Б", [1, 1, 1], { markFile: 5 }),
    row("4", "4Б", [-1, -1, 3]),
    row("5", "4В", [0, 0, 0], { totalPrinted: null }),
  ];

  it("a total that is not the sum of the tasks is named with both numbers; a missing total is no contradiction", () => {
    const found = ask("totalDiffers", { allowed: 0 }, factsOf(rows));
    expect(places(found)).toEqual(["4А"]);
    expect(found[0]?.numbers.rows).toEqual([{ code: "2", stands: 5, expected: 3 }]);
  });

  it("so many rows as are allowed are not mentioned", () => {
    expect(ask("totalDiffers", { allowed: 1 }, factsOf(rows))).toEqual([]);
  });

  it("a mark that is not the scale's is named with both marks", () => {
    const found = ask("markDiffers", { allowed: 0 }, factsOf(rows));
    expect(places(found)).toEqual(["4Б"]);
    expect(found[0]?.numbers.rows).toEqual([{ code: "3", stands: 5, expected: 3 }]);
  });

  it.each([
    [1, ["4Б"]],
    [2, []],
  ])("more than %i tasks with X in one row: %j", (limit, expected) => {
    expect(places(ask("cellsInRow", { cell: "notAttempted", limit }, factsOf(rows)))).toEqual(expected);
  });

  it("names the first forty rows and counts all", () => {
    const many = Array.from({ length: 60 }, (_, i) =>
      row(String(1000 + i), "4А", [1, 0, 0], { totalPrinted: 2 }),
    );
    const [found] = ask("totalDiffers", { allowed: 0 }, factsOf(many));
    expect([found?.numbers.rows.length, found?.numbers.rowCount]).toEqual([40, 60]);
  });
});

describe("within a class", () => {
  // 4А: 3 of 10 pupils have X everywhere: 9 of 30 cells = 30 %; 4Б: nobody.
  const rows = [
    ...pupils(7, "4А", [1, 1, 1]),
    ...pupils(3, "4А", [-1, -1, -1], 8),
    ...pupils(10, "4Б", [1, 2, 0]),
  ];

  it.each([
    [30, ["4А"]],
    [30.1, []],
  ])("30 %% of cells with X against a limit of %d: %j, the limit itself counts", (limit, expected) => {
    const found = ask("figureBeyond", { measure: "notAttempted", limit, minimum: 10 }, factsOf(rows));
    expect(places(found)).toEqual(expected);
  });

  it("says nothing of a class with fewer pupils than the rule asks for", () => {
    expect(ask("figureBeyond", { measure: "notAttempted", limit: 30, minimum: 11 }, factsOf(rows))).toEqual(
      [],
    );
  });

  it("looks at the school as a whole when the rule says so: 9 of 60 cells = 15 %", () => {
    const found = ask(
      "figureBeyond",
      { measure: "notAttempted", limit: 15, minimum: 10, level: "school" },
      factsOf(rows),
    );
    expect(places(found)).toEqual(["*"]);
    expect(number(found, "notAttempted")).toBe(15);
  });

  it("finds a class in which everybody has one total, and not one with two", () => {
    expect(places(ask("allTheSame", { of: "total", minimum: 8 }, factsOf(rows)))).toEqual(["4Б"]);
    expect(ask("allTheSame", { of: "total", minimum: 11 }, factsOf(rows))).toEqual([]);
  });

  it("finds pupils whose points agree in every task; no points and all points agree of themselves", () => {
    // 4А: seven alike, three with no points that are left out: 7 of 7. Full marks in 4Г are left out altogether.
    const found = ask(
      "identicalAnswers",
      { limit: 50, minimum: 5 },
      factsOf([...rows, ...pupils(10, "4Г", [1, 2, 3])]),
    );
    expect(places(found)).toEqual(["4А", "4Б"]);
    expect(number(found, "identicalShare")).toBe(100);
    expect(found[0]?.numbers.rowCount).toBe(7);
  });
});

describe("against the year before", () => {
  // Now 4 of 6 points each: 66.67 %; then 3 of 6: 50 %. The change is 16.67 points.
  const facts = factsOf(pupils(10, "4А", [1, 2, 1]), {
    sameWork: {
      year: 2025,
      whole: summaryOf(pupils(10, "4А", [1, 2, 0])),
      classes: new Map([["4А", summaryOf(pupils(10, "4А", [1, 2, 0]))]]),
    },
  });

  it.each([
    ["both", 16.6, 1],
    ["both", 16.7, 0],
    ["up", 16.6, 1],
    ["down", 16.6, 0],
  ])("%s, limit %d: %i", (direction, limit, count) => {
    expect(ask("changedFromLastYear", { direction, limit, minimum: 10 }, facts)).toHaveLength(count);
  });

  it("a limit that is met exactly is met: 20 % against 10 % with a limit of 10 points", () => {
    const year = (low: number) =>
      summaryOf([...pupils(low, "4А", [0, 0, 0]), ...pupils(30 - low, "4А", [1, 2, 3], 100)]);
    const now = [...pupils(13, "4А", [0, 0, 0]), ...pupils(17, "4А", [1, 2, 3], 100)];
    const before = { year: 2025, whole: year(10), classes: new Map() };
    const rule = { measure: "low", direction: "up", limit: 10, level: "school", minimum: 10 };
    // 13/30 − 10/30 = 10 points, which in floating point is a hair away from 10.
    expect(ask("changedFromLastYear", rule, factsOf(now, { sameWork: before }))).toHaveLength(1);
  });

  it("says nothing without a year before, or when one of the two years is too small", () => {
    expect(ask("changedFromLastYear", { limit: 1, minimum: 10 }, factsOf(facts.rows))).toEqual([]);
    expect(ask("changedFromLastYear", { limit: 1, minimum: 11 }, facts)).toEqual([]);
    expect(ask("changedFromLastYear", { against: "samePupils", limit: 1, minimum: 10 }, facts)).toEqual([]);
  });
});

describe("against the journal", () => {
  // Ten pupils with 4 by the scale and 5 in the journal: all lowered by one mark.
  const facts = factsOf(pupils(10, "4А", [1, 2, 1]), {}, 5);

  it.each([
    ["lower", 100, 1],
    ["higher", 0.1, 0],
    ["apart", 0.1, 0],
  ])("%s with a limit of %d %%: %i", (which, limit, count) => {
    expect(ask("journalShare", { which, limit, minimum: 10 }, facts)).toHaveLength(count);
  });

  it("marks that run against the journal have Spearman's coefficient −1", () => {
    const [weak, strong] = [pupils(5, "4А", [0, 0, 0]), pupils(5, "4А", [1, 2, 3], 10)];
    const opposed = factsOf([...weak, ...strong]);
    const journal = Array.from({ length: 16 }, () => 0);
    // Mark 2 with journal 5: index 0·4 + 3; mark 5 with journal 2: index 3·4 + 0.
    journal[3] = 5;
    journal[12] = 5;
    const summary = { ...opposed.whole, journal };
    const found = ask(
      "journalSpearman",
      { limit: 0, minimum: 10 },
      { ...opposed, whole: summary, classes: new Map([["4А", summary]]) },
    );
    expect(number(found, "spearman")).toBeCloseTo(-1, 12);
  });

  it("nobody with both marks is no disagreement", () => {
    expect(ask("journalShare", { limit: 0.1, minimum: 1 }, factsOf(pupils(10, "4А", [1, 2, 1])))).toEqual([]);
  });
});

describe("outliers over the municipality", () => {
  const schoolWith = (points: number) =>
    summaryOf([...pupils(10, "4А", points === 6 ? [1, 2, 3] : points === 3 ? [1, 2, 0] : [1, 1, 0])]);
  // Nine schools around 33–50 %, one at 100 %.
  const others = [2, 3, 2, 3, 2, 3, 2, 3, 2].map(schoolWith);
  const own = pupils(10, "4А", [1, 2, 3]);
  const facts = factsOf(own, {
    municipality: [...others, summaryOf(own)],
    municipalityBefore: others,
    ownBefore: [{ year: 2025, summary: schoolWith(3) }],
  });

  it.each(["outlierZ", "outlierModifiedZ"] as const)(
    "%s finds the far school and shows its last value",
    (kind) => {
      const found = ask(kind, { limit: 2.5, schools: 10, minimum: 10 }, facts);
      expect(places(found)).toEqual(["*"]);
      expect(found[0]?.numbers.lines).toContainEqual({
        name: "lastYear",
        value: 50,
        unit: "percent",
        year: 2025,
      });
      expect(number(found, "greatest")).toBe(100);
    },
  );

  it("finds what is outside of all earlier values, beyond the margin", () => {
    const rule = { measure: "completion", schools: 5, minimum: 10 };
    expect(places(ask("outlierRange", { ...rule, margin: 5 }, facts))).toEqual(["*"]);
    expect(ask("outlierRange", { ...rule, margin: 50 }, facts)).toEqual([]);
    expect(ask("outlierRange", { ...rule, margin: 5, direction: "down" }, facts)).toEqual([]);
  });

  it("tells no range of a municipality with too few schools, however many years there are", () => {
    const small = { ...facts, municipality: facts.municipality.slice(0, 2) };
    expect(ask("outlierRange", { measure: "completion", schools: 5, minimum: 10, margin: 5 }, small)).toEqual(
      [],
    );
  });

  it("says nothing among fewer schools than the rule asks for", () => {
    expect(ask("outlierZ", { limit: 1, schools: 11, minimum: 10 }, facts)).toEqual([]);
  });
});

describe("whatever the data", () => {
  const someRow = fc
    .record({
      code: fc.integer({ min: 1, max: 999 }).map(String),
      classLabel: fc.constantFrom("4А", "4Б", ""),
      items: fc.tuple(
        fc.integer({ min: -4, max: 1 }),
        fc.integer({ min: -4, max: 2 }),
        fc.integer({ min: -4, max: 3 }),
      ),
      printed: fc.option(fc.integer({ min: 0, max: 6 })),
    })
    .map(({ code, classLabel, items, printed }) => row(code, classLabel, items, { totalPrinted: printed }));
  const someRows = fc.uniqueArray(someRow, { selector: ({ code }) => code, maxLength: 40 });
  const loose: Parameters = { minimum: 1, limit: 1, schools: 5 };

  it.each(kinds)("%s finds the same in any order of rows, and only figures that are numbers", (kind) => {
    const usual = usualParameters(kind);
    const parameters = Object.fromEntries(
      Object.entries(usual).map(([name, value]) => [name, loose[name] ?? value]),
    );
    fc.assert(
      fc.property(someRows, (rows) => {
        const around = { municipality: Array.from({ length: 6 }, () => summaryOf(rows)) };
        const found = evaluate({ kind, parameters }, factsOf(rows, around, 4));
        const turned = evaluate({ kind, parameters }, factsOf([...rows].reverse(), around, 4));
        expect(turned).toEqual(found);
        for (const { numbers } of found)
          for (const line of numbers.lines) expect(line.value).toEqual(expect.any(Number));
        for (const { numbers } of found)
          expect(numbers.lines.every(({ value }) => Number.isFinite(value))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("a higher limit never finds more", () => {
    fc.assert(
      fc.property(someRows, fc.nat({ max: 100 }), fc.nat({ max: 100 }), (rows, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const at = (limit: number) =>
          places(ask("figureBeyond", { measure: "notAttempted", limit, minimum: 1 }, factsOf(rows)));
        expect(at(low)).toEqual(expect.arrayContaining(at(high)));
      }),
    );
  });
});
