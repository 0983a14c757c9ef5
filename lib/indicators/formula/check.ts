import { type Expression, everyPart, type Problem, type TextRange } from "./expression.ts";
import { factOf, facts } from "./facts.ts";
import { nearestName } from "./suggest.ts";
import { combinedUnit, commonUnit, plainNumber, type Unit, unitName, unitOf } from "./unit.ts";

/** What a part of a formula gives: a number in a unit, or yes/no. */
export type Kind = { readonly type: "number"; readonly unit: Unit } | { readonly type: "truth" };

/** What the checker must know of other indicators: the kind of their value; null when there is no such code. */
export type IndicatorKinds = (code: string) => Kind | null;

export interface Checked {
  /** Null when a problem left it unknown. */
  readonly kind: Kind | null;
  readonly problems: readonly Problem[];
}

/**
 * Types and units of a formula. Every problem carries the characters it is about; the check goes on after a problem, so
 * that all of them are shown at once.
 */
export function checkExpression(
  expression: Expression,
  indicators: IndicatorKinds,
  indicatorCodes: readonly string[] = [],
): Checked {
  const problems: Problem[] = [];
  const report = (key: string, { start, end }: TextRange, params: Problem["params"] = {}): null => {
    problems.push({ key, params, start, end });
    return null;
  };
  return { kind: kindOf(expression, { report, indicators, indicatorCodes }), problems };
}

interface Room {
  report(key: string, range: TextRange, params?: Problem["params"]): null;
  indicators: IndicatorKinds;
  indicatorCodes: readonly string[];
}

const truth: Kind = { type: "truth" };
const number = (unit: Unit): Kind => ({ type: "number", unit });

function kindOf(expression: Expression, room: Room): Kind | null {
  switch (expression.kind) {
    case "number":
      return number("any");
    case "truth":
      return truth;
    case "fact":
      return factKind(expression, room);
    case "indicator": {
      const kind = room.indicators(expression.code);
      if (kind) return kind;
      const near = nearestName(expression.code, room.indicatorCodes);
      return room.report(near ? "unknownIndicatorNear" : "unknownIndicator", expression, {
        code: expression.code,
        near: near ?? "",
      });
    }
    case "minus":
      return numeric(expression.of, room);
    case "not":
      return truthful(expression.of, room);
    case "choose": {
      truthful(expression.test, room);
      return alike(expression.yes, expression.no, expression, room);
    }
    case "binary":
      return binaryKind(expression, room);
    case "call":
      return callKind(expression, room);
  }
}

function factKind(expression: Extract<Expression, { kind: "fact" }>, room: Room): Kind | null {
  const fact = factOf(expression.code);
  if (!fact) {
    const names = facts.map(({ code }) => code);
    const near = nearestName(expression.code, names);
    return room.report(near ? "unknownFactNear" : "unknownFact", expression, {
      code: expression.code,
      near: near ?? "",
    });
  }
  if (expression.subject !== null && !fact.bySubject)
    return room.report("notBySubject", expression, { code: fact.code });
  if (expression.grade !== null && !fact.byGrade)
    return room.report("notByGrade", expression, { code: fact.code });
  if (
    expression.grade !== null &&
    !(Number.isInteger(expression.grade) && expression.grade >= 1 && expression.grade <= 12)
  )
    return room.report("noSuchGrade", expression, { grade: expression.grade });
  return fact.unit === null ? truth : number(unitOf(fact.unit));
}

type Binary = Extract<Expression, { kind: "binary" }>;

function binaryKind(expression: Binary, room: Room): Kind | null {
  const { operator, left, right } = expression;
  switch (operator) {
    case "&&":
    case "||": {
      const [a, b] = [truthful(left, room), truthful(right, room)];
      return a && b && truth;
    }
    case "+":
    case "-":
      return numericPair(expression, room);
    case "<":
    case "<=":
    case ">":
    case ">=":
      return numericPair(expression, room) && truth;
    case "==":
    case "!=":
      return alike(left, right, expression, room) && truth;
    case "*":
    case "/": {
      const [a, b] = [numeric(left, room), numeric(right, room)];
      if (operator === "/" && right.kind === "number" && right.value === 0)
        return room.report("divisionByZero", right);
      if (a?.type !== "number" || b?.type !== "number") return null;
      return number(combinedUnit(a.unit, b.unit, operator === "*" ? 1 : -1));
    }
  }
}

function numericPair({ left, right, start, end }: Binary, room: Room): Kind | null {
  const [a, b] = [numeric(left, room), numeric(right, room)];
  if (a?.type !== "number" || b?.type !== "number") return null;
  return sameUnits(a.unit, b.unit, { start, end }, room);
}

function sameUnits(a: Unit, b: Unit, range: TextRange, room: Room): Kind | null {
  const unit = commonUnit(a, b);
  if (unit !== null) return number(unit);
  return room.report("unitsDiffer", range, { left: unitName(a), right: unitName(b) });
}

/** Two parts of which one takes the place of the other. */
function alike(left: Expression, right: Expression, range: TextRange, room: Room): Kind | null {
  const [a, b] = [kindOf(left, room), kindOf(right, room)];
  if (!a || !b) return null;
  if (a.type === "number" && b.type === "number") return sameUnits(a.unit, b.unit, range, room);
  if (a.type === b.type) return truth;
  return room.report("kindsDiffer", range);
}

function callKind(expression: Extract<Expression, { kind: "call" }>, room: Room): Kind | null {
  const { name, args } = expression;
  const [first, second] = args as [Expression, Expression];
  switch (name) {
    case "abs":
      return numeric(first, room);
    case "known":
      return kindOf(first, room) && truth;
    case "previous":
      // Facts are read for two years back: one for this word, one for an indicator inside it.
      if ([...everyPart(first)].some((part) => part.kind === "call" && part.name === "previous"))
        return room.report("previousTwice", expression);
      return kindOf(first, room);
    case "orElse":
      return alike(first, second, expression, room);
    case "count":
      return args.map((part) => truthful(part, room)).includes(null) ? null : number(plainNumber);
    case "min":
    case "max": {
      const kinds = args.map((part) => numeric(part, room));
      return kinds.reduce<Kind | null>((known, kind) => {
        if (known?.type !== "number" || kind?.type !== "number") return null;
        return sameUnits(known.unit, kind.unit, expression, room);
      }, number("any"));
    }
  }
}

function numeric(expression: Expression, room: Room): Kind | null {
  const kind = kindOf(expression, room);
  return kind?.type === "truth" ? room.report("numberExpected", expression) : kind;
}

function truthful(expression: Expression, room: Room): Kind | null {
  const kind = kindOf(expression, room);
  return kind?.type === "number" ? room.report("truthExpected", expression) : kind;
}
