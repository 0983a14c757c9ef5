import type { Period } from "../vocabulary.ts";
import { type Expression, everyPart, type Problem } from "./expression.ts";
import { factOf } from "./facts.ts";

/** Facts that are known for a school year as a whole only: no table says on which day of it. */
const yearly = new Set(["exams", "examRegister"]);

/**
 * What in a formula has another period than its indicator; null when everything fits. Values of another period are neither
 * summed nor averaged behind the author's back: an indicator of a half-year is written over facts of the half-year.
 */
export function periodProblem(
  expression: Expression,
  period: Period,
  periodOfIndicator: (code: string) => Period | undefined,
): Problem | null {
  const own = counted(period);
  for (const part of everyPart(expression)) {
    const { start, end } = part;
    if (part.kind === "fact" && own !== "year" && yearly.has(factOf(part.code)?.source ?? ""))
      return { key: "factOfYearOnly", params: { code: part.code, period }, start, end };
    if (part.kind !== "indicator") continue;
    const other = counted(periodOfIndicator(part.code) ?? "year");
    if (other !== own)
      return { key: "indicatorOfOtherPeriod", params: { code: part.code, period, other }, start, end };
  }
  return null;
}

/** «Once» has the days of its school year. */
const counted = (period: Period): Exclude<Period, "once"> => (period === "once" ? "year" : period);
