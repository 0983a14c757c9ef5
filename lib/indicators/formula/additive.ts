import type { Expression, Problem } from "./expression.ts";
import { factOf } from "./facts.ts";

/**
 * What in a formula cannot be added up over schools; null when all of it can. Facts that add up stay additive in sums,
 * differences, choices and when multiplied or divided by a constant. A quotient of facts does not: its sum over schools
 * would become a mean of ratios.
 */
export function notAdditivePart(
  expression: Expression,
  indicatorAdds: (code: string) => boolean,
): Problem | null {
  const look = (part: Expression): Problem | null => notAdditivePart(part, indicatorAdds);
  const { start, end } = expression;
  switch (expression.kind) {
    case "number":
    case "truth":
    case "not":
      return null;
    case "fact":
      return factOf(expression.code)?.adds === "none"
        ? { key: "factDoesNotAdd", params: { code: expression.code }, start, end }
        : null;
    case "indicator":
      return indicatorAdds(expression.code)
        ? null
        : { key: "indicatorDoesNotAdd", params: { code: expression.code }, start, end };
    case "minus":
      return look(expression.of);
    case "choose":
      return look(expression.yes) ?? look(expression.no);
    case "call":
      return expression.name === "known" || expression.name === "count"
        ? null
        : (expression.args.map(look).find((problem) => problem !== null) ?? null);
    case "binary": {
      const { operator, left, right } = expression;
      if (operator === "+" || operator === "-") return look(left) ?? look(right);
      if (operator === "*" && isConstant(left)) return look(right);
      if ((operator === "*" || operator === "/") && isConstant(right)) return look(left);
      if (operator === "*" || operator === "/")
        return { key: operator === "/" ? "quotientDoesNotAdd" : "productDoesNotAdd", params: {}, start, end };
      return null;
    }
  }
}

function isConstant(expression: Expression): boolean {
  if (expression.kind === "minus") return isConstant(expression.of);
  if (expression.kind === "binary") return isConstant(expression.left) && isConstant(expression.right);
  return expression.kind === "number";
}
