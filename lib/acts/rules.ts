import { objectOrder, sections } from "./contents.ts";
import type { ActFacts, ActIndicator } from "./facts.ts";

/** Keys of `acts.issues.…`. */
export type IssueKey =
  | "noIndicators"
  | "objectWithout"
  | "noInstrument"
  | "noPerformer"
  | "noAddressee"
  | "noSource"
  | "sectionLeftOut"
  | "noCycle"
  | "noSchedule"
  | "noMeasures"
  | "noFormula"
  | "manyIndicators";

export interface Issue {
  key: IssueKey;
  params: Readonly<Record<string, string | number>>;
}

/** Required parts of the act, each kept or not: the checklist that the page shows. */
export const requirements = [
  "objects",
  "indicators",
  "instruments",
  "procedure",
  "performers",
  "addressees",
  "yearPlan",
  "analytics",
] as const;
export type Requirement = (typeof requirements)[number];

// Minimising the system of indicators is a principle of ВСОКО itself; the number is the portal's proposal.
const MANY = 40;

/**
 * What stands against adopting the act (`errors`), and what a person should think of (`warnings`). The page explains with
 * it, the command refuses with it.
 */
export function actIssues(facts: ActFacts): { errors: Issue[]; warnings: Issue[] } {
  const errors: Issue[] = [];
  const warnings: Issue[] = [];
  const { indicators } = facts;
  if (indicators.length === 0) errors.push({ key: "noIndicators", params: {} });
  const without = (key: IssueKey, lacks: (one: ActIndicator) => boolean): Issue[] => {
    const codes = indicators.filter(lacks).map((one) => one.code);
    return codes.length === 0 ? [] : [{ key, params: { count: codes.length, codes: codes.join(", ") } }];
  };
  for (const object of objectOrder)
    if (indicators.length > 0 && !indicators.some((one) => one.object === object))
      errors.push({ key: "objectWithout", params: { object } });
  errors.push(
    ...without("noInstrument", (one) => one.instrument === ""),
    ...without("noPerformer", (one) => one.performer === ""),
    ...without("noAddressee", (one) => one.addressees.length === 0),
    ...without("noSource", (one) => one.source === ""),
  );
  for (const { key, required } of sections)
    if (required && facts.sections.get(key)?.included === false)
      errors.push({ key: "sectionLeftOut", params: { section: key } });
  if (facts.cycle.length === 0) errors.push({ key: "noCycle", params: {} });
  if (facts.works.length === 0) warnings.push({ key: "noSchedule", params: {} });
  if (facts.measures.length === 0) warnings.push({ key: "noMeasures", params: {} });
  warnings.push(...without("noFormula", (one) => one.formula === ""));
  if (indicators.length > MANY)
    warnings.push({ key: "manyIndicators", params: { count: indicators.length, many: MANY } });
  return { errors, warnings };
}

/** Which of the required parts the act has as it stands. */
export function keptRequirements(facts: ActFacts): Record<Requirement, boolean> {
  const { errors } = actIssues(facts);
  const open = (...keys: IssueKey[]) => errors.some((issue) => keys.includes(issue.key));
  const leftOut = (...names: string[]) =>
    errors.some((issue) => issue.key === "sectionLeftOut" && names.includes(String(issue.params.section)));
  return {
    objects: !open("noIndicators", "objectWithout") && !leftOut("objects"),
    indicators: !open("noIndicators") && !leftOut("indicators"),
    instruments: !open("noIndicators", "noInstrument", "noSource") && !leftOut("instruments"),
    procedure: !leftOut("procedure", "structure"),
    performers: !open("noIndicators", "noPerformer") && !leftOut("structure"),
    addressees: !open("noIndicators", "noAddressee") && !leftOut("addressees"),
    yearPlan: !open("noCycle"),
    analytics: !leftOut("data", "addressees"),
  };
}
