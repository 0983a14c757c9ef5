import type { ReadTx } from "../platform/access/as-viewer.ts";
import { type Day, dateToDay } from "../platform/clock.ts";
import type { Prisma } from "../platform/db/prisma/client.ts";
import { byClass } from "../schools/class-rules.ts";
import type { AnnouncedWork, Break, ClauseLink, PlanFacts, ScheduledWork, SchoolYear } from "./facts.ts";
import type { ClassTimetable, WorkKind, WorkLevel } from "./load/shapes.ts";
import { usualPlan } from "./rules.ts";

/** All that a school's schedule of a year rests on; null when the school is out of the reader's scope. */
export async function readSchoolYear(tx: ReadTx, schoolId: number, year: number): Promise<SchoolYear | null> {
  const school = await tx.school.findUnique({
    where: { id: schoolId },
    select: {
      id: true,
      name: true,
      slug: true,
      municipalityId: true,
      municipality: { select: { regionId: true } },
    },
  });
  if (school === null) return null;
  const { municipalityId } = school;
  const { regionId } = school.municipality;
  const key = { schoolId, year };
  const area = { regionId, year, OR: [{ municipalityId: null }, { municipalityId }] };
  const plan = await tx.schedulePlan.findUnique({ where: { schoolId_year: key } });
  const classes = await tx.schoolClass.findMany({ where: key, select: { label: true, grade: true } });
  const hours = await tx.scheduleHours.findMany({
    where: key,
    orderBy: [{ grade: "asc" }, { subject: "asc" }],
  });
  const weeks = await tx.scheduleClass.findMany({ where: key });
  const timetables = await tx.scheduleTimetable.findMany({
    where: key,
    orderBy: [{ classLabel: "asc" }, { fromOn: "asc" }],
  });
  const breaks = await tx.scheduleBreak.findMany({
    where: { ...area, AND: [{ OR: [{ schoolId: null }, { schoolId }] }] },
    orderBy: [{ fromOn: "asc" }, { id: "asc" }],
  });
  const announced = await tx.scheduleWindow.findMany({
    where: area,
    orderBy: [{ opensOn: "asc" }, { id: "asc" }],
  });
  const works = await tx.scheduledWork.findMany({ where: key, orderBy: [{ onDay: "asc" }, { id: "asc" }] });
  return {
    school: { id: school.id, name: school.name, slug: school.slug, municipalityId, regionId },
    year,
    plan: plan ? planOf(plan) : usualPlan(year),
    classes: classes.sort(byClass),
    hours: hours.map(({ grade, subject, hours, lessonsPerWeek }) => ({
      grade,
      subject,
      hours,
      lessonsPerWeek,
    })),
    weeks: weeks.map(({ classLabel, lessons }) => ({ label: classLabel, lessons })),
    timetables: timetables.map(({ classLabel, fromOn, days }) => ({
      label: classLabel,
      from: day(fromOn),
      days: days as unknown as ClassTimetable,
    })),
    breaks: breaks.map(breakOf),
    announced: announced.map(announcedOf),
    works: works.map(workOf),
  };
}

export function planOf(row: Prisma.SchedulePlanGetPayload<object>): PlanFacts {
  return {
    startsOn: day(row.startsOn),
    endsOn: day(row.endsOn),
    secondHalfOn: dateToDay(row.secondHalfOn),
    lessonMinutes: row.lessonMinutes,
    bells: row.bells,
    parameters: row.parameters as PlanFacts["parameters"],
    version: row.version,
  };
}

export function breakOf(row: Prisma.ScheduleBreakGetPayload<object>): Break {
  return {
    id: row.id,
    owner: row.schoolId !== null ? "school" : row.municipalityId !== null ? "municipality" : "region",
    kind: row.kind as Break["kind"],
    from: day(row.fromOn),
    to: day(row.toOn),
    asWeekday: row.asWeekday,
    title: row.title,
  };
}

export function announcedOf(row: Prisma.ScheduleWindowGetPayload<object>): AnnouncedWork {
  return {
    ...contentOf(row),
    id: row.id,
    uid: row.uid,
    municipalityId: row.municipalityId,
    opensOn: day(row.opensOn),
    closesOn: day(row.closesOn),
  };
}

export function workOf(row: Prisma.ScheduledWorkGetPayload<object>): ScheduledWork {
  return {
    ...contentOf(row),
    id: row.id,
    uid: row.uid,
    windowId: row.windowId,
    classes: row.classLabels,
    on: day(row.onDay),
  };
}

function contentOf(row: Prisma.ScheduleWindowGetPayload<object> | Prisma.ScheduledWorkGetPayload<object>) {
  const { title, grade, subject, options, lesson, minutes, wholeClass, workId, note, version } = row;
  const clause: ClauseLink | null =
    row.regulationId === null ? null : { regulationId: row.regulationId, clauseKey: row.clauseKey };
  return {
    level: row.level as WorkLevel,
    kind: row.kind as WorkKind,
    ...{ title, grade, subject, options, lesson, minutes, wholeClass, workId, clause, note, version },
  };
}

const day = (date: Date) => dateToDay(date) as Day;
