import "server-only";
import { asViewer, type ReadTx } from "../platform/access/as-viewer.ts";
import { may, permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { Prisma } from "../platform/db/prisma/client.ts";
import { found } from "../platform/errors.ts";
import type { AnnouncedWork, Break, ScheduledWork } from "./facts.ts";
import { announcedOf, breakOf, workOf } from "./plan-reads.ts";
import type { AreaFilter } from "./schema.ts";

/** Rows that a page of an area shows at most; filters narrow it. */
export const mostRows = 500;

export interface SchoolLine {
  id: number;
  name: string;
  municipality: string;
  works: number;
  /** Number of the newest edition; null: nothing is published. */
  edition: number | null;
  firstPublishedAt: Date | null;
  /** Windows of the school's parallels in which some class has no day yet. */
  openWindows: number;
}

export interface AreaSchedule {
  announced: AnnouncedWork[];
  breaks: Break[];
  works: (ScheduledWork & { schoolId: number; school: string })[];
  /** True when there are more than `mostRows`. */
  cut: boolean;
  schools: SchoolLine[];
  municipalities: { id: number; name: string }[];
  may: { announce: boolean };
}

/** The schedules of all schools that the viewer sees, with what the offices have announced; filtered as the address asks. */
export function getAreaSchedule(viewer: Viewer, filter: AreaFilter, year: number): Promise<AreaSchedule> {
  permit(viewer, "schedule.read");
  return asViewer(viewer, async (tx) => {
    const area = {
      year,
      ...(filter.grade ? { grade: filter.grade } : {}),
      ...(filter.subject ? { subject: filter.subject } : {}),
    };
    const announced = await tx.scheduleWindow.findMany({
      where: {
        ...area,
        ...(filter.level ? { level: filter.level } : {}),
        ...(filter.municipality
          ? { OR: [{ municipalityId: null }, { municipalityId: filter.municipality }] }
          : {}),
      },
      orderBy: [{ opensOn: "asc" }, { id: "asc" }],
    });
    const breaks = await tx.scheduleBreak.findMany({
      where: { year, schoolId: null },
      orderBy: [{ fromOn: "asc" }, { id: "asc" }],
    });
    const schools = await schoolLines(tx, filter, year);
    const names = new Map(schools.map(({ id, name }) => [id, name]));
    const works = await tx.scheduledWork.findMany({
      where: {
        ...area,
        ...(filter.level ? { level: filter.level } : {}),
        ...(filter.class ? { classLabels: { has: filter.class } } : {}),
        schoolId: { in: [...names.keys()] },
      },
      orderBy: [{ onDay: "asc" }, { schoolId: "asc" }, { id: "asc" }],
      take: mostRows + 1,
    });
    const municipalities = await tx.$queryRaw<{ id: number; name: string }[]>`
      SELECT id, name FROM municipality WHERE id IN (SELECT visible_municipality_ids()) ORDER BY name COLLATE "natural_order", id`;
    return {
      announced: announced.map(announcedOf),
      breaks: breaks.map(breakOf),
      works: works.slice(0, mostRows).map((row) => ({
        ...workOf(row),
        schoolId: row.schoolId,
        school: names.get(row.schoolId) ?? "",
      })),
      cut: works.length > mostRows,
      schools,
      municipalities,
      may: { announce: may(viewer, "schedule.announce") },
    };
  });
}

function schoolLines(tx: ReadTx, filter: AreaFilter, year: number): Promise<SchoolLine[]> {
  const inArea = filter.municipality
    ? Prisma.sql`s.municipality_id = ${filter.municipality}`
    : Prisma.sql`TRUE`;
  const one = filter.school ? Prisma.sql`s.id = ${filter.school}` : Prisma.sql`TRUE`;
  return tx.$queryRaw<SchoolLine[]>`
    SELECT s.id, s.name, m.name AS municipality,
      (SELECT count(*)::int FROM scheduled_work w WHERE w.school_id = s.id AND w.year = ${year}) AS works,
      (SELECT max(e.number)::int FROM schedule_edition e WHERE e.school_id = s.id AND e.year = ${year}) AS edition,
      (SELECT min(e.published_at) FROM schedule_edition e WHERE e.school_id = s.id AND e.year = ${year}) AS "firstPublishedAt",
      (SELECT count(*)::int FROM schedule_window v WHERE v.year = ${year} AND v.opens_on < v.closes_on
        AND v.region_id = m.region_id AND (v.municipality_id IS NULL OR v.municipality_id = m.id)
        AND EXISTS (SELECT FROM school_class c WHERE c.school_id = s.id AND c.year = ${year} AND c.grade = v.grade
          AND NOT EXISTS (SELECT FROM scheduled_work w WHERE w.window_id = v.id AND w.school_id = s.id AND c.label = ANY (w.class_labels)))) AS "openWindows"
    FROM school s JOIN municipality m ON m.id = s.municipality_id
    WHERE s.closed_on IS NULL AND ${inArea} AND ${one}
    ORDER BY s.name COLLATE "natural_order", s.id LIMIT ${mostRows}`;
}

/** Works, holidays and windows that the viewer's office has announced itself, and one of them for its form. */
export function getAnnounced(
  viewer: Viewer,
  year: number,
): Promise<{
  works: (AnnouncedWork & { mine: boolean; placed: number })[];
  breaks: (Break & { mine: boolean })[];
}> {
  permit(viewer, "schedule.announce");
  return asViewer(viewer, async (tx) => {
    const works = await tx.scheduleWindow.findMany({
      where: { year },
      orderBy: [{ opensOn: "asc" }, { id: "asc" }],
      include: { _count: { select: { placed: true } } },
    });
    const breaks = await tx.scheduleBreak.findMany({
      where: { year, schoolId: null },
      orderBy: [{ fromOn: "asc" }, { id: "asc" }],
    });
    const mine = (row: { regionId: number; municipalityId: number | null }) =>
      row.regionId === viewer.regionId && row.municipalityId === viewer.municipalityId;
    return {
      works: works.map((row) => ({ ...announcedOf(row), mine: mine(row), placed: row._count.placed })),
      breaks: breaks.map((row) => ({ ...breakOf(row), mine: mine(row) })),
    };
  });
}

/** An announced work of the viewer's own office. */
export function getAnnouncedWork(viewer: Viewer, id: number): Promise<{ work: AnnouncedWork; year: number }> {
  permit(viewer, "schedule.announce");
  return asViewer(viewer, async (tx) => {
    const { regionId, municipalityId } = viewer;
    const row = found(
      regionId === null
        ? null
        : await tx.scheduleWindow.findFirst({ where: { id, regionId, municipalityId } }),
    );
    return { work: announcedOf(row), year: row.year };
  });
}
