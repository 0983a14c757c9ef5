import type { Day } from "../platform/clock.ts";
import type { SchoolYear } from "./facts.ts";
import type { PlacedWork, WorkKind, WorkLevel } from "./load/shapes.ts";
import { announcedId, ownId, placedWorks } from "./placed.ts";

/** What a form says of a work that is being placed or moved. */
export interface Draft {
  /** null: a new work. */
  id: number | null;
  windowId: number | null;
  level: WorkLevel;
  kind: WorkKind;
  title: string;
  subject: string;
  classes: readonly string[];
  grade: number;
  on: Day;
  lesson: number | null;
  minutes: number;
  wholeClass: boolean;
}

/** The id of a work that does not stand in the schedule yet. */
const NEW_ID = 0;

/**
 * A draft as the load rules ask for it. Other classes that write the same work of the school on near days belong to it, as they
 * will once it stands (placed.ts).
 */
export function candidateOf(facts: SchoolYear, draft: Draft): PlacedWork {
  const id = draft.id ?? NEW_ID;
  const without = facts.works.filter((work) => work.id !== draft.id);
  const works = [...without, { ...blank, ...draft, id, options: [] }];
  const candidate = placedWorks({ ...facts, works }).find((work) => work.id === ownId(id));
  if (candidate === undefined) throw new RangeError("A draft that is not among the placed works");
  return candidate;
}

const blank = { uid: "", workId: null, clause: null, note: "", version: 0 };

/** Placements of the schedule among which a draft is judged: without the draft's own old place and what it takes the place of. */
export function othersOf(facts: SchoolYear, draft: Pick<Draft, "id" | "windowId" | "classes">): PlacedWork[] {
  return placedWorks(facts).flatMap((work) => {
    if (draft.id !== null && work.id === ownId(draft.id)) return [];
    if (draft.windowId === null || work.id !== announcedId(draft.windowId)) return [work];
    const classes = work.classes.filter((label) => !draft.classes.includes(label));
    return classes.length > 0 ? [{ ...work, classes }] : [];
  });
}
