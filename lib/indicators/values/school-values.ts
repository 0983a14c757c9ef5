import { asEvaluated, type Computed, compute } from "../formula/compute.ts";
import { notDefined, type Surroundings } from "../formula/evaluate.ts";
import { factOf } from "../formula/facts.ts";
import { type Definition, enteredValueCode } from "./definitions.ts";
import { factKey } from "./fact-reads.ts";
import { isOfKind, partsOf, wholeYear, type YearPart } from "./period.ts";
import { factValue, type SchoolFacts } from "./school-facts.ts";

/** The place of a school: whose indicators it is measured by. */
export interface PlacedSchool {
  readonly id: number;
  readonly municipalityId: number;
  readonly regionId: number;
}

export interface SchoolValue extends Computed {
  readonly definition: Definition;
  /** Of which part of the school year; `wholeYear` for all of it. */
  readonly part: YearPart;
  readonly missing: readonly string[];
}

/** Definitions that measure a school: those of the portal, of its region, its municipality and its own. */
export function definitionsFor(school: PlacedSchool, definitions: readonly Definition[]): Definition[] {
  return definitions.filter(
    (one) =>
      (one.regionId === null || one.regionId === school.regionId) &&
      (one.municipalityId === null || one.municipalityId === school.municipalityId) &&
      (one.schoolId === null || one.schoolId === school.id),
  );
}

// A code may stand for an adapted indicator of the school: in its formulas the nearest owner's is meant.
const nearness = ({ schoolId, municipalityId, regionId }: Definition): number =>
  schoolId !== null ? 3 : municipalityId !== null ? 2 : regionId !== null ? 1 : 0;

/** Everything that is known for one school and school year, and for the parts of it that indicators ask for; pure, the same facts give the same values. */
export function schoolValues(
  school: PlacedSchool,
  schoolYear: number,
  definitions: ReadonlyMap<number, readonly Definition[]>,
  facts: ReadonlyMap<string, SchoolFacts>,
): SchoolValue[] {
  const periods = new Map<string, ReturnType<typeof knownAt>>();
  const at = (year: number, part: YearPart) => {
    const key = factKey(school.id, year, part);
    const known = periods.get(key) ?? knownAt(year, part);
    periods.set(key, known);
    return known;
  };

  function knownAt(year: number, part: YearPart) {
    const all = definitions.get(year) ?? definitions.get(schoolYear) ?? [];
    const own = definitionsFor(school, all).filter(({ period }) => isOfKind(part, period));
    const byCode = new Map<string, Definition>();
    for (const one of own) {
      const known = byCode.get(one.code);
      if (!known || nearness(one) > nearness(known)) byCode.set(one.code, one);
    }
    const here = facts.get(factKey(school.id, year, part));
    const done = new Map<number, SchoolValue>();
    const open = new Set<number>();

    const valueBy = (definition: Definition): SchoolValue => {
      const known = done.get(definition.indicatorId);
      if (known) return known;
      const missing = new Set<string>();
      open.add(definition.indicatorId);
      const value = {
        ...computed(definition, around(missing)),
        ...{ definition, part, missing: [...missing].sort() },
      };
      open.delete(definition.indicatorId);
      done.set(definition.indicatorId, value);
      return value;
    };

    const around = (missing: Set<string>): Surroundings => ({
      fact: (code, subject, grade) => {
        const value = factValue(here, code, subject, grade);
        return value !== null && factOf(code)?.unit === null ? value === 1 : value;
      },
      indicator: (code) => {
        const definition = byCode.get(code);
        // The checker refuses circles; two versions that meet for the first time in a year may still close one.
        if (!definition || open.has(definition.indicatorId)) return notDefined;
        const value = valueBy(definition);
        for (const fact of value.missing) missing.add(fact);
        return asEvaluated(value, definition.unit === "yesNo");
      },
      get previous() {
        return at(year - 1, part).around(new Set());
      },
      missing: (code) => missing.add(code),
    });

    return { own, valueBy, around, here };
  }

  const now = at(schoolYear, wholeYear);
  const parts = [...new Set((definitions.get(schoolYear) ?? []).map(({ period }) => period))]
    .filter((period) => !isOfKind(wholeYear, period))
    .flatMap(partsOf)
    .map((part) => at(schoolYear, part));
  return [now, ...parts].flatMap(({ own, valueBy }) => own.map(valueBy));
}

function computed(definition: Definition, around: Surroundings): Computed {
  if (definition.formula !== null) return compute(definition.formula, around);
  const none = { value: null, numerator: null, denominator: null };
  if (definition.broken || definition.facts.length === 0)
    return { state: "notApplicable", reason: "undefined", ...none };
  const code = enteredValueCode(definition.code);
  const value = around.fact(code, null, null);
  if (value === null) {
    around.missing?.(code);
    return { state: "absent", reason: "missing", ...none };
  }
  const number = Number(value);
  return { state: "value", value: number, numerator: number, denominator: null, reason: "" };
}
