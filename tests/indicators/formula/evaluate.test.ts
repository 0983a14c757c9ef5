import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compute } from "#lib/indicators/formula/compute.ts";
import { absent, evaluate, notDefined, type Surroundings } from "#lib/indicators/formula/evaluate.ts";
import { type FormulaTexts, readFormula } from "#lib/indicators/formula/formula.ts";
import { parseFormula } from "#lib/indicators/formula/parse.ts";

type Facts = Record<string, number | boolean | null>;
const around = (facts: Facts, previous: Facts | null = null): Surroundings => ({
  fact: (code, subject, grade) => facts[[code, subject, grade].filter((x) => x !== null).join(":")] ?? null,
  indicator: (code) => facts[code] ?? absent,
  previous: previous && around(previous),
});
const value = (text: string, facts: Facts = {}, previous: Facts | null = null) => {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(parsed.problem.key);
  return evaluate(parsed.expression, around(facts, previous));
};
const computed = (texts: Partial<FormulaTexts>, facts: Facts) => {
  const outcome = readFormula(
    {
      code: "X",
      numerator: "0",
      denominator: null,
      condition: null,
      unit: "mark",
      aggregation: "sum",
      ...texts,
    },
    [],
  );
  if (!outcome.ok) throw new Error(outcome.problems[0]?.key);
  return compute(outcome.formula, around(facts));
};

// One class of 25: 4 fives, 9 fours, 10 threes, 2 twos (handbook §5.3, by hand):
const marks = { works_n5: 4, works_n4: 9, works_n3: 10, works_n2: 2, works_scored: 25 };

describe("formulas of the handbook §5.3, counted by hand", () => {
  it("успеваемость: (4 + 9 + 10) / 25 = 92 %", () => {
    expect(
      computed(
        { numerator: "works_n5 + works_n4 + works_n3", denominator: "works_scored", unit: "percent" },
        marks,
      ).value,
    ).toBe(92);
  });

  it("качество знаний: (4 + 9) / 25 = 52 %", () => {
    expect(
      computed({ numerator: "works_n5 + works_n4", denominator: "works_scored", unit: "percent" }, marks)
        .value,
    ).toBe(52);
  });

  it("СОУ: (4·1 + 9·0,64 + 10·0,36 + 2·0,16) / 25 = (4 + 5,76 + 3,6 + 0,32) / 25 = 13,68 / 25 = 54,72 %", () => {
    const sou = {
      numerator: "works_n5 * 1.0 + works_n4 * 0.64 + works_n3 * 0.36 + works_n2 * 0.16",
      denominator: "works_scored",
      unit: "percent",
    };
    expect(computed(sou, marks).value).toBeCloseTo(54.72, 10);
  });

  it("средний балл: (20 + 36 + 30 + 4) / 25 = 90 / 25 = 3,6", () => {
    expect(
      computed(
        {
          numerator: "5 * works_n5 + 4 * works_n4 + 3 * works_n3 + 2 * works_n2",
          denominator: "works_scored",
        },
        marks,
      ).value,
    ).toBe(3.6);
  });

  it("индекс роста: 46 % after 40 % is (46 − 40) / 40 · 100 = 15 %", () => {
    const growth = '(indicator("D2") - previous(indicator("D2"))) / previous(indicator("D2")) * 100';
    expect(value(growth, { D2: 46 }, { D2: 40 })).toBe(15);
  });

  it("one subject of one parallel", () => {
    expect(
      value('works_n5("MA", 4) + works_n5(5) + works_n5("RU")', {
        "works_n5:MA:4": 1,
        "works_n5:5": 2,
        "works_n5:RU": 4,
      }),
    ).toBe(7);
  });
});

