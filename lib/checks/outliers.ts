import { modifiedStandardScore } from "../statistics/comparison/modified-standard-score.ts";
import { standardScore } from "../statistics/comparison/standard-score.ts";
import { quantile } from "../statistics/quantile.ts";
import type { Summary } from "../statistics/summary.ts";
import { isBeyond } from "./against-others.ts";
import { type CheckFacts, wholeSchool } from "./facts.ts";
import { type Found, linesOnly, type NumberLine } from "./found.ts";
import { measured, unitOf } from "./measures.ts";
import type { Measure, ParametersOf } from "./templates.ts";

type Scored = Pick<ParametersOf<"outlierZ">, "measure" | "direction" | "limit" | "schools" | "minimum">;

/** Far from the mean of the municipality's schools, in standard deviations. */
export function outlierZ(rule: ParametersOf<"outlierZ">, facts: CheckFacts): Found[] {
  return scored(rule, facts, "z", standardScore);
}

/** The same from the median, in median absolute deviations. */
export function outlierModifiedZ(rule: ParametersOf<"outlierModifiedZ">, facts: CheckFacts): Found[] {
  return scored(rule, facts, "modifiedZ", modifiedStandardScore);
}

function scored(
  rule: Scored,
  facts: CheckFacts,
  name: "z" | "modifiedZ",
  score: (value: number, group: readonly number[]) => number | null,
): Found[] {
  const own = measured(rule.measure, facts.whole);
  const group = valuesOf(rule.measure, facts.municipality, rule.minimum);
  if (own === null || own.pupils < rule.minimum || group.length < rule.schools) return [];
  const value = score(own.value, group);
  if (value === null || !isBeyond(value, rule.direction, rule.limit)) return [];
  const unit = unitOf(rule.measure);
  return [
    {
      classLabel: wholeSchool,
      numbers: linesOnly([
        { name: rule.measure, value: own.value, unit },
        { name, value, unit: "plain" },
        { name: "limitChange", value: rule.limit, unit: "plain" },
        ...rangeLines(group, rule.measure, "schools"),
        ...lastValues(rule.measure, facts),
      ]),
      basis: facts.whole,
    },
  ];
}

/** Outside of all that the municipality's schools had in this work in earlier years, by more than the margin. */
export function outlierRange(rule: ParametersOf<"outlierRange">, facts: CheckFacts): Found[] {
  const own = measured(rule.measure, facts.whole);
  const group = valuesOf(rule.measure, facts.municipalityBefore, rule.minimum);
  const [least, most] = [quantile(group, 0), quantile(group, 1)];
  if (own === null || own.pupils < rule.minimum || group.length < rule.schools) return [];
  // Two schools in three years are six values, and their ends would be those of the other school.
  if (facts.municipality.length < rule.schools || least === null || most === null) return [];
  const above = rule.direction !== "down" && own.value > most + rule.margin;
  const below = rule.direction !== "up" && own.value < least - rule.margin;
  if (!above && !below) return [];
  const unit = unitOf(rule.measure);
  return [
    {
      classLabel: wholeSchool,
      numbers: linesOnly([
        { name: rule.measure, value: own.value, unit },
        ...rangeLines(group, rule.measure, "valuesBefore"),
        { name: "margin", value: rule.margin, unit },
        ...lastValues(rule.measure, facts),
      ]),
      basis: facts.whole,
    },
  ];
}

/** Figures of schools that have enough pupils. */
function valuesOf(measure: Measure, summaries: readonly Summary[], minimum: number): number[] {
  return summaries.flatMap((summary) => {
    const figure = measured(measure, summary);
    return figure !== null && figure.pupils >= minimum ? [figure.value] : [];
  });
}

/** Least, median and greatest value of a group. A template asks for at least five schools, so no single one is told by them. */
function rangeLines(group: readonly number[], measure: Measure, counted: string): NumberLine[] {
  const unit = unitOf(measure);
  const line = (name: string, p: number): NumberLine[] => {
    const value = quantile(group, p);
    return value === null ? [] : [{ name, value, unit }];
  };
  return [
    ...line("least", 0),
    ...line("median", 0.5),
    ...line("greatest", 1),
    { name: counted, value: group.length, unit: "count" },
  ];
}

/** What the school itself had in this work in earlier years. */
function lastValues(measure: Measure, { ownBefore }: CheckFacts): NumberLine[] {
  return ownBefore.slice(0, 3).flatMap(({ year, summary }): NumberLine[] => {
    const figure = measured(measure, summary);
    return figure === null ? [] : [{ name: "lastYear", value: figure.value, unit: unitOf(measure), year }];
  });
}
