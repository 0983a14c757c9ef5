import type { Summary } from "../statistics/summary.ts";

/** The label under which a finding about the whole school stands. */
export const wholeSchool = "*";

/** One pupil's row, as far as rules within a row and identical answers need it. Marks and totals null = not there. */
export interface RowFacts {
  code: string;
  classLabel: string;
  items: readonly number[];
  totalPrinted: number | null;
  totalItems: number;
  markFile: number | null;
  markScale: number | null;
}

/** The school's summaries of the year before, of the work that is compared with. */
export interface EarlierFacts {
  year: number;
  whole: Summary | null;
  classes: ReadonlyMap<string, Summary>;
}

/** Everything that rules may look at for one school and one work: plain data, so that evaluation is pure. */
export interface CheckFacts {
  maxScore: number;
  whole: Summary;
  classes: ReadonlyMap<string, Summary>;
  /** Pupils who took part; empty when no rule asks for rows. */
  rows: readonly RowFacts[];
  /** The same work a year ago: other pupils, the same grade. */
  sameWork: EarlierFacts | null;
  /** The work that the same pupils wrote a year ago, a grade lower; its classes under the labels of today. */
  samePupils: EarlierFacts | null;
  /** Whole schools of the municipality in this work, this one among them. */
  municipality: readonly Summary[];
  /** Whole schools of the municipality in this work in up to three earlier years. */
  municipalityBefore: readonly Summary[];
  /** The school's own summaries of this work in earlier years, newest first. */
  ownBefore: readonly { year: number; summary: Summary }[];
}
