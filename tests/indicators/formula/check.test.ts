import { describe, expect, it } from "vitest";
import { type FormulaTexts, type KnownIndicator, readFormula } from "#lib/indicators/formula/formula.ts";

const base: FormulaTexts = {
  ...{ code: "X", numerator: "works_n5", denominator: "works_scored", condition: null },
  ...{ unit: "percent", aggregation: "sum" },
};
const known = (code: string, more: Partial<KnownIndicator> = {}): KnownIndicator => ({
  ...{ code, unit: "percent", aggregation: "sum", hasDenominator: true, uses: [] },
  ...more,
});
const others = [
  known("D1"),
  known("D2", { uses: ["D3"] }),
  known("D3", { uses: ["X"] }),
  known("P", { unit: "people", hasDenominator: false }),
];

function problem(texts: Partial<FormulaTexts>) {
  const outcome = readFormula({ ...base, ...texts }, others);
  if (outcome.ok) return null;
  const { field, key, start, end } = outcome.problems[0]!;
  const text = { ...base, ...texts }[field] ?? "";
  return [field, key, text.slice(start, end)];
}

describe("a formula is refused at the characters that are wrong", () => {
  it.each([
    [
      "people are never added to hours",
      { numerator: "works_n5 + hours_taught" },
      ["numerator", "unitsDiffer", "works_n5 + hours_taught"],
    ],
    [
      "people are never compared with points",
      { condition: "works_n5 > works_points" },
      ["condition", "unitsDiffer", "works_n5 > works_points"],
    ],
    [
      "a name that nobody knows, with the one that was meant",
      { numerator: "works_n4 + work_n5" },
      ["numerator", "unknownFactNear", "work_n5"],
    ],
    ["a name that is like none", { numerator: "qqqqqq" }, ["numerator", "unknownFact", "qqqqqq"]],
    [
      "an indicator that does not exist",
      {
        numerator: 'indicator("D1") + indicator("ZZZ")',
        unit: "percentagePoints",
        denominator: null,
        aggregation: "notAdditive",
      },
      ["numerator", "unknownIndicator", 'indicator("ZZZ")'],
    ],
    [
      "a circle through other indicators",
      {
        numerator: 'indicator("D2") - 1',
        unit: "percentagePoints",
        denominator: null,
        aggregation: "notAdditive",
      },
      ["numerator", "circle", 'indicator("D2") - 1'],
    ],
    ["an unfinished text", { numerator: "works_n5 +" }, ["numerator", "unfinished", "+"]],
    ["a letter outside the language", { numerator: "works_n5 + оценка" }, ["numerator", "unexpected", "о"]],
    ["a list", { numerator: "[1, 2]" }, ["numerator", "notInLanguage", "[1, 2]"]],
    [
      "a field of something",
      { numerator: "works_n5.constructor" },
      ["numerator", "notInLanguage", "works_n5.constructor"],
    ],
    ["a method", { numerator: "works_n5.map(x, x)" }, ["numerator", "notInLanguage", "works_n5.map(x, x)"]],
    ["a text as a value", { numerator: '"text"' }, ["numerator", "textValue", '"text"']],
    ["a remainder", { numerator: "works_n5 % 2" }, ["numerator", "notInLanguage", "works_n5 % 2"]],
    ["a division by a written zero", { numerator: "works_n5 / 0" }, ["numerator", "divisionByZero", "0"]],
    [
      "yes and no where a number is asked for",
      { numerator: "reading_room + 1" },
      ["numerator", "numberExpected", "reading_room"],
    ],
    [
      "a number where yes or no is asked for",
      { condition: "works_n5" },
      ["condition", "truthExpected", "works_n5"],
    ],
    [
      "two ends of different kinds",
      { numerator: "reading_room ? works_n5 : reading_room" },
      ["numerator", "kindsDiffer", "reading_room ? works_n5 : reading_room"],
    ],
    [
      "a per cent without a denominator",
      { denominator: null },
      ["numerator", "denominatorExpected", "works_n5"],
    ],
    [
      "a per cent of people in hours",
      { denominator: "hours_planned" },
      ["numerator", "unitOfIndicator", "works_n5"],
    ],
    [
      "a subject of a fact that has none",
      { numerator: 'staff_total("MA")' },
      ["numerator", "notBySubject", 'staff_total("MA")'],
    ],
    [
      "a look back from a look back",
      { numerator: "previous(previous(works_n5))" },
      ["numerator", "previousTwice", "previous(previous(works_n5))"],
    ],
    ["an empty numerator", { numerator: " " }, ["numerator", "empty", " "]],
    ["too few arguments", { numerator: "min(works_n5)" }, ["numerator", "arguments", "min(works_n5)"]],
  ] as const)("%s", (_, texts, expected) => {
    expect(problem(texts)).toEqual(expected);
  });

  it("says the whole circle", () => {
    const outcome = readFormula(
      {
        ...base,
        numerator: 'indicator("D2")',
        denominator: null,
        unit: "percentagePoints",
        aggregation: "notAdditive",
      },
      others,
    );
    expect(outcome).toMatchObject({ ok: false, problems: [{ params: { cycle: "X → D2 → D3 → X" } }] });
  });

  it("shows every problem at once", () => {
    const outcome = readFormula(
      { ...base, numerator: "nobody + reading_room", denominator: "works_scored +" },
      others,
    );
    expect(outcome.ok ? [] : outcome.problems.map(({ key }) => key)).toEqual([
      "unknownFact",
      "numberExpected",
      "unfinished",
    ]);
  });
});

