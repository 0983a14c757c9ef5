import { absent, type Evaluated, evaluate, notDefined, type Surroundings } from "./evaluate.ts";
import type { Formula } from "./formula.ts";

/** What one school has for an indicator and a period. */
export interface Computed {
  readonly state: "value" | "absent" | "notApplicable";
  readonly value: number | null;
  /** For the sums of areas; yes is 1, no is 0. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Why there is no value: facts are missing, the condition is not met, or the denominator is 0. */
  readonly reason: "" | "missing" | "condition" | "zero" | "undefined";
}

const without = (state: "absent" | "notApplicable", reason: Computed["reason"]): Computed => ({
  ...{ state, reason, value: null, numerator: null, denominator: null },
});

/** The value of a formula for one school and period: never 0 or NaN where there is no number. */
export function compute(formula: Formula, around: Surroundings): Computed {
  if (formula.condition !== null) {
    const holds = evaluate(formula.condition, around);
    if (holds === absent) return without("absent", "missing");
    if (holds === notDefined) return without("notApplicable", "undefined");
    if (holds === false) return without("notApplicable", "condition");
  }
  const numerator = evaluate(formula.numerator, around);
  const denominator = formula.denominator === null ? null : evaluate(formula.denominator, around);
  if (numerator === absent || denominator === absent) return without("absent", "missing");
  if (numerator === notDefined || denominator === notDefined) return without("notApplicable", "undefined");
  return quotient(Number(numerator), denominator === null ? null : Number(denominator), formula.multiplier);
}

/** Numerator and denominator as a value; a denominator of 0 is «not defined». Used for schools and for the sums of areas alike. */
export function quotient(numerator: number, denominator: number | null, multiplier: number): Computed {
  if (denominator === 0) return without("notApplicable", "zero");
  const value = denominator === null ? numerator : (numerator * multiplier) / denominator;
  if (!Number.isFinite(value)) return without("notApplicable", "undefined");
  return { state: "value", value, numerator, denominator, reason: "" };
}

/** A computed value as another formula meets it. */
export function asEvaluated(computed: Computed | undefined, yesNo: boolean): Evaluated {
  if (computed === undefined || computed.state === "absent") return absent;
  if (computed.state === "notApplicable" || computed.value === null) return notDefined;
  return yesNo ? computed.value === 1 : computed.value;
}
