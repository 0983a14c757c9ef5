import "server-only";
import { asViewer } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { type Day, dateToDay } from "../platform/clock.ts";

/** A work of the schedule that rests on a clause. */
export interface LinkedWork {
  /** null: announced by an office for all its schools. */
  schoolId: number | null;
  school: string | null;
  id: number;
  year: number;
  title: string;
  grade: number;
  subject: string;
  from: Day;
  to: Day;
  clauseKey: string | null;
}

const mostLinks = 500;

/** Works that rest on a regulation, or on one clause of it, as far as the viewer sees schools; the newest first. */
export function listLinkedWorks(
  viewer: Viewer,
  { regulationId, clauseKey }: { regulationId: number; clauseKey?: string },
): Promise<LinkedWork[]> {
  permit(viewer, "schedule.read");
  const where = { regulationId, ...(clauseKey === undefined ? {} : { clauseKey }) };
  return asViewer(viewer, async (tx) => {
    const announced = await tx.scheduleWindow.findMany({
      where,
      orderBy: { opensOn: "desc" },
      take: mostLinks,
    });
    const works = await tx.scheduledWork.findMany({
      where: { ...where, windowId: null },
      orderBy: { onDay: "desc" },
      take: mostLinks,
    });
    const schools = await tx.school.findMany({
      where: { id: { in: [...new Set(works.map(({ schoolId }) => schoolId))] } },
      select: { id: true, name: true },
    });
    const names = new Map(schools.map(({ id, name }) => [id, name]));
    const day = (date: Date) => dateToDay(date) as Day;
    return [
      ...announced.map(({ id, year, title, grade, subject, opensOn, closesOn, clauseKey: key }) => ({
        ...{ schoolId: null, school: null, id, year, title, grade, subject, clauseKey: key },
        ...{ from: day(opensOn), to: day(closesOn) },
      })),
      ...works.map(({ id, schoolId, year, title, grade, subject, onDay, clauseKey: key }) => ({
        ...{ schoolId, school: names.get(schoolId) ?? null, id, year, title, grade, subject, clauseKey: key },
        ...{ from: day(onDay), to: day(onDay) },
      })),
    ];
  });
}

/** Clauses on which works of the schedule or lines of a cycle stand, for the report of clauses on which nothing does. */
export function listLinkedClauses(viewer: Viewer): Promise<{ regulationId: number; clauseKey: string }[]> {
  permit(viewer, "schedule.read");
  return asViewer(
    viewer,
    (tx) => tx.$queryRaw<{ regulationId: number; clauseKey: string }[]>`
      SELECT regulation_id AS "regulationId", clause_key AS "clauseKey" FROM schedule_window WHERE clause_key IS NOT NULL
      UNION SELECT regulation_id, clause_key FROM scheduled_work WHERE clause_key IS NOT NULL
      UNION SELECT regulation_id, clause_key FROM cycle_item WHERE clause_key IS NOT NULL AND status <> 'dropped'`,
  );
}

/**
 * The slug of the regulation that holds the load rules' clauses under the names of load/clauses.ts (the letters of 06.08.2021);
 * null while the library has none.
 */
export function findLetter(viewer: Viewer): Promise<string | null> {
  permit(viewer, "schedule.read");
  return asViewer(viewer, async (tx) => {
    const clause = { some: { status: "adopted", clauses: { some: { clauseKey: "often" } } } };
    const where = { level: "federal", topic: "schedule", editions: clause };
    const letter = await tx.regulation.findFirst({ where, orderBy: { id: "asc" }, select: { slug: true } });
    return letter?.slug ?? null;
  });
}
