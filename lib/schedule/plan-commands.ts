import { inTransaction, type WriteTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { dayToDate } from "../platform/clock.ts";
import { found, RefusedError } from "../platform/errors.ts";
import type { SchoolYear } from "./facts.ts";
import { defaultParameters, type LoadParameters } from "./load/parameters.ts";
import { type Lines, readHours, readWeeks } from "./plan-text.ts";
import { countPlanUp, openSchoolYear } from "./plan-writes.ts";
import type { BreakInput, PlanInput } from "./schema.ts";
import { checkClasses, journal } from "./work-commands.ts";

type PlanKey = { schoolId: number; year: number; version: number };
type LinesInput = PlanKey & { lines: string };

/** Sets the days of the school's year, its lessons and how it reads the load rules. */
export function setPlan(viewer: Viewer, input: PlanInput, now: Date): Promise<void> {
  return changePlan(viewer, input, now, async (tx, facts) => {
    const { startsOn, endsOn, secondHalfOn, lessonMinutes, bells } = input;
    const { gapDays, gapCountsHolidays, reading, timeCountedIn } = input;
    const parameters = otherThanUsual({ gapDays, gapCountsHolidays, reading, timeCountedIn });
    await tx.schedulePlan.update({
      where: { schoolId_year: { schoolId: input.schoolId, year: input.year } },
      data: {
        ...{ lessonMinutes, bells, parameters },
        startsOn: dayToDate(startsOn),
        endsOn: dayToDate(endsOn),
        secondHalfOn: secondHalfOn === null ? null : dayToDate(secondHalfOn),
      },
    });
    const after = { startsOn, endsOn, secondHalfOn, lessonMinutes, bells, parameters };
    return { verb: "setPlan", details: { before: facts.plan, after } };
  });
}

/** Sets the yearly hours of all subjects: what the field does not name is gone. */
export function setHours(viewer: Viewer, input: LinesInput, now: Date): Promise<void> {
  const rows = linesOf(readHours(input.lines));
  return changePlan(viewer, input, now, async (tx, facts) => {
    const key = { schoolId: input.schoolId, year: input.year };
    await tx.scheduleHours.deleteMany({ where: key });
    await tx.scheduleHours.createMany({ data: rows.map((row) => ({ ...key, ...row })) });
    return { verb: "setHours", details: { rows: rows.length, before: facts.hours.length } };
  });
}

/** Sets the weeks of classes: what the field does not name is gone. */
export function setWeeks(viewer: Viewer, input: LinesInput, now: Date): Promise<void> {
  const rows = linesOf(readWeeks(input.lines));
  return changePlan(viewer, input, now, async (tx, facts) => {
    checkClasses(
      facts,
      rows.map(({ label }) => label),
    );
    const key = { schoolId: input.schoolId, year: input.year };
    const named = rows.map(({ label }) => label);
    await tx.scheduleClass.deleteMany({ where: { ...key, classLabel: { notIn: named } } });
    for (const { label, lessons } of rows)
      await tx.scheduleClass.upsert({
        where: { schoolId_year_classLabel: { ...key, classLabel: label } },
        create: { ...key, classLabel: label, lessons: [...lessons] },
        update: { lessons: [...lessons] },
      });
    return { verb: "setWeeks", details: { rows: rows.length, before: facts.weeks.length } };
  });
}

/** Adds a holiday of the school, or a day off that it works. */
export function addBreak(viewer: Viewer, input: BreakInput, now: Date): Promise<void> {
  permit(viewer, "schedule.plan");
  return inTransaction(viewer, async (tx) => {
    const facts = await openSchoolYear(tx, viewer, input.schoolId, input.year, now);
    const { id: schoolId, municipalityId, regionId } = facts.school;
    const { kind, from, title } = input;
    await tx.scheduleBreak.create({
      data: {
        ...{ regionId, municipalityId, schoolId, year: input.year, kind, title },
        ...breakDays(input),
      },
    });
    const details = { kind, from, to: input.to ?? from, title };
    await journal(tx, viewer, facts, "addBreak", null, details, now);
  });
}

/** Removes a holiday that the school has entered itself. */
export function removeBreak(
  viewer: Viewer,
  { id }: { id: number },
  now: Date,
): Promise<{ schoolId: number }> {
  permit(viewer, "schedule.plan");
  return inTransaction(viewer, async (tx) => {
    const row = found(await tx.scheduleBreak.findUnique({ where: { id } }));
    // A holiday of the area is the office's.
    const schoolId = found(row.schoolId);
    const facts = await openSchoolYear(tx, viewer, schoolId, row.year, now);
    await tx.scheduleBreak.delete({ where: { id } });
    await journal(tx, viewer, facts, "removeBreak", null, { kind: row.kind, title: row.title }, now);
    return { schoolId };
  });
}

/** Columns of a break: a worked day off is one day by the timetable of some weekday, Monday unless told. */
export function breakDays({
  kind,
  from,
  to,
  asWeekday,
}: Pick<BreakInput, "kind" | "from" | "to" | "asWeekday">) {
  const one = kind === "workday";
  return {
    fromOn: dayToDate(from),
    toOn: dayToDate(one ? from : (to ?? from)),
    asWeekday: one ? (asWeekday ?? 1) : null,
  };
}

async function changePlan(
  viewer: Viewer,
  key: PlanKey,
  now: Date,
  write: (tx: WriteTx, facts: SchoolYear) => Promise<{ verb: string; details: Record<string, unknown> }>,
): Promise<void> {
  permit(viewer, "schedule.plan");
  await inTransaction(viewer, async (tx) => {
    const facts = await openSchoolYear(tx, viewer, key.schoolId, key.year, now);
    await countPlanUp(tx, viewer, key, now);
    const { verb, details } = await write(tx, facts);
    await journal(tx, viewer, facts, verb, null, details, now);
  });
}

/** Only what differs is kept, so that a better default reaches the schools that never chose. */
function otherThanUsual(chosen: Partial<LoadParameters>): Record<string, string | number | boolean> {
  const usual: Readonly<Record<string, unknown>> = { ...defaultParameters };
  return Object.fromEntries(Object.entries(chosen).filter(([name, value]) => usual[name] !== value));
}

function linesOf<T>(lines: Lines<T>): T[] {
  if (lines.ok) return lines.rows;
  throw new RefusedError("invalid", "schedule.refused.wrongLine", { ...lines.wrong });
}
