import { type Formula, type KnownIndicator, readFormula } from "../formula/formula.ts";
import { isUnit, type Unit, units } from "../units.ts";
import type { Aggregation, Period } from "../vocabulary.ts";
import { schoolYearOn } from "./period.ts";

/** An adopted version as it is stored. */
export interface StoredVersion {
  readonly versionId: number;
  readonly indicatorId: number;
  readonly code: string;
  readonly regionId: number | null;
  readonly municipalityId: number | null;
  readonly schoolId: number | null;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly unit: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly condition: string | null;
  readonly aggregation: Aggregation;
  readonly period: Period;
}

/** What is computed for one indicator in one school year or its parts. */
export interface Definition extends StoredVersion {
  /** Null: there is no formula, its value is entered; or the formula is not sound (`broken`). */
  readonly formula: Formula | null;
  readonly broken: boolean;
  /** Facts that the formula asks for; of an indicator without one the entered value itself. */
  readonly facts: readonly string[];
}

/** The fact under which the value of an indicator without a formula is entered. */
export const enteredValueCode = (code: string): string => `value:${code}`;

/**
 * The version by which a year is measured: the one in force on its last day. Years before the first version are measured by
 * the first, so that a new indicator has its history; the page says so.
 */
export function versionOfYear<
  V extends { readonly effectiveFrom: string; readonly effectiveTo: string | null },
>(versions: readonly V[], lastDay: string): V | null {
  const sorted = [...versions].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  const begun = sorted.filter(({ effectiveFrom }) => effectiveFrom <= lastDay).at(-1);
  if (!begun) return sorted[0] ?? null;
  return begun.effectiveTo === null || begun.effectiveTo >= lastDay ? begun : null;
}

/** Definitions of a school year, their formulas read once. A formula that does not check has no value and is named as broken. */
export function definitionsOf(versions: readonly StoredVersion[], lastDay: string): Definition[] {
  const byIndicator = Map.groupBy(versions, ({ indicatorId }) => indicatorId);
  const chosen = [...byIndicator.values()]
    .flatMap((list) => versionOfYear(list, lastDay) ?? [])
    // What is measured once has its value in the school year in which its version begins, and in no other.
    .filter(
      ({ period, effectiveFrom }) =>
        period !== "once" || schoolYearOn(effectiveFrom) === schoolYearOn(lastDay),
    );
  const known = chosen.map(knownOf);
  return chosen.map((version) => {
    if (version.numerator === null) {
      const facts = isMeasured(version.unit) ? [enteredValueCode(version.code)] : [];
      return { ...version, formula: null, broken: false, facts };
    }
    const outcome = readFormula({ ...version, numerator: version.numerator }, known);
    return outcome.ok
      ? { ...version, formula: outcome.formula, broken: false, facts: outcome.facts }
      : { ...version, formula: null, broken: true, facts: [] };
  });
}

const isMeasured = (unit: string): boolean => !isUnit(unit) || units[unit].measured;

/** What other formulas must know of a version. `uses` is read from the texts: it must hold even for unsound ones. */
export function knownOf(version: StoredVersion): KnownIndicator {
  const texts = [version.numerator, version.denominator, version.condition].join(" ");
  return {
    code: version.code,
    unit: version.unit,
    aggregation: version.aggregation,
    period: version.period,
    hasDenominator: version.denominator !== null && version.denominator.trim() !== "",
    uses: [...texts.matchAll(/indicator\(\s*["']([^"']+)["']\s*\)/g)].map(([, code]) => code ?? ""),
  };
}

/** How an area's value follows from its schools. */
export interface AreaRule {
  readonly adds: boolean;
  readonly ratio: boolean;
  readonly multiplier: number;
}

/** An entered share has no numerator to add, so without a formula only counts add up. */
export function areaRule({ formula, aggregation, unit }: Definition): AreaRule {
  if (formula === null) {
    const counted = (["people", "pieces"] satisfies Unit[] as string[]).includes(unit);
    return { adds: aggregation === "sum" && counted, ratio: false, multiplier: 1 };
  }
  return {
    adds: aggregation !== "notAdditive",
    ratio: formula.denominator !== null,
    multiplier: formula.multiplier,
  };
}
