import type { Figure } from "../platform/format/figure.ts";
import type { Measure } from "./measures.ts";

/** The published numbers of one unit for one work; hidden ones are not in the data at all. */
export interface PublishedUnit {
  kind: "school" | "municipality" | "region";
  name: string;
  counts: Readonly<Record<Exclude<Measure, "score">, Figure>>;
  /** Per cent of the greatest possible score, rounded to a whole per cent. */
  completionPercent: Figure;
}

/** One work of a published report. */
export interface PublishedWork {
  code: string;
  kind: string;
  year: number;
  season: string;
  subject: string;
  gradeTested: number;
  level: string;
  maxScore: number;
  /** The school itself comes first, then its municipality and region. */
  units: readonly PublishedUnit[];
}

/** A frozen edition: all that the public page shows and nothing more. */
export interface Snapshot {
  format: 1;
  unit: {
    kind: "school" | "municipality" | "region";
    name: string;
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
