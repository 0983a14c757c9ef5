import type { ReadTx } from "../platform/access/as-viewer.ts";
import { RefusedError } from "../platform/errors.ts";
import { type FieldProblem, readFormula } from "./formula/formula.ts";
import type { Aggregation, Period } from "./vocabulary.ts";

interface Texts {
  numerator: string | null;
  denominator: string | null;
  condition: string | null;
  unit: string;
  aggregation: Aggregation;
  period: Period;
}

/**
 * What is wrong with a formula that is to be kept, beside the indicators in sight: names, types, units, circles, and whether
 * it adds up as it says. Nothing when there is no formula.
 */
export async function formulaProblems(
  tx: ReadTx,
  code: string,
  texts: Texts,
): Promise<readonly FieldProblem[]> {
  if (texts.numerator === null) return [];
  const rows = await tx.indicatorVersion.findMany({
    where: { status: "adopted", effectiveTo: null },
    select: {
      unit: true,
      aggregation: true,
      period: true,
      numerator: true,
      denominator: true,
      indicator: { select: { code: true } },
    },
  });
  const known = rows.map((row) => ({
    code: row.indicator.code,
    unit: row.unit,
    aggregation: row.aggregation as Aggregation,
    period: row.period as Period,
    hasDenominator: row.denominator !== null,
    uses: [...`${row.numerator} ${row.denominator}`.matchAll(/indicator\(\s*["']([^"']+)["']\s*\)/g)].map(
      ([, used]) => used ?? "",
    ),
  }));
  const outcome = readFormula({ ...texts, code, numerator: texts.numerator }, known);
  return outcome.ok ? [] : outcome.problems;
}

/** Refuses a formula that cannot be computed, with the place of the first thing that is wrong. */
export async function checkFormula(tx: ReadTx, code: string, texts: Texts): Promise<void> {
  const [first] = await formulaProblems(tx, code, texts);
  if (!first) return;
  if (first.key === "factOfYearOnly" || first.key === "indicatorOfOtherPeriod")
    throw new RefusedError("invalid", `formulas.problems.${first.key}`, first.params);
  throw new RefusedError("invalid", `indicators.refused.formula.${first.field}`, { at: first.start + 1 });
}