describe("a ratio of sums never becomes a mean of ratios by accident", () => {
  it.each([
    [
      "a quotient of facts is not summed over schools",
      { numerator: "works_n5 / works_scored", denominator: null, unit: "mark" },
      "quotientDoesNotAdd",
    ],
    [
      "a product of facts is not summed over schools",
      { numerator: "works_n5 * works_n4", denominator: "works_scored * works_scored" },
      "productDoesNotAdd",
    ],
    [
      "a per cent of another indicator is not summed over schools",
      { numerator: 'indicator("D1")', denominator: null, unit: "percentagePoints" },
      "indicatorDoesNotAdd",
    ],
    [
      "a speed is not summed over schools",
      { numerator: "internet_megabits", denominator: null, unit: "megabits" },
      "factDoesNotAdd",
    ],
    [
      "yes and no are not summed",
      { numerator: "reading_room", denominator: null, unit: "yesNo" },
      "yesNoDoesNotAdd",
    ],
    [
      "weighting asks for the weight",
      { numerator: 'indicator("D1")', denominator: null, unit: "percentagePoints", aggregation: "weighted" },
      "weightExpected",
    ],
  ] as const)("%s", (_, texts, key) => {
    expect(problem(texts)?.[1]).toBe(key);
  });

  it.each([
    [{ numerator: "works_n4 + works_n5" }],
    [{ numerator: "2 * works_n5 - works_n4 / 2", denominator: "works_scored" }],
    [{ numerator: 'works_n5("MA", 4)', denominator: 'works_scored("MA", 4)' }],
    [{ numerator: "known(year_na) ? year_n5 : works_n5" }],
    [{ numerator: 'indicator("P")', denominator: "works_scored" }],
    [
      {
        numerator: "reading_room && electronic_documents",
        denominator: null,
        unit: "yesNo",
        aggregation: "notAdditive",
      },
    ],
    [
      {
        numerator: 'previous(indicator("D1")) - indicator("D1")',
        denominator: null,
        unit: "percentagePoints",
        aggregation: "notAdditive",
      },
    ],
    [{ numerator: "area_square_metres", denominator: "pupils_total", unit: "squareMetres" }],
    [{ numerator: "injuries", denominator: "pupils_total", unit: "perThousand" }],
    [{ numerator: "5 * works_n5 + 4 * works_n4", denominator: "works_scored", unit: "mark" }],
    [{ numerator: 'ege_score_sum("RU")', denominator: 'ege_scored("RU")', unit: "score" }],
  ] as const)("%j is sound", (texts) => {
    expect(problem(texts)).toBeNull();
  });
});

describe("limits", () => {
  it("refuses what nobody could read", () => {
    expect(problem({ numerator: "works_n5 + ".repeat(120) + "1" })?.[1]).toBe("tooLong");
    expect(problem({ numerator: "(".repeat(200) + "1" + ")".repeat(200) })?.[1]).toMatch(
      /tooComplex|unexpected/,
    );
    expect(problem({ numerator: "-".repeat(300) + "1" })?.[1]).toBe("tooComplex");
    expect(problem({ numerator: "1+".repeat(300) + "1" })?.[1]).toBe("tooComplex");
  });
});