describe("silence is not a number", () => {
  it("no data gives no data, whatever stands beside it", () => {
    for (const text of [
      "works_n5 + 1",
      "works_n5 * 0",
      "0 * works_n5",
      "min(works_n5, 1)",
      "works_n5 > 0 ? 1 : 2",
      "-works_n5",
      "1 / works_n5",
    ])
      expect(value(text)).toBe(absent);
  });

  it("a division by zero is not defined", () => {
    expect(value("1 / works_n5", { works_n5: 0 })).toBe(notDefined);
    expect(value("1 / works_n5 + works_n4", { works_n5: 0 })).toBe(absent);
    expect(value("1e12 * 1e12 * 1e12", {})).toBe(1e36);
  });

  it("what is known decides yes and no even when the other side is missing", () => {
    expect(value("false && reading_room")).toBe(false);
    expect(value("reading_room || true")).toBe(true);
    expect(value("true && reading_room")).toBe(absent);
    expect(value("!reading_room || 2 > 1 && 1 != 2", { reading_room: true })).toBe(true);
  });

  it("a formula may say what then", () => {
    expect(value("orElse(year_na, 0) + 1")).toBe(1);
    expect(value("known(year_na) ? 1 : 2")).toBe(2);
    expect(value("count(reading_room, scanning, true)", { reading_room: true, scanning: false })).toBe(2);
    expect(value("previous(works_n5)", { works_n5: 1 })).toBe(absent);
  });

  it("a share of nobody is not defined, and a share with a missing part is owed", () => {
    const share = { numerator: "works_n5", denominator: "works_scored", unit: "percent" } as const;
    expect(computed(share, { works_n5: 0, works_scored: 0 })).toMatchObject({
      state: "notApplicable",
      reason: "zero",
      value: null,
    });
    expect(computed(share, { works_scored: 25 })).toMatchObject({
      state: "absent",
      reason: "missing",
      value: null,
    });
    expect(
      computed({ ...share, condition: "works_scored >= 10" }, { works_n5: 1, works_scored: 9 }),
    ).toMatchObject({ state: "notApplicable", reason: "condition" });
    expect(computed(share, { works_n5: 0, works_scored: 24 })).toMatchObject({ state: "value", value: 0 });
  });
});

// Formulas of any shape over three facts, as text and as the arithmetic of JavaScript.
const number = fc.integer({ min: 0, max: 50 });
const leaf = fc.oneof(
  number.map((n) => ({ text: String(n), run: () => n })),
  fc
    .constantFrom("works_n5", "works_n4", "works_n3")
    .map((code) => ({ text: code, run: (f: Record<string, number>) => f[code]! })),
);
const { formula } = fc.letrec<{ formula: { text: string; run: (f: Record<string, number>) => number } }>(
  (tie) => ({
    formula: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.tuple(tie("formula"), fc.constantFrom("+", "-", "*"), tie("formula")).map(([a, operator, b]) => ({
        text: `(${a.text} ${operator} ${b.text})`,
        run: (f: Record<string, number>) => {
          const [x, y] = [a.run(f), b.run(f)];
          return operator === "+" ? x + y : operator === "-" ? x - y : x * y;
        },
      })),
    ),
  }),
);

describe("for every formula", () => {
  it("the value is that of the arithmetic it writes", () => {
    fc.assert(
      fc.property(
        formula,
        fc.tuple(number, number, number),
        ({ text, run }, [works_n5, works_n4, works_n3]) => {
          fc.pre(text.length <= 1_000);
          const facts = { works_n5, works_n4, works_n3 };
          expect(value(text, facts)).toBe(run(facts) + 0);
        },
      ),
    );
  });

  it("any text is answered with a formula or a problem inside it, never with a defect", () => {
    const piece = fc.constantFrom(
      "works_n5",
      "(",
      ")",
      "+",
      "/",
      "?",
      ":",
      "indicator",
      '"D1"',
      "[",
      "]",
      ".",
      "{",
      "1",
      "0x",
      "!",
      "has(",
      "x.map(",
      "&&",
      "=",
      "'",
      "\\",
      "🙂",
      " ",
      "null",
      "in",
      "b'1'",
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")),
        (text) => {
          const parsed = parseFormula(text);
          if (parsed.ok) return;
          const { start, end } = parsed.problem;
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        },
      ),
    );
  });

  it("a value is a finite number or a silence, never NaN", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("works_n5 / works_n4", "works_n5 / works_n4 / works_n3", "1 / (works_n5 - works_n4)"),
        fc.tuple(number, number, number),
        (text, [works_n5, works_n4, works_n3]) => {
          const result = value(text, { works_n5, works_n4, works_n3 });
          expect(result === notDefined || Number.isFinite(result)).toBe(true);
        },
      ),
    );
  });
});
