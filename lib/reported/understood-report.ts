import type { Understood } from "../results/understood.ts";
import type { FigureState, Measure, NotData, UnitKind } from "./report.ts";

/** What is particular of a report with ready totals. */
export interface UnderstoodReport {
  /** units with figures that were taken, by level */
  units: Record<UnitKind, number>;
  /** figures that were taken, by what stands in the cell */
  states: Record<FigureState, number>;
  measures: Partial<Record<Measure, number>>;
  /** schools known by their printed name only: they wait for a person's decision and are kept all the same */
  unmatched: number;
  /** lines of schools that are unknown or not the viewer's; nothing of them is stored */
  notYours: number;
  lines: { total: number; data: number; notData: Partial<Record<NotData, number>> };
  added: number;
  changed: number;
}

/** The record beside the import, readable for lists of imports like that of any other file. */
export type StoredUnderstanding = Omit<Understood, "layout"> & { layout: string; report: UnderstoodReport };
