import { type ItemCategories, type PointMoments, pointMoments, possiblePoints } from "./item-categories.ts";
import { type PersonMeasure, personMeasures } from "./person-measures.ts";
import { type ResidualFit, ResidualSums } from "./residual-fit.ts";
import { type ItemResponses, MISSING, type ResponseTable, responseTable } from "./responses.ts";

export interface ItemFit {
  /** By item; null for an item that takes no part or was answered by nobody who could be used. */
  readonly items: readonly (ResidualFit | null)[];
  readonly personsUsed: number;
}

/** What persons who were given the same items have in common. */
interface SameItems {
  readonly items: readonly number[];
  readonly measures: readonly PersonMeasure[];
  /** By score and place in `items`; filled when first needed. */
  readonly moments: Map<number, PointMoments[]>;
}

/** Goes through the answers of all persons whose ability has a finite ML estimate. */
function eachResidual(
  table: ResponseTable,
  categories: readonly ItemCategories[],
  visit: (person: number, item: number, residual: number, moments: PointMoments) => void,
): number {
  const possible = possiblePoints(categories);
  const taking = [...possible.keys()].filter((item) => possible[item] !== null);
  const groups = new Map<string, SameItems>();
  let used = 0;
  for (let person = 0; person < table.persons; person++) {
    const row = table.points.subarray(person * table.items, (person + 1) * table.items);
    const key = taking.map((item) => (row[item] === MISSING ? "0" : "1")).join("");
    let group = groups.get(key);
    if (!group) {
      const items = taking.filter((item) => row[item] !== MISSING);
      const measures = personMeasures(items.map((item) => categories[item]!));
      group = { items, measures, moments: new Map() };
      groups.set(key, group);
    }
    // Points that the model says are never given: such a person has no probability, hence no residual.
    if (group.items.some((item) => !possible[item]!.points.includes(row[item]!))) continue;
    const score = group.items.reduce((sum, item) => sum + row[item]!, 0);
    const ability = group.measures[score]!.ml;
    if (ability === null) continue;
    let moments = group.moments.get(score);
    if (!moments) {
      moments = group.items.map((item) => pointMoments(possible[item]!, ability));
      group.moments.set(score, moments);
    }
    used++;
    for (let at = 0; at < group.items.length; at++) {
      const item = group.items[at]!;
      visit(person, item, row[item]! - moments[at]!.expected, moments[at]!);
    }
  }
  return used;
}

function checked(responses: ItemResponses, categories: readonly ItemCategories[]): ResponseTable {
  const table = responseTable(responses);
  if (table.persons > 0 && table.items !== categories.length)
    throw new RangeError(`${categories.length} items have ${table.items} answers each`);
  return table;
}

/**
 * Infit and outfit of items: does an item behave as the model says? An item far above 1 measures something else as well,
 * is guessed or is keyed wrongly; one far below 1 repeats what the other items tell.
 *
 * `categories` as the models give them (`raschCategories(model.difficulties)`, `model.categories`). Abilities are the
 * ML estimates; persons with the lowest or highest score have none and are left out, as are answers that were not given. Divisor of outfit = number of
 * answers. Items that take no part: null; nobody usable: null for all.
 *
 * Units: mean squares (expected 1) and normal deviates. R: `eRm::itemfit(eRm::person.parameter(m))`.
 * Source: Wright and Masters (1982), Rating Scale Analysis, ch. 5.
 *
 * @example itemFit([[1, 0, 0], [0, 1, 0], [1, 0, 1]], raschCategories([0, 0, 0])).items[1] // { infit: 1.5, outfit: 1.5, … }
 */
export function itemFit(responses: ItemResponses, categories: readonly ItemCategories[]): ItemFit {
  const table = checked(responses, categories);
  const sums = categories.map(() => new ResidualSums());
  const personsUsed = eachResidual(table, categories, (_, item, residual, { variance, fourth }) =>
    sums[item]!.add(residual, variance, fourth),
  );
  return { items: sums.map((sum) => sum.fit()), personsUsed };
}

/**
 * Infit and outfit of persons: are the answers of one pupil such as the pupil's score lets one expect? High values are
 * a reason to look (guessing, copying, a missed topic), never a verdict.
 *
 * Arguments and conventions as `itemFit`. Null for persons with the lowest or highest score. Cost: persons × items.
 *
 * Units: mean squares (expected 1) and normal deviates. R: `eRm::personfit(eRm::person.parameter(m))`.
 * Source: Wright and Masters (1982), Rating Scale Analysis, ch. 5.
 *
 * @example personFit([[1, 0, 0], [1, 1, 1]], raschCategories([0, 0, 0])) // [{ infit: 1, outfit: 1, … }, null]
 */
export function personFit(
  responses: ItemResponses,
  categories: readonly ItemCategories[],
): (ResidualFit | null)[] {
  const table = checked(responses, categories);
  const sums = Array.from({ length: table.persons }, () => new ResidualSums());
  eachResidual(table, categories, (person, _, residual, { variance, fourth }) =>
    sums[person]!.add(residual, variance, fourth),
  );
  return sums.map((sum) => sum.fit());
}
