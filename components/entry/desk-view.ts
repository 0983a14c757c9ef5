import type { CellStep } from "#lib/entry/cell-step.ts";
import type { CellProblem } from "#lib/entry/cell-text.ts";
import type { ClassProgress } from "#lib/entry/class-progress.ts";
import type { Line } from "./sender.ts";

/** What the parts around the table show; made anew when the hand rests, not at every key. */
export interface DeskView {
  ready: boolean;
  rows: number;
  line: Line;
  busy: boolean;
  unsent: number;
  savedAt: string | null;
  durable: boolean;
  conflicts: readonly {
    name: string;
    at: number;
    place: string;
    mine: string;
    theirs: { value: string; by: string; at: string };
  }[];
  problems: readonly { at: number; place: string; problem: CellProblem }[];
  progress: ClassProgress;
  /** rows with a code and nothing else */
  idle: number;
  /** What was done to one cell, when somebody asks: being read, not to be had now, or its steps. */
  history: { place: string; steps: readonly CellStep[] | "reading" | "failed" } | null;
  message: string;
  canUndo: boolean;
  canRedo: boolean;
  autoMove: boolean;
  direction: "row" | "column";
  version: number;
}
