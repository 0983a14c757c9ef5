import type { Translate } from "#messages/translate.ts";
import { workName, workTitle } from "../assessments/work-title.ts";
import type { DeliveryBoard } from "./delivery-reads.ts";
import type { DeliveryState } from "./delivery-rules.ts";

/** What is still to come, as sentences for a desk: one a work, the overdue first. */
export interface DueWork {
  workId: number;
  title: string;
  closesOn: string | null;
  late: number;
  expected: number;
}

/** Works of a board that somebody still owes, late ones first, then by the day they are due. */
export function dueWorks(t: Translate, board: DeliveryBoard): DueWork[] {
  const count = (workId: number, state: DeliveryState) =>
    board.schools.reduce(
      (sum, school) =>
        sum + school.cells.filter((cell) => cell.workId === workId && cell.state === state).length,
      0,
    );
  return board.works
    .map((work) => ({
      workId: work.id,
      title: workTitle(t, work),
      closesOn: work.closesOn,
      late: count(work.id, "late"),
      expected: count(work.id, "expected"),
    }))
    .filter((work) => work.late + work.expected > 0)
    .sort((a, b) => b.late - a.late || ((a.closesOn ?? "9") < (b.closesOn ?? "9") ? -1 : 1));
}

/** Short names of the works for the heads of columns. */
export function workHeads(
  t: Translate,
  board: DeliveryBoard,
): { id: number; name: string; closesOn: string | null }[] {
  return board.works.map((work) => ({ id: work.id, name: workName(t, work), closesOn: work.closesOn }));
}

/** What a board adds up to: pairs of school and work. */
export interface Progress {
  /** Pairs that owe results, brought or not. */
  expected: number;
  received: number;
  /** Handed over by the school, whatever became of it since, except what came back. */
  handed: number;
  accepted: number;
  returned: number;
  overdue: number;
}

export function progressOf({ totals, stages, overdue }: DeliveryBoard): Progress {
  const received = totals.received + totals.receivedLate;
  const accepted = stages.accepted + stages.locked;
  return {
    ...{ received, accepted, overdue, returned: stages.returned },
    expected: received + totals.expected + totals.late,
    handed: stages.submitted + stages.approved + accepted,
  };
}
