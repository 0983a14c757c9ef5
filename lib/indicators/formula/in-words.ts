import type { Translate } from "#messages/translate.ts";
import type { BinaryOperator, Expression } from "./expression.ts";
import { factOf } from "./facts.ts";

/** Signs as they are printed in textbooks; «and» and «or» are words. */
const signs: Record<Exclude<BinaryOperator, "&&" | "||">, string> = {
  ...{ "+": "+", "-": "−", "*": "×", "/": "÷" },
  ...{ "<": "<", "<=": "≤", ">": ">", ">=": "≥", "==": "=", "!=": "≠" },
};

/** How tightly an operator binds: what binds less needs brackets inside of what binds more. As in CEL. */
const binding: Record<BinaryOperator, number> = {
  ...{ "||": 1, "&&": 2, "==": 3, "!=": 3, "<": 3, "<=": 3, ">": 3, ">=": 3 },
  ...{ "+": 4, "-": 4, "*": 5, "/": 5 },
};

/** Examinations have subjects of their own: base and advanced mathematics are two. */
function subjectKey(fact: string, subject: string): string {
  const source = factOf(fact)?.source ?? "";
  return `${source.startsWith("exam") ? "exams" : "assessments"}.subject.${subject}`;
}

/**
 * A formula as a person reads it: facts by their names, signs of a textbook, brackets only where they are needed.
 * `t` over all namespaces.
 */
export function formulaInWords(expression: Expression, t: Translate): string {
  const say = (key: string, params?: Record<string, string | number>) => t(`formulas.words.${key}`, params);
  const put = (part: Expression): string => {
    switch (part.kind) {
      case "number":
        return String(part.value).replace(".", ",");
      case "truth":
        return say(String(part.value));
      case "fact": {
        const name = t(`formulas.facts.${part.code}`);
        const of = [
          ...(part.subject === null
            ? []
            : [say("subject", { subject: t(subjectKey(part.code, part.subject)) })]),
          ...(part.grade === null ? [] : [say("grade", { grade: part.grade })]),
        ];
        return of.length === 0 ? say("fact", { name }) : say("of", { name, of: of.join(", ") });
      }
      case "indicator":
        return say("indicator", { code: part.code });
      case "minus":
        return `−${within(part.of, 6)}`;
      case "not":
        return say("not", { part: put(part.of) });
      case "binary":
        return operation(part);
      case "choose":
        return say("choose", { test: put(part.test), yes: put(part.yes), no: put(part.no) });
      case "call": {
        const [first = "", second = ""] = part.args.map(put);
        return say(part.name, { parts: part.args.map(put).join("; "), first, second });
      }
    }
  };
  /** In brackets when it binds less than what it stands in. */
  const within = (part: Expression, outer: number): string => {
    const loose = part.kind === "choose" || (part.kind === "binary" && binding[part.operator] < outer);
    return loose ? `(${put(part)})` : put(part);
  };
  const operation = (part: Extract<Expression, { kind: "binary" }>): string => {
    const { operator } = part;
    const own = binding[operator];
    const sign = operator === "&&" ? say("and") : operator === "||" ? say("or") : signs[operator];
    // `a − (b − c)` and `a ÷ (b ÷ c)` keep their brackets on the right.
    return `${within(part.left, own)} ${sign} ${within(part.right, operator === "-" || operator === "/" ? own + 1 : own)}`;
  };
  return put(expression);
}
