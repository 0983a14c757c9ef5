import { dayToDate } from "../platform/clock.ts";
import type { IndicatorContent } from "./schema.ts";

/** What a unit writes itself is its own rule, whatever it was adapted from. */
export const localRule = { ruleKind: "local", needsCheck: false } as const;

/** A form's content as it is stored: own words stand in the place of the list's. */
export function contentRow(content: IndicatorContent) {
  const { sourceOwn, instrumentOwn, performerOwn, addressees, addresseesOwn, effectiveFrom, ...plain } =
    content;
  const others = addresseesOwn
    .split(/[,;]/)
    .map((words) => words.trim())
    .filter(Boolean);
  return {
    ...plain,
    definitionUk: content.definitionUk === "" ? content.definition : content.definitionUk,
    source: sourceOwn || content.source,
    instrument: instrumentOwn || content.instrument,
    performer: performerOwn || content.performer,
    addressees: [...addressees, ...others],
    effectiveFrom: dayToDate(effectiveFrom),
  };
}
