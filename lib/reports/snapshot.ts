import type { WorkIdentity } from "../assessments/rules.ts";
import type { Figure } from "../platform/format/figure.ts";
import type { Measure } from "./measures.ts";

export type UnitKind = "school" | "municipality" | "region";
export type PublishedMeasure = Exclude<Measure, "score">;

/** The published numbers of one unit for one work; hidden ones are not in the data at all. */
export interface PublishedUnit {
  kind: UnitKind;
  name: string;
  counts: Readonly<Record<PublishedMeasure, Figure>>;
  /** Per cent of the greatest possible score, rounded to a whole per cent. */
  completionPercent: Figure;
}

/** One work of a published report. */
export interface PublishedWork {
  code: string;
  kind: WorkIdentity["kind"];
  year: number;
  season: WorkIdentity["season"];
  subject: string;
  gradeTested: number;
  gradeWriting: number;
  level: "base" | "advanced";
  maxScore: number;
  /** In reports about areas: how many schools the numbers come from. Null in a school's own report. */
  schools: number | null;
  /** The unit itself comes first, then its municipality and region. */
  units: readonly PublishedUnit[];
}

/** A frozen edition: all that the public page shows and nothing more. */
export interface Snapshot {
  format: 1;
  unit: {
    kind: UnitKind;
    name: string;
    /** Public address of a school or municipality; null for a region. */
    slug: string | null;
    municipality: string | null;
    region: string;
  };
  year: number;
  title: string;
  foreword: string;
  /** The least number that is shown. */
  least: number;
  works: readonly PublishedWork[];
}
