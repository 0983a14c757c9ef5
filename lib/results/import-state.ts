import type { Understood } from "./understood.ts";

/**
 * Where an import stands, as a person sees it: it is being read (waiting), a person must say what the columns of an unknown table are (mapping), a person must answer (question), it can be
 * applied (ready) or would replace what came meanwhile (replaces), there is no row to take (nothing), the same results are there already (unchanged), it was applied or
 * undone, the file was refused, or the portal failed.
 */
export const importStates = [
  "waiting",
  "mapping",
  "ready",
  "replaces",
  "question",
  "nothing",
  "unchanged",
  "applying",
  "applied",
  "undone",
  "refused",
  "failed",
  "cancelled",
] as const;
export type ImportState = (typeof importStates)[number];

/** The state by the stored status and what was understood of the file. */
export function importState(status: string, understood: Partial<Understood>): ImportState {
  switch (status) {
    case "applied":
    case "undone":
    case "unchanged":
    case "refused":
    case "failed":
    case "mapping":
    case "applying":
    case "cancelled":
      return status;
    case "review":
      if (understood.blocked !== false) return "question";
      if ((understood.taken ?? 0) + (understood.absent ?? 0) + (understood.figures ?? 0) === 0)
        return "nothing";
      return understood.replaces ? "replaces" : "ready";
    default:
      return "waiting";
  }
}

/** How many imports stand where. */
export function countStates(states: readonly ImportState[]): Record<ImportState, number> {
  const counts = Object.fromEntries(importStates.map((state) => [state, 0])) as Record<ImportState, number>;
  for (const state of states) counts[state]++;
  return counts;
}
