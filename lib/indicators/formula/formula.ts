import { isUnit, units } from "../units.ts";
import type { Aggregation, Period } from "../vocabulary.ts";
import { notAdditivePart } from "./additive.ts";
import { checkExpression, type Kind } from "./check.ts";
import { findCycle } from "./cycles.ts";
import { type Expression, type Problem, usedFacts, usedIndicators } from "./expression.ts";
import { parseFormula } from "./parse.ts";
import { periodProblem } from "./periods.ts";
import { combinedUnit, sameUnit, type Unit, unitName, unitOf } from "./unit.ts";

/** The three texts of an indicator's formula with what decides how they are read. */
export interface FormulaTexts {
  readonly code: string;
  readonly numerator: string;
  readonly denominator: string | null;
  readonly condition: string | null;
  /** A code of lib/indicators/units.ts. */
  readonly unit: string;
  readonly aggregation: Aggregation;
  /** How often there is a value; a school year when nothing is said. */
  readonly period?: Period;
}

/** A formula that can be computed. */
export interface Formula {
  readonly code: string;
  readonly numerator: Expression;
  readonly denominator: Expression | null;
  readonly condition: Expression | null;
  readonly multiplier: number;
  readonly aggregation: Aggregation;
}

export const formulaFields = ["numerator", "denominator", "condition"] as const;
export type FormulaField = (typeof formulaFields)[number];
export interface FieldProblem extends Problem {
  readonly field: FormulaField;
}

export type FormulaOutcome =
  | { readonly ok: true; readonly formula: Formula; readonly facts: string[]; readonly indicators: string[] }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** What a checker must know of the other indicators in force. */
export interface KnownIndicator {
  readonly code: string;
  readonly unit: string;
  readonly aggregation: Aggregation;
  readonly period?: Period;
  readonly hasDenominator: boolean;
  /** Codes of the indicators that its own formula uses. */
  readonly uses: readonly string[];
}

/** Reads and checks a whole formula: syntax, names, types, units, what adds up, circles. All problems at once, each with its characters. */
export function readFormula(texts: FormulaTexts, others: readonly KnownIndicator[]): FormulaOutcome {
  const problems: FieldProblem[] = [];
  const known = new Map(others.map((other) => [other.code, other]));
  const codes = [...known.keys()];
  const kinds: Partial<Record<FormulaField, Kind | null>> = {};
  const expressions: Partial<Record<FormulaField, Expression>> = {};
  for (const field of formulaFields) {
    const text = texts[field];
    if (text === null || (field !== "numerator" && text.trim() === "")) continue;
    const parsed = parseFormula(text);
    if (!parsed.ok) {
      problems.push({ field, ...parsed.problem });
      continue;
    }
    expressions[field] = parsed.expression;
    const { kind, problems: found } = checkExpression(
      parsed.expression,
      (code) => kindOfIndicator(known.get(code)),
      codes,
    );
    kinds[field] = kind;
    problems.push(...found.map((problem) => ({ field, ...problem })));
  }
  const { numerator, denominator = null, condition = null } = expressions;
  const all = [numerator, denominator, condition].flatMap((part) => (part ? [part] : []));
  if (numerator && problems.length === 0) {
    problems.push(...wrongKinds(texts, kinds, expressions));
    problems.push(...wrongAggregation(texts, expressions, known));
    problems.push(...circle(texts, expressions, known));
    problems.push(...wrongPeriods(texts.period ?? "year", expressions, known));
  }
  if (!numerator || problems.length > 0) return { ok: false, problems };

  return {
    ok: true,
    formula: {
      ...{ code: texts.code, numerator, denominator, condition, aggregation: texts.aggregation },
      multiplier: denominator === null || !isUnit(texts.unit) ? 1 : units[texts.unit].multiplier,
    },
    facts: [...new Set(all.flatMap(usedFacts))],
    indicators: [...new Set(all.flatMap(usedIndicators))],
  };
}

function kindOfIndicator(indicator: KnownIndicator | undefined): Kind | null {
  if (!indicator) return null;
  if (indicator.unit === "yesNo") return { type: "truth" };
  return { type: "number", unit: unitOfValue(indicator.unit) };
}

/** The unit in which another formula meets an indicator's value. */
function unitOfValue(unit: string): Unit {
  switch (unit) {
    case "percent":
    case "peopleShare":
    case "percentagePoints":
      return unitOf("percent");
    case "people":
      return unitOf("people");
    case "pieces":
      return unitOf("pieces");
    case "score":
    case "mark":
    case "points100":
      return unitOf("points");
    case "squareMetres":
      return unitOf("squareMetres");
    case "megabits":
      return unitOf("megabits");
    default:
      return {};
  }
}

type Kinds = Partial<Record<FormulaField, Kind | null>>;
type Expressions = Partial<Record<FormulaField, Expression>>;

const problemAt = (
  field: FormulaField,
  at: Expression,
  key: string,
  params: Problem["params"] = {},
): FieldProblem => ({ field, key, params, start: at.start, end: at.end });

