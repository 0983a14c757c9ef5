import { inTransaction, type WriteTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { dayToDate } from "../platform/clock.ts";
import { found, RefusedError } from "../platform/errors.ts";
import type { AnnouncedWork, ScheduledWork, SchoolYear } from "./facts.ts";
import { openSchoolYear } from "./plan-writes.ts";
import type { Review } from "./review.ts";
import type { ChooseDaysInput } from "./schema.ts";
import { checkClasses, journal, judged } from "./work-commands.ts";

/** What the school chose for a class within a window. */
interface Choice {
  label: string;
  on: `${number}-${number}-${number}` | null;
  lesson: number | null;
  subject: string;
}

/** The first choice that stands against the rules, if it was not accepted; then nothing is written at all. */
export type Chosen = { done: true; placed: number } | { done: false; label: string; review: Review };

/**
 * Sets for each class the day, the lesson and, for a drawn work, the subject within an office's window. A class whose day was
 * emptied is taken back; a class that is not named stays as it is.
 */
export function chooseDays(viewer: Viewer, input: ChooseDaysInput, now: Date): Promise<Chosen> {
  permit(viewer, "schedule.plan");
  return inTransaction(viewer, async (tx): Promise<Chosen> => {
    let facts = await openSchoolYear(tx, viewer, input.schoolId, input.year, now);
    const announced = found(facts.announced.find(({ id }) => id === input.windowId));
    checkClasses(facts, input.label);
    let placed = 0;
    for (const [index, label] of input.label.entries()) {
      const choice: Choice = {
        label,
        on: input.on[index] ?? null,
        lesson: input.lesson[index] ?? null,
        subject: input.subject[index] ?? "",
      };
      const old = facts.works.find(
        ({ windowId, classes }) => windowId === announced.id && classes.includes(label),
      );
      if (same(old, choice)) continue;
      checkChoice(announced, choice);
      const review =
        choice.on === null ? null : judgedChoice(facts, announced, choice, old, input.accept, now);
      if (review !== null) {
        if (placed === 0) return { done: false, label, review };
        throw new StoppedAt(label, review);
      }
      await write(tx, viewer, facts, announced, choice, old, now);
      placed += 1;
      facts = await openSchoolYear(tx, viewer, input.schoolId, input.year, now);
    }
    if (placed === 0) throw new RefusedError("invalid", "schedule.refused.nothingChosen");
    return { done: true, placed };
  }).catch((error: unknown): Chosen => {
    if (error instanceof StoppedAt) return { done: false, label: error.label, review: error.review };
    throw error;
  });
}

/** Takes back what was written before it in the same form: all days of a form stand together, or none. */
class StoppedAt extends Error {
  readonly label: string;
  readonly review: Review;
  constructor(label: string, review: Review) {
    super(`A chosen day for ${label} stands against the rules`);
    this.label = label;
    this.review = review;
  }
}

function same(old: ScheduledWork | undefined, { on, lesson, subject }: Choice): boolean {
  if (old === undefined) return on === null;
  return old.on === on && old.lesson === lesson && (old.options.length === 0 || old.subject === subject);
}

function checkChoice(announced: AnnouncedWork, { label, on, subject }: Choice): void {
  const drawn = announced.options.length > 0;
  if (drawn && subject !== "" && !announced.options.includes(subject))
    throw new RefusedError("invalid", "schedule.refused.notDrawn", { class: label });
  if (on !== null && (on < announced.opensOn || announced.closesOn < on))
    throw new RefusedError("invalid", "schedule.refused.outsideWindow", { class: label });
}

function judgedChoice(
  facts: SchoolYear,
  announced: AnnouncedWork,
  choice: Choice,
  old: ScheduledWork | undefined,
  accepted: boolean,
  now: Date,
): Review | null {
  const { level, kind, title, grade, minutes, wholeClass } = announced;
  const subject = announced.subject || choice.subject;
  const draft = {
    ...{
      id: old?.id ?? null,
      windowId: announced.id,
      level,
      kind,
      title,
      grade,
      minutes,
      wholeClass,
      subject,
    },
    ...{ classes: [choice.label], on: choice.on!, lesson: choice.lesson },
  };
  return judged(facts, draft, accepted, now, old);
}

async function write(
  tx: WriteTx,
  viewer: Viewer,
  facts: SchoolYear,
  announced: AnnouncedWork,
  { label, on, lesson, subject }: Choice,
  old: ScheduledWork | undefined,
  now: Date,
): Promise<void> {
  const stamp = { changedAt: now, changedBy: viewer.personId };
  // A placement of several classes gives up the one whose day changes.
  if (old !== undefined && old.classes.length > 1)
    await tx.scheduledWork.update({
      where: { id: old.id },
      data: { ...stamp, classLabels: old.classes.filter((one) => one !== label), version: { increment: 1 } },
    });
  const own = old !== undefined && old.classes.length === 1 ? old : undefined;
  const details = { window: announced.id, class: label, on, lesson, subject, before: old?.on ?? null };
  if (on === null) {
    if (own) await tx.scheduledWork.delete({ where: { id: own.id } });
    await journal(tx, viewer, facts, "chooseDay", own?.id ?? null, details, now);
    return;
  }
  const chosen = { onDay: dayToDate(on), lesson, subject: announced.subject || subject };
  const { level, kind, title, grade, options, minutes, wholeClass, workId, clause } = announced;
  const row = own
    ? await tx.scheduledWork.update({
        where: { id: own.id },
        data: { ...chosen, ...stamp, version: { increment: 1 } },
      })
    : await tx.scheduledWork.create({
        data: {
          ...{ schoolId: facts.school.id, year: facts.year, windowId: announced.id, classLabels: [label] },
          ...{ level, kind, title, grade, options: [...options], minutes, wholeClass, workId },
          ...{ regulationId: clause?.regulationId ?? null, clauseKey: clause?.clauseKey ?? null },
          ...chosen,
          ...stamp,
        },
      });
  await journal(tx, viewer, facts, "chooseDay", row.id, details, now);
}
