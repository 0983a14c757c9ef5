import { inTransaction, type WriteTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { record } from "../platform/audit/record.ts";
import { type Day, dayToDate } from "../platform/clock.ts";
import { found, RefusedError } from "../platform/errors.ts";
import { breakDays } from "./plan-commands.ts";
import { publicHolidays } from "./rules.ts";
import type { AnnounceInput, BreakInput } from "./schema.ts";

/** The office for which a viewer announces: a region, or one municipality of it. */
function officeOf(viewer: Viewer): { regionId: number; municipalityId: number | null } {
  permit(viewer, "schedule.announce");
  if (viewer.regionId === null) throw new RefusedError("forbidden");
  return { regionId: viewer.regionId, municipalityId: viewer.municipalityId };
}

/** Announces a work for the schools of the office, or changes what was announced. Answers its id. */
export function announceWork(viewer: Viewer, input: AnnounceInput, now: Date): Promise<{ id: number }> {
  const office = officeOf(viewer);
  if (office.municipalityId !== null && input.level !== "municipal")
    throw new RefusedError("invalid", "schedule.refused.notYourLevel");
  return inTransaction(viewer, async (tx) => {
    const columns = columnsOf(input);
    const stamp = { changedAt: now, changedBy: viewer.personId };
    if (input.id === null) {
      const { id } = await tx.scheduleWindow.create({ data: { ...office, ...columns, ...stamp } });
      await journal(tx, viewer, office, "announceWork", `scheduleWindow:${id}`, { work: said(input) }, now);
      return { id };
    }
    const old = await ownWindow(tx, office, input.id);
    await keepPlaced(tx, input, old.id);
    const { count } = await tx.scheduleWindow.updateMany({
      where: { id: old.id, version: input.version },
      data: { ...columns, ...stamp, version: { increment: 1 } },
    });
    if (count === 0) throw new RefusedError("conflict", "schedule.refused.changedMeanwhile");
    const before = { title: old.title, opensOn: old.opensOn, closesOn: old.closesOn, minutes: old.minutes };
    const details = { before, after: said(input) };
    await journal(tx, viewer, office, "changeAnnounced", `scheduleWindow:${old.id}`, details, now);
    return { id: old.id };
  });
}

/** Takes an announced work back; one in which schools have chosen days stays. */
export function removeAnnounced(
  viewer: Viewer,
  { id, version }: { id: number; version: number },
  now: Date,
): Promise<void> {
  const office = officeOf(viewer);
  return inTransaction(viewer, async (tx) => {
    const old = await ownWindow(tx, office, id);
    const placed = await tx.scheduledWork.count({ where: { windowId: id } });
    if (placed > 0) throw new RefusedError("conflict", "schedule.refused.daysChosen", { count: placed });
    const { count } = await tx.scheduleWindow.deleteMany({ where: { id, version } });
    if (count === 0) throw new RefusedError("conflict", "schedule.refused.changedMeanwhile");
    await journal(tx, viewer, office, "removeAnnounced", `scheduleWindow:${id}`, { title: old.title }, now);
  });
}

/** Adds a holiday, or a worked day off, for all schools of the office. */
export function addAreaBreak(viewer: Viewer, input: Omit<BreakInput, "schoolId">, now: Date): Promise<void> {
  const office = officeOf(viewer);
  return inTransaction(viewer, async (tx) => {
    const { year, kind, title, from } = input;
    await tx.scheduleBreak.create({ data: { ...office, year, kind, title, ...breakDays(input) } });
    const subject = `scheduleBreak:${office.regionId}:${year}`;
    await journal(tx, viewer, office, "addBreak", subject, { kind, from, to: input.to ?? from, title }, now);
  });
}

/** Enters the public holidays of a school year that are not entered yet; `name` gives each its words. Answers how many. */
export function addPublicHolidays(
  viewer: Viewer,
  { year }: { year: number },
  name: (code: string) => string,
  now: Date,
): Promise<{ added: number }> {
  const office = officeOf(viewer);
  return inTransaction(viewer, async (tx) => {
    const standing = await tx.scheduleBreak.findMany({
      where: { ...office, year, schoolId: null, kind: "holiday" },
    });
    const covered = (from: Day, to: Day) =>
      standing.some(({ fromOn, toOn }) => fromOn <= dayToDate(from) && dayToDate(to) <= toOn);
    const missing = publicHolidays(year).filter(({ from, to }) => !covered(from, to));
    await tx.scheduleBreak.createMany({
      data: missing.map(({ from, to, title }) => ({
        ...{ ...office, year, kind: "holiday", title: name(title) },
        fromOn: dayToDate(from),
        toOn: dayToDate(to),
      })),
    });
    if (missing.length > 0)
      await journal(
        tx,
        viewer,
        office,
        "addPublicHolidays",
        `scheduleBreak:${office.regionId}:${year}`,
        { added: missing.length },
        now,
      );
    return { added: missing.length };
  });
}

/** Removes a holiday of the office. */
export function removeAreaBreak(viewer: Viewer, { id }: { id: number }, now: Date): Promise<void> {
  const office = officeOf(viewer);
  return inTransaction(viewer, async (tx) => {
    const row = found(await tx.scheduleBreak.findFirst({ where: { id, ...office, schoolId: null } }));
    await tx.scheduleBreak.delete({ where: { id } });
    const subject = `scheduleBreak:${office.regionId}:${row.year}`;
    await journal(tx, viewer, office, "removeBreak", subject, { kind: row.kind, title: row.title }, now);
  });
}

type Office = { regionId: number; municipalityId: number | null };

async function ownWindow(tx: WriteTx, office: Office, id: number) {
  return found(await tx.scheduleWindow.findFirst({ where: { id, ...office } }));
}

/** Days that schools have chosen must stay within the window, and remain of the same parallel and subject. */
async function keepPlaced(tx: WriteTx, input: AnnounceInput, id: number): Promise<void> {
  const closesOn = dayToDate(input.closesOn ?? input.opensOn);
  const outside = await tx.scheduledWork.count({
    where: {
      windowId: id,
      OR: [
        { onDay: { lt: dayToDate(input.opensOn) } },
        { onDay: { gt: closesOn } },
        { grade: { not: input.grade } },
      ],
    },
  });
  if (outside > 0) throw new RefusedError("conflict", "schedule.refused.daysChosen", { count: outside });
}

function columnsOf(input: AnnounceInput) {
  const {
    year,
    level,
    kind,
    title,
    grade,
    subject,
    options,
    minutes,
    lesson,
    wholeClass,
    clause,
    workId,
    note,
  } = input;
  return {
    ...{ year, level, kind, title, grade, subject, options, minutes, lesson, wholeClass, workId, note },
    opensOn: dayToDate(input.opensOn),
    closesOn: dayToDate(input.closesOn ?? input.opensOn),
    regulationId: clause?.regulationId ?? null,
    clauseKey: clause?.clauseKey ?? null,
  };
}

function said({ level, title, grade, subject, opensOn, closesOn, minutes }: AnnounceInput) {
  return { level, title, grade, subject, opensOn, closesOn: closesOn ?? opensOn, minutes };
}

async function journal(
  tx: WriteTx,
  viewer: Viewer,
  { municipalityId }: Office,
  verb: string,
  subject: string,
  details: Record<string, unknown>,
  now: Date,
): Promise<void> {
  await record(tx, viewer, { action: `schedule.${verb}`, subject, municipalityId, details }, now);
}
