import type { BaseUnit } from "./unit.ts";

/** Where the portal takes a fact from. */
export type FactSource = "works" | "exams" | "examRegister" | "registry" | "cycle" | "entered";

/** Groups of entered facts: one performer has one form. */
export const factGroups = [
  "contingent",
  "results",
  "achievements",
  "staff",
  "programmes",
  "process",
  "resources",
  "survey",
] as const;
export type FactGroup = (typeof factGroups)[number];

/**
 * One number (or yes/no) a school has for a school year, as a formula may name it. What it means stands in messages:
 * `formulas.facts.<code>`.
 */
export interface Fact {
  /** Latin letters, digits and `_`; never renamed, because formulas of adopted versions say it. */
  readonly code: string;
  readonly source: FactSource;
  /** Null: yes or no. */
  readonly unit: BaseUnit | null;
  /** `sum`: classes and schools add up. `none`: it does not add up (speeds, yes/no): an area has no such fact. */
  readonly adds: "sum" | "none";
  /** It exists by subject, so `code("MA")` is allowed. */
  readonly bySubject: boolean;
  /** It exists by parallel, so `code(4)` is allowed. */
  readonly byGrade: boolean;
  /** Entered facts: whose form asks for it. Null for others. */
  readonly group: FactGroup | null;
  /** Entered facts: a part never exceeds this fact (people with a degree among all teachers). */
  readonly within: string | null;
}
