import { inTransaction, type WriteTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { type Day, dayToDate } from "../platform/clock.ts";
import { env } from "../platform/env.ts";
import { found, RefusedError } from "../platform/errors.ts";
import { dayOf } from "../platform/format/day-of.ts";
import type { Draft } from "./candidate.ts";
import type { ScheduledWork, SchoolYear } from "./facts.ts";
import { isFixed } from "./placed.ts";
import { openSchoolYear } from "./plan-writes.ts";
import { type Review, reviewDraft, stopping } from "./review.ts";
import type { EditWorkInput, MoveWorkInput, PlaceWorkInput } from "./schema.ts";

/** `done: false`: the work stands against the rules and nobody accepted that; nothing is written, and this is why. */
export type Placed = { done: true; id: number } | { done: false; review: Review };

/** Places a new work of the school on a day. */
export function placeWork(viewer: Viewer, input: PlaceWorkInput, now: Date): Promise<Placed> {
  permit(viewer, "schedule.plan");
  return inTransaction(viewer, async (tx): Promise<Placed> => {
    const facts = await openSchoolYear(tx, viewer, input.schoolId, input.year, now);
    checkClasses(facts, input.classes.labels);
    const draft = draftOf(input, null);
    const review = judged(facts, draft, input.accept, now);
    if (review !== null) return { done: false, review };
    const { id } = await tx.scheduledWork.create({
      data: {
        ...{ schoolId: input.schoolId, year: input.year, level: "school" },
        ...columnsOf(input),
        changedAt: now,
        changedBy: viewer.personId,
      },
    });
    await journal(tx, viewer, facts, "placeWork", id, { work: said(draft), accepted: input.accept }, now);
    return { done: true, id };
  });
}

/** Changes a work of the school; a work within an office's window is only moved. */
export function editWork(viewer: Viewer, input: EditWorkInput, now: Date): Promise<Placed> {
  permit(viewer, "schedule.plan");
  return inTransaction(viewer, async (tx): Promise<Placed> => {
    const facts = await openSchoolYear(tx, viewer, input.schoolId, input.year, now);
    const old = workIn(facts, input);
    if (old.windowId !== null) throw new RefusedError("invalid", "schedule.refused.officeWork");
    checkClasses(facts, input.classes.labels);
    const draft = draftOf(input, null);
    const review = judged(facts, { ...draft, id: old.id }, input.accept, now, old);
    if (review !== null) return { done: false, review };
    await change(tx, viewer, input, columnsOf(input), now);
    const details = { before: said(old), after: said(draft), accepted: input.accept };
    await journal(tx, viewer, facts, "editWork", old.id, details, now);
    return { done: true, id: old.id };
  });
}

/** Moves a work to another day or lesson. */
export function moveWork(viewer: Viewer, input: MoveWorkInput, now: Date): Promise<Placed> {
  permit(viewer, "schedule.plan");
  return inTransaction(viewer, async (tx): Promise<Placed> => {
    const facts = await openSchoolYear(tx, viewer, input.schoolId, input.year, now);
    const old = workIn(facts, input);
    const announced = facts.announced.find(({ id }) => id === old.windowId);
    if (announced && isFixed(announced) && input.on !== announced.opensOn)
      throw new RefusedError("invalid", "schedule.refused.fixedDay");
    const draft: Draft = { ...old, on: input.on, lesson: input.lesson };
    const review = judged(facts, draft, input.accept, now, old);
    if (review !== null) return { done: false, review };
    await change(tx, viewer, input, { onDay: dayToDate(input.on), lesson: input.lesson }, now);
    const places = { from: { on: old.on, lesson: old.lesson }, to: { on: input.on, lesson: input.lesson } };
    await journal(tx, viewer, facts, "moveWork", old.id, { ...places, accepted: input.accept }, now);
    return { done: true, id: old.id };
  });
}

/** Takes a work off the schedule. Published editions keep it; the next one says that it is cancelled. */
export function removeWork(
  viewer: Viewer,
  input: { schoolId: number; year: number; id: number; version: number },
  now: Date,
): Promise<void> {
  permit(viewer, "schedule.plan");
  return inTransaction(viewer, async (tx) => {
    const facts = await openSchoolYear(tx, viewer, input.schoolId, input.year, now);
    const old = workIn(facts, input);
    await tx.scheduledWork.delete({ where: { id: old.id } });
    await journal(tx, viewer, facts, "removeWork", old.id, { work: said(old) }, now);
  });
}

/** The work as it stands, of the version that the person saw. */
export function workIn(facts: SchoolYear, { id, version }: { id: number; version: number }): ScheduledWork {
  const work = found(facts.works.find((one) => one.id === id));
  if (work.version !== version) throw new RefusedError("conflict", "schedule.refused.changedMeanwhile");
  return work;
}

/**
 * What stops a draft: null when nothing does. A day in the past is refused whatever was accepted; a work that keeps its day may
 * lie in the past.
 */
export function judged(
  facts: SchoolYear,
  draft: Draft,
  accepted: boolean,
  now: Date,
  old?: { on: Day },
): Review | null {
  const review = reviewDraft(facts, draft, dayOf(now, env.TIME_ZONE));
  const stays = old !== undefined && old.on === draft.on;
  const conflicts = review.conflicts.filter(({ rule }) => rule !== "inThePast" || !stays);
  const stop = stopping(conflicts);
  if (stop.some(({ rule }) => rule === "inThePast"))
    throw new RefusedError("invalid", "schedule.refused.past");
  return stop.length > 0 && !accepted ? { ...review, conflicts } : null;
}

export function checkClasses(facts: SchoolYear, labels: readonly string[]): void {
  const known = new Set(facts.classes.map(({ label }) => label));
  const unknown = labels.filter((label) => !known.has(label));
  if (unknown.length > 0)
    throw new RefusedError("invalid", "schedule.refused.unknownClass", { classes: unknown.join(", ") });
}

/** One line of the journal about a work of the school. */
export async function journal(
  tx: WriteTx,
  viewer: Viewer,
  facts: SchoolYear,
  verb: string,
  id: number | null,
  details: Record<string, unknown>,
  now: Date,
): Promise<void> {
  const { id: schoolId, municipalityId } = facts.school;
  const subject = id === null ? `schedule:${schoolId}:${facts.year}` : `scheduledWork:${id}`;
  await record(
    tx,
    viewer,
    {
      action: `schedule.${verb}`,
      subject,
      municipalityId,
      schoolId,
      details: { year: facts.year, ...details },
    },
    now,
  );
}

function draftOf(input: PlaceWorkInput, id: number | null): Draft {
  const { kind, title, subject, on, lesson, minutes, wholeClass } = input;
  const { grade, labels: classes } = input.classes;
  return {
    ...{ id, windowId: null, level: "school", grade, classes },
    ...{ kind, title, subject, on, lesson, minutes, wholeClass },
  };
}

function columnsOf({ classes, on, clause, ...rest }: PlaceWorkInput | EditWorkInput) {
  const { kind, title, subject, lesson, minutes, wholeClass, workId, note } = rest;
  return {
    ...{ kind, title, subject, lesson, minutes, wholeClass, workId, note },
    grade: classes.grade,
    classLabels: classes.labels,
    onDay: dayToDate(on),
    regulationId: clause?.regulationId ?? null,
    clauseKey: clause?.clauseKey ?? null,
  };
}

/** Only the version that was seen is changed. */
async function change(
  tx: WriteTx,
  viewer: Viewer,
  { id, version }: { id: number; version: number },
  data: object,
  now: Date,
): Promise<void> {
  const stamp = { version: { increment: 1 }, changedAt: now, changedBy: viewer.personId };
  const { count } = await tx.scheduledWork.updateMany({
    where: { id, version },
    data: { ...data, ...stamp },
  });
  if (count === 0) throw new RefusedError("conflict", "schedule.refused.changedMeanwhile");
}

function said({ title, subject, classes, on, lesson, minutes }: Draft | ScheduledWork) {
  return { title, subject, classes, on, lesson, minutes };
}
