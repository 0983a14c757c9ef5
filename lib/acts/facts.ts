import type { ActObject, SectionKey } from "./contents.ts";

/** All that an act says of its school, read and put into words by `queries.ts`. */
export interface ActFacts {
  school: string;
  title: string;
  /** «2026/27» */
  schoolYear: string;
  /** Who gives the act force, in the school's own words: «директор школы». */
  approvedBy: string;
  /** The body that considered it: «педагогический совет». */
  consideredBy: string;
  /** The order by which it was approved; null while it is a draft. */
  order: { number: string; on: string } | null;
  sections: ReadonlyMap<SectionKey, SectionChoice>;
  indicators: readonly ActIndicator[];
  cycle: readonly CycleRow[];
  works: readonly WorkRow[];
  measures: readonly MeasureRow[];
}

export interface SectionChoice {
  included: boolean;
  /** The school's own words, clauses divided by an empty line; empty = the portal's wording. */
  text: string;
}

/** One indicator in words; an empty text = nothing is said. */
export interface ActIndicator {
  id: number;
  code: string;
  name: string;
  object: ActObject;
  unit: string;
  /** In words or signs: how the value is found. */
  formula: string;
  source: string;
  instrument: string;
  period: string;
  performer: string;
  addressees: readonly string[];
  /** «от 64 — оптимальный; …» */
  levels: string;
}

export interface CycleRow {
  when: string;
  what: string;
  performer: string;
  output: string;
  addressee: string;
}

export interface WorkRow {
  on: string;
  classes: string;
  subject: string;
  name: string;
  level: string;
}

export interface MeasureRow {
  text: string;
  performer: string;
  due: string;
  output: string;
}
