import type { Expression } from "./expression.ts";

/** There is no data: somebody owes a fact. Never 0. */
export const absent = Symbol("absent");
/** Not defined: a division by zero, or a number too large to mean anything. Never 0 and never NaN. */
export const notDefined = Symbol("notDefined");

export type Evaluated = number | boolean | typeof absent | typeof notDefined;

/** What a formula is evaluated against: one school and one period. */
export interface Surroundings {
  /** A fact, of one subject or parallel where the formula says so; null: there is no data. */
  fact(code: string, subject: string | null, grade: number | null): number | boolean | null;
  /** The value of another indicator of the same school and period. */
  indicator(code: string): Evaluated;
  /** The same school one period earlier; null: nothing is known of it. */
  readonly previous: Surroundings | null;
  /** Hears of every fact that was asked for and is missing. */
  missing?(code: string): void;
}

/**
 * The value of a checked formula. No data gives no data (`absent`), a division by zero gives `notDefined`; `&&` and `||`
 * answer as soon as the side they know decides. A formula that was not checked may throw a RangeError.
 */
export function evaluate(expression: Expression, around: Surroundings): Evaluated {
  switch (expression.kind) {
    case "number":
    case "truth":
      return expression.value;
    case "fact": {
      const value = around.fact(expression.code, expression.subject, expression.grade);
      if (value !== null) return value;
      around.missing?.(expression.code);
      return absent;
    }
    case "indicator":
      return around.indicator(expression.code);
    case "minus": {
      const value = evaluate(expression.of, around);
      return typeof value === "symbol" ? value : 0 - Number(value);
    }
    case "not": {
      const value = evaluate(expression.of, around);
      return typeof value === "symbol" ? value : !value;
    }
    case "choose": {
      const test = evaluate(expression.test, around);
      if (typeof test === "symbol") return test;
      return evaluate(test ? expression.yes : expression.no, around);
    }
    case "binary":
      return binary(expression, around);
    case "call":
      return call(expression, around);
  }
}

function binary(expression: Extract<Expression, { kind: "binary" }>, around: Surroundings): Evaluated {
  const { operator } = expression;
  const left = evaluate(expression.left, around);
  if (operator === "&&" && left === false) return false;
  if (operator === "||" && left === true) return true;
  const right = evaluate(expression.right, around);
  if (operator === "&&" && right === false) return false;
  if (operator === "||" && right === true) return true;
  const unknown = silent(left, right);
  if (unknown !== null) return unknown;
  const [a, b] = [left as number, right as number];
  switch (operator) {
    case "+":
      return finite(a + b);
    case "-":
      return finite(a - b);
    case "*":
      return finite(a * b);
    case "/":
      return b === 0 ? notDefined : finite(a / b);
    case "<":
      return a < b;
    case "<=":
      return a <= b;
    case ">":
      return a > b;
    case ">=":
      return a >= b;
    case "==":
      return left === right;
    case "!=":
      return left !== right;
    case "&&":
    case "||":
      // Both sides are known and neither decided alone.
      return operator === "&&";
  }
}

function call(expression: Extract<Expression, { kind: "call" }>, around: Surroundings): Evaluated {
  const { name, args } = expression;
  const [first, second] = args as [Expression, Expression];
  switch (name) {
    // What is missing here is not owed: the formula itself says what then.
    case "known":
      return evaluate(first, quiet(around)) !== absent;
    case "orElse": {
      const value = evaluate(first, quiet(around));
      return value === absent ? evaluate(second, around) : value;
    }
    case "previous":
      return around.previous === null ? absent : evaluate(first, around.previous);
    case "abs": {
      const value = evaluate(first, around);
      return typeof value === "symbol" ? value : Math.abs(Number(value));
    }
    case "min":
    case "max":
    case "count": {
      const values = args.map((part) => evaluate(part, around));
      const unknown = silent(...values);
      if (unknown !== null) return unknown;
      const numbers = values.map(Number);
      if (name === "count") return numbers.filter((value) => value === 1).length;
      return name === "min" ? Math.min(...numbers) : Math.max(...numbers);
    }
  }
}

/** No data outweighs «not defined»: first somebody must bring what is missing. */
function silent(...values: readonly Evaluated[]): typeof absent | typeof notDefined | null {
  if (values.includes(absent)) return absent;
  return values.includes(notDefined) ? notDefined : null;
}

function finite(value: number): number | typeof notDefined {
  return Number.isFinite(value) ? value : notDefined;
}

function quiet(around: Surroundings): Surroundings {
  return {
    fact: (code, subject, grade) => around.fact(code, subject, grade),
    indicator: (code) => around.indicator(code),
    previous: around.previous === null ? null : quiet(around.previous),
  };
}
