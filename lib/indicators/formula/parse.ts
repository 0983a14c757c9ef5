import { Environment, ParseError } from "@marcbachmann/cel-js";
import {
  type BinaryOperator,
  type Expression,
  type FunctionName,
  functionNames,
  type Problem,
  type TextRange,
} from "./expression.ts";

/** Longest text, deepest nesting and most parts of one formula: more than any indicator needs, little enough to be read by a person. */
export const formulaLimits = { characters: 1_000, depth: 24, parts: 200 } as const;

export type Parsed =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly problem: Problem };

// CEL reads the text; it is never asked to evaluate anything.
const reader = new Environment({
  unlistedVariablesAreDyn: true,
  limits: { maxAstNodes: formulaLimits.parts, maxDepth: formulaLimits.depth, maxCallArguments: 16 },
});

const binary = new Set<string>(["+", "-", "*", "/", "<", "<=", ">", ">=", "==", "!=", "&&", "||"]);

/** A formula's text as an expression of the portal's own language, or the first thing in it that is not understood. */
export function parseFormula(text: string): Parsed {
  if (text.trim() === "") return refused("empty", { start: 0, end: text.length });
  if (text.length > formulaLimits.characters)
    return refused(
      "tooLong",
      { start: formulaLimits.characters, end: text.length },
      {
        limit: formulaLimits.characters,
      },
    );
  try {
    return { ok: true, expression: understand(reader.parse(text).ast, 0) };
  } catch (error) {
    if (error instanceof NotUnderstood) return { ok: false, problem: error.problem };
    if (error instanceof ParseError) return { ok: false, problem: syntaxProblem(text, error) };
    // The library's own refusal of a macro's arguments (`has`, `map`): macros are no part of the language.
    if (error instanceof Error && !(error instanceof globalThis.TypeError) && !(error instanceof RangeError))
      return refused("notInLanguage", { start: 0, end: text.length }, { part: text.slice(0, 40) });
    throw error;
  }
}

class NotUnderstood extends Error {
  readonly problem: Problem;
  constructor(key: string, range: TextRange, params: Problem["params"] = {}) {
    super(key);
    this.problem = { key, params, start: range.start, end: range.end };
  }
}

const refused = (key: string, { start, end }: TextRange, params: Problem["params"] = {}): Parsed => ({
  ok: false,
  problem: { key, params, start, end },
});

function syntaxProblem(text: string, error: ParseError): Problem {
  const { start, end } = error.range ?? { start: text.length, end: text.length };
  const code = String(error.code);
  if (/limit|max|depth|exceed/i.test(code))
    return { key: "tooComplex", params: {}, start: 0, end: text.length };
  if (start >= text.trimEnd().length)
    return { key: "unfinished", params: {}, start: Math.max(0, text.trimEnd().length - 1), end: text.length };
  const part = text.slice(start, Math.max(end, start + 1));
  return { key: "unexpected", params: { part }, start, end: Math.max(end, start + 1) };
}

/** A node of CEL's tree; what `args` holds depends on `op`. */
interface CelNode extends TextRange {
  readonly op: string;
  readonly args: unknown;
}

function understand(node: unknown, depth: number): Expression {
  const { op, args, start, end } = node as CelNode;
  const range = { start, end };
  if (depth > formulaLimits.depth) throw new NotUnderstood("tooComplex", range);
  const below = (part: unknown) => understand(part, depth + 1);
  if (op === "value") return literal(args, range);
  if (op === "id") return { kind: "fact", code: String(args), subject: null, grade: null, ...range };
  if (op === "-_") return { kind: "minus", of: below(args), ...range };
  if (op === "!_") return { kind: "not", of: below(args), ...range };
  if (op === "?:") {
    const [test, yes, no] = args as unknown[];
    return { kind: "choose", test: below(test), yes: below(yes), no: below(no), ...range };
  }
  if (binary.has(op)) {
    const [left, right] = (args as unknown[]).map(below) as [Expression, Expression];
    return { kind: "binary", operator: op as BinaryOperator, left, right, ...range };
  }
  if (op === "call") {
    const [name, given] = args as [string, unknown[]];
    return call(name, given, range, below);
  }
  throw new NotUnderstood("notInLanguage", range, { part: op });
}

function call(
  name: string,
  given: unknown[],
  range: TextRange,
  below: (part: unknown) => Expression,
): Expression {
  if (name === "indicator") {
    const code = given.length === 1 ? constant(given[0]) : null;
    if (typeof code !== "string") throw new NotUnderstood("indicatorCode", range);
    return { kind: "indicator", code, ...range };
  }
  if ((functionNames as readonly string[]).includes(name)) {
    checkCount(name as FunctionName, given.length, range);
    return { kind: "call", name: name as FunctionName, args: given.map(below), ...range };
  }
  return selection(name, given, range);
}

/** `works_n5("MA")`, `works_n5("MA", 4)`, `works_n5(4)`: a fact of one subject, one parallel or both. */
function selection(code: string, given: unknown[], range: TextRange): Expression {
  const values = given.map(constant);
  const subject = values.find((value) => typeof value === "string") ?? null;
  const grade = values.find((value) => typeof value === "number") ?? null;
  const expected = [subject, grade].filter((value) => value !== null);
  if (
    values.length === 0 ||
    values.length !== expected.length ||
    (values.length === 2 && values[0] !== subject)
  )
    throw new NotUnderstood("selection", range, { name: code });
  return { kind: "fact", code, subject, grade, ...range };
}

function constant(node: unknown): string | number | null {
  const { op, args } = node as CelNode;
  if (op !== "value") return null;
  if (typeof args === "bigint") return Number(args);
  return typeof args === "string" ? args : null;
}

const argumentCounts: Record<FunctionName, readonly [least: number, most: number]> = {
  min: [2, 16],
  max: [2, 16],
  abs: [1, 1],
  count: [1, 16],
  known: [1, 1],
  orElse: [2, 2],
  previous: [1, 1],
};

function checkCount(name: FunctionName, given: number, range: TextRange): void {
  const [least, most] = argumentCounts[name];
  if (given < least || given > most) throw new NotUnderstood("arguments", range, { name, count: least });
}

function literal(value: unknown, range: TextRange): Expression {
  if (typeof value === "boolean") return { kind: "truth", value, ...range };
  const number = typeof value === "bigint" ? Number(value) : value;
  if (typeof number === "number") {
    if (!Number.isFinite(number) || Math.abs(number) > 1e12) throw new NotUnderstood("tooLarge", range);
    return { kind: "number", value: number, ...range };
  }
  if (typeof value === "string") throw new NotUnderstood("textValue", range);
  throw new NotUnderstood("notInLanguage", range, { part: String(value) });
}
