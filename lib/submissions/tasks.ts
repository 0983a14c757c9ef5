import type { Day } from "../platform/clock.ts";
import type { DeliveryBoard, DeliveryCell } from "./delivery-reads.ts";

/** A thing that waits for a person; counts and days, never pupils. */
export type Task =
  | { kind: "bring"; schoolId: number; workId: number; dueOn: Day | null; late: boolean }
  | { kind: "classList"; schoolId: number }
  | { kind: "submit"; schoolId: number; workId: number; dueOn: Day | null; late: boolean }
  | { kind: "returned"; schoolId: number; workId: number; reason: string }
  | { kind: "approve"; schoolId: number; workId: number }
  | { kind: "absence"; schoolId: number; workId: number; classLabel: string; count: number }
  | { kind: "accept"; workId: number; count: number }
  | { kind: "lateSchools"; workId: number; count: number; dueOn: Day | null };

/** Questions about pupils without results, as they are read. */
export interface OpenAbsence {
  schoolId: number;
  workId: number;
  classLabel: string;
  count: number;
}

/** What waits at a school, for its head or its deputy. Only what a campaign asks for, and what was returned. */
export function schoolTasks(
  board: DeliveryBoard,
  role: "head" | "deputy",
  absences: readonly OpenAbsence[],
): Task[] {
  const cells = board.schools.flatMap(({ id, cells }) => cells.map((cell) => ({ schoolId: id, cell })));
  const unlisted = board.schools.filter(({ cells }) =>
    cells.some(({ asked, state }) => asked && state === "unknown"),
  );
  return [
    ...cells.flatMap(({ schoolId, cell }) => cellTasks(schoolId, cell, role)),
    ...unlisted.map(({ id }): Task => ({ kind: "classList", schoolId: id })),
    ...absences.map((one): Task => ({ kind: "absence", ...one })),
  ].sort(byUrgency);
}

function cellTasks(schoolId: number, cell: DeliveryCell, role: "head" | "deputy"): Task[] {
  const { workId, dueOn, overdue: late, stage, reason } = cell;
  if (stage === "returned") return [{ kind: "returned", schoolId, workId, reason }];
  if (stage === "submitted") return role === "head" ? [{ kind: "approve", schoolId, workId }] : [];
  if (!cell.asked || stage !== "draft") return [];
  if (cell.receivedAt !== null) return [{ kind: "submit", schoolId, workId, dueOn, late }];
  return cell.state === "expected" || cell.state === "late"
    ? [{ kind: "bring", schoolId, workId, dueOn, late }]
    : [];
}

/** What waits at an office: submissions to accept, and how many schools are late, by work. */
export function officeTasks(board: DeliveryBoard): Task[] {
  return board.works
    .flatMap((work): Task[] => {
      const cells = board.schools.flatMap(({ cells }) => cells.filter(({ workId }) => workId === work.id));
      const waiting = cells.filter(({ stage }) => stage === "approved").length;
      const late = cells.filter(
        ({ overdue, stage }) => overdue && (stage === "draft" || stage === "returned"),
      );
      const dueOn = late.map((cell) => cell.dueOn).sort()[0] ?? null;
      return [
        ...(waiting > 0 ? [{ kind: "accept" as const, workId: work.id, count: waiting }] : []),
        ...(late.length > 0
          ? [{ kind: "lateSchools" as const, workId: work.id, count: late.length, dueOn }]
          : []),
      ];
    })
    .sort(byUrgency);
}

const order = [
  "returned",
  "approve",
  "accept",
  "bring",
  "submit",
  "lateSchools",
  "absence",
  "classList",
] as const;

/** Decisions that hold others up first, then by the day they are due. */
function byUrgency(a: Task, b: Task): number {
  const day = (task: Task) => ("dueOn" in task ? (task.dueOn ?? "9") : "9");
  return order.indexOf(a.kind) - order.indexOf(b.kind) || (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0);
}
