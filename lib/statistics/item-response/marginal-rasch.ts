import { checkItemTotals, total } from "./item-totals.ts";
import { marginalPart } from "./marginal-part.ts";
import { type MarginalRaschModel, marginalRaschFit } from "./marginal-rasch-fit.ts";
import type { DroppedItem, NotEstimable } from "./not-estimable.ts";
import { type ItemResponses, responseTable } from "./responses.ts";

/**
 * The Rasch model by marginal maximum likelihood: ability is taken as normally distributed, which gives its variance and
 * makes the model comparable with the two-parameter one (`twoParameterModel`). Where only difficulties are wanted prefer `raschModel`, which
 * assumes no distribution. Maximum by Newton's method on the exact second derivatives, integral by `normalQuadrature`.
 *
 * Rows are persons, columns items; 0 or 1, `null` = not given to this person. Needs two items. Items that all solved or
 * failed are dropped with the reason. When the scores vary no more than by chance the variance is exactly 0, and
 * difficulties, which divide by it, are null. `converged: false` with a reason otherwise. A RangeError for other values
 * and ragged rows.
 *
 * Units: difficulties in standard deviations of ability, the rest in logits; standard errors from the observed
 * information (of the difficulties by the delta method).
 * R: `ltm::rasch(x, control = list(GHk = 121))`; `mirt::mirt(x, 1, "Rasch")` for `intercepts` and `variance`.
 * Source: Thissen (1982), Psychometrika 47:175–186.
 *
 * @example marginalRaschModel([[1, 1], [0, 0], [1, 0], [0, 1]]).variance // 0
 */
export function marginalRaschModel(responses: ItemResponses): MarginalRaschModel | NotEstimable {
  const count = responses[0]?.length ?? 0;
  const part = marginalPart(responseTable(responses, Array<number>(count).fill(1)));
  const groups = part.groups.map(({ items, patterns }) => {
    const scores = new Float64Array(items.length + 1);
    for (const { score, persons } of patterns) scores[score]! += persons;
    return { items, scores };
  });
  return marginalRaschFit({ ...part, groups }, responses.length, count);
}

/**
 * `marginalRaschModel` from a summary alone, when every pupil was given every item: `correct[i]` = number of persons who
 * solved item i, `scores[r]` = number of persons with r items solved, r = 0 … items.
 *
 * A RangeError for lists that no answers can have (Gale–Ryser). Everything else as `marginalRaschModel`.
 *
 * Units, null, R: as `marginalRaschModel`. A RangeError for counts that no answers can have. Source: Thissen (1982).
 *
 * @example marginalRaschModelOfCounts([2, 2], [1, 2, 1]).variance // 0
 */
export function marginalRaschModelOfCounts(
  correct: readonly number[],
  scores: readonly number[],
): MarginalRaschModel | NotEstimable {
  checkItemTotals(correct, scores);
  const persons = total(scores);
  const kept = [...correct.keys()].filter((item) => correct[item]! > 0 && correct[item]! < persons);
  const full = correct.filter((right) => right === persons).length;
  const dropped = [...correct.keys()].flatMap((item): DroppedItem[] => {
    if (kept.includes(item)) return [];
    return [{ item, reason: correct[item] === 0 ? "allZero" : "allFull" }];
  });
  return marginalRaschFit(
    {
      groups: [
        { items: [...kept.keys()], scores: Float64Array.from(scores.slice(full, full + kept.length + 1)) },
      ],
      kept,
      solved: kept.map((item) => correct[item]!),
      given: kept.map(() => persons),
      personsUsed: kept.length > 0 ? persons : 0,
      dropped,
    },
    persons,
    correct.length,
  );
}
