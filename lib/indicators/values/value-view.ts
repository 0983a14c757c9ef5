import type { Level, Period } from "../vocabulary.ts";
import type { YearPart } from "./period.ts";

/** A value as pages and other features read it. */
export interface ValueView {
  readonly state: "value" | "absent" | "notApplicable";
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** missing, condition, zero, undefined, notAdditive, or nothing. */
  readonly reason: string;
  readonly missing: readonly string[];
  readonly schools: number;
  readonly schoolsDue: number;
}

/** A line of the page of values: of the school year, or of one of its parts where the indicator has those. */
export interface ValueLine extends ValueView {
  readonly part: YearPart;
  readonly period: Period;
  readonly indicatorId: number;
  readonly code: string;
  readonly family: string;
  readonly versionId: number;
  readonly name: string;
  readonly nameUk: string;
  readonly unit: string;
  readonly decimals: number;
  readonly direction: string;
  readonly performer: string;
  readonly target: number | null;
  readonly level: Level | null;
  readonly adopted: boolean;
  /** Values of all years, or of all such parts of years, in order of time; null where there is none. */
  readonly history: readonly {
    readonly schoolYear: number;
    readonly part: YearPart;
    readonly value: number | null;
  }[];
}

/** What stands for an indicator that was never computed: no data. */
export const neverComputed: ValueView = {
  ...{ state: "absent", value: null, numerator: null, denominator: null },
  ...{ reason: "missing", missing: [], schools: 0, schoolsDue: 0 },
};
