import "server-only";
import type { WorkIdentity } from "../assessments/rules.ts";
import { asViewer, type ReadTx } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { type Day, dateToDay, schoolYearOf } from "../platform/clock.ts";
import { dayOf } from "../platform/format/day-of.ts";

/** What a school owes for a work. */
export type DeliveryState =
  /** Results are there. */
  | "received"
  /** They came after the last day of the window. */
  | "receivedLate"
  /** Not there yet, and there is time. */
  | "expected"
  /** Not there, and the window is over. */
  | "late"
  /** The school has no class of this grade in its list. */
  | "notExpected"
  /** The school has not filled in its list of classes, so nobody can say. */
  | "unknown";

export interface DeliveryCell {
  workId: number;
  state: DeliveryState;
  receivedAt: string | null;
}

export interface DeliveryBoard {
  works: (WorkIdentity & { id: number; code: string; gradeWriting: number; closesOn: Day | null })[];
  schools: { id: number; name: string; municipality: string; cells: DeliveryCell[] }[];
  totals: Record<DeliveryState, number>;
}

/** Which schools have sent what: works of a year against the open schools of the viewer, in natural order of names. At most 200 schools. */
export function getDelivery(
  viewer: Viewer,
  asked: { year: number; municipalityId?: number | undefined },
  clock: { today: Day; timeZone: string },
): Promise<DeliveryBoard> {
  permit(viewer, "insights.read");
  return asViewer(viewer, async (tx) => {
    const works = await expectedWorks(tx, asked.year);
    const schools = await tx.school.findMany({
      where: { closedOn: null, ...(asked.municipalityId ? { municipalityId: asked.municipalityId } : {}) },
      include: { municipality: true, classes: { select: { year: true, grade: true } } },
    });
    const sets = await tx.resultSet.findMany({ where: { workId: { in: works.map((work) => work.id) } } });
    const received = new Map(sets.map((set) => [`${set.schoolId}:${set.workId}`, set.receivedAt]));
    const byId = new Map(schools.map((school) => [school.id, school]));
    const rows = (await natural(tx, [...byId.keys()])).slice(0, 200).flatMap((id) => byId.get(id) ?? []);
    const totals: Record<DeliveryState, number> = {
      received: 0,
      receivedLate: 0,
      expected: 0,
      late: 0,
      notExpected: 0,
      unknown: 0,
    };
    const board = rows.map((school) => ({
      id: school.id,
      name: school.name,
      municipality: school.municipality.name,
      cells: works.map((work): DeliveryCell => {
        const at = received.get(`${school.id}:${work.id}`) ?? null;
        const state = deliveryState(
          { ...work, receivedOn: at && dayOf(at, clock.timeZone) },
          school.classes,
          clock.today,
        );
        totals[state]++;
        return { workId: work.id, state, receivedAt: at?.toISOString() ?? null };
      }),
    }));
    return {
      works: works.map(
        ({ id, code, kind, year, season, subject, gradeTested, gradeWriting, level, closesOn }) => ({
          ...{ id, code, kind, year, season, subject, gradeTested, gradeWriting, level, closesOn },
        }),
      ),
      schools: board,
      totals,
    };
  });
}

/** Pure decision for one school and one work. */
export function deliveryState(
  work: { gradeWriting: number; schoolYear: number; closesOn: Day | null; receivedOn: Day | null },
  classes: readonly { year: number; grade: number }[],
  today: Day,
): DeliveryState {
  if (work.receivedOn !== null)
    return work.closesOn !== null && work.receivedOn > work.closesOn ? "receivedLate" : "received";
  const ofYear = classes.filter((one) => one.year === work.schoolYear);
  if (ofYear.length === 0) return "unknown";
  if (!ofYear.some((one) => one.grade === work.gradeWriting)) return "notExpected";
  return work.closesOn !== null && today > work.closesOn ? "late" : "expected";
}

/** Works of a year that have a window or results from anybody in the viewer's sight. */
async function expectedWorks(tx: ReadTx, year: number) {
  const works = await tx.work.findMany({
    where: { year },
    orderBy: [{ gradeTested: "asc" }, { subject: "asc" }, { id: "asc" }],
  });
  const used = await tx.resultSet.findMany({
    where: { year },
    distinct: ["workId"],
    select: { workId: true },
  });
  const inUse = new Set(used.map((set) => set.workId));
  return works
    .filter((work) => work.opensOn !== null || inUse.has(work.id))
    .map((work) => ({
      // Kinds, seasons and levels are checked where works are written.
      ...(work as typeof work & WorkIdentity),
      schoolYear: schoolYearOf(work.year, work.season === "autumn" ? "autumn" : "spring"),
      closesOn: dateToDay(work.closesOn),
    }));
}

/** School ids in natural order of names, as the database sorts them. */
async function natural(tx: ReadTx, ids: readonly number[]): Promise<number[]> {
  const rows = await tx.$queryRaw<
    { id: number }[]
  >`SELECT id FROM school WHERE id = ANY (${[...ids]}::int[]) ORDER BY name COLLATE natural_order, id`;
  return rows.map((row) => row.id);
}
