import { translator } from "#messages/translate.ts";
import { inTransaction, type WriteTx } from "../../platform/access/as-viewer.ts";
import { permit } from "../../platform/access/permissions.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { record } from "../../platform/audit/record.ts";
import { dateToDay, dayToDate } from "../../platform/clock.ts";
import { found, RefusedError } from "../../platform/errors.ts";
import { linesFrom } from "./rules.ts";
import type { AddItemInput, EditItemInput, ReportItemInput, StartCycleInput } from "./schema.ts";
import { yearTemplate } from "./template.ts";
import { ownWords } from "./words.ts";

/** Makes the viewer's school a cycle for a school year from the template. A year has one. */
export async function startCycle(
  viewer: Viewer,
  input: StartCycleInput,
  now: Date,
): Promise<{ planId: number; items: number }> {
  permit(viewer, "cycle.plan");
  return inTransaction(viewer, async (tx) => {
    const schoolId = found(viewer.schoolId);
    const there = await tx.cyclePlan.findUnique({ where: { schoolId_year: { schoolId, year: input.year } } });
    if (there) throw new RefusedError("conflict", "cycle.refused.exists", { year: String(input.year) });
    const lines = linesFrom(yearTemplate, input.year, input.from);
    if (lines.length === 0) throw new RefusedError("invalid", "cycle.refused.nothingLeft");
    const plan = await tx.cyclePlan.create({
      data: { schoolId, year: input.year, createdAt: now, createdBy: viewer.personId },
    });
    await tx.cycleItem.createMany({
      data: lines.map(({ line, dueOn }) => ({
        ...{ planId: plan.id, schoolId, code: line.code, performer: line.performer },
        ...{ addressees: [...line.addressees], dueOn: dayToDate(dueOn) },
        ...{ changedAt: now, changedBy: viewer.personId },
      })),
    });
    const details = { year: input.year, from: input.from, items: lines.length };
    await note(tx, viewer, "cycle.start", `cycle:${plan.id}`, details, now);
    return { planId: plan.id, items: lines.length };
  });
}

/** Adds a line of the school's own. */
export async function addCycleItem(viewer: Viewer, input: AddItemInput, now: Date): Promise<{ id: number }> {
  permit(viewer, "cycle.plan");
  return inTransaction(viewer, async (tx) => {
    const plan = found(await tx.cyclePlan.findUnique({ where: { id: input.planId } }));
    if (plan.schoolId !== viewer.schoolId) throw new RefusedError("notFound");
    await ofSchool(tx, input.performerId, plan.schoolId);
    const { planId, dueOn, clause, ...content } = input;
    const { id } = await tx.cycleItem.create({
      data: {
        ...{ ...content, planId, schoolId: plan.schoolId, code: "", dueOn: dayToDate(dueOn) },
        ...(await clauseColumns(tx, clause)),
        ...{ changedAt: now, changedBy: viewer.personId },
      },
    });
    await note(tx, viewer, "cycle.add", `cycleItem:${id}`, { dueOn, performer: input.performer }, now);
    return { id };
  });
}

/** Changes words, performer, addressees and day of a line. Words that are still the template's are not stored. */
export async function editCycleItem(viewer: Viewer, input: EditItemInput, now: Date): Promise<void> {
  permit(viewer, "cycle.plan");
  await inTransaction(viewer, async (tx) => {
    const before = await takeItem(tx, viewer, input);
    await ofSchool(tx, input.performerId, before.schoolId);
    const { title, output, basis, performer, performerId, addressees, dueOn } = input;
    const link = await clauseColumns(tx, input.clause);
    const words = ownWords(translator(viewer.locale), before.code, { title, output, basis });
    await tx.cycleItem.update({
      where: { id: before.id },
      data: {
        ...{ ...words, ...link, performer, performerId, addressees, dueOn: dayToDate(dueOn) },
        ...{ version: { increment: 1 }, changedAt: now, changedBy: viewer.personId },
      },
    });
    const details = {
      before: {
        dueOn: dateToDay(before.dueOn),
        performer: before.performer,
        performerId: before.performerId,
        clause: before.clauseKey,
      },
      after: { dueOn, performer, performerId, clause: link.clauseKey },
    };
    await note(tx, viewer, "cycle.edit", `cycleItem:${before.id}`, details, now);
  });
}

/**
 * Says what became of a line: under way, done on a day with what shows it, left out for a reason, or planned again. The plan's
 * keepers report on any line, others on those given to them; only keepers leave a line out.
 */
export async function reportCycleItem(viewer: Viewer, input: ReportItemInput, now: Date): Promise<void> {
  permit(viewer, "cycle.report");
  if (input.status === "dropped") permit(viewer, "cycle.plan");
  await inTransaction(viewer, async (tx) => {
    const before = await takeItem(tx, viewer, input);
    if (viewer.role === "teacher" && before.performerId !== viewer.personId)
      throw new RefusedError("forbidden", "cycle.refused.notYours");
    const { status, evidence, document, documentUrl, reason } = input;
    const doneOn = status === "done" && input.doneOn !== null ? input.doneOn : null;
    if (doneOn !== null && dayToDate(doneOn) > now) throw new RefusedError("invalid", "cycle.refused.notYet");
    await tx.cycleItem.update({
      where: { id: before.id },
      data: {
        ...{ status, evidence, document, documentUrl, reason },
        doneOn: doneOn === null ? null : dayToDate(doneOn),
        ...{ version: { increment: 1 }, changedAt: now, changedBy: viewer.personId },
      },
    });
    const details = { before: before.status, after: status, doneOn, reason };
    await note(tx, viewer, "cycle.report", `cycleItem:${before.id}`, details, now);
  });
}

/** The line for changing, of the viewer's own school and in the version that the form was opened on. */
async function takeItem(
  tx: WriteTx,
  viewer: Viewer,
  { itemId, version }: { itemId: number; version: number },
) {
  const item = found(await tx.cycleItem.findUnique({ where: { id: itemId } }));
  if (item.schoolId !== viewer.schoolId) throw new RefusedError("notFound");
  await tx.$queryRaw`SELECT FROM cycle_item WHERE id = ${itemId} FOR UPDATE`;
  const now = found(await tx.cycleItem.findUnique({ where: { id: itemId } }));
  if (now.version !== version) throw new RefusedError("conflict", "cycle.refused.changed");
  return now;
}

/** The columns of a link to a clause; it must be one that the person can read. */
async function clauseColumns(
  tx: WriteTx,
  clause: AddItemInput["clause"],
): Promise<{ regulationId: number | null; clauseKey: string | null }> {
  if (clause === null) return { regulationId: null, clauseKey: null };
  const { regulationId, clauseKey } = clause;
  const there = await tx.regulation.findFirst({
    where: { id: regulationId, editions: { some: { clauses: { some: { clauseKey } } } } },
    select: { id: true },
  });
  if (there === null) throw new RefusedError("invalid", "cycle.refused.noClause");
  return { regulationId, clauseKey };
}

async function ofSchool(tx: WriteTx, personId: number | null, schoolId: number): Promise<void> {
  if (personId === null) return;
  const person = found(await tx.person.findUnique({ where: { id: personId } }));
  if (person.schoolId !== schoolId) throw new RefusedError("notFound");
}

async function note(
  tx: WriteTx,
  viewer: Viewer,
  action: string,
  subject: string,
  details: Record<string, unknown>,
  now: Date,
): Promise<void> {
  const { municipalityId, schoolId } = viewer;
  await record(tx, viewer, { action, subject, municipalityId, schoolId, details }, now);
}
