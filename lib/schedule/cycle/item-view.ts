import { type Day, dateToDay } from "../../platform/clock.ts";
import type { CycleItem } from "../../platform/db/prisma/client.ts";
import { type Standing, type Status, standingOf } from "./rules.ts";
import type { Addressee, Performer } from "./template.ts";

/** A line of the cycle as pages show it. */
export interface CycleItemView {
  readonly id: number;
  readonly code: string;
  readonly title: string;
  readonly output: string;
  readonly basis: string;
  readonly performer: Performer;
  readonly performerId: number | null;
  /** Null when nobody is named, or the viewer may not see that person. */
  readonly performerName: string | null;
  readonly addressees: readonly Addressee[];
  readonly dueOn: Day;
  readonly status: Status;
  readonly standing: Standing;
  readonly doneOn: Day | null;
  readonly evidence: string;
  readonly document: string;
  readonly documentUrl: string;
  readonly reason: string;
  /** The clause it rests on; null: only its words say it. */
  readonly clause: { readonly regulationId: number; readonly clauseKey: string } | null;
  readonly version: number;
}

export function itemView(row: CycleItem, names: ReadonlyMap<number, string>, today: Day): CycleItemView {
  const dueOn = dateToDay(row.dueOn)!;
  const status = row.status as Status;
  return {
    id: row.id,
    code: row.code,
    title: row.title,
    output: row.output,
    basis: row.basis,
    performer: row.performer as Performer,
    performerId: row.performerId,
    performerName: row.performerId === null ? null : (names.get(row.performerId) ?? null),
    addressees: row.addressees as Addressee[],
    dueOn,
    status,
    standing: standingOf({ status, dueOn }, today),
    doneOn: dateToDay(row.doneOn),
    evidence: row.evidence,
    document: row.document,
    documentUrl: row.documentUrl,
    reason: row.reason,
    clause:
      row.regulationId === null || row.clauseKey === null
        ? null
        : { regulationId: row.regulationId, clauseKey: row.clauseKey },
    version: row.version,
  };
}
