import { describe, expect, it } from "vitest";
import { readShipped, shippedIndicators } from "#lib/indicators/catalogue/shipped.ts";
import { usedFacts, usedIndicators } from "#lib/indicators/formula/expression.ts";
import { factOf } from "#lib/indicators/formula/facts.ts";
import { readFormula } from "#lib/indicators/formula/formula.ts";
import { parseFormula } from "#lib/indicators/formula/parse.ts";
import { bordersFit } from "#lib/indicators/rules.ts";
import { units } from "#lib/indicators/units.ts";

const catalogue = await shippedIndicators();
const codesOf = (family: string) => catalogue.filter((one) => one.family === family).map(({ code }) => code);
/** Codes without those of their parts: `B3.1` is a part of `B3`. */
const headsOf = (family: string) =>
  codesOf(family).filter((code) => !codesOf(family).some((other) => code.startsWith(`${other}.`)));
const numbered = (letter: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);
/** Handbook §6.2, the table of the order, line by line with the lines inside 1.29, 1.30. */
const order1324 = [
  ...Array.from({ length: 19 }, (_, i) => `1.${i + 1}`),
  ...["1.19.1", "1.19.2", "1.19.3"],
  ...["1.20", "1.21", "1.22", "1.23", "1.24", "1.25", "1.26", "1.27", "1.28"],
  ...["1.29", "1.29.1", "1.29.2", "1.30", "1.30.1", "1.30.2", "1.31", "1.32", "1.33", "1.34"],
  ...["2.1", "2.2", "2.3", "2.4", "2.4.1", "2.4.2", "2.4.3", "2.4.4", "2.4.5", "2.5", "2.6"],
];

describe("the shipped catalogue against the handbook", () => {
  it.each([
    ["content", "A", 7],
    ["conditions", "B", 16],
    ["processes", "C", 10],
    ["results", "D", 16],
  ])("§5.2: %s is complete", (family, letter, count) => {
    expect(headsOf(family)).toEqual(numbered(letter, count));
  });

  it("§6.2: приложение 2 of order 1324, every line and nothing else", () => {
    expect(codesOf("order1324")).toEqual(order1324);
    expect(order1324).toHaveLength(52);
  });

  it("§7.2: five criteria of НОКО with 3, 2, 3, 3 and 3 indicators, and the total", () => {
    const parts = [3, 2, 3, 3, 3].map((count, i) => [
      `K${i + 1}`,
      ...Array.from({ length: count }, (_, j) => `K${i + 1}.${j + 1}`),
    ]);
    expect(codesOf("noko")).toEqual(["K", ...parts.flat()]);
  });

  it("§7.2: the weights of every criterion add up to one and stand in its formula", () => {
    for (const criterion of numbered("K", 5)) {
      const weights = catalogue.flatMap(({ code, weight }) =>
        code.startsWith(`${criterion}.`) ? [[code, weight ?? 0] as const] : [],
      );
      expect(weights.reduce((sum, [, weight]) => sum + weight, 0)).toBeCloseTo(1, 12);
      const formula = weights.map(([code, weight]) => `${weight.toFixed(1)} * indicator("${code}")`);
      expect(catalogue.find(({ code }) => code === criterion)?.numerator).toBe(formula.join(" + "));
    }
  });

  it("§2.6: the eighteen lines of the table of ГИА", () => {
    expect(headsOf("exams")).toEqual(numbered("G", 18));
  });

  it("§5.3: completion of the plan", () => {
    const plan = catalogue.find(({ family }) => family === "plan");
    expect([plan?.numerator, plan?.denominator]).toEqual(["cycle_lines_in_time", "cycle_lines"]);
  });

  it("§6.2: shares of the order have the denominators that it names", () => {
    const denominators = (codes: readonly string[]) =>
      new Set(codes.map((wanted) => catalogue.find(({ code }) => code === wanted)?.denominator));
    expect(denominators(["1.5", ...order1324.slice(17, 26), "2.5"])).toEqual(new Set(["pupils_total"]));
    expect(denominators(["1.10", "1.11", "1.14", "1.16"])).toEqual(new Set(["graduates_9"]));
    expect(denominators(["1.12", "1.13", "1.15", "1.17"])).toEqual(new Set(["graduates_11"]));
    expect(
      denominators(["1.25", "1.26", "1.27", "1.28", "1.29", "1.29.1", "1.30.1", "1.31", "1.32"]),
    ).toEqual(new Set(["staff_total"]));
    expect(denominators(["1.33", "1.34"])).toEqual(new Set(["staff_with_administration"]));
  });

  it("§5.3: bands of СОУ and of quality, none of them a norm", () => {
    const bands = catalogue.flatMap(({ code, thresholds }) => (thresholds ? [{ code, ...thresholds }] : []));
    expect(bands).toMatchObject([
      { code: "D2", optimal: 70, sufficient: 50, acceptable: 30, ruleKind: "local" },
      { code: "D3", optimal: 64, sufficient: 50, acceptable: 36, ruleKind: "practice", needsCheck: true },
    ]);
    for (const band of bands)
      expect(bordersFit(band, catalogue.find((one) => one.code === band.code)!.direction)).toBe(true);
  });
});

