import { type ConditionalFit, conditionalFit } from "./conditional-fit.ts";
import { informativeCounts } from "./informative-counts.ts";
import { informativePart } from "./informative-part.ts";
import { brokenLinks } from "./item-links.ts";
import { total } from "./item-totals.ts";
import { type DroppedItem, type NotEstimable, notEstimable, refusedPart } from "./not-estimable.ts";
import { categoryCounts } from "./response-groups.ts";
import { type ItemResponses, responseTable } from "./responses.ts";

/** A Rasch model: how hard each item is, on a scale that it shares with the abilities of persons. */
export interface RaschModel {
  readonly converged: true;
  /** Logits, sum 0; null for an item that was dropped. */
  readonly difficulties: readonly (number | null)[];
  readonly standardErrors: readonly (number | null)[];
  /** Conditional log-likelihood of the answers given the scores. */
  readonly logLik: number;
  /** Persons whose answers carry information: neither nothing nor everything solved. */
  readonly personsUsed: number;
  readonly dropped: readonly DroppedItem[];
  readonly iterations: number;
}

/**
 * The Rasch model by conditional maximum likelihood: difficulties that do not depend on which pupils happened to take the
 * test. P(solved) = 1 / (1 + exp(−(ability − difficulty))). Conditional on the scores, because estimating abilities along with difficulties
 * (joint maximum likelihood) is biased and assuming a normal distribution of ability (marginal) may be wrong.
 *
 * Rows are persons, columns items; 0 or 1, `null` = not given to this person. Items that everybody (or nobody) of the informative
 * persons solved are dropped with the reason. `converged: false` with a reason for data that have no finite estimate
 * (see `NotEstimableReason`). A RangeError for other values and ragged rows.
 *
 * Units: logits, sum of difficulties 0; standard errors from the observed information under that normalisation.
 * R: `eRm::RM(x, sum0 = TRUE)`: difficulties `-betapar`, `se.beta`, `loglik`.
 * Source: Andersen (1972), JRSS B 34:42–54; Fischer and Molenaar (eds., 1995), Rasch Models, ch. 3.
 *
 * @example raschModel([[1, 0], [1, 0], [1, 0], [0, 1]]).difficulties // [-0.549…, 0.549…] = ∓ log(3) / 2
 */
export function raschModel(responses: ItemResponses): RaschModel | NotEstimable {
  const items = responses[0]?.length ?? 0;
  const table = responseTable(responses, Array<number>(items).fill(1));
  const part = informativePart(table);
  const refusal = refusedPart(responses.length, items, part);
  if (refusal) return refusal;
  const broken = brokenLinks(table, part);
  if (broken) return notEstimable(broken.reason, part.dropped, broken.parts);
  const fit = conditionalFit(categoryCounts(table, part));
  return fit ? model(fit, items, part) : notEstimable("noConvergence", part.dropped);
}

/**
 * The Rasch model from a summary alone, when every pupil was given every item: how many solved each item and how many
 * reached each score. These two lists are all that the model takes from the answers, so the result is that of
 * `raschModel` to the last digit that matters, and no pupil's data are needed.
 *
 * `correct[i]` = number of persons who solved item i; `scores[r]` = number of persons with r items solved, r = 0 … items.
 * A RangeError for lists that no answers can have (Gale–Ryser). Otherwise as `raschModel`.
 *
 * R: `eRm::RM(x, sum0 = TRUE)` on the answers. Source: Andersen (1972), JRSS B 34:42–54.
 * Units, null: as `raschModel`. A RangeError for counts that no answers can have (Gale–Ryser).
 *
 * @example raschModelOfCounts([3, 1], [0, 4, 0]).difficulties // [-0.549…, 0.549…]
 */
export function raschModelOfCounts(
  correct: readonly number[],
  scores: readonly number[],
): RaschModel | NotEstimable {
  const part = informativeCounts(correct, scores);
  const refusal = refusedPart(total(scores), correct.length, part);
  if (refusal) return refusal;
  if (part.parts.length > 1) return notEstimable("illConditioned", part.dropped, part.parts);
  const fit = conditionalFit(part.counts);
  return fit ? model(fit, correct.length, part) : notEstimable("noConvergence", part.dropped);
}

function model(
  fit: ConditionalFit,
  items: number,
  { personsUsed, dropped }: { personsUsed: number; dropped: readonly DroppedItem[] },
): RaschModel {
  const difficulties = Array<number | null>(items).fill(null);
  const standardErrors = Array<number | null>(items).fill(null);
  fit.layout.item.forEach((item, p) => {
    difficulties[item] = 0 - fit.estimates[p]!;
    standardErrors[item] = Math.sqrt(fit.covariance.data[p * fit.covariance.columns + p]!);
  });
  return {
    converged: true,
    difficulties,
    standardErrors,
    logLik: fit.logLik,
    personsUsed,
    dropped,
    iterations: fit.iterations,
  };
}
