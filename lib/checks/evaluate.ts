import { changedFromLastYear, journalShare, journalSpearman } from "./against-others.ts";
import type { RuleContent } from "./content.ts";
import type { CheckFacts } from "./facts.ts";
import type { Found } from "./found.ts";
import { outlierModifiedZ, outlierRange, outlierZ } from "./outliers.ts";
import type { Kind, ParametersOf } from "./templates.ts";
import { allTheSame, figureBeyond, identical } from "./within-class.ts";
import { cellsInRow, markDiffers, totalDiffers } from "./within-rows.ts";

type Evaluators = { readonly [K in Kind]: (parameters: ParametersOf<K>, facts: CheckFacts) => Found[] };

const evaluators: Evaluators = {
  ...{ totalDiffers, markDiffers, cellsInRow, figureBeyond, allTheSame, identicalAnswers: identical },
  ...{ changedFromLastYear, journalShare, journalSpearman, outlierZ, outlierModifiedZ, outlierRange },
};

/**
 * What a rule finds in one school's results for one work, with the numbers behind it; pure, and the same for the same data
 * whatever the order of rows and classes. Order: by class.
 */
export function evaluate(content: Pick<RuleContent, "kind" | "parameters">, facts: CheckFacts): Found[] {
  // `contentSchema` has checked the parameters against the template of this kind.
  const ask = evaluators[content.kind] as (
    parameters: RuleContent["parameters"],
    facts: CheckFacts,
  ) => Found[];
  return ask(content.parameters, facts).sort((a, b) => (a.classLabel < b.classLabel ? -1 : 1));
}

const rowKinds: readonly Kind[] = ["totalDiffers", "markDiffers", "cellsInRow", "identicalAnswers"];

/** Does a rule of this kind look at single rows? The others read summaries alone. */
export function asksForRows(kind: Kind): boolean {
  return rowKinds.includes(kind);
}