describe("whose rule it is", () => {
  it("nothing of the practice of §5.2, §5.3, §2.6 and §7 is called a norm", () => {
    const norms = catalogue.filter(({ ruleKind, family }) => ruleKind === "norm" && family !== "order1324");
    // §2.6 marks the medals [norm R23], and nothing else.
    expect(norms.map(({ code }) => code)).toEqual(["G9.2", "G9.3"]);
  });

  it("the wording of the order, formulas of НОКО and lists of МЦНМО are to be checked", () => {
    const unchecked = catalogue.filter(({ needsCheck }) => needsCheck);
    expect(new Set(unchecked.map(({ family }) => family))).toEqual(new Set(["order1324", "noko", "exams"]));
    expect(unchecked.filter(({ family }) => family === "exams").map(({ code }) => code)).toEqual([
      ...["G7", "G7.1", "G7.2", "G7.3", "G18"],
    ]);
    expect(unchecked).toHaveLength(52 + 20 + 5);
  });

  it("what is a norm says of which document", () => {
    for (const { code, ruleKind, basis } of catalogue)
      if (ruleKind === "norm")
        expect([code, basis.some((one) => one.ruleKind === "norm" && /№/.test(one.citation))]).toEqual([
          code,
          true,
        ]);
  });
});

describe("the formulas of the catalogue", () => {
  const formulas = catalogue.flatMap(({ code, numerator, denominator, condition }) =>
    [numerator, denominator, condition].flatMap((text) => (text === null ? [] : [[code, text] as const])),
  );

  it.each(formulas)("%s: %s speaks of known facts and indicators", (_code, text) => {
    const parsed = parseFormula(text);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
    expect(usedFacts(parsed.expression).filter((fact) => factOf(fact) === null)).toEqual([]);
    const known = new Set(catalogue.map(({ code }) => code));
    expect(usedIndicators(parsed.expression).filter((code) => !known.has(code))).toEqual([]);
  });

  it("can all be computed: types, units, circles, and what they say of adding up", () => {
    const known = catalogue.map((one) => ({
      ...{ code: one.code, unit: one.unit, aggregation: one.aggregation },
      hasDenominator: one.denominator !== null,
      uses: [...`${one.numerator}`.matchAll(/indicator\("([^"]+)"\)/g)].map(([, code]) => code ?? ""),
    }));
    const wrong = catalogue.flatMap((one) => {
      if (one.numerator === null) return [];
      const outcome = readFormula({ ...one, numerator: one.numerator }, known);
      return outcome.ok ? [] : outcome.problems.map(({ key, field }) => `${one.code} ${field}: ${key}`);
    });
    expect(wrong).toEqual([]);
  });

  it("a heading is never measured, and a share of people counts them", () => {
    for (const { unit, numerator, denominator, aggregation } of catalogue) {
      if (!units[unit].measured) expect([numerator, denominator]).toEqual([null, null]);
      // A sum of ratios would be a mean of ratios in disguise.
      if (denominator !== null) expect(aggregation).not.toBe("sum");
    }
  });
});

describe("the two languages", () => {
  it("every name and definition is written in both", () => {
    for (const { name, definition } of catalogue)
      for (const text of [name.ru, name.uk, definition.ru, definition.uk])
        expect(text.trim().length).toBeGreaterThan(1);
  });

  it("Ukrainian has no letters that only Russian has, Russian none that only Ukrainian has", () => {
    // Russian examinations keep their printed names.
    const uk = catalogue.flatMap(({ name, definition }) => [name.uk, definition.uk]);
    const ru = catalogue.flatMap(({ name, definition }) => [name.ru, definition.ru]);
    expect(uk.filter((text) => /[ыэъё]/i.test(text.replaceAll(/ЕГЭ|ОГЭ/g, "")))).toEqual([]);
    expect(ru.filter((text) => /[іїєґ]/i.test(text))).toEqual([]);
  });
});

describe("a file of the catalogue", () => {
  const line = { ...catalogue[0]!, family: undefined, position: undefined };
  const { family: _, position: __, ...indicator } = line;
  const file = (change: object) => ({
    ...{ family: "own", effectiveFrom: "2019-09-01", defaults: {} },
    indicators: [{ ...indicator, ...change }],
  });

  it("is refused with an unknown unit, a missing name, an unknown field", () => {
    expect(readShipped(file({}))).toHaveLength(1);
    for (const change of [{ unit: "barrels" }, { name: { ru: "x" } }, { colour: "red" }, { basis: [] }])
      expect(() => readShipped(file(change))).toThrow();
  });
});
