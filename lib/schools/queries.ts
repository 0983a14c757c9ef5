import "server-only";
import { asViewer } from "../platform/access/as-viewer.ts";
import { permit } from "../platform/access/permissions.ts";
import type { Viewer } from "../platform/access/viewer.ts";
import { dateToDay } from "../platform/clock.ts";
import { Prisma } from "../platform/db/prisma/client.ts";
import { found } from "../platform/errors.ts";
import { byClass } from "./class-rules.ts";
import { pageOf, type SchoolKind, schoolsPerPage } from "./rules.ts";
import { type IndexedSchool, indexSchools } from "./school-index.ts";
import { schoolMatches } from "./search.ts";

export interface SchoolRow {
  id: number;
  login: string;
  name: string;
  kind: SchoolKind;
  locality: string;
  municipality: string;
  pupils: number | null;
  closed: boolean;
}

export interface SchoolFilter {
  search: string;
  municipalityId: number | null;
  page: number;
}

/** A page of the viewer's schools, in natural order of their names («№ 2» before «№ 10»). */
export async function listSchools(
  viewer: Viewer,
  filter: SchoolFilter,
): Promise<{ rows: SchoolRow[]; total: number; page: number; pages: number }> {
  permit(viewer, "schools.read");
  const inArea =
    filter.municipalityId === null
      ? Prisma.sql`TRUE`
      : Prisma.sql`s.municipality_id = ${filter.municipalityId}`;
  const asked = Prisma.sql`FROM school s WHERE ${inArea} AND ${schoolMatches(filter.search, { login: true })}`;
  return asViewer(viewer, async (tx) => {
    const counted = await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${asked}`;
    const total = counted[0]?.total ?? 0;
    const { page, pages, skip } = pageOf(filter.page, total);
    const rows = await tx.$queryRaw<SchoolRow[]>`
      SELECT s.id, s.login, s.name, s.kind, s.locality, s.pupils, s.closed_on IS NOT NULL AS closed,
        (SELECT m.name FROM municipality m WHERE m.id = s.municipality_id) AS municipality
      ${asked} ORDER BY s.name COLLATE "natural_order", s.id LIMIT ${schoolsPerPage} OFFSET ${skip}`;
    return { rows, total, page, pages };
  });
}

/** One school with its history and its classes, newest year first; not found when it is out of scope. */
export async function getSchool(viewer: Viewer, schoolId: number) {
  permit(viewer, "schools.read");
  return asViewer(viewer, async (tx) => {
    const include = { municipality: { include: { region: true } }, classes: true } as const;
    const school = found(await tx.school.findUnique({ where: { id: schoolId }, include }));
    const notes = await tx.schoolLineage.findMany({ where: { schoolId }, select: { id: true, note: true } });
    const events = await tx.$queryRaw<LineageRow[]>`
      SELECT id, school_id, school_name, kind, happened_on::text, from_name, to_name, successor_id, successor_name
      FROM school_lineage_public WHERE school_id = ${schoolId} OR successor_id = ${schoolId} ORDER BY happened_on DESC, id DESC`;
    const years = [...new Set(school.classes.map((one) => one.year))].sort((a, b) => b - a);
    return {
      id: school.id,
      login: school.login,
      version: school.version,
      name: school.name,
      fullName: school.fullName,
      kind: school.kind as SchoolKind,
      locality: school.locality,
      localityKind: school.localityKind,
      pupils: school.pupils,
      correctional: school.correctional,
      latitude: school.latitude,
      longitude: school.longitude,
      slug: school.slug,
      closedOn: dateToDay(school.closedOn),
      municipality: { id: school.municipalityId, name: school.municipality.name },
      region: school.municipality.region.name,
      lineage: events.map((event) => ({
        id: event.id,
        kind: event.kind,
        happenedOn: event.happened_on,
        fromName: event.from_name,
        toName: event.to_name,
        /** A school that became part of this one; null for events of this school itself. */
        predecessor: event.school_id === schoolId ? null : { id: event.school_id, name: event.school_name },
        successor:
          event.school_id !== schoolId || event.successor_id === null
            ? null
            : { id: event.successor_id, name: event.successor_name ?? event.to_name },
        note: notes.find((one) => one.id === event.id)?.note ?? "",
      })),
      years: years.map((year) => ({
        year,
        classes: school.classes
          .filter((one) => one.year === year)
          .sort(byClass)
          .map(({ grade, label, pupils }) => ({ grade, label, pupils })),
      })),
    };
  });
}
export type SchoolCard = Awaited<ReturnType<typeof getSchool>>;

interface LineageRow {
  id: number;
  school_id: number;
  school_name: string;
  kind: "rename" | "merge";
  happened_on: string;
  from_name: string;
  to_name: string;
  successor_id: number | null;
  successor_name: string | null;
}

/** Classes of a school in one school year, by grade and letter. */
export async function listClasses(viewer: Viewer, schoolId: number, year: number) {
  permit(viewer, "schools.read");
  return asViewer(viewer, async (tx) => {
    found(await tx.school.findUnique({ where: { id: schoolId }, select: { id: true } }));
    const classes = await tx.schoolClass.findMany({
      where: { schoolId, year },
      select: { grade: true, label: true, pupils: true },
    });
    return classes.sort(byClass);
  });
}

/** Open schools of the viewer except one, by name: what a school can be merged into. At most 1,000. */
export async function listSuccessors(
  viewer: Viewer,
  schoolId: number,
): Promise<{ login: string; name: string }[]> {
  permit(viewer, "schools.edit");
  return asViewer(
    viewer,
    (tx) => tx.$queryRaw<{ login: string; name: string }[]>`SELECT login, name FROM school
      WHERE closed_on IS NULL AND id <> ${schoolId} ORDER BY name COLLATE "natural_order", id LIMIT 1000`,
  );
}

/** Municipalities that the viewer works in, by name, with how many schools of the viewer's stand in each. */
export async function listMunicipalities(
  viewer: Viewer,
): Promise<{ id: number; code: string; name: string; regionId: number; schools: number }[]> {
  permit(viewer, "schools.read");
  return asViewer(
    viewer,
    (tx) => tx.$queryRaw<{ id: number; code: string; name: string; regionId: number; schools: number }[]>`
      SELECT m.id, m.code, m.name, m.region_id AS "regionId", (SELECT count(*)::int FROM school s WHERE s.municipality_id = m.id) AS schools
      FROM municipality m WHERE m.id IN (SELECT visible_municipality_ids()) ORDER BY m.name COLLATE "natural_order", m.id`,
  );
}

/** Regions that the viewer works in, by name. */
export async function listRegions(viewer: Viewer): Promise<{ id: number; code: string; name: string }[]> {
  permit(viewer, "schools.read");
  return asViewer(
    viewer,
    (tx) => tx.$queryRaw<{ id: number; code: string; name: string }[]>`SELECT id, code, name FROM region
      WHERE id IN (SELECT visible_region_ids()) ORDER BY name COLLATE "natural_order", id`,
  );
}

/** The viewer's schools by the six digits of their logins, with their classes; an unknown login and one out of scope are both missing. */
export async function schoolsByLogin(
  viewer: Viewer,
  logins: readonly string[],
): Promise<Map<string, IndexedSchool>> {
  permit(viewer, "schools.read");
  return asViewer(viewer, (tx) => indexSchools(tx, logins));
}