/** Does the formula give what the indicator's unit promises? */
function wrongKinds({ unit }: FormulaTexts, kinds: Kinds, expressions: Expressions): FieldProblem[] {
  const { numerator, denominator, condition } = expressions;
  if (!numerator) return [];
  if (condition && kinds.condition?.type !== "truth")
    return [problemAt("condition", condition, "truthExpected")];
  if (unit === "heading") return [problemAt("numerator", numerator, "headingHasNoFormula")];
  if (unit === "yesNo") {
    if (kinds.numerator?.type !== "truth") return [problemAt("numerator", numerator, "yesNoExpected")];
    return denominator ? [problemAt("denominator", denominator, "yesNoHasNoDenominator")] : [];
  }
  if (kinds.numerator?.type !== "number") return [problemAt("numerator", numerator, "numberExpected")];
  if (denominator && kinds.denominator?.type !== "number")
    return [problemAt("denominator", denominator, "numberExpected")];
  if (needsDenominator.has(unit) && !denominator)
    return [problemAt("numerator", numerator, "denominatorExpected", { unit })];
  const above = kinds.numerator.unit;
  const below = kinds.denominator?.type === "number" ? kinds.denominator.unit : null;
  const value = below === null ? above : combinedUnit(above, below, -1);
  if (fits(unit, value, above, below)) return [];
  const found = { unit, found: unitName(value) };
  return [problemAt("numerator", numerator, "unitOfIndicator", found)];
}

const needsDenominator = new Set(["percent", "peopleShare", "perPerson", "peoplePer", "perThousand"]);
const counts: readonly Unit[] = (
  ["pieces", "works", "classes", "lessons", "days", "positions", "people", "hours"] as const
).map(unitOf);

function fits(unit: string, value: Unit, above: Unit, below: Unit | null): boolean {
  const is = (...allowed: readonly Unit[]) => allowed.some((one) => sameUnit(value, one));
  const person = unitOf("people");
  switch (unit) {
    case "percent":
      return is({});
    case "peopleShare":
      return is({}) && sameUnit(above, person);
    case "people":
      return is(person);
    case "pieces":
      return is(...counts);
    case "score":
    case "mark":
      // A mean of marks is written as 5 · n5 + 4 · n4 … over people: a plain number.
      return is(unitOf("points"), { points: 1, people: -1 }, {});
    case "squareMetres":
      return is(unitOf("squareMetres"), { squareMetres: 1, people: -1 });
    case "megabits":
      return is(unitOf("megabits"));
    case "perPerson":
      return below !== null && sameUnit(below, person);
    case "peoplePer":
      return below !== null && sameUnit(above, person);
    case "perThousand":
      return below !== null;
    case "percentagePoints":
      return is(unitOf("percent"));
    case "points100":
      return is(unitOf("points"), unitOf("percent"), {});
    default:
      return true;
  }
}

/** A ratio of sums never becomes a mean of ratios by accident: what is declared to add up must add up. */
function wrongAggregation(
  { aggregation, unit }: FormulaTexts,
  expressions: Expressions,
  known: ReadonlyMap<string, KnownIndicator>,
): FieldProblem[] {
  const { numerator, denominator } = expressions;
  if (!numerator || aggregation === "notAdditive") return [];
  if (unit === "yesNo") return [problemAt("numerator", numerator, "yesNoDoesNotAdd")];
  const adds = (code: string) => {
    const other = known.get(code);
    return other?.aggregation === "sum" && !other.hasDenominator;
  };
  if (aggregation === "weighted" && !denominator)
    return [problemAt("numerator", numerator, "weightExpected")];
  return (["numerator", "denominator"] as const).flatMap((field) => {
    const expression = expressions[field];
    const problem = expression ? notAdditivePart(expression, adds) : null;
    // «Weighted» says: the numerator is a value times the weight that stands in the denominator.
    const weighed =
      aggregation === "weighted" && field === "numerator" && problem?.key === "productDoesNotAdd";
    return problem && !weighed ? [{ field, ...problem }] : [];
  });
}

function wrongPeriods(
  period: Period,
  expressions: Expressions,
  known: ReadonlyMap<string, KnownIndicator>,
): FieldProblem[] {
  return formulaFields.flatMap((field) => {
    const expression = expressions[field];
    const problem = expression ? periodProblem(expression, period, (code) => known.get(code)?.period) : null;
    return problem ? [{ field, ...problem }] : [];
  });
}

function circle(
  { code }: FormulaTexts,
  expressions: Expressions,
  known: ReadonlyMap<string, KnownIndicator>,
): FieldProblem[] {
  const own = Object.values(expressions).flatMap(usedIndicators);
  const cycle = findCycle(code, (at) => (at === code ? own : (known.get(at)?.uses ?? [])));
  if (!cycle) return [];
  for (const field of formulaFields) {
    const expression = expressions[field];
    if (!expression || !usedIndicators(expression).includes(cycle[1] ?? "")) continue;
    return [problemAt(field, expression, "circle", { cycle: cycle.join(" → ") })];
  }
  return [];
}
