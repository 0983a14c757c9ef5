import type { Band, Level, Season, TaskFacts, WorkKind } from "./rules.ts";

/** A work as lists show it. */
export interface WorkRow {
  id: number;
  code: string;
  kind: WorkKind;
  year: number;
  season: Season;
  gradeTested: number;
  gradeWriting: number;
  subject: string;
  level: Level;
  maxScore: number;
  /** file = described by the header of a school's file, the centre has not checked it */
  origin: "centre" | "file";
  tasksNeedCheck: boolean;
  taskCount: number;
  /** the scale in force; null when there is none for this maximum */
  scale: { edition: number; bands: Band[]; needsCheck: boolean } | null;
}

/** One edition of a scale as its source prints it. */
export interface ScaleEditionView {
  edition: number;
  bands: Band[];
  maxScore: number;
  disputed: readonly number[];
  source: string;
  note: string;
  needsCheck: boolean;
  adoptedAt: string;
  /** null: it came with the portal, or the viewer does not see who it was */
  adoptedBy: string | null;
  shipped: boolean;
  inForce: boolean;
}

/** A work with everything that its page tells. */
export interface WorkView extends WorkRow {
  opensOn: string | null;
  closesOn: string | null;
  note: string;
  version: number;
  tasks: readonly (TaskFacts & { codifier: string; skill: string })[];
  /** newest first */
  editions: readonly ScaleEditionView[];
  /** schools in the viewer's scope with results */
  schools: number;
  /** codes and maxima of tasks may not change: some school has results */
  locked: boolean;
}
