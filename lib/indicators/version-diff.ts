import type { IndicatorVersionView } from "./shapes.ts";

/** What a reader is told about when two versions are laid side by side, in this order. */
export const comparedFields = [
  "name",
  "nameUk",
  "definition",
  "definitionUk",
  "object",
  "unit",
  "decimals",
  "direction",
  "numerator",
  "denominator",
  "condition",
  "aggregation",
  "period",
  "dueDays",
  "source",
  "instrument",
  "performer",
  "addressees",
  "ruleKind",
  "weight",
] as const satisfies readonly (keyof IndicatorVersionView)[];
export type ComparedField = (typeof comparedFields)[number];

export interface FieldDifference {
  field: ComparedField;
  before: IndicatorVersionView[ComparedField];
  after: IndicatorVersionView[ComparedField];
}

/** The fields in which two versions differ. The order of addressees means nothing. */
export function versionDifferences(
  before: IndicatorVersionView,
  after: IndicatorVersionView,
): FieldDifference[] {
  return comparedFields
    .filter((field) => said(before, field) !== said(after, field))
    .map((field) => ({ field, before: before[field], after: after[field] }));
}

function said(version: IndicatorVersionView, field: ComparedField): string {
  const value = version[field];
  return JSON.stringify(Array.isArray(value) ? [...value].sort() : value);
}
