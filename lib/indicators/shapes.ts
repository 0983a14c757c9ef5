import type { Owner, UnitOwner } from "./owner.ts";
import type { Borders } from "./rules.ts";

/** What an indicator means from a day on, as pages and other features read it. Days are `YYYY-MM-DD`. */
export interface IndicatorVersionView {
  id: number;
  version: number;
  status: "draft" | "adopted";
  effectiveFrom: string;
  effectiveTo: string | null;
  name: string;
  nameUk: string;
  definition: string;
  definitionUk: string;
  object: string;
  unit: string;
  decimals: number;
  direction: string;
  numerator: string | null;
  denominator: string | null;
  condition: string | null;
  aggregation: string;
  period: string;
  dueDays: number;
  source: string;
  instrument: string;
  performer: string;
  addressees: string[];
  ruleKind: string;
  needsCheck: boolean;
  weight: number | null;
  basedOnId: number | null;
  note: string;
  revision: number;
}

/** A line of the catalogue. */
export interface CatalogueLine {
  id: number;
  code: string;
  owner: Owner;
  family: string;
  /** In force today; else the next one to come, else the draft. */
  version: IndicatorVersionView;
  /** Adopted by the viewer's unit (`own`) or by one above it. */
  adopted: { own: boolean; on: string } | null;
  hasData: boolean;
  hasDraft: boolean;
}

/** Why an indicator is measured. */
export interface BasisView {
  id: number;
  owner: Owner;
  regulationId: number | null;
  clauseKey: string | null;
  citation: string;
  ruleKind: string;
  needsCheck: boolean;
}

export interface AdoptionView {
  unit: UnitOwner;
  unitName: string;
  adoptedOn: string;
  endedOn: string | null;
  note: string;
}

export interface ThresholdView extends Borders {
  owner: Owner;
  ownerName: string;
  version: number;
  effectiveFrom: string;
  ruleKind: string;
  needsCheck: boolean;
  citation: string;
  note: string;
}

export interface TargetView {
  unit: UnitOwner;
  unitName: string;
  periodStart: string;
  periodEnd: string;
  target: number;
  note: string;
  revision: number;
}
