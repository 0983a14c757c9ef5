/** Where a part of a formula stands in its text: characters from `start`, up to and without `end`. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export type BinaryOperator = "+" | "-" | "*" | "/" | "<" | "<=" | ">" | ">=" | "==" | "!=" | "&&" | "||";
export const functionNames = ["min", "max", "abs", "count", "known", "orElse", "previous"] as const;
export type FunctionName = (typeof functionNames)[number];

/** A formula as the portal understands it: the whitelisted part of CEL, nothing else can be evaluated. */
export type Expression = TextRange &
  (
    | { readonly kind: "number"; readonly value: number }
    | { readonly kind: "truth"; readonly value: boolean }
    /** A fact, perhaps of one subject or one parallel only. */
    | {
        readonly kind: "fact";
        readonly code: string;
        readonly subject: string | null;
        readonly grade: number | null;
      }
    | { readonly kind: "indicator"; readonly code: string }
    | { readonly kind: "minus" | "not"; readonly of: Expression }
    | {
        readonly kind: "binary";
        readonly operator: BinaryOperator;
        readonly left: Expression;
        readonly right: Expression;
      }
    | {
        readonly kind: "choose";
        readonly test: Expression;
        readonly yes: Expression;
        readonly no: Expression;
      }
    | { readonly kind: "call"; readonly name: FunctionName; readonly args: readonly Expression[] }
  );

/** What is wrong with a formula, and where. The key stands under `formulas.problems` in messages. */
export interface Problem extends TextRange {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** The parts of which an expression is made, in the order of the text. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "minus":
    case "not":
      return [expression.of];
    case "binary":
      return [expression.left, expression.right];
    case "choose":
      return [expression.test, expression.yes, expression.no];
    case "call":
      return expression.args;
    default:
      return [];
  }
}

/** An expression and everything below it. */
export function* everyPart(expression: Expression): Generator<Expression> {
  yield expression;
  for (const part of partsOf(expression)) yield* everyPart(part);
}

/** Codes of other indicators that a formula uses, each once. */
export function usedIndicators(expression: Expression): string[] {
  const codes = [...everyPart(expression)].flatMap((part) => (part.kind === "indicator" ? [part.code] : []));
  return [...new Set(codes)];
}

/** Codes of facts that a formula uses, each once. */
export function usedFacts(expression: Expression): string[] {
  const codes = [...everyPart(expression)].flatMap((part) => (part.kind === "fact" ? [part.code] : []));
  return [...new Set(codes)];
}
